/** A page's picture goes in; it is turned upright, read, repaired and laid out, and comes out as `OcrPage`. */
import type { Canvas } from '@napi-rs/canvas'
import { layOut } from '../layout/document.ts'
import { dropScraps, partGlued } from './debris.ts'
import type { Engine } from './engine.ts'
import { repairMarks } from './marks.ts'
import { type OcrPage, POOR_CONFIDENCE, type ReadWord, type Rotation } from './page.ts'
import { type GreyImage, greyOf, releaseCanvas, turnCanvas } from './pixels.ts'
import { locateWords, placeWords, warnOfNumbers } from './placed.ts'
import { repairNumbers, repairQuotes } from './repair.ts'
import { findLineDirection } from './skew.ts'

/** Options of one page. `likelyRotation` is asked when the page's turn comes: how the file's last page was turned. */
export interface RecogniseOptions {
  readonly signal?: AbortSignal | undefined
  readonly likelyRotation?: (() => Rotation) | undefined
}

interface Attempt {
  readonly rotation: Rotation
  readonly skew: number
  readonly words: readonly ReadWord[]
  readonly confidence: number
  readonly width: number
  readonly height: number
}

/** Fewer letters than this say nothing about which way is up. */
const LEAST_LETTERS = 20

/**
 * Reads one page. Lines that run up the page are levelled first; a poor reading is tried again upside down, and the
 * better of both is kept.
 */
export async function recognisePage(
  page: Canvas,
  engine: Engine,
  options: RecogniseOptions = {},
): Promise<OcrPage> {
  const asItLies = greyOf(page)
  const direction = findLineDirection(asItLies)
  const turns: readonly Rotation[] = direction.isOnSide ? [90, 270] : [0, 180]
  const likely = options.likelyRotation?.()
  let ordered = turns.toSorted((one, other) => Number(other === likely) - Number(one === likely))
  if (direction.isOnSide && ordered[0] !== likely) {
    const probe = densestBand(turnedGrey(page, turns[0] ?? 0, direction.skew))
    const words = await engine.recognise(probe, options.signal)
    if (meanConfidence(words) < POOR_CONFIDENCE) ordered = turns.toReversed()
  }
  let best: Attempt | null = null
  for (const rotation of ordered) {
    const isStraight = rotation === 0 && direction.skew === 0
    const grey = isStraight ? asItLies : turnedGrey(page, rotation, direction.skew)
    const words = await engine.recognise(grey, options.signal)
    const { width, height } = grey
    const attempt = {
      rotation,
      skew: direction.skew,
      words,
      confidence: meanConfidence(words),
      width,
      height,
    }
    if (best === null || attempt.confidence > best.confidence) best = attempt
    if (!isPoor(attempt)) break
  }
  if (best === null) throw new Error('a page has two ways to lie')
  return finishPage(best)
}

const isPoor = ({ words, confidence }: Attempt): boolean =>
  confidence < POOR_CONFIDENCE &&
  words.reduce((letters, word) => letters + word.text.length, 0) >= LEAST_LETTERS

/** Rows read to learn which way a page on its side is up: about six lines, an eighth of the page's cost. */
const PROBE_ROWS = 320

/** The stretch of rows holding most ink. */
function densestBand(page: GreyImage): GreyImage {
  const rows = Math.min(PROBE_ROWS, page.height)
  const ink = Array.from({ length: page.height }, (_, y) => {
    let dark = 0
    for (let at = y * page.width; at < (y + 1) * page.width; at += 4)
      if ((page.data[at] ?? 255) < 128) dark += 1
    return dark
  })
  let sum = ink.slice(0, rows).reduce((one, other) => one + other, 0)
  let best = { top: 0, sum }
  for (let top = 1; top + rows <= page.height; top += 1) {
    sum += (ink[top + rows - 1] ?? 0) - (ink[top - 1] ?? 0)
    if (sum > best.sum) best = { top, sum }
  }
  const data = page.data.slice(best.top * page.width, (best.top + rows) * page.width)
  return { width: page.width, height: rows, data }
}

function turnedGrey(page: Canvas, rotation: Rotation, skew: number): GreyImage {
  const turned = turnCanvas(page, rotation, skew)
  const grey = greyOf(turned)
  if (turned !== page) releaseCanvas(turned)
  return grey
}

function meanConfidence(words: readonly ReadWord[]): number {
  const letters = words.reduce((sum, word) => sum + word.text.length, 0)
  if (letters === 0) return 0
  return words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / letters
}

function finishPage({ rotation, skew, words, confidence, width, height }: Attempt): OcrPage {
  const readWords = repairQuotes(repairMarks(repairNumbers(partGlued(dropScraps(words)))))
  const placed = placeWords(readWords, width, height)
  const { text, blocks } = layOut([placed])
  const located = locateWords(readWords, text)
  return {
    text,
    blocks,
    words: located,
    warnings: warnOfNumbers(text, located),
    rotation,
    skew,
    confidence,
    width,
    height,
    placed,
    readWords,
  }
}
