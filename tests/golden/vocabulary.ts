/** The vocabulary as it ships, for golden sets and tests of pure stages. */
import { join } from 'node:path'
import { loadVocabulary } from '../../electron/library/vocabulary.ts'
import type { CitationContext } from '../../shared/citations/read.ts'

/** Tables of `resources/vocabulary`, validated. */
export const vocabulary = loadVocabulary(join(import.meta.dirname, '../../resources'))

/** For a text of which nothing is known but its words. */
export const bareContext: CitationContext = {
  vocabulary,
  pages: [],
  blocks: [],
  ownNumber: null,
  document: null,
}
