/** Requests about dossiers, documents chosen in a list, and originals written out: each method with its parameters and result. */
import { z } from 'zod'
import { DOCUMENT_SORTS, documentFilter, failure } from './views.ts'

const id = z.number().int()
const nothing = z.object({})
const name = z.string().trim().min(1).max(1000)

/** A dossier; «A/B» lies in «A». `documents` counts those held in it and in the dossiers below. */
export const dossier = z.object({ id, name: z.string(), note: z.string(), documents: z.number().int() })
/** @see dossier */
export type Dossier = z.infer<typeof dossier>

/** Documents a request is about: these, or all a filter lets through but the excepted. */
export const documentSelection = z.union([
  z.object({ ids: z.array(id).max(1_000_000) }),
  z.object({ filter: documentFilter, except: z.array(id).max(1_000_000).default([]) }),
])
/** @see documentSelection */
export type DocumentSelection = z.output<typeof documentSelection>

/** What became of one original: its path below the target folder, null where nothing was written. */
export const exportedOriginal = z.object({
  documentId: id,
  path: z.string().nullable(),
  outcome: z.enum(['written', 'alreadyThere', 'failed']),
  failure: failure.nullable(),
})
/** @see exportedOriginal */
export type ExportedOriginal = z.infer<typeof exportedOriginal>

/** How far an export of originals is. */
export const originalsProgress = z.object({ done: id, total: id })

/** Methods of dossiers and of documents chosen together; merged into `libraryMethods`. Paths are absolute. */
export const dossierMethods = {
  'dossiers.list': { params: nothing, result: z.array(dossier) },
  /** Makes a dossier, with those it lies in. Fails with `dossier_exists`. */
  'dossiers.create': {
    params: z.object({ name, note: z.string().max(10_000).default('') }),
    result: dossier,
  },
  /** Renames a dossier, with those in it, or changes its note. Fails with `dossier_exists` when a name is taken. */
  'dossiers.change': {
    params: z.object({ id, name: name.optional(), note: z.string().max(10_000).optional() }),
    result: dossier,
  },
  /** Moves everything in one dossier into another; the first is gone. */
  'dossiers.merge': { params: z.object({ from: id, into: id }), result: dossier },
  /** Removes a dossier and those in it; the documents stay. The last removal can be undone. */
  'dossiers.remove': { params: z.object({ id }), result: z.object({ removed: id }) },
  'dossiers.undoRemove': { params: nothing, result: z.object({ restored: id }) },
  /** Puts documents into a dossier, made when there is none of the name; answers those that were not in it. */
  'dossiers.add': {
    params: z.object({ name, documents: documentSelection }),
    result: z.object({ dossier, changed: z.array(id) }),
  },
  /** Takes documents out of a dossier and of those in it; answers which of them were in which. */
  'dossiers.takeOut': {
    params: z.object({ id, documents: documentSelection }),
    result: z.object({
      changed: z.array(id),
      from: z.array(z.object({ name: z.string(), ids: z.array(id) })),
    }),
  },
  /** Makes dossiers of the folders documents came from: the folder once imported and those below it. */
  'dossiers.fromFolders': {
    params: z.object({ documents: documentSelection }),
    result: z.object({ dossiers: id, documents: id }),
  },

  /** Ids in the order of a list, for choosing a stretch of it. */
  'documents.ids': {
    params: z.object({
      filter: documentFilter.default({}),
      sort: z.enum(DOCUMENT_SORTS).default('issuedOn'),
      descending: z.boolean().default(true),
      offset: id.nonnegative().default(0),
      limit: id.positive().max(1_000_000),
    }),
    result: z.array(id),
  },
  /** The first names a pattern gives. Fails with `bad_request` for a field there is not, its name the subject. */
  'documents.previewOriginals': {
    params: z.object({
      documents: documentSelection,
      pattern: z.string().min(1).max(500),
      limit: id.positive().max(100).default(8),
    }),
    result: z.object({ total: id, bytes: id, names: z.array(z.string()) }),
  },
  /**
   * Copies originals under readable names, each verified by its hash, with a table of them (xlsx) beside them. Answers
   * when it is over; `originals.progress` events tell how far it is. One at a time (`already_running`). Never overwrites.
   */
  'documents.exportOriginals': {
    params: z.object({
      documents: documentSelection,
      pattern: z.string().min(1).max(500),
      folder: z.string().min(1),
      language: z.enum(['vi', 'en']).default('vi'),
    }),
    result: z.object({
      folder: z.string(),
      manifest: z.string(),
      total: id,
      written: id,
      alreadyThere: id,
      failed: z.array(exportedOriginal),
      isCancelled: z.boolean(),
    }),
  },
  /** Stops the export under way after the files being copied; what is written stays. */
  'documents.cancelExportOriginals': { params: nothing, result: nothing },
} as const
