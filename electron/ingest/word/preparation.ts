/**
 * WordprocessingML as found comes in; out go stretches of it that mammoth reads well: whole blocks, well-formed, without
 * what no text comes from, and with marks for what mammoth does not tell.
 */
import { emptyTag, markTag, openingTag, type WrittenAttributes, XmlWriter } from './preparedXml.ts'
import { RunPreparation, styleTag } from './runPreparation.ts'
import { noteProperty, type StyleProperties, type Styles } from './styles.ts'
import { TablePreparation } from './tablePreparation.ts'
import { type Attributes, attributeOf, isOn } from './xml.ts'

/** Some blocks of a body: their XML, and the notes they refer to as «footnote/ID». */
export interface PreparedBlocks {
  readonly xml: string
  readonly notes: readonly string[]
}

/**
 * A stretch ends with the block or row that passes this many tags and texts, or UTF-16 units. mammoth builds three trees
 * of what it is given, 0.8 KB for each tag or text: a 2,000-page document in one go would cost it a gigabyte.
 */
const STRETCH_PIECES = 20_000
const STRETCH_LENGTH = 1024 * 1024

/** Real documents stay under 40; mammoth recurses, and a trap of thousands would exhaust its stack. */
const MAXIMUM_DEPTH = 200

// Whole content that is no text of the document: the drawing repeated for old Word, properties before a change, the
// settings of content controls, what ruby prints above the line.
const SKIPPED = new Set([
  'Fallback',
  'pPrChange',
  'rPrChange',
  'tblPrChange',
  'trPrChange',
  'tcPrChange',
  'sectPr',
  'sdtPr',
  'delText',
  'rt',
])

// Pictures and shapes: of them only the text boxes are read.
const GRAPHICS = new Set(['drawing', 'pict', 'object'])

// Elements mammoth reads that need nothing but their name and these attributes.
const KEPT: ReadonlyMap<string, readonly string[]> = new Map([
  ['del', []],
  ['moveFrom', []],
  ['tab', []],
  ['noBreakHyphen', []],
  ['softHyphen', []],
  ['fldChar', ['fldCharType']],
  ['ffData', []],
  ['checkBox', []],
  ['checked', ['val']],
  ['default', ['val']],
  ['tcPr', []],
  ['trPr', []],
])

interface OpenElement {
  /** Empty for an element that was passed over: its end means nothing. */
  readonly name: string
  readonly closing: string
  readonly wasMuted: boolean
}

interface ParagraphState {
  readonly properties: StyleProperties
  isDeleted: boolean
  breaksBefore: boolean
}

/** Takes the elements of a part through `walkXml` or an `XmlFeed`. */
export class WordPreparation {
  readonly #styles: Styles
  readonly #writer = new XmlWriter()
  readonly #ready: PreparedBlocks[] = []
  readonly #open: OpenElement[] = []
  readonly #paragraphs: ParagraphState[] = []
  readonly #tables: TablePreparation[] = []
  /** Null where a text box begins: what stands in it is not the run's around it. */
  readonly #runs: (RunPreparation | null)[] = []
  readonly #notes: string[] = []
  #isInProperties = false
  #isInText = false
  #isMuted = false
  #skipDepth = 0
  #depth = 0
  #isTooDeep = false

  constructor(styles: Styles) {
    this.#styles = styles
  }

  /** Whether elements were left out because they stand too deep in each other. */
  get isTooDeep(): boolean {
    return this.#isTooDeep
  }

  /** What the block not finished yet costs: UTF-16 units, tags and texts. */
  get pending(): { readonly length: number; readonly pieces: number } {
    return this.#writer
  }

  /** The stretches finished since the last call. */
  takeReady(): readonly PreparedBlocks[] {
    return this.#ready.splice(0)
  }

