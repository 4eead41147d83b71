/** Formatted characters, paragraph ends, cells and rows come in as a reader meets them; the document's flow goes out. */
import { type FlowCell, type FlowElement, type FlowNote, type FlowParagraph, paragraphOf } from './flow.ts'
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
  #parts: string[] = []
  #length = 0
  #letters = 0
  #boldLetters = 0
  #notes: FlowNote[] = []
  #pageBreaks: number[] = []
  #cell: FlowElement[] = []
  #row: FlowCell[] = []
  #rows: (readonly FlowCell[])[] = []
  #hasRules = false
  #noteCount = 0

  /** Adds characters of one format. */
  write(text: string, isBold: boolean): void {
    this.#parts.push(text)
    this.#length += text.length
    const letters = text.trim().length
    this.#letters += letters
    if (isBold) this.#boldLetters += letters
  }

  /** Hangs a note on the place reached. */
  addNote(text: string): void {
    this.#noteCount += 1
    this.#notes.push({ offset: this.#length, mark: String(this.#noteCount), text })
  }

  breakPage(): void {
    this.#pageBreaks.push(this.#length)
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
    if (this.#length > 0 || this.#cell.length === 0) this.#cell.push(this.#takeParagraph(facts))
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
    if (this.#length > 0 || this.#pageBreaks.length > 0) this.endParagraph({}, false)
    return this.#elements
  }

  /** The text of what was built, for a note. */
  plainText(): string {
    return this.finish()
      .map((one) => (one.type === 'paragraph' ? one.text.trim() : ''))
      .filter((one) => one !== '')
      .join('\n')
  }

  #takeParagraph(facts: ParagraphFacts): FlowParagraph {
    const text = this.#parts.join('')
    const lead = facts.lead && text.trim() !== '' ? `${facts.lead} ` : ''
    const shift = (offset: number): number => (offset === 0 ? 0 : offset + lead.length)
    const paragraph = paragraphOf(lead + text, {
      kind: facts.isHeading ? 'heading' : facts.isListItem || lead !== '' ? 'listItem' : 'paragraph',
      isBold: this.#letters > 0 && this.#boldLetters >= this.#letters * 0.9,
      isCentred: facts.isCentred === true,
      notes: this.#notes.map((note) => ({ ...note, offset: note.offset + lead.length })),
      pageBreaks: this.#pageBreaks.map(shift),
    })
    this.#parts = []
    this.#length = 0
    this.#letters = 0
    this.#boldLetters = 0
    this.#notes = []
    this.#pageBreaks = []
    return paragraph
  }
}
