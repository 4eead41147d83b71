/** What a person typed comes in; filters, phrases and clauses in lunr's own language go out. Any string is accepted. */
import { type Condition, findConditions, LONGEST_QUERY } from '../../shared/search/conditions.ts'
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
  /** The query as read: NFC, and no longer than the program reads. */
  readonly text: string
  /** What is left of it for lunr's parser; everything stands where it stood in `text`. */
  readonly lunrQuery: string
  readonly filters: readonly StructuredFilter[]
  readonly phrases: readonly PhraseClause[]
  readonly clauses: readonly PlacedClause[]
  /** True when lunr's parser refused the text and it is searched as plain words. */
  readonly isReadAsWords: boolean
  /** True when the query was longer than the program reads. */
  readonly isShortened: boolean
}

const YEARS = /^(\d{4})?(\.\.)?(\d{4})?$/u // «2023», «2023..2024», «..2024»
/** «"quy chế dân chủ"», «-title:"tạm thời"»; straight quotes may hold others: «"thi đua “Dân vận khéo”"». */
const PHRASE = /(?<=^|\s)([+-]?)(?:(\w+):)?(?:"([^"]*)"|["“”]([^"“”]*)["“”])/gu
const FIELD = /(?<=^|[\s+-])\w+(?=:)/gu // «TITLE» of «TITLE:dân»
const SPACED_NUMBER = /(?<=\d\s)-(?=\p{Lu}{1,7}\s?[-/])/gu // «-» of «25 -NQ/TW»
const LONE_COLON = /:(?=\s|$)/gu // «:» of «Kính gửi: dân vận», of «title:» not typed to its end
const DANGLING_OPERATOR = /[+-](?=[\s+-]|$)/gu // « - » of «kinh tế - xã hội»
const EXTREME_NUMBER = /([~^])(\d+)/gu // «~1», «^10»
const FARTHEST_EDIT = 2
const HIGHEST_BOOST = 100

/** Takes a query apart. Never throws. */
export function parseSearchQuery(query: string): ParsedQuery {
  const text = query.slice(0, LONGEST_QUERY).normalize('NFC')
  const filters: StructuredFilter[] = []
  let withoutFilters = text
  for (const condition of findConditions(text)) {
    const filter = readFilter(condition)
    if (!filter) continue
    filters.push(filter)
    const { start, end } = condition
    withoutFilters = withoutFilters.slice(0, start) + cut(text.slice(start, end)) + withoutFilters.slice(end)
  }
  const phrases: PhraseClause[] = []
  const lunrQuery = withoutFilters.replace(
    PHRASE,
    (whole, sign: string, field?: string, straight?: string, curly?: string) => {
      const fields = field === undefined ? null : readField(field)
      if (fields === undefined) return whole
      phrases.push({ text: straight ?? curly ?? '', fields, presence: sign === '-' ? PROHIBITED : REQUIRED })
      return cut(whole)
    },
  )
  return {
    text,
    lunrQuery,
    filters,
    phrases,
    ...readClauses(lunrQuery),
    isShortened: query.length > LONGEST_QUERY,
  }
}

/** What was taken out leaves an empty line, so that the words around it are no neighbours. */
const cut = (whole: string): string => '\n\n'.padEnd(whole.length, ' ')

function readFilter({ name, value }: Condition): StructuredFilter | null {
  if (name === 'cites' || name === 'citedby') return { kind: name, number: value }
  // Two conditions side by side say the same as one inside the other.
  if (name === 'in') return findConditions(value).some(isInside) ? null : { kind: name, query: value }
  const years = YEARS.exec(value)
  if (!years || value === '..') return null
  const [, first, range, last] = years
  if (range === undefined) return { kind: 'year', from: Number(first), to: Number(first) }
  return { kind: 'year', from: first ? Number(first) : null, to: last ? Number(last) : null }
}

const isInside = ({ name }: Condition): boolean => name === 'in'

function readField(name: string): readonly SearchField[] | undefined {
  const field = SEARCH_FIELDS.find((known) => known === name.toLowerCase())
  return field ? [field] : undefined
}

function readClauses(text: string): Pick<ParsedQuery, 'clauses' | 'isReadAsWords'> {
  const operators = text
    .replace(SPACED_NUMBER, ' ')
    .replace(LONE_COLON, ' ')
    .replace(DANGLING_OPERATOR, ' ')
    .replace(EXTREME_NUMBER, (_, sign: string, digits: string) => limitNumber(sign, digits))
    .replace(FIELD, (name) => readField(name)?.[0] ?? name)
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
