/** OpenDocument's `content.xml` and its styles come in, the flow of paragraphs, tables and notes goes out. */
import {
  type FlowCell,
  type FlowElement,
  type FlowNote,
  joinParagraphs,
  paragraphOf,
  paragraphsIn,
} from '../flow.ts'
import { RunText } from '../runText.ts'
import { isLayoutTable } from '../tables.ts'
import { type Attributes, walkXml } from '../word/xml.ts'
import { OpenLists } from './lists.ts'
import type { OpenStyle, OpenStyles } from './styles.ts'

/** Walks the body of the document. */
export function readOpenBody(xml: string, styles: OpenStyles): readonly FlowElement[] {
  const walk = new OpenWalk(styles)
  walkXml(xml, walk)
  return walk.finish()
}

interface Draft {
  readonly style: OpenStyle
  readonly kind: 'paragraph' | 'heading' | 'listItem'
  readonly run: RunText
  readonly notes: FlowNote[]
  readonly pageBreaks: number[]
  readonly after: FlowElement[]
  readonly spans: OpenStyle[]
}

interface Table {
  readonly rows: FlowCell[][]
  row: FlowCell[]
  column: number
  span: number
  hasRules: boolean
}

// Text that is not the document's: changes taken back, comments, drawings' descriptions, the sheet of hidden forms.
const SKIPPED = new Set([
  'tracked-changes',
  'annotation',
  'note-citation',
  'desc',
  'title',
  'forms',
  'ruby-text',
  'sequence-decls',
  'variable-decls',
])

class OpenWalk {
  readonly #styles: OpenStyles
  readonly #lists: OpenLists
  readonly #containers: FlowElement[][] = [[]]
  readonly #drafts: Draft[] = []
  readonly #tables: Table[] = []
  #isInText = false
  #skipDepth = 0
  #noteCount = 0
  #hasPendingBreak = false

  constructor(styles: OpenStyles) {
    this.#styles = styles
    this.#lists = new OpenLists(styles)
  }

