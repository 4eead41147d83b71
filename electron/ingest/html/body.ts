/** HTML comes in, the flow of its paragraphs, lists and tables goes out. */
import { Parser } from 'htmlparser2'
import { type FlowCell, type FlowElement, type FlowNote, paragraphOf, paragraphsIn } from '../flow.ts'
import { isLayoutTable } from '../tables.ts'
import { writeNumber } from '../word/numbering.ts'

type Attributes = Readonly<Record<string, string>>

// Elements that begin and end a line of their own.
const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary ul caption'.split(
    ' ',
  ),
)

// Elements whose words nobody reads: scripts, styles, titles of tabs, Office's own XML islands.
const SKIPPED = new Set([
  'script',
  'style',
  'head',
  'template',
  'noscript',
  'select',
  'object',
  'xml',
  'o:p-skip',
])

// The mark of a note as Word and LibreOffice save it: «#_ftn1», «#_edn2», «#sdfootnote1sym».
const NOTE_LINK = /^#_?(?:sd)?(ftn|edn|footnote|endnote)(\d+)(?:sym)?$/

// The note itself: «<div id="ftn1">», «<div id="sdfootnote1">».
const NOTE_BODY = /^(?:sd)?(ftn|edn|footnote|endnote)(\d+)$/

const SUPERSCRIPTS = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹']

interface PendingNote {
  readonly key: string
  readonly offset: number
}

interface List {
  readonly type: string
  count: number
}

interface Table {
  readonly rows: FlowCell[][]
  row: FlowCell[]
  column: number
  span: number
  hasRules: boolean
  isInCell: boolean
}

/** Reads a whole page. */
export function readHtmlBody(html: string): readonly FlowElement[] {
  const walk = new HtmlWalk()
  const parser = new Parser(
    {
      onopentag: (name, attributes) => walk.open(name, attributes),
      ontext: (text) => walk.text(text),
      onclosetag: (name) => walk.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeCDATA: true },
  )
  parser.write(html)
  parser.end()
  return walk.finish()
}

const isCentredBy = (attributes: Attributes): boolean =>
  attributes.align?.toLowerCase() === 'center' || /text-align\s*:\s*center/i.test(attributes.style ?? '')

const isHiddenBy = (attributes: Attributes): boolean =>
  /display\s*:\s*none|mso-hide\s*:\s*all/i.test(attributes.style ?? '')

// LibreOffice writes page headers and footers into the page: «<div title="header">».
const isFurniture = (attributes: Attributes): boolean =>
  attributes.title === 'header' || attributes.title === 'footer'

// «ftn» and «footnote» are one kind of note, «edn» and «endnote» the other.
const keyOf = (match: RegExpExecArray): string => `${match[1]?.startsWith('e') ? 'e' : 'f'}${match[2]}`

const isBoldBy = (name: string, attributes: Attributes): boolean =>
  name === 'b' || name === 'strong' || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(attributes.style ?? '')

const hasRulesBy = (attributes: Attributes): boolean =>
  (attributes.border !== undefined && attributes.border !== '0') ||
  /border(?:-left|-right)?\s*:\s*(?!none|0)[^;]*(?:solid|double|windowtext)/i.test(attributes.style ?? '')

class HtmlWalk {
  readonly #containers: FlowElement[][] = [[]]
  readonly #tables: Table[] = []
  readonly #lists: List[] = []
  /** Per open element: whether it made text bold or centred, to be undone when it closes. */
  readonly #open: { name: string; isBold: boolean; isCentred: boolean }[] = []
  #skipped: string[] = []
  #parts: string[] = []
  #letters = 0
  #boldLetters = 0
  #lead = ''
  #kind: 'paragraph' | 'heading' | 'listItem' = 'paragraph'
  #marks: PendingNote[] = []
  readonly #noted = new Map<FlowElement, readonly PendingNote[]>()
  readonly #notes = new Map<string, readonly FlowElement[]>()
  #noteKey: string | null = null

