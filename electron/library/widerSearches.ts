/** A search that found nothing in, the same search with less asked of it and how many each finds out. */
import type { DocumentFilter, SearchAnswer } from '../../shared/contract/views.ts'
import type { ParsedQuery } from '../search/queryLanguage.ts'

interface Search {
  readonly query: string
  readonly filter: DocumentFilter
}

type Wider = SearchAnswer['wider'][number]

const CONDITION = /(?<=^|\s)(?:year|cites|citedby|in):(?:"[^"]*"|\S+)/giu // «year:2023», «cites:25-NQ/TW»
const QUOTES = /["“”]/gu // «"quy chế dân chủ"»
const OPERATOR = /(?<=^|\s)(?:[+-]|\w+:)(?=\S)/gu // «+dân -tôn title:vận»
const WORD = /[\p{L}\p{M}\p{N}]{3,}/gu // «dân»

/** What may be dropped, in the order in which a person would try it. Only searches that find something are given. */
export function widerSearches(
  { phrases, filters }: ParsedQuery,
  { query, filter }: Search,
  count: (search: Search) => number,
): Wider[] {
  const tried: Omit<Wider, 'total'>[] = []
  if (Object.keys(filter).length > 0) tried.push({ dropped: 'filters', query, filter: {} })
  const bare = query.replace(CONDITION, '').trim()
  if (filters.length > 0) tried.push({ dropped: 'conditions', query: bare, filter: {} })
  const unquoted = bare.replace(QUOTES, ' ').replace(/ +/g, ' ').trim()
  if (phrases.length > 0) tried.push({ dropped: 'phrases', query: unquoted, filter: {} })
  const plain = unquoted.replace(OPERATOR, '').trim()
  if (plain !== unquoted) tried.push({ dropped: 'requirements', query: plain, filter: {} })
  const loose = plain.replace(WORD, (word) => `${word}~${word.length > 4 ? 2 : 1}`)
  if (loose !== plain) tried.push({ dropped: 'spelling', query: loose, filter: {} })

  const found: Wider[] = []
  for (const search of tried) {
    // Any word at all, nearly: offered only when nothing closer was found.
    if (search.query === '' || (search.dropped === 'spelling' && found.length > 0)) continue
    const total = count(search)
    if (total > 0) found.push({ ...search, total })
  }
  return found
}
