/** Requests about dossiers: made, renamed, merged, removed; documents put in and taken out. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Dossier } from '../../../shared/contract/dossierMethods.ts'
import { fail, type Result, succeed } from '../../../shared/contract/result.ts'
import { dossierName } from '../../../shared/documents/dossierNames.ts'
import { findDocument } from '../../db/documents.ts'
import {
  addToDossier,
  type DossierRow,
  ensureDossier,
  findDossier,
  findDossierByName,
  listDossiers,
  mergeDossiers,
  removeDossier,
  renameDossier,
  restoreDossiers,
  setDossierNote,
  takeOutOfDossier,
} from '../../db/dossiers.ts'
import type { WriteHandle } from '../../db/handles.ts'
import { chosenIds } from '../chosenDocuments.ts'
import type { Handlers } from '../dispatch.ts'
import { fileByFoldersOfImports } from '../folderDossiers.ts'
import { type LibraryContext, writerOf } from '../session.ts'

type DossierHandlers = Pick<Handlers, Extract<keyof Handlers, `dossiers.${string}`>>

/** Documents put in or taken out between two breaths. */
const STEP = 1000

/** Handlers of `dossiers.*`. */
export function dossierHandlers({ session, emit }: LibraryContext): DossierHandlers {
  const now = (): string => new Date().toISOString()
  const changed = <T>(result: Result<T>): Result<T> => {
    if (result.ok) emit('library.changed', { reason: 'decision' })
    return result
  }
  /** Runs with the writer and the dossier asked for. */
  const withDossier = <T>(
    id: number,
    run: (db: WriteHandle, dossier: DossierRow) => Result<T>,
  ): Result<T> => {
    const writer = writerOf(session)
    if (!writer.ok) return writer
    const dossier = findDossier(writer.value, id)
    return dossier ? changed(run(writer.value, dossier)) : fail('not_found', String(id))
  }

  return {
    'dossiers.list': () => succeed(listDossiers(session.reader)),
    'dossiers.create': ({ name, note }) => {
      const writer = writerOf(session)
      if (!writer.ok) return writer
      const tidy = dossierName(name)
      if (tidy === '') return fail('bad_request', name)
      if (findDossierByName(writer.value, tidy)) return fail('dossier_exists', tidy)
      const id = ensureDossier(writer.value, tidy, now())
      setDossierNote(writer.value, id, note)
      return changed(shown(writer.value, id))
    },
    'dossiers.change': ({ id, name, note }) =>
      withDossier(id, (db, dossier) => {
        const tidy = name === undefined ? dossier.name : dossierName(name)
        // A dossier cannot lie in itself.
        if (tidy === '' || tidy.startsWith(`${dossier.name}/`)) return fail('bad_request', name)
        if (tidy !== dossier.name && !renameDossier(db, dossier, tidy, now()))
          return fail('dossier_exists', tidy)
        if (note !== undefined) setDossierNote(db, id, note)
        return shown(db, id)
      }),
    'dossiers.merge': ({ from, into }) =>
      withDossier(from, (db, dossier) => {
        const target = findDossier(db, into)
        if (!target) return fail('not_found', String(into))
        if (`${target.name}/`.startsWith(`${dossier.name}/`)) return fail('bad_request', target.name)
        mergeDossiers(db, dossier, target, now())
        return shown(db, into)
      }),
    'dossiers.remove': ({ id }) =>
      withDossier(id, (db, dossier) => succeed({ removed: removeDossier(db, dossier, now()) })),
    'dossiers.undoRemove': () => {
      const writer = writerOf(session)
      if (!writer.ok) return writer
      const restored = restoreDossiers(writer.value, now())
      return restored === 0 ? fail('not_found') : changed(succeed({ restored }))
    },
    'dossiers.add': async ({ name, documents }) => {
      const writer = writerOf(session)
      if (!writer.ok) return writer
      const db = writer.value
      const tidy = dossierName(name)
      if (tidy === '') return fail('bad_request', name)
      const id = ensureDossier(db, tidy, now())
      const added: number[] = []
      await inSteps(db, chosenIds(db, documents), (files) => {
        // Merged into another or removed between two steps: the rest goes nowhere.
        if (!findDossier(db, id)) return
        const fresh = addToDossier(db, id, files.keys(), now())
        added.push(...fresh.flatMap((sha256) => files.get(sha256) ?? []))
      })
      const dossier = shown(db, id)
      return changed(dossier.ok ? succeed({ dossier: dossier.value, changed: added }) : dossier)
    },
    'dossiers.takeOut': async ({ id, documents }) => {
      const writer = writerOf(session)
      if (!writer.ok) return writer
      const db = writer.value
      if (!findDossier(db, id)) return fail('not_found', String(id))
      const taken = new Set<number>()
      const from = new Map<string, number[]>()
      await inSteps(db, chosenIds(db, documents), (files) => {
        const dossier = findDossier(db, id)
        if (!dossier) return
        for (const { sha256, dossier: name } of takeOutOfDossier(db, dossier.name, files.keys())) {
          const documentId = files.get(sha256)
          if (documentId === undefined) continue
          taken.add(documentId)
          const others = from.get(name)
          if (others) others.push(documentId)
          else from.set(name, [documentId])
        }
      })
      return changed(succeed({ changed: [...taken], from: [...from].map(([name, ids]) => ({ name, ids })) }))
    },
    'dossiers.fromFolders': async ({ documents }) => {
      const writer = writerOf(session)
      if (!writer.ok) return writer
      return changed(
        succeed(await fileByFoldersOfImports(writer.value, chosenIds(writer.value, documents), now())),
      )
    },
  }
}

function shown(db: WriteHandle, id: number): Result<Dossier> {
  const found = listDossiers(db).find((dossier) => dossier.id === id)
  return found ? succeed(found) : fail('not_found', String(id))
}

/** Hands files (SHA-256 → document) on a step at a time, so that the window is answered in between. */
async function inSteps(
  db: WriteHandle,
  ids: readonly number[],
  change: (files: ReadonlyMap<string, number>) => void,
): Promise<void> {
  for (let from = 0; from < ids.length; from += STEP) {
    change(
      new Map(
        ids.slice(from, from + STEP).flatMap((id) => {
          const document = findDocument(db, id)
          return document ? [[document.sha256, id] as const] : []
        }),
      ),
    )
    await nextTurn()
  }
}
