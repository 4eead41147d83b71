/** Elements come in one by one, well-formed XML in the names mammoth knows goes out. */
import { type Mark, nameOfMark } from './marks.ts'

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '')

/** Attributes by local name; those that are undefined are left out. */
export type WrittenAttributes = Readonly<Record<string, string | undefined>>

/** «<w:br w:type="page"/>» from its local name and attributes. */
export const emptyTag = (name: string, attributes: WrittenAttributes = {}): string =>
  `${openingTag(name, attributes).slice(0, -1)}/>`

/** «<w:tc>» from its local name and attributes. */
export function openingTag(name: string, attributes: WrittenAttributes = {}): string {
  let tag = `<w:${name}`
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) tag += ` w:${key}="${escapeXml(value)}"`
  }
  return `${tag}>`
}

/** A mark as the bookmark that carries it. */
export const markTag = (mark: Mark): string => emptyTag('bookmarkStart', { name: nameOfMark(mark) })

/** A whole part: its root («document», «footnotes», «styles») around the content. */
export const partOf = (root: string, content: string): string =>
  `<w:${root} xmlns:w="${NAMESPACE}">${content}</w:${root}>`

/** Collects XML; what stands in it may be written later through a slot. */
export class XmlWriter {
  #parts: string[] = []
  #length = 0

  /** UTF-16 units written since the last `take`. */
  get length(): number {
    return this.#length
  }

  /** Tags and texts written since the last `take`: what they cost as trees, whatever their length. */
  get pieces(): number {
    return this.#parts.length
  }

  write(xml: string): void {
    if (xml === '') return
    this.#parts.push(xml)
    this.#length += xml.length
  }

  writeText(text: string): void {
    this.write(escapeXml(text))
  }

  /** A place to be filled once more is known; after the next `take` it is too late, and filling does nothing. */
  reserve(): (xml: string) => void {
    const parts = this.#parts
    const index = parts.push('') - 1
    return (xml) => {
      if (parts !== this.#parts) return
      parts[index] = xml
      this.#length += xml.length
    }
  }

  /** Everything written, and begins anew. */
  take(): string {
    const xml = this.#parts.join('')
    this.#parts = []
    this.#length = 0
    return xml
  }
}
