/** Expected failures as values: comes in a code and facts, goes out `Result`; wording happens at the edge. */

/** Every failure the program expects. A new one gets its Vietnamese wording in `shared/wording/errors.ts`. */
export const FAILURE_CODES = [
  // files
  'file_missing',
  'file_unreadable',
  'file_changed_while_reading',
  'file_empty',
  'name_not_unicode',
  'file_too_large',
  'format_unsupported',
  'format_mismatch',
  'heic_unsupported',
  'file_damaged',
  'password_protected',
  'no_text_layer',
  'ocr_unavailable',
  'no_page_image',
  'archive_bomb',
  'archive_too_deep',
  'encryption_unsupported',
  'extraction_timeout',
  'extraction_out_of_memory',
  'extraction_crashed',
  'secret_marked',
  'cancelled',
  // library
  'library_missing',
  'library_exists',
  'library_locked',
  'library_damaged',
  'library_read_only',
  'library_not_open',
  'library_closed',
  'schema_too_new',
  'disk_full',
  // requests
  'bad_request',
  'not_found',
  'ambiguous',
  'query_unreadable',
  'target_unwritable',
  'original_changed',
  'dossier_exists',
  'already_running',
  'internal',
] as const

/** One expected failure code. */
export type FailureCode = (typeof FAILURE_CODES)[number]

/** An expected failure: `code` says what, `subject` names the file or number it concerns, `detail` is for logs. */
export interface Failure {
  readonly code: FailureCode
  readonly subject?: string | undefined
  readonly detail?: string | undefined
}

/** A value or an expected failure. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure }

/** Wraps a value. */
export const succeed = <T>(value: T): Result<T> => ({ ok: true, value })

/** Wraps a failure. */
export const fail = (
  code: FailureCode,
  subject?: string,
  detail?: string,
): { ok: false; failure: Failure } => ({
  ok: false,
  failure: { code, subject, detail },
})

/** Thrown where a failure must cross a transaction or several calls; carries the same `Failure`. */
export class ExpectedFailure extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.detail ?? `${failure.code}${failure.subject ? `: ${failure.subject}` : ''}`)
    this.name = 'ExpectedFailure'
    this.failure = failure
  }
}

/** Marks a case the types say cannot happen. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`)
}
