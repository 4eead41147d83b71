/** mammoth's model of a document comes in stretch by stretch, the flow of its paragraphs, tables and notes goes out. */
import {
  type FlowCell,
  type FlowElement,
  type FlowNote,
  joinParagraphs,
  paragraphOf,
  paragraphsIn,
  shiftPiece,
} from '../flow.ts'
import { RunText } from '../runText.ts'
import { isLayoutTable } from '../tables.ts'
import { type Mark, markOfName } from './marks.ts'
import type { ModelDocument, ModelNode } from './model.ts'
import { ListCounter, type Numbering } from './numbering.ts'
import type { StyleProperties, Styles } from './styles.ts'

/** What is known beside the model. */
export interface WordContext {
  readonly styles: Styles
  readonly numbering: Numbering
}

type ModelParagraph = Extract<ModelNode, { type: 'paragraph' }>
type ModelRun = Extract<ModelNode, { type: 'run' }>
type ModelTable = Extract<ModelNode, { type: 'table' }>

interface ParagraphDraft {
  readonly inherited: StyleProperties
  readonly own: StyleProperties
  readonly run: RunText
  symbolAt: number
  readonly notes: FlowNote[]
  readonly pageBreaks: number[]
  readonly after: FlowElement[]
}

interface RunFormat {
  readonly isBold: boolean
  readonly font: string | undefined
}

/** Lists and notes count through the whole document, so one reader takes all its stretches in order. */
export class ModelFlow {
  readonly #context: WordContext
  readonly #counter: ListCounter
  readonly #noteCounter: ListCounter
  readonly #elements: FlowElement[] = []
  #noteCount = 0

  constructor(context: WordContext) {
    this.#context = context
    this.#counter = new ListCounter(context.numbering)
    this.#noteCounter = new ListCounter(context.numbering)
  }

  /** The flow of all stretches read. */
  get elements(): readonly FlowElement[] {
    return this.#elements
  }

