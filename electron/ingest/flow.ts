/** Structured content comes in (paragraphs, tables, notes in reading order), a `SourceText` with offsets goes out. */
import type { Span, TextWarning } from '../../shared/contract/document.ts'
import type { SourceText, TextBlock } from '../../shared/documents/sourceText.ts'
import type { ConvertedPiece } from '../../shared/vietnamese/legacy/convert.ts'

/** A footnote or endnote hanging on a paragraph; `offset` is where its mark stood in the paragraph's text. */
export interface FlowNote {
  readonly offset: number
  readonly mark: string
  readonly text: string
  /** As in a paragraph. */
  readonly converted?: readonly ConvertedPiece[]
}

/** One paragraph. `text` may hold `\n` (a line break the writer typed); offsets count UTF-16 units of `text`. */
export interface FlowParagraph {
  readonly type: 'paragraph'
  readonly kind: 'paragraph' | 'heading' | 'listItem'
  readonly text: string
  readonly isBold: boolean
  readonly isCentred: boolean
  readonly notes: readonly FlowNote[]
  /** Offsets at which a new page begins; 0 means before the paragraph. */
  readonly pageBreaks: readonly number[]
  /** What its fonts told to convert; offsets in `text`. */
  readonly converted?: readonly ConvertedPiece[]
}

/** A cell: what stands in it, and the grid column it starts at, from 0. */
export interface FlowCell {
  readonly column: number
  readonly content: readonly FlowElement[]
}

/** A table, row by row. `isLayout` marks one that only places things side by side (a letterhead, a signature). */
export interface FlowTable {
  readonly type: 'table'
  readonly isLayout: boolean
  readonly rows: readonly (readonly FlowCell[])[]
}

/** Anything that stands in the flow of a document. */
export type FlowElement = FlowParagraph | FlowTable

/** A paragraph with nothing but text; the other fields may be given. */
export function paragraphOf(text: string, details: Partial<Omit<FlowParagraph, 'type'>> = {}): FlowParagraph {
  return {
    type: 'paragraph',
    kind: 'paragraph',
    isBold: false,
    isCentred: false,
    notes: [],
    pageBreaks: [],
    ...details,
    text,
  }
}

/** All paragraphs under the given elements, tables opened, in the order of reading. */
export function paragraphsIn(elements: readonly FlowElement[]): readonly FlowParagraph[] {
  return elements.flatMap((element) =>
    element.type === 'paragraph'
      ? [element]
      : element.rows.flatMap((row) => row.flatMap((cell) => paragraphsIn(cell.content))),
  )
}

/** Paragraphs of a note as one text, line under line, with what was converted in them. */
export function joinParagraphs(
  paragraphs: readonly FlowParagraph[],
): Pick<FlowNote, 'text'> & Required<Pick<FlowNote, 'converted'>> {
  let text = ''
  const converted: ConvertedPiece[] = []
  for (const paragraph of paragraphs) {
    const line = paragraph.text.trim()
    if (line === '') continue
    if (text !== '') text += '\n'
    const shift = text.length - (paragraph.text.length - paragraph.text.trimStart().length)
    for (const piece of paragraph.converted ?? []) converted.push(shiftPiece(piece, shift))
    text += line
  }
  return { text, converted }
}

/** A piece of a text that now has more before it. */
export const shiftPiece = (piece: ConvertedPiece, by: number): ConvertedPiece => ({
  ...piece,
  start: piece.start + by,
  end: piece.end + by,
})

interface Place {
  readonly table: number
  readonly row: number
  readonly column: number
}

// Control characters say nothing in a document («\u0007» ends a cell in old Word), except those VISCII uses for letters
// («Ẳ» is 0x02) and the C1 range, where every legacy encoding has letters: they are converted later.
const LEGACY_LETTERS = new Set([0x02, 0x05, 0x06, 0x14, 0x19, 0x1e])
const isKept = (code: number): boolean =>
  code === 0x09 || code === 0x0a || code >= 0x80 || LEGACY_LETTERS.has(code)

const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (character) =>
      isKept(character.charCodeAt(0)) && character < '\ufffe' ? character : '',
    )
    .normalize('NFC')

