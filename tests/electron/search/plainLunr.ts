/** Documents come in; an ordinary index of lunr's own builder over the same terms goes out. */
import lunr from 'lunr'
import { FIELD_BOOSTS, type IndexedDocument, SEARCH_FIELDS } from '../../../electron/search/fields.ts'
import { type LunrResult, TermSet } from '../../../electron/search/lunrParts.ts'
import { isPair, readTerms } from '../../../electron/search/terms.ts'

interface Builder {
  documentCount: number
  invertedIndex: object
  fieldVectors: object
  build(): {
    tokenSet: unknown
    /** By lunr's own parser. */
    search(query: string): LunrResult[]
    query(build: (query: { clause(clause: object): void }) => void): LunrResult[]
  }
}

/** An ordinary index of lunr's own builder; only its tokenizer hands over our terms. */
export function buildWithLunr(documents: readonly IndexedDocument[]) {
  const builder = new lunr.Builder()
  builder.ref('documentId')
  SEARCH_FIELDS.forEach((field, bit) => {
    builder.field(field, {
      boost: FIELD_BOOSTS[bit] ?? 1,
      extractor: (document: object) => (document as IndexedDocument).fields[field],
    })
  })
  Object.assign(builder, {
    tokenizer: (text: string) => readTerms(text).map(({ term }) => new lunr.Token(term, {})),
  })
  for (const document of documents) builder.add(document)
  const parts = builder as unknown as Builder
  const index = parts.build()
  // Wildcards and typing errors are meant for words, not for the pairs that stand beside them in our index.
  index.tokenSet = new TermSet(Object.keys(parts.invertedIndex), isPair)
  return index
}
