/** The one door: every method of the library with its parameters and result, and every event it sends. */
import { z } from 'zod'
import { EDGE_RELATIONS } from './citation.ts'
import { pieceChoice } from './conversion.ts'
import { isoDate, METADATA_FIELDS, metadata } from './document.ts'
import { dossierMethods, originalsProgress } from './dossierMethods.ts'
import { graphMethods } from './graphMethods.ts'
import { instrument } from './instrument.ts'
import { pageMethods } from './pageMethods.ts'
import { tracingMethods } from './tracingMethods.ts'
import {
  citingDocument,
  DOCUMENT_SORTS,
  documentDetail,
  documentFilter,
  documentRow,
  facets,
  importItem,
  importJob,
  libraryStatistics,
  libraryStatus,
  REVIEW_KINDS,
  rememberedSearches,
  reviewItem,
  SEARCH_SORTS,
  searchAnswer,
  traceGraph,
  verifyReport,
  watchedFolder,
} from './views.ts'

const id = z.number().int()
const page = {
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().positive().max(5000),
}
const nothing = z.object({})

/** Which way a trace runs: down to those who implement, or up to what a document rests on. */
export const TRACE_DIRECTIONS = ['implementers', 'sources'] as const

/** Methods answered by the library process (or in-process by the command line). */
export const libraryMethods = {
  /** Opens the library in `folder`, creating it when `create` is set. */
  'library.open': {
    params: z.object({ folder: z.string(), create: z.boolean().default(false) }),
    result: libraryStatus,
  },
  'library.close': { params: nothing, result: nothing },
  'library.status': { params: nothing, result: libraryStatus },
  'library.statistics': { params: nothing, result: libraryStatistics },
  'library.verify': { params: nothing, result: verifyReport },
  'library.reindex': { params: nothing, result: z.object({ documents: id, seconds: z.number() }) },
  'library.backup': {
    params: z.object({ target: z.string() }),
    result: z.object({ written: z.string(), documents: id, bytes: id }),
  },

  /** Starts an import and answers at once; `import.progress` and `import.item` events follow. */
  'import.start': {
    params: z.object({
      paths: z.array(z.string()).min(1),
      ocr: z.enum(['auto', 'never', 'force']).default('auto'),
      /** `folders`: each folder given becomes a dossier, those below it dossiers in it. */
      dossiers: z.enum(['none', 'folders']).default('none'),
    }),
    result: z.object({ jobId: id }),
  },
  'import.cancel': { params: z.object({ jobId: id }), result: nothing },
  /** Takes no further file until resumed; the files being read are finished. Survives a restart. */
  'import.pause': { params: z.object({ jobId: id }), result: nothing },
  'import.unpause': { params: z.object({ jobId: id }), result: nothing },
  'import.jobs': { params: nothing, result: z.array(importJob) },
  'import.items': {
    params: z.object({ jobId: id, ...page }),
    result: z.object({ total: id, items: z.array(importItem) }),
  },
  /** Reads an encrypted file of a finished import with its password; the password is not kept anywhere. */
  'import.withPassword': {
    params: z.object({ jobId: id, path: z.string(), password: z.string().min(1).max(1000) }),
    result: importItem,
  },
  /** Writes what became of every file as an Excel workbook. */
  'import.exportReport': {
    params: z.object({ jobId: id, target: z.string(), language: z.enum(['vi', 'en']).default('vi') }),
    result: z.object({ written: z.string(), rows: id }),
  },
  'import.retryFailed': { params: z.object({ jobId: id }), result: z.object({ jobId: id }) },

  /** Folders whose new files are imported by themselves. */
  'watch.list': { params: nothing, result: z.array(watchedFolder) },
  /** Watches a folder and imports what it holds; a temporary watch is forgotten when the library closes. */
  'watch.add': {
    params: z.object({ folder: z.string(), isTemporary: z.boolean().default(false) }),
    result: nothing,
  },
  /** Stops watching; what came from the folder stays. */
  'watch.remove': { params: z.object({ folder: z.string() }), result: nothing },

  'documents.list': {
    params: z.object({
      filter: documentFilter.default({}),
      sort: z.enum(DOCUMENT_SORTS).default('issuedOn'),
      descending: z.boolean().default(true),
      ...page,
    }),
    result: z.object({ total: id, documents: z.array(documentRow), facets }),
  },
  'documents.get': { params: z.object({ id }), result: documentDetail },
  /** Corrects metadata by hand; null clears a field. The correction wins over every later reading. */
  'documents.correct': {
    params: z.object({ id, changes: metadata.omit({ confidence: true }).partial() }),
    result: documentDetail,
  },
  /** Gives corrected fields back to the machine's reading. */
  'documents.undoCorrection': {
    params: z.object({ id, fields: z.array(z.enum(METADATA_FIELDS)) }),
    result: documentDetail,
  },
  /** Corrects words of the text by hand, within a line; metadata and citations are read anew. Survives re-import. */
  'documents.correctText': {
    params: z.object({
      id,
      start: z.number().int().nonnegative(),
      end: z.number().int().positive(),
      replacement: z.string().max(5000),
    }),
    result: documentDetail,
  },
  /** Reads converted pieces otherwise: those that begin at `starts`, all when null. Survives re-import like a correction. */
  'documents.recode': {
    params: z.object({ id, starts: z.array(z.number().int()).min(1).nullable(), choice: pieceChoice }),
    result: documentDetail,
  },
  /** Takes the last correction of the text back, with all that was corrected at that moment. */
  'documents.undoTextCorrection': { params: z.object({ id }), result: documentDetail },
  /** Reads the kept original again: a file kept unread, a scan with other choices. */
  'documents.reread': {
    params: z.object({
      id,
      ocr: z.enum(['auto', 'never', 'force']).default('auto'),
      password: z.string().max(1000).optional(),
    }),
    result: documentDetail,
  },
  'documents.remove': { params: z.object({ id }), result: nothing },

  'search.query': {
    params: z.object({
      query: z.string(),
      filter: documentFilter.default({}),
      sort: z.enum(SEARCH_SORTS).default('relevance'),
      ...page,
    }),
    result: searchAnswer,
  },
  /** Writes all results of a search as a table, best first. */
  'search.export': {
    params: z.object({
      query: z.string(),
      filter: documentFilter.default({}),
      sort: z.enum(SEARCH_SORTS).default('relevance'),
      format: z.enum(['xlsx', 'csv']),
      out: z.string(),
    }),
    result: z.object({ written: z.string(), rows: id }),
  },
  /** Phrases search takes for the same: those of the program, and those people of this library added. */
  'search.synonyms': {
    params: nothing,
    result: z.object({
      shipped: z.array(z.array(z.string())),
      own: z.array(z.object({ id, phrases: z.array(z.string()) })),
    }),
  },
  'search.saveSynonym': {
    params: z.object({ phrases: z.array(z.string().trim().min(1).max(200)).min(2).max(20) }),
    result: z.object({ id }),
  },
  'search.removeSynonym': { params: z.object({ id }), result: nothing },
  'searches.list': { params: nothing, result: rememberedSearches },
  /** Keeps a search by name; the same name again replaces it. */
  'searches.save': {
    params: z.object({
      name: z.string().trim().min(1).max(200),
      query: z.string().max(2000),
      filter: documentFilter.default({}),
      sort: z.enum(SEARCH_SORTS).default('relevance'),
    }),
    result: z.object({ id }),
  },
  'searches.remove': { params: z.object({ id }), result: nothing },
  /** Puts a query on top of the recent ones. */
  'searches.remember': { params: z.object({ query: z.string().trim().min(1).max(2000) }), result: nothing },
  'searches.forgetRecent': { params: nothing, result: nothing },

  'instruments.get': { params: z.object({ id }), result: instrument },
  /** Other documents that cite an instrument, newest first. */
  'instruments.citedBy': {
    params: z.object({ id, ...page }),
    result: z.object({ total: id, documents: z.array(citingDocument) }),
  },
  /** Instruments a typed number may mean, in any spelling, held first. */
  'instruments.find': {
    params: z.object({ number: z.string(), date: isoDate.optional() }),
    result: z.array(instrument),
  },
  'instruments.missing': {
    params: z.object({ ...page }),
    result: z.object({ total: id, items: z.array(instrument.extend({ citedBy: id })) }),
  },
  'graph.trace': {
    params: z.object({
      instrumentId: id,
      direction: z.enum(TRACE_DIRECTIONS).default('implementers'),
      depth: z.number().int().min(1).max(20).default(6),
    }),
    result: traceGraph,
  },
  /** All instruments within `depth` edges of one, any direction, for the local graph. */
  'graph.neighbourhood': {
    params: z.object({
      instrumentId: id,
      depth: z.number().int().min(1).max(3).default(1),
      relations: z.array(z.enum(EDGE_RELATIONS)).optional(),
      limit: z.number().int().positive().max(20000).default(300),
      /** Without them the edges come bare; `tracing.evidence` gives those of one edge. */
      withQuotes: z.boolean().default(true),
    }),
    result: traceGraph,
  },

  'review.list': {
    params: z.object({ kind: z.enum(REVIEW_KINDS).optional(), ...page }),
    /** `total` counts the kind asked for, `counts` every kind there is. */
    result: z.object({
      total: id,
      items: z.array(reviewItem),
      counts: z.array(z.object({ kind: z.enum(REVIEW_KINDS), count: id })),
    }),
  },
  /** Ties a citation to an instrument by hand; null takes the decision back. Remembered, wins over the machine. */
  'review.decideCitation': {
    params: z.object({ citationId: id, instrumentId: id.nullable() }),
    result: nothing,
  },
  /** Says whether two documents are versions of one; null takes the answer back. Remembered across re-import. */
  'review.decideVersion': {
    params: z.object({ documentId: id, otherDocumentId: id, isVersion: z.boolean().nullable() }),
    result: nothing,
  },
  'review.setWarningStatus': {
    params: z.object({ warningId: id, status: z.enum(['open', 'accepted', 'dismissed']) }),
    result: nothing,
  },

  ...pageMethods,
  ...tracingMethods,
  ...dossierMethods,
  ...graphMethods,
} as const

