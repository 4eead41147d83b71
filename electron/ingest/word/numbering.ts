/** `numbering.xml` comes in; out comes a counter that says what Word prints before each numbered paragraph. */
import { attributeOf, walkXml } from './xml.ts'

/** One level of a list: `text` holds «%1» … «%9» for the numbers of the levels. */
export interface Level {
  readonly start: number
  readonly format: string
  readonly text: string
  readonly isLegal: boolean
}

interface LevelDraft {
  start: number
  format: string
  text: string
  isLegal: boolean
}

interface List {
  readonly abstractId: string
  readonly overrides: ReadonlyMap<number, Level>
  readonly restarts: ReadonlyMap<number, number>
}

/** The lists a document defines. */
export interface Numbering {
  readonly lists: ReadonlyMap<string, List>
  readonly levels: ReadonlyMap<string, ReadonlyMap<number, Level>>
}

const NO_NUMBERING: Numbering = { lists: new Map(), levels: new Map() }

/** Reads `word/numbering.xml`; null (the part is absent) gives no lists. ECMA-376 part 1, §17.9. */
export function readNumbering(xml: string | null): Numbering {
  if (xml === null) return NO_NUMBERING
  const levels = new Map<string, Map<number, Level>>()
  const lists = new Map<string, List>()
  const styleOwners = new Map<string, string>()
  const styleLinks = new Map<string, string>()
  let abstractId = ''
  let list: { abstractId: string; overrides: Map<number, Level>; restarts: Map<number, number> } | null = null
  let overrideLevel = 0
  let level: LevelDraft | null = null
  let levelNumber = 0
  walkXml(xml, {
    open(name, attributes) {
      const value = attributeOf(attributes, 'val') ?? ''
      if (name === 'abstractNum') {
        abstractId = attributeOf(attributes, 'abstractNumId') ?? ''
        levels.set(abstractId, new Map())
      } else if (name === 'num') {
        list = { abstractId: '', overrides: new Map(), restarts: new Map() }
        lists.set(attributeOf(attributes, 'numId') ?? '', list)
      } else if (name === 'abstractNumId' && list) list.abstractId = value
      else if (name === 'styleLink') styleOwners.set(value, abstractId)
      else if (name === 'numStyleLink') styleLinks.set(abstractId, value)
      else if (name === 'lvlOverride') overrideLevel = Number(attributeOf(attributes, 'ilvl') ?? 0)
      else if (name === 'startOverride' && list) list.restarts.set(overrideLevel, Number(value))
      else if (name === 'lvl') {
        levelNumber = Number(attributeOf(attributes, 'ilvl') ?? 0)
        level = { start: 1, format: 'decimal', text: '', isLegal: false }
      } else if (level) {
        if (name === 'start') level.start = Number(value)
        else if (name === 'numFmt') level.format = value
        else if (name === 'lvlText') level.text = value
        else if (name === 'isLgl') level.isLegal = true
      }
    },
    close(name) {
      if (name === 'lvl' && level) {
        if (list) list.overrides.set(levelNumber, level)
        else levels.get(abstractId)?.set(levelNumber, level)
        level = null
      } else if (name === 'num') list = null
    },
  })
  for (const [linked, style] of styleLinks) {
    const owned = levels.get(styleOwners.get(style) ?? '')
    if (owned && levels.get(linked)?.size === 0) levels.set(linked, new Map(owned))
  }
  return { lists, levels }
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(value: number): string {
  let rest = value
  let written = ''
  for (const [worth, letters] of ROMAN) {
    while (rest >= worth) {
      written += letters
      rest -= worth
    }
  }
  return written
}

// Word goes a … z, then aa, bb, …
const letters = (value: number): string =>
  String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1)

/** Writes a list number in a Word number format («decimal», «upperRoman», «lowerLetter» …). */
export function writeNumber(value: number, format: string): string {
  if (format === 'none') return ''
  if (value < 1 || value > 10_000) return String(value)
  if (format === 'upperRoman') return roman(value)
  if (format === 'lowerRoman') return roman(value).toLowerCase()
  if (format === 'upperLetter') return letters(value).toUpperCase()
  if (format === 'lowerLetter') return letters(value)
  if (format === 'decimalZero') return String(value).padStart(2, '0')
  return String(value)
}

// Bullets drawn from Symbol or Wingdings sit in the private area («\uf0b7») and mean nothing as text.
const writeBullet = (text: string): string => (/[\ue000-\uf8ff]/.test(text) ? '•' : text)

/** Counts the lists of one document; ask it for every numbered paragraph, in order. */
export class ListCounter {
  readonly #numbering: Numbering
  readonly #counts = new Map<string, number[]>()
  readonly #restarted = new Set<string>()

  constructor(numbering: Numbering) {
    this.#numbering = numbering
  }

  /** What stands before the paragraph («I.», «1.2.», «a)», «-»), empty when the list is unknown or hides it. */
  next(listId: string, levelNumber: number): string {
    const list = this.#numbering.lists.get(listId)
    if (!list) return ''
    const levelAt = (at: number): Level | undefined =>
      list.overrides.get(at) ?? this.#numbering.levels.get(list.abstractId)?.get(at)
    const level = levelAt(levelNumber)
    if (!level) return ''
    const counts = this.#counts.get(list.abstractId) ?? []
    this.#counts.set(list.abstractId, counts)
    const restart = list.restarts.get(levelNumber)
    const restartKey = `${listId}/${levelNumber}`
    if (restart !== undefined && !this.#restarted.has(restartKey)) {
      this.#restarted.add(restartKey)
      counts[levelNumber] = restart
    } else counts[levelNumber] = (counts[levelNumber] ?? level.start - 1) + 1
    counts.length = levelNumber + 1
    if (level.format === 'bullet') return writeBullet(level.text)
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const part = levelAt(at)
      counts[at] ??= part?.start ?? 1
      const format = level.isLegal && at < levelNumber ? 'decimal' : (part?.format ?? 'decimal')
      return writeNumber(counts[at] ?? 1, format)
    })
  }
}
