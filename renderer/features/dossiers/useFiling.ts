/** Documents and a dossier come in; they are put in, taken out or filed by folder, and what was done goes out in words. */
import { useState } from 'react'
import type { DocumentSelection, Dossier } from '../../../shared/contract/dossierMethods.ts'
import type { Failure } from '../../../shared/contract/result.ts'
import { formatCount } from '../../../shared/wording/dates.ts'
import { useWords } from '../../i18n/language.ts'
import { ask, failureOf } from '../../library.ts'

/** What was done, in words, and the way back where there is one. */
export interface Done {
  readonly text: string
  readonly undo?: () => Promise<unknown>
}

/** Filing for one dialog; each way answers null when it failed. */
export function useFiling() {
  const { t, language } = useWords()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const count = (value: number): string => formatCount(value, language)

  async function run(work: () => Promise<Done>): Promise<Done | null> {
    setBusy(true)
    setFailure(null)
    try {
      return await work()
    } catch (error) {
      setFailure(failureOf(error))
      return null
    } finally {
      setBusy(false)
    }
  }

  const into = (name: string, documents: DocumentSelection): Promise<Done | null> =>
    run(async () => {
      const { dossier, changed } = await ask('dossiers.add', { name, documents })
      if (changed.length === 0) return { text: t('dossiers.addedNone', { name: dossier.name }) }
      return {
        text: t('dossiers.added', { n: count(changed.length), name: dossier.name }),
        undo: () => ask('dossiers.takeOut', { id: dossier.id, documents: { ids: changed } }),
      }
    })

  const outOf = ({ id, name }: Dossier, documents: DocumentSelection): Promise<Done | null> =>
    run(async () => {
      const { changed, from } = await ask('dossiers.takeOut', { id, documents })
      if (changed.length === 0) return { text: t('dossiers.tookOutNone', { name }) }
      return {
        text: t('dossiers.tookOut', { n: count(changed.length), name }),
        undo: async () => {
          for (const { name, ids } of from) await ask('dossiers.add', { name, documents: { ids } })
        },
      }
    })

  const byFolders = (documents: DocumentSelection): Promise<Done | null> =>
    run(async () => {
      const made = await ask('dossiers.fromFolders', { documents })
      if (made.documents === 0) return { text: t('dossiers.fromFoldersNone') }
      return {
        text: t('dossiers.fromFoldersDone', { documents: count(made.documents), n: count(made.dossiers) }),
      }
    })

  return { isBusy, failure, file: { into, outOf, byFolders } }
}
