/** Options of a command in, the open library behind its contract out; both hosts share the same core. */
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type {
  EventName,
  EventPayload,
  LibraryMethod,
  MethodResult,
  Params,
} from '../../shared/contract/methods.ts'
import { createLibraryHost } from '../library/host.ts'
import { unwrap } from './exit.ts'

const checkout = fileURLToPath(new URL('../../', import.meta.url))

/** Vocabularies, samples and models. */
export const resourcesFolder = join(checkout, 'resources')
/** The program that reads one file in a process of its own. */
export const extractionEntry = join(checkout, 'electron', 'ingest', 'extractionProcess.ts')

/** The library of a command: what it was told, else `CHIDO_LIBRARY`, else the default of the user's documents. */
export function libraryFolder(told: string | undefined): string {
  return told ?? process.env.CHIDO_LIBRARY ?? join(homedir(), 'Documents', 'Chỉ Đỏ')
}

/** An open library. `call` throws an `ExpectedFailure` where the method fails. */
export interface OpenLibrary {
  call<M extends LibraryMethod>(method: M, params: Params<M>): Promise<MethodResult<M>>
  on<E extends EventName>(name: E, handler: (payload: EventPayload<E>) => void): void
  close(): Promise<void>
}

/** How a command opens its library. */
export interface OpenOptions {
  readonly folder: string
  readonly access: 'read' | 'write'
  readonly create?: boolean
  readonly jobs?: number | undefined
}

/** Opens a library for one command. The caller closes it. */
export async function openLibrary(options: OpenOptions): Promise<OpenLibrary> {
  const handlers = new Map<EventName, ((payload: never) => void)[]>()
  const host = createLibraryHost({
    resourcesFolder,
    extractionEntry,
    access: options.access,
    jobs: options.jobs,
    emit: (name, payload) => {
      for (const handler of handlers.get(name) ?? []) handler(payload as never)
    },
  })
  const library: OpenLibrary = {
    // The core answers with exactly what the contract says of the method.
    call: async (method, params) =>
      unwrap(await host.dispatch(method, params)) as MethodResult<typeof method>,
    on: (name, handler) => {
      handlers.set(name, [...(handlers.get(name) ?? []), handler])
    },
    close: () => host.close(),
  }
  try {
    await library.call('library.open', { folder: options.folder, create: options.create ?? false })
  } catch (error) {
    await host.close()
    throw error
  }
  return library
}

/** Opens a library, runs, closes it whatever happens. */
export async function withLibrary<T>(
  options: OpenOptions,
  run: (library: OpenLibrary) => Promise<T>,
): Promise<T> {
  const library = await openLibrary(options)
  try {
    return await run(library)
  } finally {
    await library.close()
  }
}