  finish(): readonly FlowElement[] {
    while (this.#drafts.length > 0) this.#closeParagraph()
    while (this.#tables.length > 0) this.#closeTable()
    return this.#containers[0] ?? []
  }

  open(name: string, attributes: Attributes, fullName: string): void {
    if (fullName === 'office:text') this.#isInText = true
    if (!this.#isInText) return
    if (this.#skipDepth > 0 || SKIPPED.has(name)) {
      this.#skipDepth += 1
      return
    }
    const draft = this.#drafts.at(-1)
    const style = this.#styles.styles.get(attributes['text:style-name'] ?? '') ?? {}
    if (fullName === 'text:p' || fullName === 'text:h') this.#openParagraph(style, fullName === 'text:h')
    else if (name === 'span') draft?.spans.push(style)
    else if (fullName === 'text:s')
      this.#write(' '.repeat(Math.min(200, Number(attributes['text:c'] ?? 1) || 1)))
    else if (fullName === 'text:tab') this.#write('\t')
    else if (fullName === 'text:line-break') this.#write('\n')
    else if (fullName === 'text:soft-page-break') this.#breakPage()
    else if (fullName === 'text:list') {
      this.#lists.enter(attributes['text:style-name'], attributes['text:continue-numbering'] === 'true')
    } else if (fullName === 'text:list-item') {
      const start = attributes['text:start-value']
      this.#lists.beginItem(start === undefined ? null : Number(start))
    } else if (name === 'note-body' || name === 'text-box') this.#containers.push([])
    else this.#openTablePart(fullName, attributes)
  }

  text(text: string): void {
    if (!this.#isInText || this.#skipDepth > 0 || this.#drafts.length === 0) return
    // White space of the file collapses, as in HTML; real spaces are written as text:s.
    this.#write(text.replace(/[\t\n\r ]+/g, ' '))
  }

  close(name: string, fullName: string): void {
    if (!this.#isInText) return
    if (this.#skipDepth > 0) {
      this.#skipDepth -= 1
      return
    }
    if (fullName === 'text:p' || fullName === 'text:h') this.#closeParagraph()
    else if (name === 'span') this.#drafts.at(-1)?.spans.pop()
    else if (fullName === 'text:list') this.#lists.leave()
    else if (name === 'note-body') this.#closeNote()
    else if (name === 'text-box') {
      const content = this.#containers.pop() ?? []
      const draft = this.#drafts.at(-1)
      if (draft) draft.after.push(...content)
      else this.#containers.at(-1)?.push(...content)
    } else if (fullName === 'table:table-cell') this.#closeCell()
    else if (fullName === 'table:table-row') this.#tables.at(-1)?.rows.push(this.#tables.at(-1)?.row ?? [])
    else if (fullName === 'table:table') this.#closeTable()
    else if (fullName === 'office:text') this.#isInText = false
  }

  #openParagraph(style: OpenStyle, isHeading: boolean): void {
    const lead = this.#lists.takeLead()
    const kind = isHeading ? 'heading' : lead === null ? 'paragraph' : 'listItem'
    this.#drafts.push({
      style,
      kind,
      run: new RunText(),
      notes: [],
      pageBreaks: [],
      after: [],
      spans: [],
    })
    if (style.breaksBefore || this.#hasPendingBreak) this.#drafts.at(-1)?.pageBreaks.push(0)
    this.#hasPendingBreak = false
    if (lead) this.#write(`${lead} `)
  }

  #write(text: string): void {
    const draft = this.#drafts.at(-1)
    if (!draft) return
    const inside = [draft.style, ...draft.spans]
    const font = inside.findLast((style) => style.font !== undefined)?.font
    const isBold = inside.findLast((style) => style.isBold !== undefined)?.isBold === true
    draft.run.write(text, isBold, font)
  }

  #breakPage(): void {
    const draft = this.#drafts.at(-1)
    if (draft) draft.pageBreaks.push(draft.run.length)
    else this.#hasPendingBreak = true
  }

  #closeParagraph(): void {
    const draft = this.#drafts.pop()
    if (!draft) return
    const { text, isBold, converted } = draft.run
    this.#containers.at(-1)?.push(
      paragraphOf(text, {
        kind: draft.kind,
        isBold,
        converted,
        isCentred: draft.style.isCentred === true,
        notes: draft.notes,
        pageBreaks: draft.pageBreaks,
      }),
      ...draft.after,
    )
  }

  #closeNote(): void {
    const content = this.#containers.length > 1 ? (this.#containers.pop() ?? []) : []
    const draft = this.#drafts.at(-1)
    this.#noteCount += 1
    draft?.notes.push({
      ...joinParagraphs(paragraphsIn(content)),
      offset: draft.run.length,
      mark: String(this.#noteCount),
    })
  }

  #openTablePart(fullName: string, attributes: Attributes): void {
    const table = this.#tables.at(-1)
    if (fullName === 'table:table') {
      this.#tables.push({ rows: [], row: [], column: 0, span: 1, hasRules: false })
    } else if (fullName === 'table:table-row' && table) Object.assign(table, { row: [], column: 0 })
    else if (fullName === 'table:table-cell' && table) {
      table.span = Number(attributes['table:number-columns-spanned'] ?? 1) || 1
      table.hasRules ||= this.#styles.styles.get(attributes['table:style-name'] ?? '')?.hasRules === true
      this.#containers.push([])
    } else if (fullName === 'table:covered-table-cell' && table) {
      // Cells covered from above keep their column; those covered from the left are counted by the span.
      const last = table.row.at(-1)
      if (!last || last.column + table.span <= table.column) {
        table.row.push({ column: table.column, content: [] })
        table.column += 1
        table.span = 1
      }
    }
  }

  #closeCell(): void {
    const content = this.#containers.length > 1 ? (this.#containers.pop() ?? []) : []
    const table = this.#tables.at(-1)
    if (!table) return
    table.row.push({ column: table.column, content })
    table.column += table.span
  }

  #closeTable(): void {
    const table = this.#tables.pop()
    if (!table) return
    this.#containers
      .at(-1)
      ?.push({ type: 'table', isLayout: isLayoutTable(table.rows, table.hasRules), rows: table.rows })
  }
}
