/** Takes method calls, gives their results from the library process, and starts that process again when it dies. */
import type { EventName } from '../../shared/contract/methods.ts'
import { fail, type Result } from '../../shared/contract/result.ts'
import type { FromLibraryProcess, LibraryChannel } from './libraryMessages.ts'

/** What the client tells its owner when the process ended without being asked to. */
export interface LibraryLoss {
  readonly exitCode: number
  /** False after repeated deaths: the owner should say so and offer to leave. */
  readonly isRestarted: boolean
  /** The library that was open, and how opening it again went; null when none was open. */
  readonly reopening: Result<unknown> | null
}

/** The parts the client is built from; `start` launches a process, `now` is a clock in milliseconds. */
export interface LibraryClientParts {
  readonly start: () => LibraryChannel
  readonly now: () => number
  readonly emit: (name: EventName, payload: unknown) => void
  readonly onLoss: (loss: LibraryLoss) => void
}

/** The host's side of the library. */
export interface LibraryClient {
  invoke(method: string, params: unknown): Promise<Result<unknown>>
  /** Asks the process to end in order and waits, at most `limitMs`; then kills it. */
  close(limitMs: number): Promise<void>
}

/** Three deaths within a minute are no accident any more. */
const DEATHS_BEFORE_GIVING_UP = 3
const DEATHS_WINDOW_MS = 60_000

/** Starts the library process and connects to it. */
export function createLibraryClient(parts: LibraryClientParts): LibraryClient {
  const waiting = new Map<number, (result: Result<unknown>) => void>()
  let nextId = 1
  let openFolder: string | null = null
  let deaths: readonly number[] = []
  let channel: LibraryChannel | null = connect()
  let onClosed: (() => void) | null = null

  function connect(): LibraryChannel {
    const started = parts.start()
    started.onMessage(receive)
    started.onExit((code) => void ended(code))
    return started
  }

  function receive(message: FromLibraryProcess): void {
    if (message.kind === 'event') {
      parts.emit(message.name, message.payload)
      return
    }
    const answer = waiting.get(message.id)
    waiting.delete(message.id)
    answer?.(message.result)
  }

  async function ended(exitCode: number): Promise<void> {
    channel = null
    for (const answer of waiting.values()) {
      answer(fail('internal', undefined, `library process ended with code ${exitCode}`))
    }
    waiting.clear()
    if (onClosed) {
      onClosed()
      return
    }
    deaths = [...deaths.filter((at) => parts.now() - at < DEATHS_WINDOW_MS), parts.now()]
    if (deaths.length >= DEATHS_BEFORE_GIVING_UP) {
      parts.onLoss({ exitCode, isRestarted: false, reopening: null })
      return
    }
    channel = connect()
    const reopening = openFolder === null ? null : await send('library.open', { folder: openFolder })
    parts.onLoss({ exitCode, isRestarted: true, reopening })
  }

  function send(method: string, params: unknown): Promise<Result<unknown>> {
    const target = channel
    if (!target) return Promise.resolve(fail('internal', undefined, 'library process is not running'))
    return new Promise((resolve) => {
      const id = nextId
      nextId += 1
      waiting.set(id, resolve)
      target.post({ kind: 'request', id, method, params })
    })
  }

  async function invoke(method: string, params: unknown): Promise<Result<unknown>> {
    const result = await send(method, params)
    if (result.ok && method === 'library.open') openFolder = folderOf(result.value)
    if (result.ok && method === 'library.close') openFolder = null
    return result
  }

  function close(limitMs: number): Promise<void> {
    const target = channel
    if (!target) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(() => target.kill(), limitMs)
      onClosed = () => {
        clearTimeout(timer)
        resolve()
      }
      target.post({ kind: 'close' })
    })
  }

  return { invoke, close }
}

/** The folder of a library status, null for anything else. */
function folderOf(status: unknown): string | null {
  if (typeof status !== 'object' || status === null || !('folder' in status)) return null
  return typeof status.folder === 'string' ? status.folder : null
}
