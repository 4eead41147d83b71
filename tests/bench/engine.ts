/** What a search engine has to do to be measured: documents in, an answer to what is typed out. */
import type { IndexedDocument } from '../../electron/search/fields.ts'

/** Hits of a page. */
export const PAGE = 20

/** Documents found for what was typed so far, best first. */
export type Ask = (typed: string) => readonly number[]

/** An index being filled. */
export interface Building {
  add(document: IndexedDocument): void
  /** What has to happen once before questions; file engines are asked through `open`, in another process. */
  finish(): Ask
  /** Takes a document out again, after `finish`; null when the engine cannot. */
  readonly remove: ((document: IndexedDocument) => void) | null
  /** Bytes of the index in its file, after `finish`; null when it is in memory. */
  readonly indexBytes: (() => number) | null
}

/** How an engine fills itself and answers. */
export interface Engine {
  readonly name: string
  /** Beyond so many documents it is left out, and why. */
  readonly limit: { readonly documents: number; readonly reason: string } | null
  /** Indexes into a file in `folder`, or into memory. */
  build(folder: string): Building
  /** Opens what `build` left in `folder`, for engines that keep a file. */
  open?(folder: string): Ask
}