  finish(): readonly FlowElement[] {
    this.#endParagraph()
    while (this.#tables.length > 0) this.#closeTable()
    return this.#hangNotes(this.#containers[0] ?? [])
  }

  open(name: string, attributes: Attributes): void {
    if (this.#skipped.length > 0 || SKIPPED.has(name) || isHiddenBy(attributes) || isFurniture(attributes)) {
      if (!VOID.has(name)) this.#skipped.push(name)
      return
    }
    if (name === 'br') this.#parts.push('\n')
    if (BLOCKS.has(name)) this.#endParagraph()
    if (VOID.has(name)) return
    if (this.#takeNote(name, attributes)) return
    this.#open.push({
      name,
      isBold: isBoldBy(name, attributes),
      isCentred:
        name === 'center' ||
        (BLOCKS.has(name) && isCentredBy(attributes)) ||
        (name === 'td' && isCentredBy(attributes)),
    })
    if (/^h[1-6]$/.test(name)) this.#kind = 'heading'
    else if (name === 'ol' || name === 'ul') {
      this.#lists.push({
        type: name === 'ul' ? '-' : (attributes.type ?? '1'),
        count: Number(attributes.start ?? 1) - 1,
      })
    } else if (name === 'li') this.#openItem(attributes)
    else this.#openTablePart(name, attributes)
  }

  text(text: string): void {
    if (this.#skipped.length > 0 || this.#tables.at(-1)?.isInCell === false) return
    const isPre = this.#open.some((one) => one.name === 'pre')
    const plain = isPre ? text : text.replace(/[\t\n\r\f ]+/g, ' ')
    // A raised figure must not run into the number before it: «25-NQ/TW<sup>1</sup>», «m<sup>2</sup>».
    const isRaised = this.#open.at(-1)?.name === 'sup' && /^\s*\d{1,3}\s*$/.test(plain)
    const written = isRaised
      ? plain.trim().replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)] ?? digit)
      : plain
    this.#parts.push(written)
    const letters = written.trim().length
    this.#letters += letters
    if (this.#open.some((one) => one.isBold)) this.#boldLetters += letters
  }

  close(name: string): void {
    if (this.#skipped.length > 0) {
      if (this.#skipped.at(-1) === name) this.#skipped.pop()
      return
    }
    if (BLOCKS.has(name)) this.#endParagraph()
    if (name === 'div' && this.#noteKey !== null && this.#open.at(-1)?.name === 'note') {
      this.#notes.set(this.#noteKey, this.#containers.pop() ?? [])
      this.#open.pop()
      this.#noteKey = null
      return
    }
    if (name === 'ol' || name === 'ul') this.#lists.pop()
    else if (name === 'td' || name === 'th') this.#closeCell()
    else if (name === 'tr') this.#closeRow()
    else if (name === 'table') this.#closeTable()
    const at = this.#open.findLastIndex((one) => one.name === name)
    if (at >= 0) this.#open.splice(at, 1)
  }

  /** Marks of notes leave the text; their bodies leave the flow until `#hangNotes`. */
  #takeNote(name: string, attributes: Attributes): boolean {
    const link = name === 'a' && this.#noteKey === null ? NOTE_LINK.exec(attributes.href ?? '') : null
    if (link) {
      this.#marks.push({ key: keyOf(link), offset: this.#tidy().length })
      this.#skipped.push(name)
      return true
    }
    const body = name === 'div' ? NOTE_BODY.exec(attributes.id ?? '') : null
    if (!body) {
      // Inside a note the link back to the text repeats the mark.
      const isBack = name === 'a' && this.#noteKey !== null && (attributes.href ?? '').startsWith('#')
      if (isBack) this.#skipped.push(name)
      return isBack
    }
    this.#noteKey = keyOf(body)
    this.#containers.push([])
    this.#open.push({ name: 'note', isBold: false, isCentred: false })
    return true
  }

  #hangNotes(elements: readonly FlowElement[]): readonly FlowElement[] {
    return elements.map((element): FlowElement => {
      if (element.type === 'table') {
        const hang = (cell: FlowCell): FlowCell => ({ ...cell, content: this.#hangNotes(cell.content) })
        return { ...element, rows: element.rows.map((row) => row.map(hang)) }
      }
      const notes = (this.#noted.get(element) ?? []).flatMap(({ key, offset }): readonly FlowNote[] => {
        const text = paragraphsIn(this.#notes.get(key) ?? [])
          .map((one) => one.text)
          .join('\n')
        return text === '' ? [] : [{ offset, mark: key.slice(1), text }]
      })
      return notes.length === 0 ? element : { ...element, notes }
    })
  }

  #openItem(attributes: Attributes): void {
    const list = this.#lists.at(-1) ?? { type: '-', count: 0 }
    list.count = attributes.value === undefined ? list.count + 1 : Number(attributes.value)
    const format = HTML_FORMATS[list.type] ?? 'decimal'
    // Items by letter are written «a)» in Vietnamese papers; a page says nothing of the mark after the number.
    const mark = format === 'lowerLetter' ? ')' : '.'
    this.#lead = list.type === '-' ? '- ' : `${writeNumber(list.count, format)}${mark} `
    this.#kind = 'listItem'
  }

  #openTablePart(name: string, attributes: Attributes): void {
    if (name === 'table') {
      this.#endParagraph()
      const hasRules = hasRulesBy(attributes)
      this.#tables.push({ rows: [], row: [], column: 0, span: 1, hasRules, isInCell: false })
      return
    }
    const table = this.#tables.at(-1)
    if (!table) return
    if (name === 'tr') this.#closeRow()
    else if (name === 'td' || name === 'th') {
      this.#closeCell()
      table.span = Math.min(100, Number(attributes.colspan ?? 1) || 1)
      table.hasRules ||= hasRulesBy(attributes)
      table.isInCell = true
      this.#containers.push([])
    }
  }

  #closeCell(): void {
    const table = this.#tables.at(-1)
    if (!table?.isInCell) return
    this.#endParagraph()
    const content = this.#containers.length > 1 ? (this.#containers.pop() ?? []) : []
    table.row.push({ column: table.column, content })
    table.column += table.span
    table.isInCell = false
  }

  #closeRow(): void {
    this.#closeCell()
    const table = this.#tables.at(-1)
    if (!table) return
    if (table.row.length > 0) table.rows.push(table.row)
    Object.assign(table, { row: [], column: 0 })
  }

  #closeTable(): void {
    this.#closeRow()
    const table = this.#tables.pop()
    if (!table) return
    this.#containers
      .at(-1)
      ?.push({ type: 'table', isLayout: isLayoutTable(table.rows, table.hasRules), rows: table.rows })
  }

  /** The paragraph so far with its white space collapsed as a browser does. */
  #tidy(): string {
    return this.#parts
      .join('')
      .replace(/ *\n */g, '\n')
      .replace(/ {2,}/g, ' ')
      .trimStart()
  }

  #endParagraph(): void {
    const text = this.#tidy().trim()
    if (text !== '') {
      const paragraph = paragraphOf(this.#lead + text, {
        kind: this.#kind,
        isBold: this.#letters > 0 && this.#boldLetters >= this.#letters * 0.9,
        isCentred: this.#open.some((one) => one.isCentred),
      })
      this.#containers.at(-1)?.push(paragraph)
      const shift = this.#lead.length
      if (this.#marks.length > 0) {
        this.#noted.set(
          paragraph,
          this.#marks.map((mark) => ({ ...mark, offset: mark.offset + shift })),
        )
      }
      this.#marks = []
      this.#lead = ''
      this.#kind = 'paragraph'
    }
    this.#parts = []
    this.#letters = 0
    this.#boldLetters = 0
  }
}

const VOID = new Set([
  'br',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'wbr',
  'col',
  'area',
  'base',
  'embed',
  'source',
  'track',
])

const HTML_FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}