  /** Reads the next stretch. */
  read(model: ModelDocument): void {
    const [first] = model.children
    const isContinued = first?.type === 'bookmarkStart' && markOfName(first.name).kind === 'continued'
    const stretch = new StretchFlow(this.#context, this.#counter, (reference) => this.#note(model, reference))
    const elements = stretch.read(model.children)
    if (isContinued) this.#joinTables(elements)
    for (const element of elements) this.#elements.push(element)
  }

  /** Puts the table the last stretch ended with before the rows this one begins with. */
  #joinTables(elements: FlowElement[]): void {
    const [begun, rest] = [this.#elements.at(-1), elements[0]]
    if (begun?.type !== 'table' || rest?.type !== 'table') return
    this.#elements.pop()
    const rows = [...begun.rows, ...rest.rows]
    // A table of a thousand rows lays nothing out, unless it has one column and only frames its text.
    elements[0] = { type: 'table', isLayout: rows.every((row) => row.length < 2), rows }
  }

  #note(
    model: ModelDocument,
    reference: Extract<ModelNode, { type: 'noteReference' }>,
  ): Omit<FlowNote, 'offset'> | null {
    const note = model.notes.resolve(reference)
    if (!note) return null
    this.#noteCount += 1
    const content = new StretchFlow(this.#context, this.#noteCounter, () => null).read(note.body)
    return { mark: String(this.#noteCount), ...joinParagraphs(paragraphsIn(content)) }
  }
}

type ResolveNote = (
  reference: Extract<ModelNode, { type: 'noteReference' }>,
) => Omit<FlowNote, 'offset'> | null

class StretchFlow {
  readonly #context: WordContext
  readonly #counter: ListCounter
  readonly #resolveNote: ResolveNote

  constructor(context: WordContext, counter: ListCounter, resolveNote: ResolveNote) {
    this.#context = context
    this.#counter = counter
    this.#resolveNote = resolveNote
  }

  read(nodes: readonly ModelNode[]): FlowElement[] {
    const elements: FlowElement[] = []
    let hasRules = false
    for (const node of nodes) {
      if (node.type === 'paragraph') elements.push(...this.#paragraph(node))
      else if (node.type === 'table') {
        elements.push(this.#table(node, hasRules))
        hasRules = false
      } else if (node.type === 'bookmarkStart') hasRules ||= markOfName(node.name).kind === 'ruled'
      else if (isBlock(node)) elements.push(...this.read(node.children))
      // Words outside any paragraph, met in damaged files only.
      else elements.push(...this.#paragraph({ ...LOOSE, children: [node] }))
    }
    return elements
  }

  #paragraph(node: ModelParagraph): readonly FlowElement[] {
    const { styles } = this.#context
    const draft: ParagraphDraft = {
      inherited: styles.byId.get(node.styleId ?? styles.defaultId) ?? {},
      own: {},
      run: new RunText(),
      symbolAt: 0,
      notes: [],
      pageBreaks: [],
      after: [],
    }
    this.#inline(node.children, draft, null)
    const { listId, listLevel, isHeading, isCentred } = { ...draft.inherited, ...draft.own }
    const { text, isBold, converted } = draft.run
    const isListed = listId !== undefined && listId !== '0'
    const number = isListed ? this.#counter.next(listId, listLevel ?? 0) : ''
    const lead = number === '' || text.trim() === '' ? '' : `${number} `
    const paragraph = paragraphOf(lead + text, {
      kind: isHeading ? 'heading' : lead === '' ? 'paragraph' : 'listItem',
      isBold,
      isCentred: node.alignment === null ? isCentred === true : node.alignment === 'center',
      notes: draft.notes.map((note) => ({ ...note, offset: note.offset + lead.length })),
      pageBreaks: draft.pageBreaks.map((offset) => (offset === 0 ? 0 : offset + lead.length)),
      converted: converted.map((piece) => shiftPiece(piece, lead.length)),
    })
    return [paragraph, ...draft.after]
  }

  #inline(nodes: readonly ModelNode[], draft: ParagraphDraft, run: RunFormat | null): void {
    for (const node of nodes) {
      switch (node.type) {
        case 'run':
          this.#inline(node.children, draft, this.#formatOf(node, draft))
          break
        case 'hyperlink':
          this.#inline(node.children, draft, run)
          break
        case 'text':
          // A hyphen that must not break is a hyphen; mammoth gives it as a text of its own.
          this.#write(node.value === '\u2011' ? '-' : node.value, draft, run)
          break
        case 'tab':
          this.#write('\t', draft, run)
          break
        case 'checkbox':
          this.#write(node.checked ? '☑' : '☐', draft, run)
          break
        case 'break':
          if (node.breakType === 'page') draft.pageBreaks.push(draft.run.length)
          else this.#write('\n', draft, run)
          break
        case 'noteReference': {
          const note = this.#resolveNote(node)
          if (note) draft.notes.push({ ...note, offset: draft.run.length })
          break
        }
        case 'bookmarkStart':
          this.#mark(markOfName(node.name), draft, run)
          break
        default:
          // A text box stands beside its paragraph, so its words come after it, not in the middle of the sentence.
          draft.after.push(...this.read([node]))
      }
    }
  }

  #mark(mark: Mark, draft: ParagraphDraft, run: RunFormat | null): void {
    if (mark.kind === 'page') draft.pageBreaks.push(draft.run.length)
    else if (mark.kind === 'outline') draft.own.isHeading = mark.isHeading
    else if (mark.kind === 'list') {
      if (mark.listId !== undefined) draft.own.listId = mark.listId
      if (mark.level !== undefined) draft.own.listLevel = mark.level
    } else if (mark.kind === 'symbolStart') draft.symbolAt = draft.run.length
    else if (mark.kind === 'symbolEnd' && draft.symbolAt === draft.run.length)
      this.#write(mark.text, draft, run)
  }

  #formatOf(run: ModelRun, draft: ParagraphDraft): RunFormat {
    const { styles } = this.#context
    const style = styles.byId.get(run.styleId ?? '')
    const isPlain = hasPlainMark(run.children)
    return {
      isBold: !isPlain && (run.isBold || (style?.isBold ?? draft.inherited.isBold ?? false)),
      font: run.font ?? style?.font ?? draft.inherited.font ?? styles.defaults.font,
    }
  }

  #write(text: string, draft: ParagraphDraft, run: RunFormat | null): void {
    draft.run.write(text, run?.isBold === true, run?.font)
  }

  #table(table: ModelTable, hasRules: boolean): FlowElement {
    const rows: FlowCell[][] = []
    const covered = new CoveredColumns()
    for (const row of table.children) {
      if (row.type !== 'tableRow') continue
      const cells: FlowCell[] = []
      let column = 0
      for (const cell of row.children) {
        if (cell.type !== 'tableCell') continue
        column = covered.fill(column, cells)
        cells.push({ column, content: this.read(cell.children) })
        covered.note(column, cell.colSpan, cell.rowSpan)
        column += cell.colSpan
      }
      covered.fill(column, cells)
      covered.endRow()
      rows.push(cells)
    }
    return { type: 'table', isLayout: isLayoutTable(rows, hasRules), rows }
  }
}

/**
 * Cells merged downwards: mammoth leaves the lower ones out. They are put back without words, which belong to the row
 * they started in, so that columns keep their places.
 */
class CoveredColumns {
  readonly #covers = new Map<number, { readonly span: number; rowsLeft: number; isNew: boolean }>()

  note(column: number, span: number, rowSpan: number): void {
    if (rowSpan > 1) this.#covers.set(column, { span, rowsLeft: rowSpan - 1, isNew: true })
  }

  /** Adds the empty cells that stand from `column` on; answers the first free column. */
  fill(column: number, cells: FlowCell[]): number {
    let at = column
    for (let cover = this.#covers.get(at); cover && !cover.isNew; cover = this.#covers.get(at)) {
      cells.push({ column: at, content: [] })
      at += cover.span
    }
    return at
  }

  endRow(): void {
    for (const [column, cover] of this.#covers) {
      if (cover.isNew) cover.isNew = false
      else cover.rowsLeft -= 1
      if (cover.rowsLeft === 0) this.#covers.delete(column)
    }
  }
}

const LOOSE = { type: 'paragraph', styleId: null, alignment: null } as const

const isBlock = (node: ModelNode): node is Extract<ModelNode, { type: 'tableRow' | 'tableCell' }> =>
  node.type === 'tableRow' || node.type === 'tableCell'

// Inside a field that links («HYPERLINK "…"»), mammoth wraps what a run holds.
const hasPlainMark = (nodes: readonly ModelNode[]): boolean =>
  nodes.some((node) =>
    node.type === 'hyperlink'
      ? hasPlainMark(node.children)
      : node.type === 'bookmarkStart' && markOfName(node.name).kind === 'plain',
  )