class FlowWriter {
  readonly #parts: string[] = []
  readonly #blocks: TextBlock[] = []
  readonly #breaks: number[] = []
  readonly #converted: ConvertedPiece[] = []
  #length = 0
  #tables = 0
  /** Page breaks met where nothing was written: the next words begin those pages. */
  #pendingBreaks = 0
  #waitingNotes: { note: FlowNote; at: number }[] = []

  /** Body elements stand a blank line apart; what stands inside a cell is a line apart. */
  write(elements: readonly FlowElement[]): void {
    for (const element of elements) {
      if (element.type === 'paragraph') this.#paragraph(element, '\n\n', null)
      else this.#table(element)
      this.#flushNotes()
    }
  }

  finish(warnings: readonly TextWarning[], keepsEmptyPages: boolean): SourceText {
    const text = this.#parts.join('')
    this.#takePendingBreaks()
    const pages = keepsEmptyPages
      ? spansFrom([0, ...this.#breaks], text.length)
      : pagesBetween(this.#breaks, text.length)
    const source = { text, pages, blocks: this.#blocks, warnings }
    return this.#converted.length === 0 ? source : { ...source, converted: this.#converted }
  }

  #takePendingBreaks(): void {
    for (; this.#pendingBreaks > 0; this.#pendingBreaks -= 1) this.#breaks.push(this.#length)
  }

  #append(text: string): void {
    this.#parts.push(text)
    this.#length += text.length
  }

  #separate(separator: string): void {
    if (this.#length > 0) this.#append(separator)
  }

  #paragraph(paragraph: FlowParagraph, separator: string, place: Place | null): boolean {
    const { pieces, marks } = cutPieces(paragraph)
    const hasText = pieces.some((piece) => piece.text.trim() !== '')
    if (!hasText) {
      this.#pendingBreaks += paragraph.pageBreaks.length
      return false
    }
    this.#separate(separator)
    const start = this.#length
    this.#takePendingBreaks()
    const content: string[] = []
    let offset = start
    const written = new Map<number, number>()
    for (const piece of pieces) {
      written.set(piece.from, offset)
      for (let page = 0; page < piece.pageStarts; page += 1) this.#breaks.push(offset)
      for (const note of piece.notes) this.#waitingNotes.push({ note, at: offset })
      content.push(piece.text)
      offset += piece.text.length
    }
    for (const note of marks) this.#waitingNotes.push({ note, at: offset })
    this.#append(content.join(''))
    this.#noteConverted(paragraph.converted, written)
    this.#blocks.push({
      kind: place ? 'tableCell' : paragraph.kind,
      start,
      end: this.#length,
      ...(place ?? {}),
      ...(paragraph.isBold ? { isBold: true } : {}),
      ...(paragraph.isCentred ? { isCentred: true } : {}),
    })
    return true
  }

