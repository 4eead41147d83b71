/** Facts mammoth does not tell come in as marks and are read out of its model again: a bookmark's name carries each. */

/**
 * What a mark says of the place it stands at. mammoth keeps bookmarks where they stand and reads nothing into their
 * names, and the document's own bookmarks are left out before it sees them: so a bookmark is a safe carrier.
 */
export type Mark =
  /** A new page begins here. */
  | { readonly kind: 'page' }
  /** The paragraph's own list and level; undefined where its style decides. */
  | { readonly kind: 'list'; readonly listId: string | undefined; readonly level: number | undefined }
  /** The paragraph's own outline level makes it a heading, or says it is none. */
  | { readonly kind: 'outline'; readonly isHeading: boolean }
  /** The run switches off the weight its style gives. */
  | { readonly kind: 'plain' }
  /** The table that follows has rules between its columns. */
  | { readonly kind: 'ruled' }
  /** The table that follows goes on with the one before, which was cut between two rows. */
  | { readonly kind: 'continued' }
  /** Stand before and after a symbol: with nothing between them, `text` is what to write for it. */
  | { readonly kind: 'symbolStart' }
  | { readonly kind: 'symbolEnd'; readonly text: string }

/** The mark as a bookmark's name. */
export const nameOfMark = (mark: Mark): string => JSON.stringify(mark)

/** The mark a bookmark carries; only names from `nameOfMark` may come in. */
export const markOfName = (name: string): Mark => JSON.parse(name) as Mark
