/** Searches a person keeps by name, and the queries searched last. */
import type { DocumentFilter, RememberedSearches, SavedSearch } from '../../shared/contract/views.ts'
import type { ReadHandle, WriteHandle } from './handles.ts'
import { statement } from './statements.ts'

/** Recent queries kept. */
const RECENT_LIMIT = 20

/** Saved searches by name, recent queries newest first. */
export function readSearches(db: ReadHandle): RememberedSearches {
  const saved = statement<[], Omit<SavedSearch, 'filter'> & { readonly filter: string }>(
    db,
    'SELECT id, name, query, filter, sort, saved_at AS savedAt FROM saved_searches ORDER BY folded(name), id',
  ).all()
  const recent = statement<[], string>(
    db,
    'SELECT query FROM recent_searches ORDER BY searched_at DESC, rowid DESC',
  )
    .pluck()
    .all()
  return {
    // Written by `saveSearch` from a checked filter.
    saved: saved.map((row) => ({ ...row, filter: JSON.parse(row.filter) as DocumentFilter })),
    recent,
  }
}

/** Keeps a search under a name; the same name again replaces it. Returns its id. */
export function saveSearch(db: WriteHandle, search: Omit<SavedSearch, 'id'>): number {
  const id = statement<[object], number>(
    db,
    `INSERT INTO saved_searches (name, query, filter, sort, saved_at) VALUES (@name, @query, @filter, @sort, @savedAt)
       ON CONFLICT (name) DO UPDATE SET query = excluded.query, filter = excluded.filter, sort = excluded.sort,
         saved_at = excluded.saved_at
       RETURNING id`,
  )
    .pluck()
    .get({ ...search, filter: JSON.stringify(search.filter) })
  if (id === undefined) throw new Error('RETURNING gave no row')
  return id
}

/** Forgets a saved search; false when there is none. */
export function deleteSavedSearch(db: WriteHandle, id: number): boolean {
  return statement(db, 'DELETE FROM saved_searches WHERE id = ?').run(id).changes === 1
}

/** Puts a query on top of the recent ones. */
export function saveRecentSearch(db: WriteHandle, query: string, searchedAt: string): void {
  statement(db, 'INSERT OR REPLACE INTO recent_searches (query, searched_at) VALUES (?, ?)').run(
    query,
    searchedAt,
  )
  statement(
    db,
    `DELETE FROM recent_searches WHERE query NOT IN
       (SELECT query FROM recent_searches ORDER BY searched_at DESC, rowid DESC LIMIT ?)`,
  ).run(RECENT_LIMIT)
}

/** Forgets the recent queries. */
export function deleteRecentSearches(db: WriteHandle): void {
  statement(db, 'DELETE FROM recent_searches').run()
}
