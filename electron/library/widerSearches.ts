/** A search that found nothing in, the same search with less asked of it and how many each finds out. */
import type { DocumentFilter, SearchAnswer } from '../../shared/contract/views.ts'
import { findConditions, withoutConditions } from '../../shared/search/conditions.ts'
import type { ParsedQuery } from '../search/queryLanguage.ts'

interface Search {
  readonly query: string
  readonly filter: DocumentFilter
}

type Wider = SearchAnswer['wider'][number]

const QUOTES = /["“”]/gu // «"quy chế dân chủ"»
const QUOTE_OF_FIELD = /(?<=\w:)["“]/gu // «kind:"báo cáo"»
const OPERATOR = /(?<=^|\s)(?:[+-](?:\w+:)?|\w+:)(?=\S)/gu // «+dân -tôn title:vận +kind:KH»
const WORD = /[\p{L}\p{M}\p{N}]{3,}(?![\p{L}\p{M}\p{N}:])/gu // «dân», not «title» of «title:»

/** What may be dropped, in the order in which a person would try it. Only searches that find something are given. */
export function widerSearches(
  { phrases, filters }: ParsedQuery,
  { query, filter }: Search,
  count: (search: Search) => number,
): Wider[] {
  const tried: Omit<Wider, 'total'>[] = []
  if (Object.keys(filter).length > 0) tried.push({ dropped: 'filters', query, filter: {} })
  const bare = withoutConditions(query, findConditions(query)).trim()
  if (filters.length > 0) tried.push({ dropped: 'conditions', query: bare, filter: {} })
  const unquoted = bare.replace(QUOTE_OF_FIELD, '').replace(QUOTES, ' ').replace(/ +/g, ' ').trim()
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
