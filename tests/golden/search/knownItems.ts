/** The documents to be found come in from `targets.json`; the ways people ask for them go out, each with its document. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { IndexedDocument } from '../../../electron/search/fields.ts'
import { foldWord } from '../../../shared/vietnamese/fold.ts'
import { punctuatedStretches, rememberedStretches } from './wholeTexts.ts'

const target = z.object({
  number: z.string(),
  kind: z.string(),
  issuer: z.string(),
  signer: z.string(),
  title: z.string(),
  body: z.string(),
  queries: z.array(z.string()),
  numbers: z.array(z.string()),
})

const targets = z
  .array(target)
  .parse(JSON.parse(readFileSync(new URL('./targets.json', import.meta.url), 'utf8')))

/** Numbers of the documents to be found, far from those of the made-up ones. */
const FIRST_TARGET_ID = 1_000_001

/** The documents to be found. */
export const targetDocuments: readonly IndexedDocument[] = targets.map(
  ({ number, kind, issuer, signer, title, body }, index) => ({
    documentId: FIRST_TARGET_ID + index,
    fields: { number, kind, issuer, signer, title, body: `${issuer}\nSố ${number}\n\n${title}\n\n${body}` },
  }),
)

/** One way of asking for one document. */
export interface KnownItem {
  readonly manner: string
  readonly query: string
  readonly documentId: number
}

const OLD_TONES: Readonly<Record<string, string>> = {
  òa: 'oà',
  óa: 'oá',
  ủy: 'uỷ',
  ùy: 'uỳ',
  úy: 'uý',
  ọa: 'oạ',
  ỏe: 'oẻ',
}
const NEW_TONE = /òa|óa|ủy|ùy|úy|ọa|ỏe/gu // «òa» of «hòa»
const OPEN_Y = /(?<=^|\s)(q?u?[klmqthsv]?)(ý|ỳ|ỷ|ỹ|y)(?=\s|$)/gu // «kỹ», «quỹ»
const Y_TO_I: Readonly<Record<string, string>> = { ý: 'í', ỳ: 'ì', ỷ: 'ỉ', ỹ: 'ĩ', y: 'i' }

/** Marks left out of every second word. */
const halfMarked = (query: string): string =>
  query
    .split(' ')
    .map((word, index) => (index % 2 === 0 ? word : foldWord(word)))
    .join(' ')

/** Two neighbouring letters of the longest word change places. */
function mistyped(query: string): string {
  const words = query.split(' ')
  const longest = words.reduce((one, other) => (other.length > one.length ? other : one), '')
  const swapped = longest.slice(0, -2) + longest.slice(-1) + longest.slice(-2, -1)
  return query.replace(longest, swapped)
}

const longestOf = (query: string): string =>
  query.split(' ').reduce((one, other) => (other.length > one.length ? other : one), '')

/** The longest word with its middle letter changed. */
function changed(query: string, change: (letter: string) => string): string {
  const longest = longestOf(query)
  const middle = Math.floor(longest.length / 2)
  return query.replace(
    longest,
    longest.slice(0, middle) + change(longest.charAt(middle)) + longest.slice(middle + 1),
  )
}

/** Two neighbours in the middle with nothing between them. */
function gluedTogether(query: string): string {
  const words = query.split(' ')
  const at = Math.floor(words.length / 2)
  return words.toSpliced(at - 1, 2, `${words[at - 1]}${words[at]}`).join(' ')
}

/** The longest word in two pieces. */
function tornApart(query: string): string {
  const longest = longestOf(query)
  const middle = Math.ceil(longest.length / 2)
  return query.replace(longest, `${longest.slice(0, middle)} ${longest.slice(middle)}`)
}

/** What scanning takes for another: the first of these that the query has. */
const SCANNED: readonly (readonly [RegExp, string])[] = [
  [/l(?=\p{L})/u, '1'],
  [/o/u, '0'],
  [/m(?=\p{L})/u, 'rn'],
  [/h(?=\p{L})/u, 'li'],
]
function badlyScanned(query: string): string {
  const found = SCANNED.find(([letter]) => letter.test(query))
  return found ? query.replace(found[0], found[1]) : query
}

/** Tones left out of every second word, hats, horns and breves out of the others: «thực hiện nhiệm vụ» → «thưc hiẹn nhiêm vụ». */
const otherMarks = (query: string): string =>
  query
    .normalize('NFD')
    .split(' ')
    .map((word, index) =>
      word.replace(index % 2 === 0 ? /[\u0300\u0301\u0309\u0303\u0323]/gu : /[\u0302\u0306\u031b]/gu, ''),
    )
    .join(' ')
    .normalize('NFC')

/** All manners of asking; those that change nothing in a query are left out for it. */
const MANNERS: Readonly<Record<string, (query: string) => string>> = {
  'as written': (query) => query,
  'without marks': foldWord,
  'half the marks': halfMarked,
  'old tone places, i for y': (query) =>
    query
      .replace(NEW_TONE, (rhyme) => OLD_TONES[rhyme] ?? rhyme)
      .replace(OPEN_Y, (_, onset: string, y: string) => onset + (Y_TO_I[y] ?? y)),
  decomposed: (query) => query.normalize('NFD'),
  capitals: (query) => query.toUpperCase(),
  'a typing error': mistyped,
  'a letter left out': (query) => changed(query, () => ''),
  'a letter typed twice': (query) => changed(query, (letter) => letter + letter),
  'a wrong letter': (query) => changed(foldWord(query), (letter) => (letter === 'x' ? 'v' : 'x')),
  'marks at the beginning only': (query) =>
    query
      .split(' ')
      .map((word, index, words) => (index < words.length / 2 ? word : foldWord(word)))
      .join(' '),
  'a word forgotten': (query) => query.split(' ').toSpliced(2, 1).join(' '),
  'the last word first': (query) =>
    [...query.split(' ').slice(-1), ...query.split(' ').slice(0, -1)].join(' '),
  unfinished: (query) => query.slice(0, -1),
  'grown together': gluedTogether,
  'torn apart': tornApart,
  'badly scanned': badlyScanned,
  'wrong marks': otherMarks,
}

const inEveryManner = (query: string, documentId: number): KnownItem[] =>
  Object.entries(MANNERS).flatMap(([manner, change]) => {
    const asked = change(query)
    return manner !== 'as written' && asked === query ? [] : [{ manner, query: asked, documentId }]
  })

/** Every way of asking for every document that was made to be found. */
const targetItems: readonly KnownItem[] = targets.flatMap(({ queries, numbers }, index) => {
  const documentId = FIRST_TARGET_ID + index
  const asked = queries.flatMap((query) => inEveryManner(query, documentId))
  return [...asked, ...numbers.map((query) => ({ manner: 'number', query, documentId }))]
})

/** The same, and every way of asking for stretches of whole texts. */
export const knownItems: readonly KnownItem[] = [
  ...targetItems,
  ...rememberedStretches.flatMap(({ query, documentId }) => [
    ...inEveryManner(query, documentId),
    { manner: 'in quotes', query: `"${query}"`, documentId },
  ]),
  ...punctuatedStretches.flatMap(({ query, documentId }) => [
    { manner: 'with its marks', query, documentId },
    { manner: 'in quotes with its marks', query: `"${query}"`, documentId },
  ]),
]
