/** Brings a database to the current schema: takes a handle, runs the numbered migrations it lacks, each in one transaction. */
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fail, type Result, succeed } from '../../shared/contract/result.ts'
import type { WriteHandle } from './handles.ts'
import { librarySchema } from './migrations/001-library.ts'
import { searchSchema } from './migrations/002-search.ts'
import { tracingSchema } from './migrations/003-tracing.ts'
import { versionsSchema } from './migrations/004-versions.ts'
import { watchSchema } from './migrations/005-watch.ts'
import { keepingSchema } from './migrations/006-keeping.ts'
import { synonymsSchema } from './migrations/007-synonyms.ts'
import { dossiersSchema } from './migrations/008-dossiers.ts'
import { recognisedPagesSchema } from './migrations/009-recognisedPages.ts'
import { convertedPiecesSchema } from './migrations/010-convertedPieces.ts'
import { evidenceMarksSchema } from './migrations/011-evidenceMarks.ts'
import { importMembersSchema } from './migrations/012-importMembers.ts'
import { sourcePlacesSchema } from './migrations/013-sourcePlaces.ts'
import { reviewCountsSchema } from './migrations/014-reviewCounts.ts'
import { postingPlacesSchema } from './migrations/015-postingPlaces.ts'

/** One step of the schema. Never edited once released: a change is a new step. */
export interface Migration {
  readonly version: number
  readonly up: (db: WriteHandle) => void
}

/** All steps, in order. */
export const MIGRATIONS: readonly Migration[] = [
  librarySchema,
  searchSchema,
  tracingSchema,
  versionsSchema,
  watchSchema,
  keepingSchema,
  synonymsSchema,
  dossiersSchema,
  recognisedPagesSchema,
  convertedPiecesSchema,
  evidenceMarksSchema,
  importMembersSchema,
  sourcePlacesSchema,
  reviewCountsSchema,
  postingPlacesSchema,
]

/** The schema this program writes. */
export const SCHEMA_VERSION = Math.max(...MIGRATIONS.map((migration) => migration.version))

/**
 * Runs what is missing up to `target`. An existing library is first copied into `backupFolder`.
 * A newer database is refused with `schema_too_new`, untouched.
 */
export function migrate(db: WriteHandle, backupFolder: string, target = SCHEMA_VERSION): Result<number> {
  const current = Number(db.pragma('user_version', { simple: true }))
  if (current > target)
    return fail('schema_too_new', db.name, `schema ${current}, this program knows ${target}`)
  const missing = MIGRATIONS.filter(({ version }) => version > current && version <= target)
  if (current > 0 && missing.length > 0) backUp(db, backupFolder, current)
  for (const migration of missing) {
    db.transaction(() => {
      migration.up(db)
      db.pragma(`user_version = ${migration.version}`)
    })()
  }
  return succeed(target)
}

function backUp(db: WriteHandle, backupFolder: string, version: number): void {
  mkdirSync(backupFolder, { recursive: true })
  let path = join(backupFolder, `before-migration-from-${version}.db`)
  for (let copy = 2; existsSync(path); copy++) {
    path = join(backupFolder, `before-migration-from-${version}-${copy}.db`)
  }
  db.prepare('VACUUM INTO ?').run(path)
}
