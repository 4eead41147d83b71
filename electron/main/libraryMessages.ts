/** The messages between the window's host and the library process: requests go in, answers and events come out. */
import type { EventName } from '../../shared/contract/methods.ts'
import type { Result } from '../../shared/contract/result.ts'

/** What the host sends. `close` asks for an orderly end: what is written stays, the lock is freed. */
export type ToLibraryProcess =
  | { readonly kind: 'request'; readonly id: number; readonly method: string; readonly params: unknown }
  | { readonly kind: 'close' }

/** What the library process sends. Every request gets exactly one answer with its id. */
export type FromLibraryProcess =
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'event'; readonly name: EventName; readonly payload: unknown }

/** A running library process, seen from the host. */
export interface LibraryChannel {
  post(message: ToLibraryProcess): void
  /** Called for each message; set before the first request is posted. */
  onMessage(receive: (message: FromLibraryProcess) => void): void
  /** Called once, with the exit code, however the process ended. */
  onExit(ended: (code: number) => void): void
  kill(): void
}
