/** Terms come in, their numbers and the bits of their spellings go out; new ones are stored. Used by the writer only. */
import type { WriteHandle } from '../db/handles.ts'
import { statement } from '../db/statements.ts'
import { MOST_FORMS } from './postings.ts'
import { writingEpoch } from './state.ts'

/** A stored term. `forms` in the order of their bits. */
export interface StoredTerm {
  readonly termId: number
  readonly forms: string[]
}

/** Separates the forms in their column; no word contains it. */
export const FORM_SEPARATOR = '\n'
/** Some 10 MB of terms each for those met lately and those met before; what neither met again is forgotten. */
const MOST_CACHED_TERMS = 40_000

interface Cache {
  readonly epoch: number
  lately: Map<string, StoredTerm>
  before: Map<string, StoredTerm>
}
const caches = new WeakMap<WriteHandle, Cache>()

/** Looks terms up for one change of the index. */
export class TermDictionary {
  private readonly cache: Cache
  private readonly find
  private readonly insert
  private readonly update

  constructor(db: WriteHandle) {
    this.cache = cacheOf(db)
    this.find = statement<[string], { termId: number; forms: string }>(
      db,
      'SELECT term_id AS termId, forms FROM search_terms WHERE term = ?',
    )
    this.insert = statement<[string, string]>(db, 'INSERT INTO search_terms (term, forms) VALUES (?, ?)')
    this.update = statement<[string, number]>(db, 'UPDATE search_terms SET forms = ? WHERE term_id = ?')
  }

  /** The number of a term and the bits of the spellings it was met in, storing what is new. */
  resolve(term: string, forms: readonly string[]): { readonly termId: number; readonly bits: number } {
    const stored = this.read(term) ?? this.create(term, forms)
    let bits = 0
    for (const form of forms) bits |= 1 << this.bitOf(stored, form)
    return { termId: stored.termId, bits: bits >>> 0 }
  }

  private read(term: string): StoredTerm | null {
    const cached = this.cache.lately.get(term)
    if (cached) return cached
    const earlier = this.cache.before.get(term)
    if (earlier) return this.keep(term, earlier)
    const row = this.find.get(term)
    if (!row) return null
    return this.keep(term, { termId: row.termId, forms: row.forms.split(FORM_SEPARATOR) })
  }

  private create(term: string, forms: readonly string[]): StoredTerm {
    const kept = forms.slice(0, MOST_FORMS)
    const termId = Number(this.insert.run(term, kept.join(FORM_SEPARATOR)).lastInsertRowid)
    return this.keep(term, { termId, forms: kept })
  }

  private bitOf(stored: StoredTerm, form: string): number {
    const known = stored.forms.indexOf(form)
    if (known >= 0) return known
    if (stored.forms.length >= MOST_FORMS) return MOST_FORMS
    stored.forms.push(form)
    this.update.run(stored.forms.join(FORM_SEPARATOR), stored.termId)
    return stored.forms.length - 1
  }

  private keep(term: string, stored: StoredTerm): StoredTerm {
    if (this.cache.lately.size >= MOST_CACHED_TERMS) {
      this.cache.before = this.cache.lately
      this.cache.lately = new Map()
    }
    this.cache.lately.set(term, stored)
    return stored
  }
}

/** A change that was rolled back leaves numbers in the cache that no row has; the epoch gives it away. */
function cacheOf(db: WriteHandle): Cache {
  const epoch = writingEpoch(db)
  const known = caches.get(db)
  if (known && known.epoch === epoch) return known
  const fresh: Cache = { epoch, lately: new Map(), before: new Map() }
  caches.set(db, fresh)
  return fresh
}
