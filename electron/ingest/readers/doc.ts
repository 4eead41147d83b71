/** Bytes of a Word 97–2003 file come in, its text in reading order goes out: cells, notes, fonts from before Unicode. */
import { fail, succeed } from '../../../shared/contract/result.ts'
import { fontEncoding } from '../../../shared/vietnamese/legacy/fonts.ts'
import { openCompoundFile } from '../compoundFile.ts'
import { type FlowElement, joinParagraphs, paragraphsIn, writeFlow } from '../flow.ts'
import { FlowBuilder, type ParagraphFacts } from '../flowBuilder.ts'
import type { Reader } from '../reader.ts'
import { ListCounter } from '../word/numbering.ts'
import { openWord97, type Stretch97, type Word97 } from '../word97/file.ts'
import type { ParagraphFacts97 } from '../word97/properties.ts'

/** Reads a .doc by [MS-DOC]; fields show their result, deleted and hidden text is left out. */
export const readDoc: Reader = async (bytes) => {
  const streams = openCompoundFile(bytes)
  if (!streams.ok) return streams
  const file = openWord97(streams.value)
  if (!file.ok) return file
  try {
    const source = writeFlow(readPart(file.value, 0, file.value.textLength))
    return source.text === '' ? fail('file_empty') : succeed(source)
  } catch (error) {
    if (error instanceof RangeError) return fail('file_damaged', undefined, error.message)
    throw error
  }
}

function readPart(file: Word97, start: number, end: number): readonly FlowElement[] {
  const walk = new Word97Walk(file)
  for (const stretch of file.stretches(start, end)) walk.take(stretch)
  return walk.builder.finish()
}

// Word's own characters: 0x07 ends a cell or row, 0x0b breaks a line, 0x0c a page, 0x0d a paragraph, 0x13–0x15 fence a field.
const CELL_END = 0x07
const NOTE_MARK = 0x02

class Word97Walk {
  readonly builder = new FlowBuilder()
  readonly #file: Word97
  readonly #hasLegacyFonts: boolean
  readonly #counter: ListCounter
  /** One entry an open field: true while its instruction («HYPERLINK …») is passing. */
  readonly #fields: boolean[] = []

  constructor(file: Word97) {
    this.#file = file
    this.#counter = new ListCounter(file.numbering)
    this.#hasLegacyFonts = file.fonts.some((font) => fontEncoding(font) !== null)
  }

  take(stretch: Stretch97): void {
    const { text, facts } = stretch
    if (facts.isDeleted || facts.isHidden) return
    const fontName = facts.font === undefined ? undefined : this.#file.fonts[facts.font]
    let plain = ''
    const flush = (): void => {
      if (plain !== '') this.builder.write(plain, facts.isBold === true, fontName)
      plain = ''
    }
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index)
      const isInInstruction = this.#fields.includes(true)
      if (code === 0x13) this.#fields.push(true)
      else if (code === 0x14) {
        if (this.#fields.length > 0) this.#fields[this.#fields.length - 1] = false
      } else if (code === 0x15) this.#fields.pop()
      else if (isInInstruction) continue
      else if (code >= 0x20) plain += text[index]
      else if (code === 0x09) plain += '\t'
      else if (code === 0x0b) plain += '\n'
      else if (code === 0x1e) plain += '-'
      // The byte of the optional hyphen is «ư» in .VnTime text; elsewhere it says nothing.
      else if (code === 0x1f) plain += this.#hasLegacyFonts ? '\u00ad' : ''
      else {
        flush()
        this.#special(code, stretch, index)
      }
    }
    flush()
  }

  #special(code: number, stretch: Stretch97, index: number): void {
    const paragraph = stretch.paragraphAt(index)
    const facts = (): ParagraphFacts => ({
      isCentred: paragraph.isCentred === true,
      isHeading: paragraph.isHeading === true,
      lead: this.#leadOf(paragraph),
    })
    if (code === 0x0d) {
      if (paragraph.breaksBefore) this.builder.breakPage()
      this.builder.endParagraph(facts(), paragraph.isInTable === true)
    } else if (code === CELL_END && paragraph.isRowEnd) {
      this.builder.endRow(paragraph.hasRules === true, paragraph.continued)
    } else if (code === CELL_END) this.builder.endCell(facts())
    else if (code === 0x0c) {
      this.builder.endParagraph(facts(), false)
      this.builder.breakPage()
    } else if (code === NOTE_MARK && stretch.facts.isSpecial) this.#note(stretch.position + index)
  }

  /** Only a paragraph's end asks: the counter counts each paragraph once. */
  #leadOf(paragraph: ParagraphFacts97): string {
    if (!paragraph.list) return ''
    return this.#counter.next(String(paragraph.list), paragraph.listLevel ?? 0)
  }

  #note(position: number): void {
    const span = this.#file.notes.get(position)
    if (!span) return
    this.builder.addNote(joinParagraphs(paragraphsIn(readPart(this.#file, span[0], span[1]))))
  }
}
