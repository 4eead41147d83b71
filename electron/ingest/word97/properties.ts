/** Word 97's packed formatting («sprm» lists) comes in; what it says of a paragraph or a run goes out. [MS-DOC] 2.6. */

/** What a run's formatting says; undefined where it says nothing. */
export interface RunFacts {
  isBold?: boolean
  isHidden?: boolean
  isDeleted?: boolean
  isSpecial?: boolean
  font?: number
}

/** What a paragraph's formatting says. `continued` are table columns merged with the cell above. */
export interface ParagraphFacts97 {
  isInTable?: boolean
  isRowEnd?: boolean
  isCentred?: boolean
  breaksBefore?: boolean
  isHeading?: boolean
  /** The list a paragraph belongs to, by number from 1; 0 for none. */
  list?: number
  listLevel?: number
  hasRules?: boolean
  continued?: ReadonlySet<number>
}

/** One modifier: its code and the bytes it acts with. */
interface Modifier {
  readonly code: number
  readonly at: number
  readonly length: number
}

// Operand sizes by the top three bits of the code; 6 carries its own length.
const SIZES = [1, 1, 2, 4, 2, 2, -1, 3]

function* modifiersOf(view: DataView, start: number, length: number): Generator<Modifier, void, undefined> {
  const end = Math.min(view.byteLength, start + length)
  let at = start
  while (at + 2 < end) {
    const code = view.getUint16(at, true)
    at += 2
    let size = SIZES[code >> 13] ?? 1
    if (size < 0) {
      // A table's definition is the one modifier with a two-byte length (which counts one too many).
      if (code === 0xd608 && at + 2 <= end) {
        size = view.getUint16(at, true) - 1
        at += 2
      } else {
        size = view.getUint8(at)
        at += 1
      }
    }
    if (size < 0 || at + size > end) return
    yield { code, at, length: size }
    at += size
  }
}

/** Reads a run's formatting. */
export function readRunFacts(view: DataView, start: number, length: number): RunFacts {
  const facts: RunFacts = {}
  for (const { code, at } of modifiersOf(view, start, length)) {
    if (code === 0x0835) facts.isBold = view.getUint8(at) === 1
    else if (code === 0x083c) facts.isHidden = view.getUint8(at) === 1
    else if (code === 0x0800) facts.isDeleted = view.getUint8(at) === 1
    else if (code === 0x0855) facts.isSpecial = view.getUint8(at) === 1
    else if (code === 0x4a4f || (code === 0x4a51 && facts.font === undefined))
      facts.font = view.getUint16(at, true)
  }
  return facts
}

/** Reads a paragraph's formatting. */
export function readParagraphFacts(view: DataView, start: number, length: number): ParagraphFacts97 {
  const facts: ParagraphFacts97 = {}
  for (const modifier of modifiersOf(view, start, length)) {
    const { code, at } = modifier
    if (code === 0x2416) facts.isInTable = view.getUint8(at) === 1
    else if (code === 0x2417) facts.isRowEnd = view.getUint8(at) === 1
    else if (code === 0x2403 || code === 0x2461) facts.isCentred = view.getUint8(at) === 1
    else if (code === 0x2407) facts.breaksBefore = view.getUint8(at) === 1
    else if (code === 0x2640) facts.isHeading = view.getUint8(at) < 9
    else if (code === 0x460b) facts.list = view.getUint16(at, true)
    else if (code === 0x260a) facts.listLevel = view.getUint8(at)
    else if (code === 0xd608) readTableDefinition(view, modifier, facts)
    // Borders of the whole table; the last of six is the rule between columns.
    else if (code === 0xd605 && modifier.length >= 24) facts.hasRules ||= view.getUint8(at + 21) !== 0
    else if (code === 0xd613 && modifier.length >= 48) facts.hasRules ||= view.getUint8(at + 45) !== 0
  }
  return facts
}

const CELL_BYTES = 20

function readTableDefinition(view: DataView, { at, length }: Modifier, facts: ParagraphFacts97): void {
  const cells = view.getUint8(at)
  const first = at + 1 + (cells + 1) * 2
  const continued = new Set<number>()
  for (let index = 0; index < cells; index += 1) {
    const cell = first + index * CELL_BYTES
    if (cell + CELL_BYTES > at + length) break
    // Vertical merge in bits 5–6: 1 goes on from above, 3 starts.
    if (((view.getUint16(cell, true) >> 5) & 3) === 1) continued.add(index)
    const leftRule = view.getUint8(cell + 9)
    const rightRule = view.getUint8(cell + 17)
    const isSet = (type: number): boolean => type !== 0 && type !== 255
    if ((index > 0 && isSet(leftRule)) || (index < cells - 1 && isSet(rightRule))) facts.hasRules = true
  }
  facts.continued = continued
}