/** Methods answered by the window's host: dialogs and the desktop. The command line has none of them. */
export const hostMethods = {
  'host.chooseFiles': { params: nothing, result: z.array(z.string()) },
  'host.chooseFolder': {
    params: z.object({ purpose: z.enum(['import', 'library', 'backup', 'originals']) }),
    result: z.string().nullable(),
  },
  /** Asks where to save; null when the person changed their mind. The first extension is added to a name without one. */
  'host.chooseSaveFile': {
    params: z.object({
      suggestedName: z.string().min(1),
      /** Without the dot, «docx». */
      extensions: z.array(z.string().regex(/^[a-z0-9]+$/)).min(1),
    }),
    result: z.string().nullable(),
  },
  /** Asks where to save a picture drawn by the page and writes it; null when the person changed their mind. */
  'host.savePicture': {
    params: z.object({
      suggestedName: z.string().min(1),
      format: z.enum(['png', 'svg']),
      /** The file's bytes in base64. */
      content: z.base64().max(100_000_000),
    }),
    result: z.string().nullable(),
  },
  /** Opens the library used last, or tells that there is none. `defaultFolder` is where a new one would go. */
  'host.startup': {
    params: nothing,
    result: z.object({
      library: libraryStatus.nullable(),
      failure: z.object({ code: z.string(), subject: z.string().optional() }).nullable(),
      defaultFolder: z.string(),
      recent: z.array(z.string()),
    }),
  },
  /** Creates (once) and opens the sample library, importing the samples. */
  'host.openSampleLibrary': { params: nothing, result: libraryStatus },
  'host.openOriginal': { params: z.object({ documentId: id }), result: nothing },
  'host.showInFolder': { params: z.object({ documentId: id }), result: nothing },
  'host.settings': {
    params: nothing,
    result: z.object({
      theme: z.enum(['system', 'light', 'dark', 'contrast']),
      language: z.enum(['vi', 'en']),
      zoomPercent: z.number().int(),
    }),
  },
  'host.changeSettings': {
    params: z.object({
      theme: z.enum(['system', 'light', 'dark', 'contrast']).optional(),
      language: z.enum(['vi', 'en']).optional(),
      zoomPercent: z.number().int().min(50).max(300).optional(),
    }),
    result: nothing,
  },
} as const

