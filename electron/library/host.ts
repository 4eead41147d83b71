/** The library for one host: methods and parameters in, results and events out; the window's process and the command line both use it. */
import { fail, type Result, succeed } from '../../shared/contract/result.ts'
import type { LibraryStatus } from '../../shared/contract/views.ts'
import { createExtractor, type Extractor } from '../ingest/extraction.ts'
import { dispatch, type Handlers } from './dispatch.ts'
import { createOriginalsExport, type OriginalsExport } from './exportOriginals.ts'
import { createFolderWatches, type FolderWatches } from './folderWatches.ts'
import { auditHandlers } from './handlers/audit.ts'
import { documentHandlers } from './handlers/documents.ts'
import { dossierHandlers } from './handlers/dossiers.ts'
import { exportHandlers } from './handlers/exports.ts'
import { graphHandlers } from './handlers/graph.ts'
import { importHandlers } from './handlers/imports.ts'
import { instrumentHandlers } from './handlers/instruments.ts'
import { libraryHandlers, readStatus } from './handlers/library.ts'
import { missingHandlers } from './handlers/missingWork.ts'
import { originalsHandlers } from './handlers/originals.ts'
import { pageHandlers } from './handlers/pages.ts'
import { reviewHandlers } from './handlers/review.ts'
import { searchHandlers } from './handlers/search.ts'
import { synonymHandlers } from './handlers/synonyms.ts'
import { tracingHandlers } from './handlers/tracing.ts'
import { createImportQueue, type ImportQueue } from './importQueue.ts'
import { type IndexUpkeep, startIndexUpkeep } from './indexUpkeep.ts'
import { scanFile } from './scanFile.ts'
import { type Emit, type LibraryContext, openReadingSession, openSession } from './session.ts'
import { loadAbbreviations, loadSynonyms, loadVocabulary } from './vocabulary.ts'

/** What a host provides. Paths are absolute. */
export interface HostOptions {
  readonly resourcesFolder: string
  /** The file extraction processes run: TypeScript in a checkout, the bundle in the packed program. */
  readonly extractionEntry: string
  readonly emit: Emit
  /** `read` opens beside a running window and refuses every change; `write` (the default) is the one writer. */
  readonly access?: 'read' | 'write' | undefined
  /** Files read at a time; every core but one when left out. */
  readonly jobs?: number | undefined
}

/** A library behind its contract. */
export interface LibraryHost {
  dispatch(method: string, params: unknown): Promise<Result<unknown>>
  close(): Promise<void>
}

interface OpenLibrary {
  readonly context: LibraryContext
  readonly queue: ImportQueue | null
  readonly watches: FolderWatches | null
  readonly originals: OriginalsExport
  readonly upkeep: IndexUpkeep | null
  readonly handlers: Omit<Handlers, 'library.open' | 'library.close'>
}

/** Builds a host. Nothing is opened until `library.open` is called; opening another folder closes the first. */
export function createLibraryHost(options: HostOptions): LibraryHost {
  const vocabulary = loadVocabulary(options.resourcesFolder)
  const abbreviations = loadAbbreviations(options.resourcesFolder)
  const synonyms = loadSynonyms(options.resourcesFolder)
  const scanDraft = (path: string) => scanFile(path, options)
  let extractor: Extractor | null = null
  const drawer = createExtractor({ entry: options.extractionEntry, jobs: 1 })
  let open: OpenLibrary | null = null

  async function closeLibrary(): Promise<void> {
    const closing = open
    open = null
    await closing?.watches?.close()
    await closing?.originals.close()
    await closing?.queue?.close()
    await closing?.upkeep?.close()
    closing?.context.session.close()
  }

  async function openLibrary(folder: string, create: boolean): Promise<Result<LibraryStatus>> {
    await closeLibrary()
    const session = options.access === 'read' ? openReadingSession(folder) : openSession(folder, create)
    if (!session.ok) return session
    const context: LibraryContext = {
      session: session.value,
      vocabulary,
      abbreviations,
      synonyms,
      emit: options.emit,
    }
    const db = session.value.writer
    let queue: ImportQueue | null = null
    let watches: FolderWatches | null = null
    let upkeep: IndexUpkeep | null = null
    if (db) {
      extractor ??= createExtractor({ entry: options.extractionEntry, jobs: options.jobs })
      const now = (): string => new Date().toISOString()
      queue = createImportQueue({ context, db, extractor, jobs: options.jobs, now })
      watches = createFolderWatches({ context, db, queue, now })
      upkeep = startIndexUpkeep(db, () => options.emit('library.changed', { reason: 'reindex' }))
    }
    const originals = createOriginalsExport(context)
    open = {
      context,
      originals,
      queue,
      watches,
      upkeep,
      handlers: {
        ...libraryHandlers(context),
        ...importHandlers(context, queue, watches),
        ...documentHandlers(context, queue),
        ...dossierHandlers(context),
        ...originalsHandlers(context, originals),
        ...pageHandlers(context, drawer),
        ...searchHandlers(context),
        ...synonymHandlers(context),
        ...instrumentHandlers(context),
        ...graphHandlers(context),
        ...reviewHandlers(context),
        ...tracingHandlers(context),
        ...missingHandlers(context),
        ...auditHandlers(context, scanDraft),
        ...exportHandlers(context, scanDraft),
      },
    }
    queue?.resume()
    watches?.resume()
    options.emit('library.changed', { reason: 'opened' })
    return succeed(readStatus(context))
  }

  const doors = {
    'library.open': ({ folder, create }) => openLibrary(folder, create),
    'library.close': async () => {
      await closeLibrary()
      return succeed({})
    },
  } satisfies Pick<Handlers, 'library.open' | 'library.close'>

  return {
    dispatch: async (method, params) => {
      const asked = open
      try {
        return await dispatch({ ...doors, ...asked?.handlers }, method, params)
      } catch (error) {
        // Whatever was still reading when the library was closed meets a closed database.
        if (!asked || open === asked || method in doors) throw error
        return fail('library_closed', asked.context.session.folder, method)
      }
    },
    close: async () => {
      await closeLibrary()
      await extractor?.close()
      await drawer.close()
    },
  }
}
