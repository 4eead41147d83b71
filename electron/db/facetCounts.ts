/** Numbers of documents come in; how many of them carry each kind, issuer, year … goes out, counted over columns kept in memory. */
import type { Facets } from '../../shared/contract/views.ts'
import { contentVersion } from './contentVersion.ts'
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
/** Below this the columns are read after every change, before the answer; above it behind the answers. */
const SHORT_MS = 25
/** Documents read at a time: a few milliseconds. */
const ROWS_A_STEP = 2000

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

  /**
   * Counts every value over these documents, the most frequent first. In a large library that has just changed these are
   * the counts of a moment ago, until somebody has worked through `refreshInSteps`.
   */
  count(documentIds: Uint32Array): Facets {
    if (this.version === '' || (this.isStale && this.readingMs <= SHORT_MS)) {
      for (const _ of this.refreshInSteps());
    }
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
      dossier: this.dossiers ? countDossiers(this.dossiers, documentIds).slice(0, MOST_FACET_VALUES) : [],
    }
  }

  /** True when it is time to work through `refreshInSteps`: not after every change of a library that keeps changing. */
  get isBehind(): boolean {
    return this.isStale && performance.now() - this.readAt >= this.readingMs * PATIENCE
  }

  /** Reads the columns anew, a step at a time; what was read before stays in use until the last. */
  *refreshInSteps(): Generator<void, void> {
    const version = contentVersion(this.db)
    const columns = new ColumnReader(this.db)
    let spent = 0
    for (let isDone = false; !isDone; ) {
      const startedAt = performance.now()
      isDone = columns.readOn()
      spent += performance.now() - startedAt
      yield
    }
    const dossiers = yield* readDossierMembers(this.db)
    this.columns = columns.byName()
    this.dossiers = dossiers
    this.version = version
    this.readAt = performance.now()
    this.readingMs = spent
  }

  private get isStale(): boolean {
    return contentVersion(this.db) !== this.version
  }
}

/** Reads the columns by rising document number. */
class ColumnReader {
  private readonly rows
  private readonly columns: Column[]
  private readonly places = NAMES.map(() => new Map<string, number>())
  private last = 0

  constructor(db: ReadHandle) {
    const highest = statement<[], { id: number | null }>(db, 'SELECT max(id) AS id FROM documents').get()?.id
    this.columns = NAMES.map((): Column => ({ values: [], codes: new Uint32Array((highest ?? 0) + 1) }))
    this.rows = statement<[number], readonly [number, ...(string | null)[]]>(
      db,
      `SELECT documents.id, ${NAMES.map((name) => FACET_COLUMNS[name]).join(', ')} FROM documents
       WHERE documents.id > ? ORDER BY documents.id LIMIT ${ROWS_A_STEP}`,
    ).raw()
  }

  /** Reads some more documents; true when there were no more. */
  readOn(): boolean {
    const rows = this.rows.all(this.last)
    for (const [id, ...values] of rows) {
      for (let at = 0; at < values.length; at += 1) this.note(id, at, values[at] ?? null)
      this.last = id
    }
    return rows.length < ROWS_A_STEP
  }

  byName(): Map<ColumnName, Column> {
    return new Map(NAMES.flatMap((name, at) => (this.columns[at] ? [[name, this.columns[at]] as const] : [])))
  }

  private note(id: number, at: number, value: string | null): void {
    const column = this.columns[at]
    const known = this.places[at]
    if (value === null || !column || !known) return
    let place = known.get(value)
    if (place === undefined) {
      place = column.values.push(value)
      known.set(value, place)
    }
    column.codes[id] = place
  }
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
