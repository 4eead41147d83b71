/** The fields of the index, their weights and the constants of the score; everything that must match lunr's builder. */

/** Fields in the order of their bits in a posting. `body` is the most frequent by far and has the short encoding. */
export const SEARCH_FIELDS = ['body', 'number', 'title', 'issuer', 'signer', 'kind'] as const
/** @see SEARCH_FIELDS */
export type SearchField = (typeof SEARCH_FIELDS)[number]

/** Boost of a field, as lunr's `builder.field(name, { boost })`: a word of the title says more than one of the body. */
export const FIELD_BOOSTS = [1, 4, 3, 1.5, 1.5, 1] as const

/** BM25 constants, lunr's defaults. */
export const K1 = 1.2
export const B = 0.75

/** What the library hands over for one document; absent facts are empty strings. */
export interface IndexedDocument {
  readonly documentId: number
  readonly fields: Readonly<Record<SearchField, string>>
}
