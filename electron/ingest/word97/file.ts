/** The streams of a Word 97–2003 file come in; its characters with the formatting of each stretch go out. */

import iconv from 'iconv-lite'
import { fail, type Result, succeed } from '../../../shared/contract/result.ts'
import type { CompoundFile } from '../compoundFile.ts'
import type { Numbering } from '../word/numbering.ts'
import { readWord97Lists } from './lists.ts'
import { type ParagraphFacts97, type RunFacts, readParagraphFacts, readRunFacts } from './properties.ts'

/** Characters of one formatting; `paragraphAt(i)` is the formatting of the paragraph the i-th stands in. */
export interface Stretch97 {
  readonly text: string
  /** Position of the first character among all characters of the file. */
  readonly position: number
  readonly facts: RunFacts
  paragraphAt(index: number): ParagraphFacts97
}

/** What is needed of the file: counts of characters a part, fonts by number, notes by position. */
export interface Word97 {
  readonly textLength: number
  readonly fonts: readonly string[]
  readonly numbering: Numbering
  /** Spans of note texts by the position of their mark. */
  readonly notes: ReadonlyMap<number, readonly [start: number, end: number]>
  stretches(start: number, end: number): Generator<Stretch97, void, undefined>
}

interface Piece {
  readonly start: number
  readonly end: number
  readonly offset: number
  readonly isCompressed: boolean
}

interface Run<T> {
  readonly start: number
  readonly end: number
  readonly facts: T
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Opens the file ([MS-DOC] 2.4). Encrypted files, Word 6/95 and broken tables are failures. */
export function openWord97(streams: CompoundFile): Result<Word97> {
  const main = streams.get('WordDocument')?.read()
  if (!main || main.length < 0x200) return fail('file_damaged', undefined, 'no stream WordDocument')
  const view = viewOf(main)
  const version = view.getUint16(2, true)
  const flags = view.getUint16(0x0a, true)
  if (view.getUint16(0, true) !== 0xa5ec && version > 0xc0)
    return fail('file_damaged', undefined, 'no Word file')
  if ((flags & 0x0100) !== 0) return fail('password_protected')
  if (version < 0xc1) return readWord6(main, view, flags)
  const table = streams.get((flags & 0x0200) !== 0 ? '1Table' : '0Table')?.read()
  if (!table) return fail('file_damaged', undefined, 'no table stream')
  try {
    return succeed(new Word97File(main, table))
  } catch (error) {
    if (error instanceof RangeError) return fail('file_damaged', undefined, error.message)
    throw error
  }
}

/** Word 6 and 95 kept text saved whole in one stretch of bytes; files saved «fast» are scattered and not read. */
function readWord6(main: Uint8Array, view: DataView, flags: number): Result<Word97> {
  if ((flags & 0x0004) !== 0) return fail('format_unsupported', undefined, 'Word 6/95, fast-saved')
  const start = view.getUint32(0x18, true)
  const length = Math.min(view.getUint32(0x34, true), main.length - start)
  const text = iconv.decode(Buffer.from(main.subarray(start, start + Math.max(0, length))), 'win1252')
  return succeed({
    textLength: text.length,
    fonts: [],
    notes: new Map(),
    numbering: { lists: new Map(), levels: new Map() },
    *stretches(from, to) {
      yield { text: text.slice(from, to), position: from, facts: {}, paragraphAt: () => ({}) }
    },
  })
}

class Word97File implements Word97 {
  readonly textLength: number
  readonly fonts: readonly string[]
  readonly notes: ReadonlyMap<number, readonly [start: number, end: number]>
  readonly numbering: Numbering
  readonly #main: Uint8Array
  readonly #mainView: DataView
  readonly #table: Uint8Array
  readonly #tableView: DataView
  readonly #pieces: readonly Piece[]
  readonly #runs: readonly Run<RunFacts>[]
  readonly #paragraphs: readonly Run<ParagraphFacts97>[]

