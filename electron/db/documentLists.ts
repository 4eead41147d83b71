/** Filters in, lists of documents with their total and facets out. */

import { assertNever } from '../../shared/contract/result.ts'
import type { DOCUMENT_SORTS, DocumentFilter, DocumentRow, Facets } from '../../shared/contract/views.ts'
import { dossierName } from '../../shared/documents/dossierNames.ts'
import { type ListedDocument, toDocumentRow } from './documents.ts'
import { countDossiers, dossierMembers } from './dossierCounts.ts'
import { DOSSIER_NAMES, IN_DOSSIERS } from './dossiers.ts'
import { FACET_COLUMNS, MOST_FACET_VALUES } from './facetCounts.ts'
import type { ReadHandle } from './handles.ts'

type Sort = (typeof DOCUMENT_SORTS)[number]

/** A document a person should look at: doubtful metadata, an open warning or a citation that fits several instruments. */
const NEEDS_REVIEW = `(documents.is_doubtful = 1
  OR EXISTS (SELECT 1 FROM text_warnings w WHERE w.document_id = documents.id AND w.status = 'open')
  OR EXISTS (SELECT 1 FROM citations c WHERE c.document_id = documents.id AND c.resolution = 'ambiguous'))`

const ROW = `SELECT documents.*, instruments.cited_by, ${NEEDS_REVIEW} AS needs_review, ${DOSSIER_NAMES} AS dossiers
  FROM documents LEFT JOIN instruments ON instruments.id = documents.instrument_id`

interface Condition {
  readonly sql: string
  readonly values: readonly (string | number)[]
}

/** The filter as SQL over `documents`; each field narrows, its values are alternatives. */
function conditionOf(filter: DocumentFilter): Condition {
  const parts: Condition[] = []
  const among = (column: string, values: readonly (string | number)[] | undefined): void => {
    if (values && values.length > 0)
      parts.push({ sql: `${column} IN (${values.map(() => '?').join(', ')})`, values })
  }
  among('documents.kind', filter.kind)
  among('documents.issuer', filter.issuer)
  among('documents.level', filter.level)
  among('CAST(substr(documents.issued_on, 1, 4) AS INTEGER)', filter.year)
  among('documents.province', filter.province)
  among('documents.format', filter.format)
  among('documents.folder', filter.folder)
  if (filter.dossier && filter.dossier.length > 0)
    parts.push({ sql: IN_DOSSIERS, values: [JSON.stringify(filter.dossier.map(dossierName))] })
  if (filter.from) parts.push({ sql: 'documents.issued_on >= ?', values: [filter.from] })
  if (filter.to) parts.push({ sql: 'documents.issued_on <= ?', values: [filter.to] })
  if (filter.needsReview !== undefined)
    parts.push({ sql: `${NEEDS_REVIEW} = ?`, values: [Number(filter.needsReview)] })
  if (filter.isUnread !== undefined)
    parts.push({ sql: '(documents.unread_code IS NOT NULL) = ?', values: [Number(filter.isUnread)] })
  return {
    sql: parts.length > 0 ? parts.map(({ sql }) => sql).join(' AND ') : 'TRUE',
    values: parts.flatMap(({ values }) => values),
  }
}

/** `folded` is a function the library registers: Vietnamese order without its marks, close enough for a list. */
function orderOf(sort: Sort, isDescending: boolean): string {
  const direction = isDescending ? 'DESC' : 'ASC'
  switch (sort) {
    case 'number':
      return `documents.number_value ${direction} NULLS LAST, documents.symbol ${direction}`
    case 'issuedOn':
      return `documents.issued_on ${direction} NULLS LAST`
    case 'title':
      return `folded(documents.title) ${direction} NULLS LAST`
    case 'issuer':
      return `folded(documents.issuer) ${direction} NULLS LAST`
    case 'importedAt':
      return `documents.imported_at ${direction}`
    case 'citedByCount':
      return `instruments.cited_by ${direction} NULLS LAST`
    default:
      return assertNever(sort)
  }
}

