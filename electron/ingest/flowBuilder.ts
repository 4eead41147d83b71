/** Formatted characters, paragraph ends, cells and rows come in as a reader meets them; the document's flow goes out. */
import {
  type FlowCell,
  type FlowElement,
  type FlowNote,
  type FlowParagraph,
  joinParagraphs,
  paragraphOf,
  paragraphsIn,
  shiftPiece,
} from './flow.ts'
import { RunText } from './runText.ts'
import { isLayoutTable } from './tables.ts'

/** What holds for a whole paragraph, told when it ends. */
export interface ParagraphFacts {
  readonly isCentred?: boolean
  readonly isHeading?: boolean
  readonly isListItem?: boolean
  /** What the list prints before it («1.», «a)», «-»), when it is not in the text already. */
  readonly lead?: string
}

/** Builds the flow of formats that mark paragraph, cell and row ends (RTF, Word 97). */
export class FlowBuilder {
  readonly #elements: FlowElement[] = []
  #run = new RunText()
  #notes: FlowNote[] = []
  #pageBreaks: number[] = []
  #cell: FlowElement[] = []
  #row: FlowCell[] = []
  #rows: (readonly FlowCell[])[] = []
  #hasRules = false
  #noteCount = 0

  /** Adds characters of one format, as the file has them; `font` is the name of what draws them. */
  write(text: string, isBold: boolean, font?: string): void {
    this.#run.write(text, isBold, font)
  }

  /** Hangs a note on the place reached. */
  addNote(note: Pick<FlowNote, 'text' | 'converted'>): void {
    this.#noteCount += 1
    this.#notes.push({ ...note, offset: this.#run.length, mark: String(this.#noteCount) })
  }

  breakPage(): void {
    this.#pageBreaks.push(this.#run.length)
  }

  /** Ends a paragraph; one outside a table also ends the table before it. */
  endParagraph(facts: ParagraphFacts, isInTable: boolean): void {
    const paragraph = this.#takeParagraph(facts)
    if (isInTable) this.#cell.push(paragraph)
    else {
      this.endTable()
      this.#elements.push(paragraph)
    }
  }

  /** Ends a cell, its last paragraph with it. */
  endCell(facts: ParagraphFacts): void {
    if (this.#run.length > 0 || this.#cell.length === 0) this.#cell.push(this.#takeParagraph(facts))
    this.#row.push({ column: this.#row.length, content: this.#cell })
    this.#cell = []
  }

  /** Ends a row. `continued` are columns merged with the cell above; `hasRules` whether borders part the columns. */
  endRow(hasRules: boolean, continued: ReadonlySet<number> = new Set()): void {
    this.#rows.push(this.#row.map((cell) => (continued.has(cell.column) ? { ...cell, content: [] } : cell)))
    this.#row = []
    this.#hasRules ||= hasRules
  }

  endTable(): void {
    if (this.#row.length > 0) this.endRow(false)
    if (this.#rows.length === 0) return
    const rows = this.#rows
    this.#elements.push({ type: 'table', isLayout: isLayoutTable(rows, this.#hasRules), rows })
    this.#rows = []
    this.#hasRules = false
  }

  finish(): readonly FlowElement[] {
    if (this.#cell.length > 0) this.endCell({})
    this.endTable()
    if (this.#run.length > 0 || this.#pageBreaks.length > 0) this.endParagraph({}, false)
    return this.#elements
  }

  /** What was built, for a note. */
  asNote(): Pick<FlowNote, 'text' | 'converted'> {
    return joinParagraphs(paragraphsIn(this.finish()))
  }

  #takeParagraph(facts: ParagraphFacts): FlowParagraph {
    const { text, converted, isBold } = this.#run
    const lead = facts.lead && text.trim() !== '' ? `${facts.lead} ` : ''
    const shift = (offset: number): number => (offset === 0 ? 0 : offset + lead.length)
    const paragraph = paragraphOf(lead + text, {
      kind: facts.isHeading ? 'heading' : facts.isListItem || lead !== '' ? 'listItem' : 'paragraph',
      isBold,
      isCentred: facts.isCentred === true,
      notes: this.#notes.map((note) => ({ ...note, offset: note.offset + lead.length })),
      pageBreaks: this.#pageBreaks.map(shift),
      converted: converted.map((piece) => shiftPiece(piece, lead.length)),
    })
    this.#run = new RunText()
    this.#notes = []
    this.#pageBreaks = []
    return paragraph
  }
}
