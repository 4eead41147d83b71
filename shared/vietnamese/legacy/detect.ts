/** Text or bytes go in; the encoding they were written in comes out, by how Vietnamese each decoding reads. */
import { bytesAsText, isBeyondBytes } from './codePage.ts'
import { decodeLegacy, LEGACY_ENCODINGS, type LegacyEncoding } from './encodings.ts'
import { FREQUENT_WORDS } from './frequentWords.ts'
import { isSyllable } from './syllable.ts'

/** An encoding or plain Unicode. */
export type TextEncoding = LegacyEncoding | 'unicode'

/**
 * What the letters of a text speak for. `confidence` 0..1 is how much better the winner reads than its rival;
 * `words` counts the accented words it rests on.
 */
export interface Detection {
  readonly encoding: TextEncoding
  readonly confidence: number
  readonly words: number
}

/** How Vietnamese a reading is: `score` −1..1.5 a word. */
interface Reading {
  readonly score: number
  readonly words: number
}

/** A word broken at ASCII punctuation, spaces and typographic marks: «nh©n», «"Số», «12/QĐ-UBND» gives three. */
const BETWEEN_WORDS = /[\s!-/:-@[-`{-~“”‘’–—…•\u200b\ufeff\u00a0]+/u
/** Any character beyond ASCII: «ả», «©». */
const BEYOND_ASCII = /[^\p{ASCII}]/u

/** A letter of any script: «a», «ả», not «§». */
const LETTER = /\p{L}/u

/**
 * Scores one decoding. Only words that hold something beyond ASCII count; a lone letter counts little («à» is French
 * as well). `original` marks the words that hold real Unicode letters, which no legacy text can.
 */
function readDecoded(decoded: string, foreignShare: number): Reading {
  let total = 0
  let weight = 0
  for (const word of decoded.split(BETWEEN_WORDS)) {
    if (!BEYOND_ASCII.test(word) || !LETTER.test(word)) continue
    const wordWeight = word.length === 1 ? 0.3 : 1
    weight += wordWeight
    if (!isSyllable(word)) total -= wordWeight
    else total += wordWeight * (FREQUENT_WORDS.has(word.toLowerCase()) ? 1.5 : 1)
  }
  if (weight === 0) return { score: 0, words: 0 }
  return { score: total / weight - foreignShare * 2, words: weight }
}

/** Share of accented letters that cannot come from a byte. */
function realUnicodeShare(text: string): number {
  let real = 0
  let beyond = 0
  for (const character of text) {
    if (character.charCodeAt(0) < 0x80) continue
    beyond += 1
    if (isBeyondBytes(character)) real += 1
  }
  return beyond === 0 ? 0 : real / beyond
}

/** Scores a text read as it stands and in every legacy encoding. */
export function scoreReadings(text: string): ReadonlyMap<TextEncoding, Reading> {
  const realShare = realUnicodeShare(text)
  const readings = new Map<TextEncoding, Reading>([['unicode', readDecoded(text, 0)]])
  for (const encoding of LEGACY_ENCODINGS) {
    const decoded = decodeLegacy(text, encoding)
    const isUnchanged = decoded === text
    const foreignShare = encoding === 'nfd' ? 0 : realShare
    readings.set(encoding, isUnchanged ? { score: -1, words: 0 } : readDecoded(decoded, foreignShare))
  }
  return readings
}

/** A combining tone or shape after a letter: «ê\u0301», the sign of decomposed text. */
const COMBINING = /\p{L}[\u0300-\u0303\u0306\u0309\u031b\u0323]/u

/** A reading below this is not Vietnamese enough to convert to. */
const LEAST_SCORE = 0.55
/** How much better than plain Unicode a legacy reading of many words must be. */
const LEAST_LEAD = 0.25
/** A lone word must be a frequent one. */
const LONE_WORD_SCORE = 1.2

/** The fewer words, and the better the text reads as it stands («vai trò» is «vai trị» in VNI), the more lead. */
function leadNeeded(scoreAsIs: number, best: Reading): number {
  if (best.words < 2 && best.score < LONE_WORD_SCORE) return Number.POSITIVE_INFINITY
  return scoreAsIs > -0.5 ? LEAST_LEAD + 1.2 / best.words : LEAST_LEAD
}

/** Detects the encoding of text whose bytes a windows-1252 reader may have shown, or of bytes. */
export function detectLegacy(input: string | Uint8Array): Detection {
  const text = typeof input === 'string' ? input : bytesAsText(input)
  const readings = scoreReadings(text)
  const asIs = readings.get('unicode') ?? { score: 0, words: 0 }
  const ranked = [...readings]
    .filter(([encoding]) => encoding !== 'unicode' && encoding !== 'nfd')
    .sort(([, left], [, right]) => right.score - left.score)
  const best = ranked[0]
  if (best !== undefined && best[1].words >= 1 && best[1].score >= LEAST_SCORE) {
    const rival = Math.max(asIs.score, ranked[1]?.[1].score ?? -1)
    const lead = best[1].score - rival
    if (best[1].score - asIs.score >= leadNeeded(asIs.score, best[1])) {
      return { encoding: best[0], confidence: asConfidence(lead, best[1].words), words: best[1].words }
    }
  }
  if (COMBINING.test(text) && text.normalize('NFC') !== text) {
    return { encoding: 'nfd', confidence: 1, words: readings.get('nfd')?.words ?? 0 }
  }
  const lead = asIs.words === 0 ? 1 : asIs.score - (best?.[1].score ?? -1)
  return {
    encoding: 'unicode',
    confidence: asIs.words === 0 ? 1 : asConfidence(lead, asIs.words),
    words: asIs.words,
  }
}

/** One word leaves doubt even when it reads well; ten do not. */
function asConfidence(lead: number, words: number): number {
  const byLead = Math.max(0, Math.min(1, lead))
  return byLead * (1 - 1 / (1 + words))
}
