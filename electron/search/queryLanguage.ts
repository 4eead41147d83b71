/** What a person typed comes in; filters, phrases and clauses in lunr's own language go out. Any string is accepted. */
import { SEARCH_FIELDS, type SearchField } from './fields.ts'
import { type LunrClause, lunrParts, OPTIONAL, PROHIBITED, type Presence, REQUIRED } from './lunrParts.ts'

/** What only the library can answer: it knows dates and the graph. `number` as typed, in any spelling. */
export type StructuredFilter =
  | { readonly kind: 'year'; readonly from: number | null; readonly to: number | null }
  | { readonly kind: 'cites' | 'citedby'; readonly number: string }
  /** Only among what another query finds. */
  | { readonly kind: 'in'; readonly query: string }

/** `"quy chế dân chủ"`: these words in this order. `fields` null: in any. */
export interface PhraseClause {
  readonly text: string
  readonly fields: readonly SearchField[] | null
  readonly presence: typeof REQUIRED | typeof PROHIBITED
}

/** A clause of lunr's parser and where its term stood in `lunrQuery`. */
export interface PlacedClause {
  readonly clause: LunrClause
  readonly start: number
  readonly end: number
}

/** A query taken apart. */
export interface ParsedQuery {
  /** What is left for lunr's parser. */
  readonly lunrQuery: string
  readonly filters: readonly StructuredFilter[]
  readonly phrases: readonly PhraseClause[]
  readonly clauses: readonly PlacedClause[]
  /** True when lunr's parser refused the text and it is searched as plain words. */
  readonly isReadAsWords: boolean
  /** True when the query was longer than the program reads. */
  readonly isShortened: boolean
}

/** Longer queries are pasted pages: their first words say enough. UTF-16 code units. */
const LONGEST_QUERY = 2000
/** Each is a search of its own. */
const MOST_FILTERS = 8
const FILTER = /(?<=^|\s)(year|cites|citedby|in):(?:"([^"]*)"|(\S+))/giu // «year:2023..2024», «in:"tôn giáo"»
const NESTED = /(?<=^|\s)in:/iu // «in:» of «in:in:tôn»: one search inside another is enough
const YEARS = /^(\d{4})?(\.\.)?(\d{4})?$/u // «2023», «2023..2024», «..2024»
const PHRASE = /(?<=^|\s)([+-]?)(?:(\w+):)?["“”]([^"“”]*)["“”]/gu // «"quy chế dân chủ"», «-title:"tạm thời"»
const DANGLING_OPERATOR = /[+-](?=[\s+-]|$)/gu // « - » of «kinh tế - xã hội»
const EXTREME_NUMBER = /([~^])(\d+)/gu // «~1», «^10»
const FARTHEST_EDIT = 2
const HIGHEST_BOOST = 100

/** Takes a query apart. Never throws. */
export function parseSearchQuery(query: string): ParsedQuery {
  const text = query.slice(0, LONGEST_QUERY).normalize('NFC')
  const filters: StructuredFilter[] = []
  const withoutFilters = text.replace(FILTER, (whole, name: string, quoted?: string, bare?: string) => {
    const filter = readFilter(name.toLowerCase(), quoted ?? bare ?? '')
    if (!filter || filters.length >= MOST_FILTERS) return whole
    filters.push(filter)
    return cut(whole)
  })
  const phrases: PhraseClause[] = []
  const lunrQuery = withoutFilters.replace(
    PHRASE,
    (whole, sign: string, field: string | undefined, words: string) => {
      const fields = field === undefined ? null : readField(field)
      if (fields === undefined) return whole
      phrases.push({ text: words, fields, presence: sign === '-' ? PROHIBITED : REQUIRED })
      return cut(whole)
    },
  )
  return {
    lunrQuery,
    filters,
    phrases,
    ...readClauses(lunrQuery),
    isShortened: query.length > LONGEST_QUERY,
  }
}

/** What was taken out leaves an empty line, so that the words around it are no neighbours. */
const cut = (whole: string): string => '\n\n'.padEnd(whole.length, ' ')

function readFilter(kind: string, value: string): StructuredFilter | null {
  if (kind === 'cites' || kind === 'citedby') return { kind, number: value }
  if (kind === 'in') return value.trim() === '' || NESTED.test(value) ? null : { kind, query: value }
  const years = YEARS.exec(value)
  if (!years || value === '' || value === '..') return null
  const [, first, range, last] = years
  if (range === undefined) return { kind: 'year', from: Number(first), to: Number(first) }
  return { kind: 'year', from: first ? Number(first) : null, to: last ? Number(last) : null }
}

function readField(name: string): readonly SearchField[] | undefined {
  const field = SEARCH_FIELDS.find((known) => known === name.toLowerCase())
  return field ? [field] : undefined
}

function readClauses(text: string): Pick<ParsedQuery, 'clauses' | 'isReadAsWords'> {
  const operators = text
    .replace(DANGLING_OPERATOR, ' ')
    .replace(EXTREME_NUMBER, (_, sign: string, digits: string) => limitNumber(sign, digits))
  // Lengths must not change: offsets of the parser point into `text`.
  const query = new lunrParts.Query([...SEARCH_FIELDS])
  const parser = new lunrParts.QueryParser(operators, query)
  try {
    parser.parse()
  } catch (error) {
    if (!(error instanceof lunrParts.QueryParseError)) throw error
    return { clauses: [wholeText(text)], isReadAsWords: true }
  }
  const terms = parser.lexer.lexemes.filter(({ type }) => type === 'TERM')
  const clauses = query.clauses.flatMap((clause, index) => {
    const lexeme = terms[index]
    return lexeme ? [{ clause, start: lexeme.start, end: lexeme.end }] : []
  })
  return { clauses, isReadAsWords: false }
}

function limitNumber(sign: string, digits: string): string {
  const limit = sign === '~' ? FARTHEST_EDIT : HIGHEST_BOOST
  return sign + String(Math.min(Number(digits), limit)).padStart(digits.length, '0')
}

function wholeText(text: string): PlacedClause {
  const clause: LunrClause = {
    term: text,
    fields: [...SEARCH_FIELDS],
    boost: 1,
    presence: OPTIONAL satisfies Presence,
    usePipeline: true,
  }
  return { clause, start: 0, end: text.length }
}
