/** The workbook stream of an xls file comes in, its records go out, with strings read over record ends. [MS-XLS] 2.1. */
import iconv from 'iconv-lite'

/** One record: what it is and its bytes; `parts` are the bytes of the records that continue it. */
export interface XlsRecord {
  readonly type: number
  readonly offset: number
  readonly data: DataView
  readonly parts: readonly DataView[]
}

const CONTINUE = 0x003c

/** Walks the records in order. */
export function* recordsOf(bytes: Uint8Array): Generator<XlsRecord, void, undefined> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const take = (at: number): { type: number; data: DataView; end: number } | null => {
    if (at + 4 > view.byteLength) return null
    const length = Math.min(view.getUint16(at + 2, true), view.byteLength - at - 4)
    return {
      type: view.getUint16(at, true),
      data: new DataView(bytes.buffer, bytes.byteOffset + at + 4, length),
      end: at + 4 + length,
    }
  }
  let at = 0
  for (let record = take(at); record; record = take(at)) {
    const offset = at
    const parts: DataView[] = []
    at = record.end
    for (let next = take(at); next?.type === CONTINUE; next = take(at)) {
      parts.push(next.data)
      at = next.end
    }
    yield { type: record.type, offset, data: record.data, parts }
  }
}

/** Reads bytes and strings through a record and those that continue it. */
export class RecordReader {
  readonly #segments: readonly DataView[]
  #segment = 0
  #at: number

  constructor(record: XlsRecord, start: number) {
    this.#segments = [record.data, ...record.parts]
    this.#at = start
  }

  get isAtEnd(): boolean {
    this.#advance()
    return this.#segment >= this.#segments.length
  }

  byte(): number {
    this.#advance()
    const view = this.#segments[this.#segment]
    if (!view) throw new RangeError('record ends early')
    this.#at += 1
    return view.getUint8(this.#at - 1)
  }

  short(): number {
    return this.byte() | (this.byte() << 8)
  }

  long(): number {
    return (this.short() | (this.short() << 16)) >>> 0
  }

  skip(count: number): void {
    for (let left = count; left > 0; left -= 1) this.byte()
  }

  /**
   * A string with its flags (XLUnicodeRichExtendedString). Where a record ends inside the characters, the next begins
   * with a flag of its own: the string may go on in the other width.
   */
  string(length: number): string {
    let flags = this.byte()
    const runs = (flags & 8) === 0 ? 0 : this.short()
    const extension = (flags & 4) === 0 ? 0 : this.long()
    let text = ''
    for (let read = 0; read < length; read += 1) {
      if (this.#isAtSegmentEnd()) {
        this.#advance()
        flags = this.byte()
      }
      text += String.fromCharCode((flags & 1) === 0 ? this.byte() : this.short())
    }
    this.skip(runs * 4 + extension)
    return text
  }

  #isAtSegmentEnd(): boolean {
    return this.#at >= (this.#segments[this.#segment]?.byteLength ?? 0)
  }

  #advance(): void {
    while (this.#segment < this.#segments.length && this.#isAtSegmentEnd()) {
      this.#segment += 1
      this.#at = 0
    }
  }
}

/** A string of Excel 5/95: bytes in the workbook's code page. */
export function byteString(data: DataView, at: number, length: number): string {
  const bytes = Buffer.from(
    data.buffer,
    data.byteOffset + at,
    Math.max(0, Math.min(length, data.byteLength - at)),
  )
  return iconv.decode(bytes, 'win1252')
}
