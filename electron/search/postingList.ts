/** Encoded postings of a term come in; per field, its documents, frequencies and spellings as typed arrays go out. */
import { SEARCH_FIELDS } from './fields.ts'
import { ByteReader } from './postings.ts'

/** A binary search costs about as much as so many steps along a list. */
const SEEK_COST = 16
/** Most blocks say nothing of spellings: those of one spelling only, the first. */
export const ONLY_FIRST_FORM = 1

/** What one field says of a term: an entry a document, ascending ordinals. */
export class PostingColumn {
  readonly field: number
  ordinals: Uint32Array
  frequencies: Uint32Array
  /** Bit sets of spellings; null while every entry has just the first. */
  forms: Uint32Array | null = null
  length = 0

  constructor(field: number, capacity: number) {
    this.field = field
    this.ordinals = new Uint32Array(capacity)
    this.frequencies = new Uint32Array(capacity)
  }

  /** The spellings of an entry. */
  formsAt(entry: number): number {
    return this.forms ? (this.forms[entry] ?? 0) : ONLY_FIRST_FORM
  }

  /** Where each of some documents (ascending ordinals) stands; -1 where it does not. */
  positionsOf(wanted: readonly number[]): Int32Array {
    const { ordinals, length } = this
    const positions = new Int32Array(wanted.length)
    const isSparse = wanted.length * SEEK_COST < length
    let entry = 0
    for (let index = 0; index < wanted.length; index += 1) {
      const ordinal = wanted[index] ?? 0
      if (isSparse) entry = this.firstEntryOf(ordinal, entry)
      else while (entry < length && (ordinals[entry] ?? 0) < ordinal) entry += 1
      positions[index] = entry < length && ordinals[entry] === ordinal ? entry : -1
    }
    return positions
  }

  /** Makes room for so many entries in all. */
  reserve(needed: number): void {
    if (needed <= this.ordinals.length) return
    const capacity = Math.max(needed, Math.ceil(this.ordinals.length * 1.5), 4)
    this.ordinals = enlarge(this.ordinals, capacity)
    this.frequencies = enlarge(this.frequencies, capacity)
    if (this.forms) this.forms = enlarge(this.forms, capacity)
  }

  push(ordinal: number, frequency: number, forms: number): void {
    const entry = this.length
    this.reserve(entry + 1)
    this.ordinals[entry] = ordinal
    this.frequencies[entry] = frequency
    this.length = entry + 1
    if (forms !== ONLY_FIRST_FORM || this.forms) this.notedForms(entry)[entry] = forms
  }

  /** The array of spellings, made when the first entry needs it: all before `entry` had just the first. */
  notedForms(entry: number): Uint32Array {
    this.forms ??= new Uint32Array(this.ordinals.length).fill(ONLY_FIRST_FORM, 0, entry)
    return this.forms
  }

  private firstEntryOf(ordinal: number, from: number): number {
    let low = from
    let high = this.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.ordinals[middle] ?? 0) < ordinal) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Decoded postings of one term. */
export class PostingList {
  /** Columns of the fields that have the term, ascending. */
  readonly columns: PostingColumn[] = []
  private readonly byField: (PostingColumn | undefined)[] = []
  /** The frequencies of the entry being read, by field. */
  private readonly counted = SEARCH_FIELDS.map(() => 0)

  /** Entries of all fields, those of dead documents included. */
  get length(): number {
    return this.columns.reduce((sum, { length }) => sum + length, 0)
  }

  /** Memory held, bytes. */
  get byteSize(): number {
    return this.columns.reduce((sum, { ordinals, forms }) => sum + ordinals.length * (forms ? 12 : 8), 200)
  }

  /** Makes room for so many more entries of the body, which has nearly all. */
  reserve(entries: number): void {
    const body = this.column(0)
    body.reserve(body.length + entries)
  }

  /** Decodes the occurrence at the reader and appends it. */
  append(ordinal: number, reader: ByteReader): void {
    const head = reader.read()
    if (head & 1) this.appendFields(ordinal, head, reader)
    else this.column(0).push(ordinal, head >>> 2, head & 2 ? reader.read() : ONLY_FIRST_FORM)
  }

  /**
   * Decodes a whole block of `documents` entries: ordinals as differences, each followed by its occurrence. Nearly all
   * are of the body alone, and they are most of the work of a search not asked before: all in one loop over locals.
   */
  appendBlock(bytes: Uint8Array, documents: number): void {
    const body = this.column(0)
    body.reserve(body.length + documents)
    let { ordinals, frequencies, forms, length } = body
    const reader = new ByteReader(bytes)
    let position = 0
    let ordinal = 0
    while (position < bytes.length) {
      let byte = bytes[position++] ?? 0
      let difference = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[position++] ?? 0
        difference |= (byte & 127) << shift
      }
      ordinal += difference
      byte = bytes[position++] ?? 0
      let head = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[position++] ?? 0
        head |= (byte & 127) << shift
      }
      if (head & 1) {
        body.length = length
        reader.position = position
        this.appendFields(ordinal, head, reader)
        position = reader.position
        ;({ ordinals, frequencies, forms, length } = body)
        continue
      }
      ordinals[length] = ordinal
      frequencies[length] = head >>> 2
      if (head & 2) {
        byte = bytes[position++] ?? 0
        let seen = byte & 127
        for (let shift = 7; byte > 127; shift += 7) {
          byte = bytes[position++] ?? 0
          seen |= (byte & 127) << shift
        }
        forms ??= body.notedForms(length)
        forms[length] = seen
      } else if (forms) forms[length] = ONLY_FIRST_FORM
      length += 1
    }
    body.length = length
  }

  private appendFields(ordinal: number, head: number, reader: ByteReader): void {
    const fields = head >>> 2
    const { counted } = this
    for (let field = 0; field < SEARCH_FIELDS.length; field += 1) {
      if (fields & (1 << field)) counted[field] = reader.read()
    }
    const forms = head & 2 ? reader.read() : ONLY_FIRST_FORM
    for (let field = 0; field < SEARCH_FIELDS.length; field += 1) {
      if (fields & (1 << field)) this.column(field).push(ordinal, counted[field] ?? 0, forms)
    }
  }

  private column(field: number): PostingColumn {
    const known = this.byField[field]
    if (known) return known
    const column = new PostingColumn(field, 0)
    this.byField[field] = column
    this.columns.push(column)
    this.columns.sort((one, other) => one.field - other.field)
    return column
  }
}

function enlarge(from: Uint32Array, capacity: number): Uint32Array {
  const larger = new Uint32Array(capacity)
  larger.set(from)
  return larger
}
