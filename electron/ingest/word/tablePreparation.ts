/** The elements inside one table come in; its spans and a mark for its rules go out to the writer. */
import { emptyTag, markTag, openingTag, type XmlWriter } from './preparedXml.ts'
import type { Styles } from './styles.ts'
import { type Attributes, attributeOf } from './xml.ts'

/** Word's own limit of columns. A span of a million would make a million tabs. */
const MAXIMUM_COLUMNS = 63

// Rules between columns make a data table; the outer frame alone does not.
const CELL_SIDES = new Set(['left', 'right', 'start', 'end'])

/** Made where the table begins, so that the mark stands before it. */
export class TablePreparation {
  readonly #writer: XmlWriter
  readonly #styles: Styles
  readonly #fillMark: (xml: string) => void
  #hasRules = false
  #borders: 'tblBorders' | 'tcBorders' | null = null
  #skippedColumns = 0

  constructor(writer: XmlWriter, styles: Styles) {
    this.#writer = writer
    this.#styles = styles
    this.#fillMark = writer.reserve()
  }

  /** An element that begins inside; `parent` is the element around it. */
  begin(name: string, parent: string, attributes: Attributes): void {
    const value = attributeOf(attributes, 'val')
    if (name === 'gridSpan' && parent === 'tcPr') this.#writeSpan(value)
    else if (name === 'vMerge' && parent === 'tcPr') this.#writer.write(emptyTag(name, { val: value }))
    else if (name === 'gridBefore' && parent === 'trPr') this.#skippedColumns = columnsOf(value)
    else if (name === 'tblStyle') this.#hasRules = this.#styles.bordered.has(value ?? '')
    else if (name === 'tblBorders' || name === 'tcBorders') this.#borders = name
    else if (this.#borders === 'tblBorders' && name === 'insideV') this.#hasRules = isRuled(attributes)
    else if (this.#borders === 'tcBorders' && CELL_SIDES.has(name)) this.#hasRules ||= isRuled(attributes)
  }

  /** An element that ends inside. */
  end(name: string): void {
    if (name === 'tblBorders' || name === 'tcBorders') this.#borders = null
    else if (name === 'trPr' && this.#skippedColumns > 0) {
      // mammoth counts columns from the first cell; one without text stands for those the row leaves out.
      this.#writer.write(openingTag('tc') + openingTag('tcPr'))
      this.#writeSpan(String(this.#skippedColumns))
      this.#writer.write('</w:tcPr></w:tc>')
      this.#skippedColumns = 0
    }
  }

  finish(): void {
    if (this.#hasRules) this.#fillMark(markTag({ kind: 'ruled' }))
  }

  #writeSpan(value: string | undefined): void {
    this.#writer.write(emptyTag('gridSpan', { val: String(columnsOf(value)) }))
  }
}

const columnsOf = (value: string | undefined): number =>
  Math.min(MAXIMUM_COLUMNS, Math.max(1, Math.trunc(Number(value ?? 1)) || 1))

const isRuled = (attributes: Attributes): boolean => {
  const value = attributeOf(attributes, 'val')
  return value !== 'nil' && value !== 'none' && attributeOf(attributes, 'color') !== 'FFFFFF'
}
