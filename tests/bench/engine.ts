/** What a search engine has to do to be measured: documents in, an answer to what is typed out. */
import type { IndexedDocument } from '../../electron/search/fields.ts'

/** Hits of a page. */
export const PAGE = 20

/** Documents found for what was typed so far, best first. */
export type Ask = (typed: string) => readonly number[]

/** How an engine fills itself and answers. */
export interface Engine {
  readonly name: string
  /** Beyond this it needs more memory or minutes than a bench has. */
  readonly mostDocuments: number
  /** Indexes into a file in `folder`, or into memory. `finish` is what has to happen once before questions. */
  build(folder: string): { add(document: IndexedDocument): void; finish(): Ask }
  /** Opens what `build` left in `folder`, for engines that keep a file. */
  open?(folder: string): Ask
}
