/** Words of a query come in; terms for the phrases that mean the same go out. */
import type { Synonyms } from '../../shared/vietnamese/synonyms.ts'
import { readWords, type Word } from '../../shared/vietnamese/words.ts'
import { numberTerms, pairTerm } from './terms.ts'

/** A synonym counts nearly as the words themselves; its terms share the weight. */
const SYNONYM_BOOST = 2

/** Looks every run of the words up, both ways: a nickname gives the number, the number the nickname. */
export function readSynonyms(
  words: readonly Word[],
  { byPhrase, longest }: Synonyms,
): { readonly term: string; readonly boost: number }[] {
  const phrases = new Set<string>()
  for (let start = 0; start < words.length; start += 1) {
    let joined = ''
    for (const [length, word] of words.slice(start, start + longest).entries()) {
      joined = length === 0 ? word.key : `${joined} ${word.key}`
      for (const phrase of byPhrase.get(joined) ?? []) phrases.add(phrase)
    }
  }
  return [...phrases].flatMap((phrase) => {
    const terms = termsOf(phrase)
    return terms.map((term) => ({ term, boost: SYNONYM_BOOST / terms.length }))
  })
}

/** A number is one term, a phrase its pairs. */
function termsOf(phrase: string): string[] {
  const words = readWords(phrase)
  const numbers = words.flatMap((_, index) => numberTerms(phrase, words, index).slice(0, 1))
  if (numbers.length > 0) return numbers
  const pairs = words.slice(1).map((word, index) => pairTerm(words[index]?.key ?? '', word.key))
  return pairs.length > 0 ? pairs : words.map(({ key }) => key)
}