/** Events pushed to the host, each with its payload. */
export const events = {
  'import.progress': importJob,
  'import.item': z.object({ jobId: id, item: importItem }),
  'originals.progress': originalsProgress,
  /** How far reading a document again has come, in pages. */
  'document.reading': z.object({ id, finished: id, total: id }),
  'watch.changed': z.array(watchedFolder),
  /** Documents, citations or instruments changed: lists should ask again. */
  'library.changed': z.object({ reason: z.enum(['import', 'edit', 'decision', 'reindex', 'opened']) }),
} as const

/** Every method of the contract. */
export const methods = { ...libraryMethods, ...hostMethods }

/** Names of the library's methods. */
export type LibraryMethod = keyof typeof libraryMethods
/** Names of the host's methods. */
export type HostMethod = keyof typeof hostMethods
/** Names of all methods. */
export type Method = keyof typeof methods
/** What a caller passes: fields with a default may be left out. */
export type Params<M extends Method> = z.input<(typeof methods)[M]['params']>
/** What a handler receives, defaults filled in. */
export type ParsedParams<M extends Method> = z.output<(typeof methods)[M]['params']>
/** What a method answers with. */
export type MethodResult<M extends Method> = z.output<(typeof methods)[M]['result']>
/** Names of events. */
export type EventName = keyof typeof events
/** The payload of an event. */
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]>
