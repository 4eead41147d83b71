/** A text in, a short fingerprint out by which the same text in another format, or a re-scan of it, is known again. */
import { readWords } from '../vietnamese/words.ts'

/** Numbers of a fingerprint; the likeness of two texts is the share of equal ones (MinHash, Broder 1997). */
const HASHES = 64
/** Rows of a band: two texts meet when all rows of one band agree, likely from a likeness of about 0.5 on. */
const BAND_ROWS = 4
/** Syllables of a shingle: long enough that the formulas every plan shares do not make plans alike. */
const SHINGLE = 5
/** Shorter texts say too little to be compared. */
const FEWEST_SYLLABLES = 60

const MULTIPLIERS = spread(0x9e3779b1)
const ADDENDS = spread(0x85ebca77)

/** `HASHES` unsigned 32-bit numbers, or null for a text too short to compare. Folded: marks and line ends do not count. */
export function fingerprint(text: string): Uint32Array | null {
  const words = readWords(text)
  if (words.length < FEWEST_SYLLABLES) return null
  const keys = words.map(({ key }) => hashText(key))
  const lowest = new Uint32Array(HASHES).fill(0xffffffff)
  const seen = new Set<number>()
  for (let at = 0; at + SHINGLE <= keys.length; at++) {
    let shingle = 0
    for (let word = 0; word < SHINGLE; word++)
      shingle = (Math.imul(shingle, 0x01000193) ^ (keys[at + word] ?? 0)) >>> 0
    if (seen.has(shingle)) continue
    seen.add(shingle)
    for (let index = 0; index < HASHES; index++) {
      const mixed = (Math.imul(shingle, MULTIPLIERS[index] ?? 1) + (ADDENDS[index] ?? 0)) >>> 0
      const value = (mixed ^ (mixed >>> 15)) >>> 0
      if (value < (lowest[index] ?? 0)) lowest[index] = value
    }
  }
  return lowest
}

/** 0..1: how alike two texts are by their fingerprints. */
export function likeness(one: Uint32Array, other: Uint32Array): number {
  let equal = 0
  for (let index = 0; index < HASHES; index++) if (one[index] === other[index]) equal++
  return equal / HASHES
}

/** One number a band; texts that share any of them are worth comparing. Below 2^53. */
export function bandsOf(print: Uint32Array): number[] {
  const bands: number[] = []
  for (let band = 0; band * BAND_ROWS < HASHES; band++) {
    let hash = 0x811c9dc5
    for (let row = 0; row < BAND_ROWS; row++) {
      hash = Math.imul(hash ^ (print[band * BAND_ROWS + row] ?? 0), 0x01000193) >>> 0
      hash = (hash ^ (hash >>> 13)) >>> 0
    }
    bands.push(band * 2 ** 32 + hash)
  }
  return bands
}

/** FNV-1a over UTF-16 code units. */
function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0
  return hash
}

/** Fixed odd constants, the same in every library. */
function spread(seed: number): Uint32Array {
  const values = new Uint32Array(HASHES)
  let state = seed
  for (let index = 0; index < HASHES; index++) {
    state = (Math.imul(state ^ (state >>> 16), 0x7feb352d) + 0x68bc21eb) >>> 0
    values[index] = state | 1
  }
  return values
}
