/** Numbers of documents come in; how many of them carry each kind, issuer, year … goes out, counted over columns kept in memory. */
import type { Facets } from '../../shared/contract/views.ts'
import { countDossiers, type DossierMembers, readDossierMembers } from './dossierCounts.ts'
import type { ReadHandle } from './handles.ts'
import { statement } from './statements.ts'

/** Facets with one value a document; it may lie in several dossiers. */
type ColumnName = Exclude<keyof Facets, 'dossier'>

/** What a facet reads of a document; NULL is counted nowhere. */
export const FACET_COLUMNS = {
  kind: 'documents.kind',
  issuer: 'documents.issuer',
  level: 'documents.level',
  year: 'substr(documents.issued_on, 1, 4)',
  province: 'documents.province',
  format: 'documents.format',
  folder: "nullif(documents.folder, '')",
} as const satisfies Record<ColumnName, string>

/** Values shown of one facet. */
export const MOST_FACET_VALUES = 200

const NAMES = Object.keys(FACET_COLUMNS) as ColumnName[]
/** Reading the columns of a large library takes a moment; while it keeps changing, this many times that moment passes. */
const PATIENCE = 10
/** Below this the columns are read after every change. */
const SHORT_MS = 25

interface Column {
  readonly values: string[]
  /** By document number: one more than the place of its value; 0 where it has none. */
  readonly codes: Uint32Array
}

/** Counts over all matches of a search cost a step a document and facet; reading them from the table costs many. */
export class FacetCounter {
  private readonly db: ReadHandle
  private columns: ReadonlyMap<ColumnName, Column> = new Map()
  private dossiers: DossierMembers | null = null
  private version = ''
  private readAt = Number.NEGATIVE_INFINITY
  private readingMs = 0

  constructor(db: ReadHandle) {
    this.db = db
  }

  /** Counts every value over these documents, the most frequent first. */
  count(documentIds: Uint32Array): Facets {
    this.refresh()
    const count = (name: ColumnName): { value: string; count: number }[] => {
      const column = this.columns.get(name)
      return column ? countColumn(column, documentIds) : []
    }
    return {
      kind: count('kind'),
      issuer: count('issuer'),
      level: count('level'),
      year: count('year'),
      province: count('province'),
      format: count('format'),
      folder: count('folder'),
      dossier: this.dossiers ? countDossiersAmong(this.dossiers, documentIds) : [],
    }
  }

  private refresh(): void {
    const version = versionOf(this.db)
    const startedAt = performance.now()
    const isWaiting = this.readingMs > SHORT_MS && startedAt - this.readAt < this.readingMs * PATIENCE
    if (version === this.version || isWaiting) return
    this.columns = readColumns(this.db)
    this.dossiers = readDossierMembers(this.db)
    this.version = version
    this.readAt = performance.now()
    this.readingMs = this.readAt - startedAt
  }
}

/** Changes with every write, by this handle or another. */
function versionOf(db: ReadHandle): string {
  const own = statement<[], { changes: number }>(db, 'SELECT total_changes() AS changes').get()?.changes
  return `${own}/${String(db.pragma('data_version', { simple: true }))}`
}

function readColumns(db: ReadHandle): Map<ColumnName, Column> {
  const highest = statement<[], { id: number | null }>(db, 'SELECT max(id) AS id FROM documents').get()?.id
  const columns = NAMES.map((): Column => ({ values: [], codes: new Uint32Array((highest ?? 0) + 1) }))
  const places = NAMES.map(() => new Map<string, number>())
  const rows = statement<[], readonly [number, ...(string | null)[]]>(
    db,
    `SELECT documents.id, ${NAMES.map((name) => FACET_COLUMNS[name]).join(', ')} FROM documents`,
  ).raw()
  for (const [id, ...values] of rows.iterate()) {
    for (const [at, value] of values.entries()) {
      const column = columns[at]
      const known = places[at]
      if (value === null || !column || !known) continue
      let place = known.get(value)
      if (place === undefined) {
        place = column.values.push(value)
        known.set(value, place)
      }
      column.codes[id] = place
    }
  }
  return new Map(NAMES.flatMap((name, at) => (columns[at] ? [[name, columns[at]] as const] : [])))
}

function countColumn(
  { values, codes }: Column,
  documentIds: Uint32Array,
): { value: string; count: number }[] {
  const counts = new Uint32Array(values.length + 1)
  for (let index = 0; index < documentIds.length; index += 1) {
    const code = codes[documentIds[index] ?? 0] ?? 0
    counts[code] = (counts[code] ?? 0) + 1
  }
  return values
    .map((value, place) => ({ value, count: counts[place + 1] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, MOST_FACET_VALUES)
}

function countDossiersAmong(members: DossierMembers, documentIds: Uint32Array): Facets['dossier'] {
  if (members.names.length === 0) return []
  const among = new Uint8Array((members.documents.at(-1) ?? 0) + 1)
  // A number past the end is of a document in no dossier: such writes change nothing.
  for (let at = 0; at < documentIds.length; at += 1) among[documentIds[at] ?? 0] = 1
  return countDossiers(members, among).slice(0, MOST_FACET_VALUES)
}