  /** What is left once the whole part was walked. */
  finish(): PreparedBlocks {
    return { xml: this.#writer.take(), notes: this.#notes.splice(0) }
  }

  open(name: string, attributes: Attributes): void {
    if (this.#skipDepth > 0 || SKIPPED.has(name)) {
      this.#skipDepth += 1
      return
    }
    const wasMuted = this.#isMuted
    const closing = this.#begin(name, attributes)
    if (closing) this.#depth += 1
    this.#open.push({ name: closing === null ? '' : name, closing: closing ?? '', wasMuted })
  }

  text(text: string): void {
    if (this.#isInText && this.#skipDepth === 0) this.#writer.writeText(text)
  }

  close(): void {
    if (this.#skipDepth > 0) {
      this.#skipDepth -= 1
      return
    }
    const element = this.#open.pop()
    if (!element) return
    this.#writer.write(element.closing)
    if (element.closing !== '') this.#depth -= 1
    this.#isMuted = element.wasMuted
    this.#end(element.name)
  }

  #end(name: string): void {
    if (name === 't' || name === 'instrText') this.#isInText = false
    else if (name === 'pPr') this.#endParagraphProperties()
    else if (name === 'rPr') this.#endRunProperties()
    else if (name === 'r' || name === 'txbxContent') this.#runs.pop()
    else if (name === 'p') this.#endParagraph()
    else if (name === 'tr') this.#endRow()
    else if (name === 'tbl') {
      this.#tables.pop()?.finish()
      this.#cut()
    } else this.#tables.at(-1)?.end(name)
  }

  /** Writes the element's beginning and answers what ends it: '' where only its content counts, null where nothing does. */
  #begin(name: string, attributes: Attributes): string | null {
    if (this.#isInText) return null
    if (GRAPHICS.has(name)) {
      this.#isMuted = true
      return null
    }
    if (name === 'txbxContent') {
      // mammoth puts what stands in a `pict` after the paragraph around it, where a text box is read.
      this.#isMuted = false
      this.#runs.push(null)
      return this.#element('pict')
    }
    if (this.#isMuted) return null
    if (this.#isInProperties) return this.#beginInProperties(name, attributes)
    const kept = KEPT.get(name)
    if (kept) {
      return this.#element(name, Object.fromEntries(kept.map((key) => [key, attributeOf(attributes, key)])))
    }
    switch (name) {
      case 'p':
        this.#paragraphs.push({ properties: {}, isDeleted: false, breaksBefore: false })
        return this.#element('p')
      case 'pPr':
        this.#isInProperties = true
        return this.#element('pPr')
      case 'r':
        this.#runs.push(new RunPreparation(this.#writer, this.#styles, this.#notes))
        return this.#element('r')
      case 't':
      case 'instrText':
        this.#isInText = true
        return this.#element(name)
      case 'tbl':
        this.#tables.push(new TablePreparation(this.#writer, this.#styles))
        return this.#element('tbl')
      case 'tr':
      case 'tc':
        return this.#element(name)
      default:
        return this.#beginDetail(name, attributes)
    }
  }

  #beginDetail(name: string, attributes: Attributes): string {
    const run = this.#runs.at(-1)
    const parent = this.#open.at(-1)?.name ?? ''
    if (run && name === 'rPr') return this.#element('rPr')
    if (run && parent === 'rPr') run.noteProperty(name, attributes)
    else if (run) run.write(name, attributes)
    else this.#tables.at(-1)?.begin(name, parent, attributes)
    return ''
  }

  /** `w:pPr`: mammoth reads the style, the alignment and whether the paragraph's end is deleted. */
  #beginInProperties(name: string, attributes: Attributes): string | null {
    const paragraph = this.#paragraphs.at(-1)
    const parent = this.#open.at(-1)?.name
    if (name === 'rPr') return this.#element('rPr')
    if (parent === 'rPr') {
      // Run properties in here format the paragraph's end only; bold there says nothing of the text.
      if (name !== 'del') return null
      if (paragraph) paragraph.isDeleted = true
      return this.#element('del')
    }
    if (paragraph) {
      noteProperty(paragraph.properties, name, attributes)
      if (name === 'pageBreakBefore') paragraph.breaksBefore = isOn(attributes)
    }
    if (name === 'pStyle') this.#writer.write(styleTag(name, attributes, this.#styles))
    else if (name === 'jc') this.#writer.write(emptyTag(name, { val: attributeOf(attributes, 'val') }))
    return null
  }

  #endParagraphProperties(): void {
    this.#isInProperties = false
    const paragraph = this.#paragraphs.at(-1)
    // A paragraph whose end is deleted runs on into the next, which decides list and level.
    if (!paragraph || paragraph.isDeleted) return
    const { listId, listLevel, isHeading } = paragraph.properties
    if (listId !== undefined || listLevel !== undefined) {
      this.#writer.write(markTag({ kind: 'list', listId, level: listLevel }))
    }
    if (isHeading !== undefined) this.#writer.write(markTag({ kind: 'outline', isHeading }))
    if (paragraph.breaksBefore) this.#writer.write(markTag({ kind: 'page' }))
  }

  #endRunProperties(): void {
    const run = this.#runs.at(-1)
    if (!run || this.#isInProperties) return
    run.endProperties()
    // Until the run closes.
    if (run.isHidden) this.#isMuted = true
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop()
    if (!paragraph?.isDeleted) this.#cut()
  }

  /** A long table is cut between its rows. */
  #endRow(): void {
    if (this.#depth !== 1 || this.#tables.length !== 1 || !this.#isStretchFull()) return
    this.#writer.write('</w:tbl>')
    this.#ready.push(this.finish())
    this.#writer.write(markTag({ kind: 'continued' }) + openingTag('tbl'))
  }

  #cut(): void {
    if (this.#depth === 0 && this.#isStretchFull()) this.#ready.push(this.finish())
  }

  #isStretchFull(): boolean {
    return this.#writer.pieces >= STRETCH_PIECES || this.#writer.length >= STRETCH_LENGTH
  }

  #element(name: string, attributes: WrittenAttributes = {}): string {
    if (this.#depth >= MAXIMUM_DEPTH) {
      this.#isTooDeep = true
      return ''
    }
    this.#writer.write(openingTag(name, attributes))
    return `</w:${name}>`
  }
}
