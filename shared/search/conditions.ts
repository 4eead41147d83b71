/** A query as typed comes in; its conditions («year:2023», «in:"dân vận"») with their places, and the query with one more or fewer, go out. */

/** What a condition may ask for. */
export type ConditionName = 'year' | 'cites' | 'citedby' | 'in'

/** A condition inside a query; `start` and `end` are UTF-16 offsets. `value` is what was meant, without quotes around it. */
export interface Condition {
  readonly name: ConditionName
  readonly value: string
  readonly start: number
  readonly end: number
}

/** Longer queries are pasted pages: their first words say enough. UTF-16 code units. */
export const LONGEST_QUERY = 2000
/** Each may be a search of its own. Further ones are words. */
export const MOST_CONDITIONS = 8
/** «year:2023..2024», «in:"tôn giáo"». A quote inside quotes is written twice; quotes still open reach to the end. */
const CONDITION =
  /(?<=^|\s)(year|cites|citedby|in):(?:"([^"]*(?:""[^"]*)*)(?:"|$)|“([^“”]*)(?:”|$)|([^\s“][^\s]*))/giu

/** The conditions of a query, in order; those without a value are words. */
export function findConditions(query: string): readonly Condition[] {
  const found: Condition[] = []
  for (const match of query.matchAll(CONDITION)) {
    const [whole, name = '', quoted, curly, bare] = match
    const value = quoted?.replaceAll('""', '"') ?? curly ?? bare ?? ''
    if (value.trim() === '') continue
    const start = match.index
    found.push({ name: name.toLowerCase() as ConditionName, value, start, end: start + whole.length })
    if (found.length === MOST_CONDITIONS) break
  }
  return found
}

/** The query without these of its conditions. */
export function withoutConditions(query: string, conditions: readonly Condition[]): string {
  let rest = ''
  let at = 0
  const add = (piece: string): void => {
    rest = rest === '' ? piece.trimStart() : `${rest.trimEnd()} ${piece.trimStart()}`
  }
  for (const { start, end } of conditions) {
    add(query.slice(at, start))
    at = end
  }
  add(query.slice(at))
  return rest
}

const writeInside = (value: string): string => `in:"${value.replaceAll('"', '""')}"`

/**
 * The query that searches inside the results of this one, with room at its end for words; conditions `in:` it has already
 * stay beside the new one. Null where there is nothing to search inside of, or the query would grow longer than is read.
 */
export function searchInside(query: string): string | null {
  const inside = findConditions(query).filter(({ name }) => name === 'in')
  const words = withoutConditions(query, inside)
  if (words.trim() === '' || inside.length >= MOST_CONDITIONS) return null
  const deeper = [...inside.map(({ value }) => value), words]
    .map((value) => `${writeInside(value)} `)
    .join('')
  return deeper.length > LONGEST_QUERY ? null : deeper
}

/** The query without this condition; what it searched inside of, when nothing else is left. */
export function leaveCondition(query: string, condition: Condition): string {
  const rest = withoutConditions(query, [condition])
  return rest.trim() === '' ? condition.value : rest
}
