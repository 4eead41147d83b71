/** Requests about the library as a whole: its state, counts, check, backup and index. */
import { basename } from 'node:path'
import { succeed } from '../../../shared/contract/result.ts'
import type { LibraryStatus } from '../../../shared/contract/views.ts'
import { countQuestions } from '../../db/reviews.ts'
import { countLibrary } from '../../db/statistics.ts'
import { backUpLibrary } from '../backup.ts'
import type { Handlers } from '../dispatch.ts'
import { listIndexed, rebuildIndex } from '../searchIndex.ts'
import { type LibraryContext, writerOf } from '../session.ts'
import { verifyLibrary } from '../verifyLibrary.ts'

type LibraryHandlers = Pick<
  Handlers,
  'library.status' | 'library.statistics' | 'library.verify' | 'library.reindex' | 'library.backup'
>

/** Handlers of `library.*` that need an open library. */
export function libraryHandlers(context: LibraryContext): LibraryHandlers {
  const { session, emit } = context
  return {
    'library.status': () => succeed(readStatus(context)),
    'library.statistics': () => {
      const counts = countLibrary(session.reader)
      return succeed({
        documents: counts.documents,
        pages: counts.pages,
        instruments: counts.instruments,
        heldInstruments: counts.instruments - counts.missing,
        citedOnlyInstruments: counts.missing,
        citations: counts.citations,
        edges: counts.edges,
        databaseBytes: counts.databaseBytes,
      })
    },
    'library.verify': async () => succeed(await verifyLibrary(session, listIndexed(session.reader))),
    'library.reindex': async () => {
      const writer = writerOf(session)
      if (!writer.ok) return writer
      const startedAt = performance.now()
      const documents = await rebuildIndex(writer.value)
      emit('library.changed', { reason: 'reindex' })
      return succeed({ documents, seconds: (performance.now() - startedAt) / 1000 })
    },
    'library.backup': ({ target }) => backUpLibrary(session, target),
  }
}

/** The open library as the status bar shows it. */
export function readStatus({ session }: LibraryContext): LibraryStatus {
  const counts = countLibrary(session.reader)
  return {
    folder: session.folder,
    name: basename(session.folder),
    isReadOnly: session.writer === null,
    // Only the host knows where its sample library lies, and says so itself.
    isSample: false,
    documents: counts.documents,
    pages: counts.pages,
    instruments: counts.instruments,
    citations: counts.citations,
    missing: counts.missing,
    toReview: countQuestions(session.reader),
    databaseBytes: counts.databaseBytes,
  }
}
