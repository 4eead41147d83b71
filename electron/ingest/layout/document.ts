/** Placed pages come in, the document's text in reading order with pages, tables and notes goes out. */
import type { SourceText } from '../../../shared/documents/sourceText.ts'
import { type FlowElement, type FlowNote, paragraphOf, writeFlow } from '../flow.ts'
import { isLayoutTable } from '../tables.ts'
import { partColumns } from './columns.ts'
import { removeFurniture } from './furniture.ts'
import { findGrids, isInside, readGrid } from './grid.ts'
import { partNotes, restoreMarks } from './notes.ts'
import { commonest, type Line, type PlacedPage, type Row } from './page.ts'
import { type Frame, joinLines, type PlacedLine } from './paragraphs.ts'
import { gatherRows } from './rows.ts'

interface GridBlock {
  readonly top: number
  readonly element: FlowElement
}

interface LaidPage {
  readonly rows: readonly Row[]
  readonly grids: readonly GridBlock[]
}

/** Lays out a document. Runs may come in any order; the PDF's own order is not trusted. */
export function layOut(pages: readonly PlacedPage[]): SourceText {
  const laid = pages.map((page): LaidPage & { height: number } => {
    const grids = findGrids(page.rules ?? [])
    const blocks = grids.map((grid) => ({
      top: grid.top,
      element: readGrid(
        grid,
        page.runs.filter((run) => isInside(run, grid)),
      ),
    }))
    const free = page.runs.filter((run) => !grids.some((grid) => isInside(run, grid)))
    return { rows: gatherRows(free), grids: blocks, height: page.height }
  })
  const bodies = removeFurniture(laid)
  const lines = bodies.flatMap((rows) => rows.flat())
  const bodySize = commonest(
    lines.map((line) => [line.size, line.text.length] as const),
    0.5,
  )
  const frame = frameOf(lines, bodySize)
  const flow = new PageFlow(frame)
  let wasInNotes = false
  bodies.forEach((rows, number) => {
    const noted = partNotes(rows, bodySize, wasInNotes)
    wasInNotes = noted.notes.length > 0 || (wasInNotes && noted.continued.length > 0)
    flow.addPage(number, noted.body, laid[number]?.grids ?? [], pageFrame(noted.body, bodySize, frame), {
      notes: new Map(noted.notes.map((note) => [note.mark, joinNote(note.lines)])),
      continued: joinNote(noted.continued),
    })
  })
  return writeFlow(flow.finish(pages.length), { keepsEmptyPages: true })
}

const joinNote = (lines: readonly Line[]): string => {
  const left = Math.min(...lines.map((line) => line.left))
  const right = Math.max(...lines.map((line) => line.right))
  const placed = lines.map((line) => ({ line, page: 0, notes: [] }))
  return joinLines(placed, { left, right })
    .map((one) => one.text)
    .join('\n')
}

/** The edges of the body: where most of its lines start and the furthest most of them reach. */
function frameOf(lines: readonly Line[], bodySize: number): Frame {
  const body = lines.filter((line) => Math.abs(line.size - bodySize) < 0.6 && line.text.length > 20)
  const used = body.length > 0 ? body : lines
  const rights = used.map((line) => line.right).sort((one, other) => one - other)
  const right = rights[Math.ceil((rights.length - 1) * 0.98)] ?? 0
  // What follows a full line goes on with its paragraph and so starts at the very edge of the body.
  const following = lines.filter((line, index) => {
    const above = lines[index - 1]
    return above !== undefined && above.right > right - 1.5 * bodySize && line.baseline > above.baseline
  })
  const wide = used.filter((line) => line.right - line.left > 12 * bodySize)
  return { left: leftEdge(following.length > 0 ? following : wide.length > 0 ? wide : used), right }
}

/** The leftmost edge a tenth of the text starts at: on short pages most lines are first lines, which are indented. */
function leftEdge(lines: readonly Line[]): number {
  const weights = new Map<number, number>()
  let total = 0
  for (const line of lines) {
    const edge = Math.round(line.left / 2) * 2
    weights.set(edge, (weights.get(edge) ?? 0) + line.text.length)
    total += line.text.length
  }
  const heavy = [...weights].filter(([, weight]) => weight >= total * 0.1).map(([edge]) => edge)
  return Math.min(...(heavy.length > 0 ? heavy : weights.keys()))
}

