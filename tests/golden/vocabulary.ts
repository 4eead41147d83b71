/** The vocabulary as it ships, for golden sets and tests of pure stages. */
import { join } from 'node:path'
import { loadVocabulary } from '../../electron/library/vocabulary.ts'

/** Tables of `resources/vocabulary`, validated. */
export const vocabulary = loadVocabulary(join(import.meta.dirname, '../../resources'))
