/** Method names and parameters of the contract come in, typed answers go out, over the one door preload opens. */
import type { EventName, EventPayload, Method, MethodResult, Params } from '../shared/contract/methods.ts'
import { ExpectedFailure, type Failure, type Result } from '../shared/contract/result.ts'

/** What preload exposes; untyped at this edge, the library validated every answer before sending it. */
interface Door {
  invoke(method: string, params: unknown): Promise<Result<unknown>>
  on(event: string, handler: (payload: unknown) => void): () => void
  /** Paths on disk of files dropped onto the window. */
  pathsOf(files: File[]): string[]
}

declare global {
  interface Window {
    readonly chido: Door
  }
}

/** Calls a method and hands back its value or its expected failure. */
export async function invoke<M extends Method>(
  method: M,
  params: Params<M>,
): Promise<Result<MethodResult<M>>> {
  // The library process validated the answer against this very schema: the cast restores what the channel erased.
  return (await window.chido.invoke(method, params)) as Result<MethodResult<M>>
}

/** Calls a method and hands back its value; an expected failure is thrown as `ExpectedFailure`. */
export async function ask<M extends Method>(method: M, params: Params<M>): Promise<MethodResult<M>> {
  const result = await invoke(method, params)
  if (!result.ok) throw new ExpectedFailure(result.failure)
  return result.value
}

/** Listens to an event of the library; the function returned stops listening. */
export function on<E extends EventName>(event: E, handler: (payload: EventPayload<E>) => void): () => void {
  return window.chido.on(event, (payload) => handler(payload as EventPayload<E>))
}

/** Paths on disk of dropped files, empty ones left out. */
export function pathsOf(files: readonly File[]): readonly string[] {
  return window.chido.pathsOf([...files]).filter((path) => path !== '')
}

/** The failure behind anything thrown: an expected one as it is, a bug as `internal` with its message for the log. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ExpectedFailure) return error.failure
  return { code: 'internal', detail: error instanceof Error ? error.message : String(error) }
}
