/** Backups: a library in, a complete copy of it in a new folder out; and a backup back into a library. */
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import type { MethodResult } from '../../shared/contract/methods.ts'
import { ExpectedFailure, fail, type Result, succeed } from '../../shared/contract/result.ts'
import type { ReadHandle } from '../db/handles.ts'
import { databasePath } from '../db/open.ts'
import { countLibrary } from '../db/statistics.ts'
import type { Session } from './session.ts'

/** What was written where. */
export type BackupResult = MethodResult<'library.backup'>

/** Originals copied at a time. */
const COPIES = 4

/**
 * Copies a library into `target`, which must not exist: the database as of one moment (SQLite's online backup, so the
 * library stays in use) and every original. The copy grows in `<target>.part` and gets its name when it is complete.
 */
export async function backUpLibrary(session: Session, target: string): Promise<Result<BackupResult>> {
  return copyInto(target, async (part) => {
    await session.reader.backup(databasePath(part))
    await copyOriginals(session.folder, part)
  })
}

/** Makes a library in `folder`, which must not exist, from a backup. Fails with `library_damaged` for anything else. */
export async function restoreLibrary(backup: string, folder: string): Promise<Result<BackupResult>> {
  if (!existsSync(databasePath(backup))) return fail('library_missing', backup)
  return copyInto(folder, async (part) => {
    await copyFile(databasePath(backup), databasePath(part))
    await copyOriginals(backup, part)
  })
}

async function copyInto(
  target: string,
  fill: (part: string) => Promise<void>,
): Promise<Result<BackupResult>> {
  if (existsSync(target)) return fail('library_exists', target)
  const part = `${target}.part`
  await rm(part, { recursive: true, force: true })
  await mkdir(join(part, 'files'), { recursive: true })
  try {
    await fill(part)
    const documents = countDocuments(part)
    const bytes = await sizeOf(part)
    await mkdir(dirname(target), { recursive: true })
    await rename(part, target)
    return succeed({ written: target, documents, bytes })
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    if (error instanceof ExpectedFailure) return { ok: false, failure: error.failure }
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return fail('disk_full', target)
    throw error
  }
}

/** Opens the copy as proof that it is a library. */
function countDocuments(folder: string): number {
  const db = new Database(databasePath(folder), { readonly: true }) as ReadHandle
  try {
    const [verdict] = db.prepare<[], string>('PRAGMA quick_check(1)').pluck().all()
    if (verdict !== 'ok')
      throw new ExpectedFailure({ code: 'library_damaged', subject: folder, detail: verdict })
    return countLibrary(db).documents
  } finally {
    db.close()
  }
}

async function copyOriginals(from: string, to: string): Promise<void> {
  const names = (await readdir(join(from, 'files'))).filter((name) => !name.endsWith('.part'))
  const next = names[Symbol.iterator]()
  await Promise.all(
    Array.from({ length: COPIES }, async () => {
      for (const name of next) await copyFile(join(from, 'files', name), join(to, 'files', name))
    }),
  )
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(join(folder, 'files'))
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, 'files', name))).size))
  return sizes.reduce((sum, size) => sum + size, (await stat(databasePath(folder))).size)
}