  constructor(main: Uint8Array, table: Uint8Array) {
    this.#main = main
    this.#mainView = viewOf(main)
    this.#table = table
    this.#tableView = viewOf(table)
    this.#pieces = this.#readPieces()
    this.#runs = this.#readPages(12, 1, (page, at) => {
      const length = page.getUint8(at)
      return readRunFacts(page, at + 1, length)
    })
    this.#paragraphs = this.#readPages(13, 13, (page, at) => {
      const words = page.getUint8(at)
      const start = words === 0 ? at + 2 : at + 1
      const length = words === 0 ? page.getUint8(at + 1) * 2 : words * 2 - 1
      // The first two bytes name the style; the formatting follows.
      return readParagraphFacts(page, start + 2, length - 2)
    })
    const count = (offset: number): number => this.#mainView.getInt32(offset, true)
    this.textLength = count(0x4c)
    const noteStart = this.textLength
    const endnoteStart = noteStart + count(0x50) + count(0x54) + count(0x58) + count(0x5c)
    this.notes = new Map([...this.#readNotes(2, 3, noteStart), ...this.#readNotes(46, 47, endnoteStart)])
    this.fonts = this.#readFonts()
    this.numbering = readWord97Lists(this.#tableView, this.#part(73), this.#part(74))
  }

  *stretches(start: number, end: number): Generator<Stretch97, void, undefined> {
    for (const piece of this.#pieces) {
      const width = piece.isCompressed ? 1 : 2
      let at = Math.max(start, piece.start)
      const last = Math.min(end, piece.end)
      while (at < last) {
        const offset = piece.offset + (at - piece.start) * width
        const run = findRun(this.#runs, offset)
        const room = run ? Math.max(1, Math.ceil((run.end - offset) / width)) : last - at
        const until = Math.min(last, at + room)
        const bytes = this.#main.subarray(offset, offset + (until - at) * width)
        yield {
          text: piece.isCompressed
            ? iconv.decode(Buffer.from(bytes), 'win1252')
            : Buffer.from(bytes).toString('utf16le'),
          position: at,
          facts: run?.facts ?? {},
          paragraphAt: (index) => findRun(this.#paragraphs, offset + index * width)?.facts ?? {},
        }
        at = until
      }
    }
  }

  /** The bytes of one table named in the file's directory of 93 or more (fc, lcb) pairs. */
  #part(index: number): readonly [start: number, length: number] {
    const at = 0x9a + index * 8
    return [this.#mainView.getUint32(at, true), this.#mainView.getUint32(at + 4, true)]
  }

  #readPieces(): readonly Piece[] {
    const [start, length] = this.#part(33)
    let at = start
    while (at < start + length && this.#tableView.getUint8(at) === 1)
      at += 3 + this.#tableView.getUint16(at + 1, true)
    if (this.#tableView.getUint8(at) !== 2) throw new RangeError('no piece table')
    const size = this.#tableView.getUint32(at + 1, true)
    const count = Math.floor((size - 4) / 12)
    const first = at + 5
    return Array.from({ length: count }, (_, index) => {
      const descriptor = first + (count + 1) * 4 + index * 8
      const packed = this.#tableView.getUint32(descriptor + 2, true)
      const isCompressed = (packed & 0x40000000) !== 0
      const offset = packed & 0x3fffffff
      return {
        start: this.#tableView.getUint32(first + index * 4, true),
        end: this.#tableView.getUint32(first + index * 4 + 4, true),
        offset: isCompressed ? offset / 2 : offset,
        isCompressed,
      }
    })
  }

  /** Formatted-disk pages: 512 bytes of the main stream each, with runs and where their formatting stands. */
  #readPages<T>(
    part: number,
    entryBytes: number,
    read: (page: DataView, at: number) => T,
  ): readonly Run<T>[] {
    const [start, length] = this.#part(part)
    const count = Math.floor((length - 4) / 8)
    const runs: Run<T>[] = []
    for (let index = 0; index < count; index += 1) {
      const number = this.#tableView.getUint32(start + (count + 1) * 4 + index * 4, true) & 0x3fffff
      if ((number + 1) * 512 > this.#main.length) throw new RangeError(`page ${number} lies outside the file`)
      const page = new DataView(this.#main.buffer, this.#main.byteOffset + number * 512, 512)
      const inPage = page.getUint8(511)
      for (let run = 0; run < inPage; run += 1) {
        const at = page.getUint8((inPage + 1) * 4 + run * entryBytes) * 2
        runs.push({
          start: page.getUint32(run * 4, true),
          end: page.getUint32(run * 4 + 4, true),
          facts: at === 0 ? read(EMPTY_PAGE, 0) : read(page, at),
        })
      }
    }
    return runs.sort((one, other) => one.start - other.start)
  }

  #readNotes(marks: number, texts: number, base: number): Map<number, readonly [number, number]> {
    const [markStart, markLength] = this.#part(marks)
    const [textStart] = this.#part(texts)
    const count = Math.max(0, Math.floor((markLength - 4) / 6))
    const position = (start: number, index: number): number =>
      this.#tableView.getUint32(start + index * 4, true)
    return new Map(
      Array.from({ length: count }, (_, index) => [
        position(markStart, index),
        [base + position(textStart, index), base + position(textStart, index + 1)] as const,
      ]),
    )
  }

  #readFonts(): readonly string[] {
    const [start, length] = this.#part(15)
    if (length < 4) return []
    const names: string[] = []
    let at = start + 4
    while (at < start + length) {
      const size = this.#tableView.getUint8(at) + 1
      const name = Buffer.from(this.#table.subarray(at + 40, at + size)).toString('utf16le')
      names.push(name.slice(0, name.indexOf('\0') < 0 ? undefined : name.indexOf('\0')))
      at += size
    }
    return names
  }
}

const EMPTY_PAGE = new DataView(new ArrayBuffer(8))

/** The run an offset stands in, by halving. */
function findRun<T>(runs: readonly Run<T>[], offset: number): Run<T> | undefined {
  let low = 0
  let high = runs.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const run = runs[middle]
    if (!run) return undefined
    if (offset < run.start) high = middle - 1
    else if (offset >= run.end) low = middle + 1
    else return run
  }
  return undefined
}
