/** Words of a query come in; terms for what their abbreviations stand for, and the other way round, go out. */
import { type FoundNumber, findNumbers } from '../../shared/documents/number.ts'
import type { Abbreviation, Abbreviations } from '../../shared/vietnamese/abbreviations.ts'
import { readWords, type Word } from '../../shared/vietnamese/words.ts'
import type { Change } from './corrections.ts'
import { pairTerm } from './terms.ts'

/** Terms to add with their weight, and readings to offer: each a change of the words. */
export interface AbbreviationReading {
  readonly terms: readonly { readonly term: string; readonly boost: number }[]
  readonly suggestions: readonly { readonly label: string; readonly change: Change }[]
}

/** One certain reading counts nearly as the words themselves; of several readings each counts less. */
const CERTAIN_BOOST = 2
const UNCERTAIN_BOOST = 0.7
const HAS_VOWEL = /[aeiouy]/u // «tu», «hu»: could be a word, so only capitals make it an abbreviation
const CAPITALS = /^[^\p{Ll}]{2,}$/u // «TU», «MTTQ», «4.0»

/** Reads abbreviations both ways. Ambiguous ones are offered, and assumed only in the field of kinds («kind:KH»). */
export function readAbbreviations(
  source: string,
  words: readonly Word[],
  table: Abbreviations,
  fields: readonly string[],
): AbbreviationReading {
  const terms: { term: string; boost: number }[] = []
  const suggestions: AbbreviationReading['suggestions'][number][] = []
  let numbers: readonly FoundNumber[] | null = null
  const isKindOnly = fields.length === 1 && fields[0] === 'kind'
  for (const word of words) {
    const abbreviation = table.byKey.get(word.key)
    const typed = source.slice(word.start, word.end)
    if (!abbreviation || (HAS_VOWEL.test(word.key) && !CAPITALS.test(typed) && typed !== abbreviation.short))
      continue
    // «KH» of «41-KH/BDVTU» is nothing to read another way.
    numbers ??= findNumbers(source)
    if (numbers.some(({ start, end }) => start <= word.start && word.end <= end)) continue
    if (!abbreviation.isAmbiguous || isKindOnly) terms.push(...expand(abbreviation))
    else {
      for (const expansion of abbreviation.expansions) {
        const change = { start: word.start, end: word.end, text: expansion }
        suggestions.push({ label: `${abbreviation.short}: ${expansion}`, change })
      }
    }
  }
  return { terms: [...terms, ...contract(words, table)], suggestions }
}

function expand(abbreviation: Abbreviation): { term: string; boost: number }[] {
  const boost = abbreviation.expansions.length > 1 ? UNCERTAIN_BOOST : CERTAIN_BOOST
  return abbreviation.expansions.flatMap((expansion) => {
    const words = readWords(expansion)
    const pairs = words.slice(1).map((word, index) => pairTerm(words[index]?.key ?? '', word.key))
    const terms = pairs.length > 0 ? pairs : words.map(({ key }) => key)
    return terms.map((term) => ({ term, boost: boost / terms.length }))
  })
}

/** «Mặt trận Tổ quốc» → «mttq». */
function contract(words: readonly Word[], table: Abbreviations): { term: string; boost: number }[] {
  const terms: { term: string; boost: number }[] = []
  for (let start = 0; start < words.length; start += 1) {
    let joined = ''
    for (const [length, word] of words.slice(start, start + table.longest).entries()) {
      if (length > 0 && !word.joinsPrevious) break
      joined = length === 0 ? word.key : `${joined} ${word.key}`
      if (length === 0) continue
      for (const { key, isAmbiguous } of table.byExpansion.get(joined) ?? []) {
        terms.push({ term: key, boost: isAmbiguous ? UNCERTAIN_BOOST : CERTAIN_BOOST })
      }
    }
  }
  return terms
}
