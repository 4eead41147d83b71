/** The library in, its documents one by one as a register lists them out: by date, then number. */
import { type StoredDocument, toMetadata } from './documents.ts'
import type { ReadHandle } from './handles.ts'

/** A document of the register. */
export type RegisterRow = ReturnType<typeof toMetadata> & {
  readonly fileName: string
  readonly importedAt: string
  readonly pageCount: number
}

/** Walks all documents; nothing is gathered. */
export function* iterateRegister(db: ReadHandle): Generator<RegisterRow> {
  const rows = db
    .prepare<[], StoredDocument>(
      'SELECT * FROM documents ORDER BY issued_on NULLS LAST, number_value NULLS LAST, symbol, id',
    )
    .iterate()
  for (const row of rows)
    yield {
      ...toMetadata(row),
      fileName: row.file_name,
      importedAt: row.imported_at,
      pageCount: row.page_count,
    }
}
