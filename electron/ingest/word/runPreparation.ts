/** The elements inside one run come in; what mammoth reads of them, and marks for the rest, go out to the writer. */
import { emptyTag, markTag, type XmlWriter } from './preparedXml.ts'
import { fontOf, type Styles } from './styles.ts'
import { type Attributes, attributeOf, isOn } from './xml.ts'

// Fonts whose symbols mammoth knows, and the codes they have: «w:font="Wingdings" w:char="F0E8"» is an arrow.
const SYMBOL_FONTS = new Set(['SYMBOL', 'WEBDINGS', 'WINGDINGS', 'WINGDINGS 2', 'WINGDINGS 3'])
const SYMBOL_CODE = /^(?:00|F0)?[0-9A-F]{2}$/

/** Made where the run begins. `notes` gathers the notes it refers to as «footnote/ID». */
export class RunPreparation {
  readonly #writer: XmlWriter
  readonly #styles: Styles
  readonly #notes: string[]
  #isHidden = false
  #isPlain = false

  constructor(writer: XmlWriter, styles: Styles, notes: string[]) {
    this.#writer = writer
    this.#styles = styles
    this.#notes = notes
  }

  /** Whether the run is not to be seen (`w:vanish`). */
  get isHidden(): boolean {
    return this.#isHidden
  }

  /** An element of `w:rPr`. */
  noteProperty(name: string, attributes: Attributes): void {
    if (name === 'rStyle') this.#writer.write(styleTag(name, attributes, this.#styles))
    else if (name === 'vanish') this.#isHidden = isOn(attributes)
    else if (name === 'b' && isOn(attributes)) this.#writer.write(emptyTag('b'))
    else if (name === 'b') this.#isPlain = true
    else if (name === 'rFonts') {
      // mammoth tells the font of plain ASCII only; .VnTime text is all above it.
      const font = fontOf(attributes)
      if (font !== undefined) this.#writer.write(emptyTag('rFonts', { ascii: font }))
    }
  }

  endProperties(): void {
    if (this.#isPlain) this.#writer.write(markTag({ kind: 'plain' }))
  }

  /** An element of the run itself. */
  write(name: string, attributes: Attributes): void {
    if (name === 'br' || name === 'cr') {
      const isPage = attributeOf(attributes, 'type') === 'page'
      this.#writer.write(emptyTag('br', isPage ? { type: 'page' } : {}))
    } else if (name === 'ptab') this.#writer.write(emptyTag('tab'))
    else if (name === 'lastRenderedPageBreak') this.#writer.write(markTag({ kind: 'page' }))
    else if (name === 'sym') this.#writeSymbol(attributes)
    else if (name === 'footnoteReference' || name === 'endnoteReference') {
      const id = attributeOf(attributes, 'id')
      if (id === undefined) return
      this.#writer.write(emptyTag(name, { id }))
      this.#notes.push(`${name === 'footnoteReference' ? 'footnote' : 'endnote'}/${id}`)
    }
  }

  #writeSymbol(attributes: Attributes): void {
    const char = attributeOf(attributes, 'char')?.toUpperCase() ?? ''
    // «F0E8», «41».
    if (!/^[0-9A-F]{1,4}$/.test(char)) return
    const code = Number.parseInt(char, 16)
    const font = attributeOf(attributes, 'font')
    // Glyphs of Symbol and Wingdings that mammoth has no character for are pictures: never a letter.
    const text = code >= 0xe000 && code <= 0xf8ff ? '•' : String.fromCharCode(code)
    this.#writer.write(markTag({ kind: 'symbolStart' }))
    // mammoth compares all its warnings with each other: it is not given what it would only warn of.
    if (font !== undefined && SYMBOL_FONTS.has(font.toUpperCase()) && SYMBOL_CODE.test(char)) {
      this.#writer.write(emptyTag('sym', { font, char }))
    }
    this.#writer.write(markTag({ kind: 'symbolEnd', text }))
  }
}

/** «w:pStyle» or «w:rStyle», empty for a style the document does not define: it says nothing. */
export function styleTag(name: 'pStyle' | 'rStyle', attributes: Attributes, styles: Styles): string {
  const val = attributeOf(attributes, 'val')
  return val !== undefined && styles.byId.has(val) ? emptyTag(name, { val }) : ''
}
