/** Held documents and a pattern in, the readable names of their originals out, each told apart from the others. */
import {
  type NamedDocument,
  numberedPath,
  pathKey,
  readablePath,
} from '../../shared/documents/readableNames.ts'
import { findDocument, toMetadata } from '../db/documents.ts'
import { readDossiersOf } from '../db/dossiers.ts'
import type { ReadHandle } from '../db/handles.ts'
import { statement } from '../db/statements.ts'

/** What an original is named and verified by. */
export interface NamedOriginal extends NamedDocument {
  readonly sha256: string
  readonly byteSize: number
}

/** The names a pattern gives the first of these documents, and how many bytes all of them have. */
export function previewNames(
  db: ReadHandle,
  ids: readonly number[],
  pattern: string,
  limit: number,
): { names: string[]; bytes: number } {
  const names = claimedNames()
  const bytes = statement<[string], number>(
    db,
    'SELECT coalesce(sum(byte_size), 0) FROM documents WHERE id IN (SELECT value FROM json_each(?))',
  )
    .pluck()
    .get(JSON.stringify(ids))
  return {
    names: ids.slice(0, limit).flatMap((id) => {
      const original = readNamed(db, id)
      return original ? [names.claim(pattern, original)] : []
    }),
    bytes: bytes ?? 0,
  }
}

/** Reads the facts of one document; undefined when it is no longer held. */
export function readNamed(db: ReadHandle, id: number): NamedOriginal | undefined {
  const row = findDocument(db, id)
  return (
    row && {
      ...toMetadata(row),
      id,
      fileName: row.file_name,
      format: row.format,
      sha256: row.sha256,
      byteSize: row.byte_size,
      // A file without a text has its name for a title, with the ending.
      ...(row.title === row.file_name && { title: null }),
      dossiers: readDossiersOf(db, row.sha256).map(({ name }) => name),
    }
  )
}

/** Names given out in one folder. */
export interface NameClaims {
  /** The next name of this document that nobody was given: «… (2)», «… (3)» for its second, third asking. */
  claim(pattern: string, document: NamedDocument): string
}

/** Starts with every name free. */
export function claimedNames(): NameClaims {
  const taken = new Set<string>()
  /** By the name without a number: the last number given, so that a thousand of one name are not tried anew each time. */
  const lastCopy = new Map<string, number>()
  return {
    claim: (pattern, document) => {
      const first = readablePath(pattern, document)
      const base = pathKey(first)
      for (let copy = (lastCopy.get(base) ?? 0) + 1; ; copy += 1) {
        const path = copy === 1 ? first : numberedPath(first, copy)
        lastCopy.set(base, copy)
        if (taken.has(pathKey(path))) continue
        taken.add(pathKey(path))
        return path
      }
    },
  }
}
