/** An open library: its folder, its handles and what every handler works with. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { EventName, EventPayload } from '../../shared/contract/methods.ts'
import { fail, type Result, succeed } from '../../shared/contract/result.ts'
import type { Vocabulary } from '../../shared/documents/vocabulary.ts'
import type { Abbreviations } from '../../shared/vietnamese/abbreviations.ts'
import { foldWord } from '../../shared/vietnamese/fold.ts'
import type { ReadHandle, WriteHandle } from '../db/handles.ts'
import { type LibraryLock, takeLock } from '../db/lock.ts'
import { SCHEMA_VERSION } from '../db/migrate.ts'
import { openForReading, openForWriting } from '../db/open.ts'

/** Sends an event to whoever hosts the library. */
export type Emit = <E extends EventName>(name: E, payload: EventPayload<E>) => void

/** An open library. `writer` is null when it was opened for reading only. */
export interface Session {
  readonly folder: string
  readonly reader: ReadHandle
  readonly writer: WriteHandle | null
  close(): void
}

/** What handlers are given beside their parameters. */
export interface LibraryContext {
  readonly session: Session
  readonly vocabulary: Vocabulary
  readonly abbreviations: Abbreviations
  /** Groups of phrases the program holds for the same. */
  readonly synonyms: readonly (readonly string[])[]
  readonly emit: Emit
}

/** Opens a library folder as its one writer, creating it when asked. */
export function openSession(folder: string, create: boolean): Result<Session> {
  if (create) mkdirSync(join(folder, 'files'), { recursive: true })
  const lock = takeLockOf(folder)
  if (!lock.ok) return lock
  const opened = openForWriting(folder, create)
  if (!opened.ok) {
    lock.value.release()
    return opened
  }
  const db = opened.value
  registerFunctions(db)
  return succeed({
    folder,
    reader: db,
    writer: db,
    close: () => {
      db.close()
      lock.value.release()
    },
  })
}

/** Opens a library folder for reading, beside the window or alone. */
export function openReadingSession(folder: string): Result<Session> {
  const opened = openForReading(folder, SCHEMA_VERSION)
  if (!opened.ok) return opened
  const db = opened.value
  registerFunctions(db)
  return succeed({ folder, reader: db, writer: null, close: () => db.close() })
}

/** The writer's handle, or the failure that says why there is none. */
export function writerOf(session: Session): Result<WriteHandle> {
  return session.writer ? succeed(session.writer) : fail('library_read_only', session.folder)
}

function takeLockOf(folder: string): Result<LibraryLock> {
  try {
    return takeLock(folder)
  } catch (error) {
    // The folder is not there or may not be written: opening the database words that better than its lock does.
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CANTOPEN')
      return fail('library_missing', folder)
    if (error instanceof TypeError) return fail('library_missing', folder)
    throw error
  }
}

/** `folded(text)` sorts Vietnamese without its marks, in SQL. */
function registerFunctions(db: ReadHandle): void {
  db.function('folded', { deterministic: true }, (text: unknown) =>
    typeof text === 'string' ? foldWord(text) : null,
  )
}
