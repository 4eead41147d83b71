/** Postings come in and compressed bytes go out, and back: how often a term stands in each field of each document. */
import { SEARCH_FIELDS } from './fields.ts'

/**
 * What a document says of a term. `frequencies` by field in the order of `SEARCH_FIELDS`; `forms` is a bit set of the
 * marked spellings met (bit n = n-th of the term's forms; the last bit stands for all further ones).
 */
export interface Occurrence {
  readonly frequencies: ArrayLike<number>
  forms: number
}

/** Number of spellings a term tells apart; all further ones share the next bit. */
export const MOST_FORMS = 30
const BODY_ONLY_MASK = 1

/** Growing bytes of variable-length integers (seven bits a byte, lowest first). */
export class ByteWriter {
  private bytes: Uint8Array
  private length = 0

  constructor(capacity = 16) {
    this.bytes = new Uint8Array(capacity)
  }

  /** Appends an integer 0..2³²-1. */
  write(value: number): void {
    if (this.length + 5 > this.bytes.length) this.grow(this.length + 5)
    let rest = value
    while (rest > 127) {
      this.bytes[this.length++] = (rest & 127) | 128
      rest >>>= 7
    }
    this.bytes[this.length++] = rest
  }

  /** Appends bytes that are already encoded. */
  copy(source: Uint8Array, from: number, to: number): void {
    if (this.length + to - from > this.bytes.length) this.grow(this.length + to - from)
    for (let index = from; index < to; index += 1) this.bytes[this.length++] = source[index] ?? 0
  }

  /** The bytes written, valid until the next write. */
  take(): Uint8Array {
    return this.bytes.subarray(0, this.length)
  }

  /** Starts afresh in the same memory. */
  clear(): void {
    this.length = 0
  }

  private grow(needed: number): void {
    const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2))
    larger.set(this.bytes)
    this.bytes = larger
  }
}

/** Reads what `ByteWriter` wrote. Reading past the end gives zeros; callers stop at `isAtEnd`. */
export class ByteReader {
  readonly bytes: Uint8Array
  position = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  get isAtEnd(): boolean {
    return this.position >= this.bytes.length
  }

  read(): number {
    let value = 0
    let shift = 0
    let byte = 0
    do {
      byte = this.bytes[this.position++] ?? 0
      value |= (byte & 127) << shift
      shift += 7
    } while (byte > 127)
    return value >>> 0
  }
}

/**
 * Writes an occurrence. Head: bit 0 set when other fields than the body have it, bit 1 when the forms are not just the
 * first; above them the body's frequency, or the set of fields followed by a frequency each. Then the forms.
 */
export function writeOccurrence(writer: ByteWriter, occurrence: Occurrence): void {
  const { frequencies, forms } = occurrence
  let fields = 0
  for (let field = 0; field < SEARCH_FIELDS.length; field += 1) if (frequencies[field]) fields |= 1 << field
  const hasForms = forms !== 1
  const flags = hasForms ? 2 : 0
  if (fields === BODY_ONLY_MASK) writer.write(((frequencies[0] ?? 0) << 2) | flags)
  else {
    writer.write((fields << 2) | flags | 1)
    for (let field = 0; field < SEARCH_FIELDS.length; field += 1) {
      if (fields & (1 << field)) writer.write(frequencies[field] ?? 0)
    }
  }
  if (hasForms) writer.write(forms)
}

/** Moves past one occurrence without decoding it. */
export function skipOccurrence(reader: ByteReader): void {
  const head = reader.read()
  if (head & 1) for (let fields = head >>> 2; fields !== 0; fields &= fields - 1) reader.read()
  if (head & 2) reader.read()
}
