/** A recognised page goes in, the few kilobytes it is kept as until its file is finished come out, and back. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { ReadPage, ReadWord, Rotation } from './page.ts'

/**
 * Names what a page was read with: model, resolution, repairs. A page kept by another recogniser is read anew, so this
 * is changed with everything that would read a page otherwise, and with the shape below.
 */
export const RECOGNISER = 'vie best_int 4.0.0, 200 dpi, 2'

/** A word as a row: names of fields would be half of what is kept. */
type Row = readonly [
  text: string,
  original: string | null,
  confidence: number,
  left: number,
  top: number,
  width: number,
  height: number,
  baseline: number,
  size: number,
  line: number,
]

interface Kept {
  readonly rotation: Rotation
  readonly skew: number
  readonly confidence: number
  readonly width: number
  readonly height: number
  readonly words: readonly Row[]
}

/** Packs a page: about 6 KB for a full one. */
export function packPage({ readWords, rotation, skew, confidence, width, height }: ReadPage): Uint8Array {
  const words = readWords.map(
    ({ text, original, confidence: sure, box, baseline, size, line }): Row => [
      text,
      original,
      sure,
      box.left,
      box.top,
      box.width,
      box.height,
      baseline,
      size,
      line,
    ],
  )
  const kept: Kept = { rotation, skew, confidence, width, height, words }
  return deflateRawSync(JSON.stringify(kept))
}

/** Unpacks what `packPage` of the same `RECOGNISER` packed. */
export function unpackPage(packed: Uint8Array): ReadPage {
  const { words, ...page }: Kept = JSON.parse(inflateRawSync(packed).toString('utf8'))
  return { ...page, readWords: words.map(toWord) }
}

const toWord = ([
  text,
  original,
  confidence,
  left,
  top,
  width,
  height,
  baseline,
  size,
  line,
]: Row): ReadWord => ({
  text,
  original,
  confidence,
  box: { left, top, width, height },
  baseline,
  size,
  line,
})