/** What a list asks for. */
export interface ListRequest {
  readonly filter: DocumentFilter
  readonly sort: Sort
  readonly descending: boolean
  readonly limit: number
  readonly offset: number
}

/** One window of the list and how long the whole is. */
export function listDocuments(
  db: ReadHandle,
  request: ListRequest,
): { total: number; documents: DocumentRow[] } {
  const condition = conditionOf(request.filter)
  const total = db
    .prepare<(string | number)[], number>(`SELECT count(*) FROM documents WHERE ${condition.sql}`)
    .pluck()
    .get(...condition.values)
  const rows = db
    .prepare<(string | number)[], ListedDocument>(
      `${ROW} WHERE ${condition.sql} ORDER BY ${orderOf(request.sort, request.descending)}, documents.id DESC LIMIT ? OFFSET ?`,
    )
    .all(...condition.values, request.limit, request.offset)
  return { total: total ?? 0, documents: rows.map(toDocumentRow) }
}

/** Ids of one window of the list. */
export function listIds(db: ReadHandle, { filter, sort, descending, limit, offset }: ListRequest): number[] {
  const condition = conditionOf(filter)
  return db
    .prepare<(string | number)[], number>(
      `SELECT documents.id FROM documents LEFT JOIN instruments ON instruments.id = documents.instrument_id
       WHERE ${condition.sql} ORDER BY ${orderOf(sort, descending)}, documents.id DESC LIMIT ? OFFSET ?`,
    )
    .pluck()
    .all(...condition.values, limit, offset)
}

/** Rows of these documents, in the order asked for. */
export function listDocumentsById(db: ReadHandle, ids: readonly number[]): DocumentRow[] {
  const rows = db
    .prepare<[string], ListedDocument>(`${ROW} WHERE documents.id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(ids))
  const byId = new Map(rows.map((row) => [row.id, toDocumentRow(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** One window of these documents, newest or highest number first. */
export function sortIds(
  db: ReadHandle,
  ids: Iterable<number>,
  sort: 'issuedOn' | 'number',
  limit: number,
  offset: number,
): number[] {
  return db
    .prepare<[string, number, number], number>(
      `SELECT documents.id FROM documents WHERE documents.id IN (SELECT value FROM json_each(?))
       ORDER BY ${orderOf(sort, true)}, documents.id DESC LIMIT ? OFFSET ?`,
    )
    .pluck()
    .all(JSON.stringify([...ids]), limit, offset)
}

/** Ids of the documents a filter lets through, or null when it lets all through. */
export function filteredIds(db: ReadHandle, filter: DocumentFilter): Set<number> | null {
  const condition = conditionOf(filter)
  if (condition.values.length === 0) return null
  const ids = db
    .prepare<(string | number)[], number>(`SELECT id FROM documents WHERE ${condition.sql}`)
    .pluck()
    .all(...condition.values)
  return new Set(ids)
}

/** Counts of every value over the documents of a filter. */
export function countFacets(db: ReadHandle, filter: DocumentFilter): Facets {
  const { sql, values } = conditionOf(filter)
  const count = (expression: string): { value: string; count: number }[] =>
    db
      .prepare<(string | number)[], { value: string; count: number }>(
        `SELECT ${expression} AS value, count(*) AS count FROM documents
         WHERE ${sql} AND ${expression} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_FACET_VALUES}`,
      )
      .all(...values)
  const dossiers = dossierMembers(db)
  return {
    kind: count(FACET_COLUMNS.kind),
    issuer: count(FACET_COLUMNS.issuer),
    level: count(FACET_COLUMNS.level),
    year: count(FACET_COLUMNS.year),
    province: count(FACET_COLUMNS.province),
    format: count(FACET_COLUMNS.format),
    folder: count(FACET_COLUMNS.folder),
    dossier:
      dossiers.names.length === 0
        ? []
        : countDossiers(dossiers, filteredIds(db, filter)).slice(0, MOST_FACET_VALUES),
  }
}
