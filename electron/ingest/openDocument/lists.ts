/** List styles and the items met come in, in order; what is printed before each item goes out. */
import { writeNumber } from '../word/numbering.ts'
import type { OpenLevel, OpenStyles } from './styles.ts'

const FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  '01': 'decimalZero',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}

interface OpenList {
  readonly style: string
  readonly counts: number[]
}

/** Counts the items of nested lists. */
export class OpenLists {
  readonly #styles: OpenStyles
  readonly #open: OpenList[] = []
  readonly #lastCounts = new Map<string, number[]>()
  #waiting: string | null = null

  constructor(styles: OpenStyles) {
    this.#styles = styles
  }

  enter(style: string | undefined, isContinued: boolean): void {
    const outer = this.#open.at(-1)
    const name = style ?? outer?.style ?? ''
    const counts = outer ? outer.counts : isContinued ? (this.#lastCounts.get(name) ?? []) : []
    this.#open.push({ style: name, counts })
    if (!isContinued || outer) counts.length = Math.min(counts.length, this.#open.length - 1)
  }

  leave(): void {
    const list = this.#open.pop()
    if (list && this.#open.length === 0) this.#lastCounts.set(list.style, list.counts)
  }

  /** An item begins: its number waits for its first paragraph. */
  beginItem(startValue: number | null): void {
    const list = this.#open.at(-1)
    if (!list) return
    const depth = this.#open.length
    const level = this.#level(list.style, depth)
    const next = startValue ?? (list.counts[depth - 1] ?? (level?.start ?? 1) - 1) + 1
    list.counts[depth - 1] = next
    list.counts.length = depth
    this.#waiting = level ? this.#write(list, level, depth) : ''
  }

  /** What stands before the paragraph that begins now; null outside of lists or after an item's first paragraph. */
  takeLead(): string | null {
    const lead = this.#waiting
    this.#waiting = null
    return lead
  }

  #level(style: string, depth: number): OpenLevel | undefined {
    return this.#styles.lists.get(style)?.get(depth)
  }

  #write(list: OpenList, level: OpenLevel, depth: number): string {
    if (level.bullet !== null) return /[\ue000-\uf8ff]/.test(level.bullet) ? '•' : level.bullet
    if (level.format === '') return ''
    const from = Math.max(1, depth - level.shown + 1)
    const numbers: string[] = []
    for (let at = from; at <= depth; at += 1) {
      const format = FORMATS[this.#level(list.style, at)?.format ?? ''] ?? 'none'
      const written = writeNumber(list.counts[at - 1] ?? 1, format)
      if (written !== '') numbers.push(written)
    }
    return `${level.prefix}${numbers.join('.')}${level.suffix}`
  }
}
