/** The list tables of a Word 97 file come in, the same numbering a docx would define goes out. [MS-DOC] 2.9.131, 2.9.147. */
import type { Level, Numbering } from '../word/numbering.ts'

const FORMATS: ReadonlyMap<number, string> = new Map([
  [0, 'decimal'],
  [1, 'upperRoman'],
  [2, 'lowerRoman'],
  [3, 'upperLetter'],
  [4, 'lowerLetter'],
  [22, 'decimalZero'],
  [23, 'bullet'],
  [255, 'none'],
])

const LIST_BYTES = 28
const LEVEL_BYTES = 28
const OVERRIDE_BYTES = 16

/** Where a table stands in the stream, in bytes. */
type Part = readonly [start: number, length: number]

/** Reads list definitions and the overrides paragraphs point at (by number from 1). */
export function readWord97Lists(view: DataView, definitions: Part, overrides: Part): Numbering {
  const levels = new Map<string, ReadonlyMap<number, Level>>()
  if (definitions[1] >= 2) {
    const count = view.getUint16(definitions[0], true)
    // The levels of all lists follow the table, outside its stated length.
    let at = definitions[0] + 2 + count * LIST_BYTES
    for (let index = 0; index < count; index += 1) {
      const list = definitions[0] + 2 + index * LIST_BYTES
      const isSimple = (view.getUint8(list + 26) & 1) === 1
      const read = new Map<number, Level>()
      for (let number = 0; number < (isSimple ? 1 : 9); number += 1) {
        const { level, end } = readLevel(view, at)
        read.set(number, level)
        at = end
      }
      levels.set(String(view.getInt32(list, true)), read)
    }
  }
  const lists = new Map<
    string,
    { abstractId: string; overrides: Map<number, Level>; restarts: Map<number, number> }
  >()
  if (overrides[1] >= 4) {
    const count = view.getUint32(overrides[0], true)
    for (let index = 0; index < Math.min(count, overrides[1] / OVERRIDE_BYTES); index += 1) {
      const abstractId = String(view.getInt32(overrides[0] + 4 + index * OVERRIDE_BYTES, true))
      lists.set(String(index + 1), { abstractId, overrides: new Map(), restarts: new Map() })
    }
  }
  return { lists, levels }
}

function readLevel(view: DataView, at: number): { level: Level; end: number } {
  const formatting = view.getUint8(at + 24) + view.getUint8(at + 25)
  const textAt = at + LEVEL_BYTES + formatting
  const length = view.getUint16(textAt, true)
  let text = ''
  for (let index = 0; index < length; index += 1) {
    const code = view.getUint16(textAt + 2 + index * 2, true)
    // Codes 0–8 stand for the number of that level, as «%1» … «%9» do in a docx.
    text += code < 9 ? `%${code + 1}` : String.fromCharCode(code)
  }
  const format = FORMATS.get(view.getUint8(at + 4)) ?? 'decimal'
  return {
    level: { start: view.getInt32(at, true), format, text, isLegal: (view.getUint8(at + 5) & 4) !== 0 },
    end: textAt + 2 + length * 2,
  }
}