  /** `written` tells where the characters from each cut on were written. */
  #noteConverted(pieces: FlowParagraph['converted'] = [], written: ReadonlyMap<number, number>): void {
    const [first] = written.keys()
    for (const piece of pieces) {
      // A piece that begins or ends in the white space around the paragraph ends with the paragraph.
      const start = written.get(Math.max(piece.start, first ?? 0))
      const end = written.get(piece.end) ?? this.#length
      if (start !== undefined && end > start) this.#converted.push({ ...piece, start, end })
    }
  }

  #table(table: FlowTable): void {
    const number = this.#tables++
    if (table.isLayout) this.#layoutTable(table, number)
    else this.#dataTable(table, number)
  }

  #layoutTable(table: FlowTable, number: number): void {
    const columns = [...new Set(table.rows.flatMap((row) => row.map((cell) => cell.column)))]
    for (const column of columns.sort((left, right) => left - right)) {
      let separator = '\n\n'
      table.rows.forEach((row, rowIndex) => {
        for (const cell of row) {
          if (cell.column !== column) continue
          for (const paragraph of paragraphsIn(cell.content)) {
            const wrote = this.#paragraph(paragraph, separator, { table: number, row: rowIndex, column })
            if (wrote) separator = '\n'
          }
        }
      })
    }
  }

  #dataTable(table: FlowTable, number: number): void {
    let separator = '\n\n'
    table.rows.forEach((row, rowIndex) => {
      if (row.every((cell) => paragraphsIn(cell.content).every((one) => one.text.trim() === ''))) return
      let reached = 0
      for (const [index, cell] of row.entries()) {
        if (index > 0) {
          this.#append('\t'.repeat(Math.max(1, cell.column - reached)))
          reached = cell.column
          separator = ''
        }
        let isFirst = true
        for (const paragraph of paragraphsIn(cell.content)) {
          const place = { table: number, row: rowIndex, column: cell.column }
          if (this.#paragraph(paragraph, isFirst ? separator : '\n', place)) isFirst = false
        }
        // An empty first cell still opens its row, or its tab would hang on the row above.
        if (isFirst && index === 0) this.#separate(separator)
      }
      separator = '\n'
    })
  }

  #flushNotes(): void {
    for (const { note, at } of this.#waitingNotes) {
      const { pieces } = cutPieces(paragraphOf(note.text, { converted: note.converted ?? [] }))
      if (pieces.every((piece) => piece.text.trim() === '')) continue
      this.#separate('\n\n')
      const start = this.#length
      if (note.mark !== '') this.#append(`[${note.mark}] `)
      const written = new Map<number, number>()
      for (const piece of pieces) {
        written.set(piece.from, this.#length)
        this.#append(piece.text)
      }
      this.#noteConverted(note.converted, written)
      this.#blocks.push({ kind: 'note', start, end: this.#length, noteFor: at })
    }
    this.#waitingNotes = []
  }
}

interface Piece {
  readonly text: string
  /** Where it began in the paragraph. */
  readonly from: number
  /** How many pages begin here: more than one where pages are empty. */
  readonly pageStarts: number
  readonly notes: readonly FlowNote[]
}

/** Cuts a paragraph at notes, page breaks and converted stretches and trims its ends; pieces are NFC each, so offsets can be summed. */
function cutPieces(paragraph: FlowParagraph): { pieces: readonly Piece[]; marks: readonly FlowNote[] } {
  const { text } = paragraph
  const end = text.trimEnd().length
  const start = text.length - text.trimStart().length
  const clamp = (offset: number): number => Math.min(Math.max(offset, start), Math.max(start, end))
  const cuts = new Set<number>([start])
  for (const note of paragraph.notes) cuts.add(clamp(note.offset))
  for (const offset of paragraph.pageBreaks) cuts.add(clamp(offset))
  for (const piece of paragraph.converted ?? []) cuts.add(clamp(piece.start)).add(clamp(piece.end))
  const ordered = [...cuts].sort((left, right) => left - right)
  const pieces = ordered.map((from, index) => ({
    from,
    text: clean(text.slice(from, ordered[index + 1] ?? Math.max(start, end))),
    pageStarts: paragraph.pageBreaks.filter((offset) => clamp(offset) === from).length,
    notes: paragraph.notes.filter((note) => clamp(note.offset) === from && from < end),
  }))
  return { pieces, marks: paragraph.notes.filter((note) => clamp(note.offset) >= end) }
}

/** Page spans from the offsets at which a new page begins; two breaks with nothing between them are one. */
export function pagesBetween(breaks: readonly number[], length: number): readonly Span[] {
  const starts = [...new Set([0, ...breaks])].filter((start) => start < length || start === 0)
  return spansFrom(starts, length)
}

function spansFrom(starts: readonly number[], length: number): readonly Span[] {
  const sorted = [...starts].sort((left, right) => left - right)
  return sorted.map((start, index) => ({ start, end: sorted[index + 1] ?? length }))
}

/** `keepsEmptyPages`: every page break counts, so that pages keep the numbers the file gives them (PDF, scans). */
export interface FlowOptions {
  readonly warnings?: readonly TextWarning[]
  readonly keepsEmptyPages?: boolean
}

/** Writes the flow of a document as one text with its blocks and pages. */
export function writeFlow(elements: readonly FlowElement[], options: FlowOptions = {}): SourceText {
  const writer = new FlowWriter()
  writer.write(elements)
  return writer.finish(options.warnings ?? [], options.keepsEmptyPages === true)
}
