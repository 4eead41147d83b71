/** Documents waiting for their segment come in, one row of bytes each; the postings of any term among them go out. */
import { PostingList } from './postingList.ts'
import { ByteReader, skipOccurrence } from './postings.ts'
import type { PendingDocument } from './segments.ts'

interface Waiting {
  readonly ordinal: number
  readonly bytes: Uint8Array
  /** Ascending. */
  readonly termIds: Uint32Array
  /** Where the occurrence of each term begins in `bytes`. */
  readonly positions: Uint32Array
}

/**
 * Up to a batch of documents. A list a term made beforehand would cost a fresh process more than its whole query; so
 * only the places are noted, and lists are made of the terms asked for.
 */
export class WaitingDocuments {
  private readonly documents: Waiting[] = []
  private readonly lists = new Map<number, PostingList | null>()
  private termIds = new Uint32Array(1024)
  private positions = new Uint32Array(1024)

  /** The last ordinal taken in; 0 when there is none. */
  get lastOrdinal(): number {
    return this.documents.at(-1)?.ordinal ?? 0
  }

  /** Forgets all. */
  clear(): void {
    this.documents.length = 0
    this.lists.clear()
  }

  /** Takes in a document with a higher ordinal than all before. */
  add({ ordinal, postings }: PendingDocument): void {
    const reader = new ByteReader(postings)
    let count = 0
    let termId = 0
    while (!reader.isAtEnd) {
      termId += reader.read()
      if (count === this.termIds.length) this.grow()
      this.termIds[count] = termId
      this.positions[count] = reader.position
      count += 1
      skipOccurrence(reader)
    }
    this.documents.push({
      ordinal,
      bytes: postings,
      termIds: this.termIds.slice(0, count),
      positions: this.positions.slice(0, count),
    })
    this.lists.clear()
  }

  /** The postings of a term among these documents; null when none has it. */
  postings(termId: number): PostingList | null {
    const known = this.lists.get(termId)
    if (known !== undefined) return known
    let list: PostingList | null = null
    for (const { ordinal, bytes, termIds, positions } of this.documents) {
      const at = indexOf(termIds, termId)
      if (at < 0) continue
      list ??= new PostingList()
      const reader = new ByteReader(bytes)
      reader.position = positions[at] ?? 0
      list.append(ordinal, reader)
    }
    this.lists.set(termId, list)
    return list
  }

  private grow(): void {
    const { termIds, positions } = this
    this.termIds = new Uint32Array(termIds.length * 2)
    this.termIds.set(termIds)
    this.positions = new Uint32Array(positions.length * 2)
    this.positions.set(positions)
  }
}

function indexOf(ascending: Uint32Array, wanted: number): number {
  let low = 0
  let high = ascending.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const value = ascending[middle] ?? 0
    if (value === wanted) return middle
    if (value < wanted) low = middle + 1
    else high = middle - 1
  }
  return -1
}
