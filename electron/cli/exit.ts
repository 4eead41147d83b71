/** Failures in, the exit codes every command keeps out. */
import { ExpectedFailure, type Failure, type FailureCode, type Result } from '../../shared/contract/result.ts'

/** 0 done, 1 done but some items failed, 2 wrong usage, 3 the library cannot be opened. */
export const EXIT = { done: 0, someFailed: 1, usage: 2, noLibrary: 3 } as const

const LIBRARY_CODES: ReadonlySet<FailureCode> = new Set([
  'library_missing',
  'library_exists',
  'library_locked',
  'library_damaged',
  'library_read_only',
  'library_not_open',
  'schema_too_new',
])

/** The exit code of a failure. */
export function exitCodeOf({ code }: Failure): number {
  if (LIBRARY_CODES.has(code)) return EXIT.noLibrary
  return code === 'bad_request' ? EXIT.usage : EXIT.someFailed
}

/** The value, or the failure thrown to where the command line words it. */
export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new ExpectedFailure(result.failure)
  return result.value
}