/** A page may be set off from the others (odd and even margins, landscape); a page of few lines follows the document. */
function pageFrame(rows: readonly Row[], bodySize: number, whole: Frame): Frame {
  const lines = rows.flat().filter((line) => line.text.length > 30)
  if (lines.length < 8) return whole
  const frame = frameOf(lines, bodySize)
  return Math.abs(frame.left - whole.left) > 6 || frame.right > whole.right + 12
    ? frame
    : { ...whole, right: Math.max(whole.right, frame.right) }
}

interface PageNotes {
  readonly notes: ReadonlyMap<string, string>
  readonly continued: string
}

class PageFlow {
  readonly #elements: FlowElement[] = []
  readonly #whole: Frame
  #open: PlacedLine[] = []
  #openFrame: Frame
  #page = 0

  constructor(whole: Frame) {
    this.#whole = whole
    this.#openFrame = whole
  }

  addPage(
    number: number,
    rows: readonly Row[],
    grids: readonly GridBlock[],
    frame: Frame,
    notes: PageNotes,
  ): void {
    if (Math.abs(frame.left - this.#openFrame.left) > 6) this.#flush()
    this.#openFrame = frame
    const waiting = new Map(notes.notes)
    const place = (line: Line): PlacedLine => {
      const restored = restoreMarks(line, (mark) => notes.notes.has(mark))
      const found = restored.marks.flatMap((mark): readonly FlowNote[] => {
        const text = waiting.get(mark.text)
        waiting.delete(mark.text)
        return text === undefined ? [] : [{ offset: mark.offset, mark: mark.text, text }]
      })
      return { line: { ...restored, marks: [] }, page: number, notes: found }
    }
    const tables = [...grids]
    let held: Row[] = []
    const flushRows = (): void => {
      for (const stretch of partColumns(held, this.#openFrame)) {
        if (stretch.type === 'lines') this.#open.push(...stretch.lines.map(place))
        else
          this.#columns(
            stretch.columns.map((column) => column.map(place)),
            stretch.rowCount,
            number,
          )
      }
      held = []
    }
    for (const row of rows) {
      while (tables[0] && tables[0].top < (row[0]?.baseline ?? 0)) {
        flushRows()
        this.#table(tables.shift()?.element, number)
      }
      held.push(row)
    }
    flushRows()
    for (const table of tables) this.#table(table.element, number)
    if (notes.continued !== '') {
      this.#flush()
      this.#elements.push(paragraphOf(notes.continued))
    }
  }

  finish(pageCount: number): readonly FlowElement[] {
    this.#flush()
    this.#startPage(pageCount - 1)
    return this.#elements
  }

  /** Pages that begin where no line tells it: before a table, or empty ones. */
  #startPage(number: number): void {
    const behind = number - this.#page
    if (behind <= 0) return
    this.#page = number
    this.#elements.push(paragraphOf('', { pageBreaks: Array.from({ length: behind }, () => 0) }))
  }

  #flush(): void {
    const first = this.#open[0]
    if (!first) return
    this.#startPage(first.page)
    this.#elements.push(...joinLines(this.#open, this.#openFrame))
    this.#page = this.#open.at(-1)?.page ?? this.#page
    this.#open = []
  }

  #table(element: FlowElement | undefined, page: number): void {
    if (!element) return
    this.#flush()
    this.#startPage(page)
    this.#elements.push(element)
  }

  #columns(columns: readonly (readonly PlacedLine[])[], rowCount: number, page: number): void {
    this.#flush()
    this.#startPage(page)
    const cells = columns.map((lines, column) => {
      const left = Math.min(...lines.map((placed) => placed.line.left))
      const next = Math.min(
        this.#whole.right,
        ...(columns[column + 1] ?? []).map((placed) => placed.line.left - 4),
      )
      const right = Math.max(next, ...lines.map((placed) => placed.line.right))
      return { column, content: joinLines(lines, { left, right }) }
    })
    const isLayout = columns.length < 3 || rowCount < 3 || isLayoutTable([cells], false)
    this.#elements.push({ type: 'table', isLayout, rows: [cells] })
  }
}
