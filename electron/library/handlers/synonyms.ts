/** Requests to phrases held for the same: the groups out, new ones in; and what search looks up. */
import { fail, succeed } from '../../../shared/contract/result.ts'
import { collectSynonyms, NO_SYNONYMS, type Synonyms } from '../../../shared/vietnamese/synonyms.ts'
import type { ReadHandle } from '../../db/handles.ts'
import { deleteSynonymGroup, readSynonymGroups, saveSynonymGroup } from '../../db/synonyms.ts'
import type { Handlers } from '../dispatch.ts'
import { type LibraryContext, writerOf } from '../session.ts'

type SynonymHandlers = Pick<Handlers, 'search.synonyms' | 'search.saveSynonym' | 'search.removeSynonym'>

/** Handlers of the phrases held for the same. */
export function synonymHandlers({ session, synonyms }: LibraryContext): SynonymHandlers {
  return {
    'search.synonyms': () =>
      succeed({ shipped: synonyms.map((group) => [...group]), own: readSynonymGroups(session.reader) }),
    'search.saveSynonym': ({ phrases }) => {
      const writer = writerOf(session)
      return writer.ok ? succeed({ id: saveSynonymGroup(writer.value, phrases) }) : writer
    },
    'search.removeSynonym': ({ id }) => {
      const writer = writerOf(session)
      if (!writer.ok) return writer
      return deleteSynonymGroup(writer.value, id) ? succeed({}) : fail('not_found', String(id))
    },
  }
}

/** Look-ups of the shipped and the library's own groups, made anew when somebody changed them. */
export function currentSynonyms(db: ReadHandle, shipped: readonly (readonly string[])[]): () => Synonyms {
  let known: { readonly groups: string; readonly synonyms: Synonyms } = { groups: '', synonyms: NO_SYNONYMS }
  return () => {
    const own = readSynonymGroups(db).map(({ phrases }) => phrases)
    const groups = JSON.stringify(own)
    if (groups !== known.groups) known = { groups, synonyms: collectSynonyms([...shipped, ...own]) }
    return known.synonyms
  }
}
