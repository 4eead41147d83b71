/** A kind as typed in («KH», «kế hoạch») in, its name as stored («Kế hoạch») out. */
import { foldWord } from '../../shared/vietnamese/fold.ts'
import { loadVocabulary } from '../library/vocabulary.ts'
import { resourcesFolder } from './library.ts'

/** The kind's name for a code or a name in any case and with or without marks; what no table knows stays as typed. */
export function kindName(typed: string): string {
  const bare = foldWord(typed.trim())
  const { kinds } = loadVocabulary(resourcesFolder).kinds
  const byCode = kinds.find(({ codes }) => codes.includes(typed.trim()))
  const byName = kinds.find(({ name }) => foldWord(name) === bare)
  return (byCode ?? byName)?.name ?? typed
}
