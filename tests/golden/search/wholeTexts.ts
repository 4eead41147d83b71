/** Whole documents of the golden set and the samples come in; stretches of words that tell one from the others go out, as things people remember. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import { readFile } from '../../../electron/ingest/readers/index.ts'
import type { IndexedDocument } from '../../../electron/search/fields.ts'
import { readWords, type Word } from '../../../shared/vietnamese/words.ts'
import { makeDocuments } from './corpus.ts'

/** A text that is a sample as well is read from the sample's own file. */
const FOLDERS = ['../citations', '../citations/blind', '../../../resources/samples']
const FILE = /\.(?:txt|docx|pdf)$/u // «72-KH-HU.pdf»
/** Numbers of these documents, far from those of the made-up ones. */
const FIRST_ID = 2_000_001
/** A stretch people remember. Words. */
const SHORTEST = 5
const LONGEST = 8
/** Where in the text a stretch is looked for, from there on until one tells the text from the others. */
const PLACES = [0.2, 0.5, 0.8]
/** In the header and the recipients stand names and forms of address, no words remembered. */
const MOST_STEPS = 400

const paths = FOLDERS.flatMap((folder) => {
  const full = join(import.meta.dirname, folder)
  return readdirSync(full)
    .filter((name) => FILE.test(name))
    .sort()
    .map((name) => ({ name: parse(name).name, path: join(full, name) }))
})
const byName = new Map(paths.map(({ name, path }) => [name, path]))

/** In what formats the whole texts lie. */
export const wholeFormats = [...byName.values()].map((path) => parse(path).ext.slice(1))

/** Every whole text as the readers give it, its body alone: what its header could add is not counted on. */
export const wholeDocuments: readonly IndexedDocument[] = await Promise.all(
  [...byName.values()].map(async (path, index) => {
    const read = await readFile(path, readFileSync(path))
    if (!read.ok) throw new Error(`${path}: ${read.failure.code}`)
    const body = read.value.text.normalize('NFC')
    return {
      documentId: FIRST_ID + index,
      fields: { number: '', kind: '', issuer: '', signer: '', title: '', body },
    }
  }),
)

const keyText = (text: string): string =>
  ` ${readWords(text)
    .map(({ key }) => key)
    .join(' ')} `
const keyTexts = new Map(wholeDocuments.map(({ documentId, fields }) => [documentId, keyText(fields.body)]))

/** Made-up documents the whole texts lie among. */
export const surroundings: readonly IndexedDocument[] = [
  ...makeDocuments({ count: 2000, seed: 21, shortest: 60, longest: 600 }),
]
const madeUpKeys = surroundings.flatMap(({ fields }) => Object.values(fields).map(keyText)).join('\n')

const isOwn = (documentId: number, keys: string): boolean =>
  [...keyTexts].every(([id, other]) => id === documentId || !other.includes(` ${keys} `))

/** One stretch of a whole text. */
interface Stretch {
  readonly documentId: number
  readonly query: string
}

/** Which stretches are looked for. */
interface Manner {
  /** Whether a word may follow the one before, from what stands between the two. */
  readonly joins: (word: Word, between: string) => boolean
  readonly wanted: RegExp
}

/**
 * Stretches of words, side by side in a sentence, with two neighbours no other whole text has: what tells a paper from
 * the others. «của Tỉnh ủy về công tác» may stand in one paper alone, yet nobody looks for a paper by it.
 */
export const rememberedStretches: readonly Stretch[] = stretchesOf({
  joins: ({ joinsPrevious }) => joinsPrevious,
  wanted: /./u,
})

const MARK_INSIDE = /^ ?[,/–-] ?$/u // «, » of «cấp ủy, chính quyền», « - » of «chính trị - xã hội»

/** The same with a mark or two in them, as they are copied from a paper. */
export const punctuatedStretches: readonly Stretch[] = stretchesOf({
  joins: ({ joinsPrevious }, between) => joinsPrevious || MARK_INSIDE.test(between),
  wanted: /[,/–-]/u,
})

function stretchesOf(manner: Manner): readonly Stretch[] {
  return wholeDocuments.flatMap(({ documentId, fields: { body } }) =>
    PLACES.flatMap((place, at) => {
      const query = findStretch(
        documentId,
        body,
        place,
        // By the text itself, so that a paper added leaves the stretches of the others as they are.
        SHORTEST + ((at + body.length) % (LONGEST - SHORTEST + 1)),
        manner,
      )
      return query === null ? [] : [{ documentId, query }]
    }),
  )
}

function findStretch(
  documentId: number,
  body: string,
  place: number,
  length: number,
  { joins, wanted }: Manner,
): string | null {
  const words = readWords(body)
  const from = Math.floor(words.length * place)
  for (let start = from; start < Math.min(from + MOST_STEPS, words.length - length); start += 1) {
    const stretch = words.slice(start, start + length)
    const isWhole = stretch.every(
      (word, at) => at === 0 || joins(word, body.slice(stretch[at - 1]?.end, word.start)),
    )
    const isWords = stretch.every(({ key }) => /^[a-z]{2,}$/.test(key)) // «dan», not «25» or «a»
    const [first] = stretch
    const last = stretch.at(-1)
    if (!first || !last || !isWhole || !isWords) continue
    const text = body
      .slice(first.start, last.end)
      .replace(/["“”‘’'«»]/g, ' ')
      .replace(/\s+/g, ' ')
    const hasOwnPair = stretch
      .slice(1)
      .some((word, at) => word.joinsPrevious && isOwn(documentId, `${stretch[at]?.key} ${word.key}`))
    const isMadeUp = madeUpKeys.includes(` ${stretch.map(({ key }) => key).join(' ')} `)
    if (hasOwnPair && !isMadeUp && wanted.test(text)) return text
  }
  return null
}
