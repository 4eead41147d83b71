/** A word the library does not have comes in; the known words it may have been, each with how unlikely that is, go out. */
import { displayForm, spellWord } from '../../shared/vietnamese/spelling.ts'
import { readAsTyped } from '../../shared/vietnamese/typing.ts'
import type { Word } from '../../shared/vietnamese/words.ts'
import type { IndexReader } from './reader.ts'
import { pairTerm } from './terms.ts'

/** What words of a query may stand for. `keys`: one word, or several where typed ones had grown together. */
export interface Reading {
  readonly keys: readonly string[]
  /** As to be shown; null: the spelling the library has. */
  readonly shown: string | null
  /** Typed words it takes the place of: 1, or 2 where a word was torn apart. */
  readonly takes: number
  /** The less likely, the higher; an unknown pair of neighbours costs 1. */
  readonly cost: number
}

/** What each kind of mistake costs. */
const COSTS = { keys: 0.4, lookAlike: 0.8, glued: 0.8, torn: 0.9, oneError: 1.2 } as const
const ONLY_LETTERS = /^[a-z]+$/u // «vna», not «25nqtw»
const LETTERS_AND_DIGITS = /^(?=.*\d)(?=.*[a-z])[a-z\d]+$/u // «1anh», «m0i»
const SHORTEST_GLUED = 4
const LONGEST_GLUED = 14
/** Words alike at most one error away that are looked at. */
const MOST_ALIKE = 40
/** What scanning takes for what: «1ãnh», «m0i», «rnới», «clân». */
const LOOK_ALIKES: readonly (readonly [string, string])[] = [
  ['0', 'o'],
  ['1', 'l'],
  ['1', 'i'],
  ['5', 's'],
  ['rn', 'm'],
  ['m', 'rn'],
  ['cl', 'd'],
  ['vv', 'w'],
  ['ii', 'u'],
  ['li', 'h'],
]

/** All readings of one word but the word itself. */
export function readMisspelt(word: Word, typed: string, reader: IndexReader): Reading[] {
  return [
    ...readKeys(typed, reader),
    ...readLookAlikes(word.key, reader),
    ...readGlued(word.key, reader),
    ...readAlike(word.key, reader),
  ]
}

/** Two words read as one: «th ực». */
export function readTorn(first: Word, second: Word, reader: IndexReader): Reading[] {
  const key = first.key + second.key
  if (!second.joinsPrevious || !ONLY_LETTERS.test(key) || reader.frequency(key) === 0) return []
  return [{ keys: [key], shown: displayForm(first.form + second.form), takes: 2, cost: COSTS.torn }]
}

function readKeys(typed: string, reader: IndexReader): Reading[] {
  return readAsTyped(typed).flatMap((reading) => {
    const { key } = spellWord(reading)
    return reader.frequency(key) > 0 ? [{ keys: [key], shown: reading, takes: 1, cost: COSTS.keys }] : []
  })
}

function readLookAlikes(key: string, reader: IndexReader): Reading[] {
  if (!ONLY_LETTERS.test(key) && !LETTERS_AND_DIGITS.test(key)) return []
  const found = new Set<string>()
  for (const [seen, meant] of LOOK_ALIKES) {
    const [one, all] = [key.replace(seen, meant), key.replaceAll(seen, meant)]
    for (const variant of [one, all]) if (variant !== key && reader.frequency(variant) > 0) found.add(variant)
  }
  return [...found].map((variant) => ({ keys: [variant], shown: null, takes: 1, cost: COSTS.lookAlike }))
}

/** «dânvận»: two words that the library has side by side. */
function readGlued(key: string, reader: IndexReader): Reading[] {
  if (!ONLY_LETTERS.test(key) || key.length < SHORTEST_GLUED || key.length > LONGEST_GLUED) return []
  const readings: Reading[] = []
  for (let at = 1; at < key.length; at += 1) {
    const keys = [key.slice(0, at), key.slice(at)]
    if (reader.frequency(pairTerm(keys[0] ?? '', keys[1] ?? '')) === 0) continue
    readings.push({ keys, shown: null, takes: 1, cost: COSTS.glued })
  }
  return readings
}

function readAlike(key: string, reader: IndexReader): Reading[] {
  if (!ONLY_LETTERS.test(key)) return []
  const readings: Reading[] = []
  for (const candidate of reader.letterWords()) {
    if (candidate === key || !isOneErrorAway(key, candidate)) continue
    readings.push({ keys: [candidate], shown: null, takes: 1, cost: COSTS.oneError })
    if (readings.length >= MOST_ALIKE) break
  }
  return readings
}

/** One inserted, left-out, exchanged or swapped letter. */
function isOneErrorAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  const shortest = Math.min(one.length, other.length)
  let start = 0
  while (start < shortest && one[start] === other[start]) start += 1
  let end = 0
  while (end < shortest - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1
  const left = one.slice(start, one.length - end)
  const right = other.slice(start, other.length - end)
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}
