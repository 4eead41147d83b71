/** What the library answers with: the shapes both hosts show. */
import { z } from 'zod'
import { citation } from './citation.ts'
import { convertedPiece } from './conversion.ts'
import { isoDate, METADATA_FIELDS, metadata, span } from './document.ts'
import { edge, evidence, instrument, LEVELS } from './instrument.ts'
import { FAILURE_CODES } from './result.ts'

/** A failure that crossed a transport. */
export const failure = z.object({
  code: z.enum(FAILURE_CODES),
  subject: z.string().optional(),
  detail: z.string().optional(),
})

/** The open library, for the status bar. Sizes in bytes. */
export const libraryStatus = z.object({
  folder: z.string(),
  name: z.string(),
  isReadOnly: z.boolean(),
  isSample: z.boolean(),
  documents: z.number().int(),
  pages: z.number().int(),
  instruments: z.number().int(),
  citations: z.number().int(),
  missing: z.number().int(),
  toReview: z.number().int(),
  databaseBytes: z.number().int(),
})
/** @see libraryStatus */
export type LibraryStatus = z.infer<typeof libraryStatus>

/** A document in lists: its metadata flattened, as `chido list` prints it. */
export const documentRow = metadata.extend({
  id: z.number().int(),
  fileName: z.string(),
  format: z.string(),
  importedAt: z.string(),
  pageCount: z.number().int(),
  citationCount: z.number().int(),
  citedByCount: z.number().int(),
  instrumentId: z.number().int(),
  needsReview: z.boolean(),
  /** Why the file is kept without a text; null when it was read. */
  unreadCode: z.enum(FAILURE_CODES).nullable(),
  /** Names of the dossiers it lies in. */
  dossiers: z.array(z.string()),
})
/** @see documentRow */
export type DocumentRow = z.infer<typeof documentRow>

/** One value of a facet and how many documents carry it. */
export const facetValue = z.object({ value: z.string(), count: z.number().int() })
/** Facets over all matches, not over the page shown. */
export const facets = z.object({
  kind: z.array(facetValue),
  issuer: z.array(facetValue),
  level: z.array(facetValue),
  year: z.array(facetValue),
  province: z.array(facetValue),
  format: z.array(facetValue),
  /** Folders the files came from. */
  folder: z.array(facetValue),
  /** Dossiers, counting what lies in those below them. */
  dossier: z.array(facetValue),
})
/** @see facets */
export type Facets = z.infer<typeof facets>

/** Filters of lists and of search; every field narrows, values inside one field are alternatives. */
export const documentFilter = z.object({
  kind: z.array(z.string()).optional(),
  issuer: z.array(z.string()).optional(),
  level: z.array(z.enum(LEVELS)).optional(),
  year: z.array(z.number().int()).optional(),
  province: z.array(z.string()).optional(),
  format: z.array(z.string()).optional(),
  folder: z.array(z.string()).optional(),
  /** Names of dossiers; what lies in a dossier below one counts. */
  dossier: z.array(z.string()).optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  needsReview: z.boolean().optional(),
  /** Files kept without a text. */
  isUnread: z.boolean().optional(),
})
/** @see documentFilter */
export type DocumentFilter = z.infer<typeof documentFilter>

/** Columns a list can be sorted by. */
export const DOCUMENT_SORTS = ['number', 'issuedOn', 'title', 'issuer', 'importedAt', 'citedByCount'] as const

/** How a stored citation was tied to an instrument. */
export const RESOLUTIONS = ['resolved', 'ambiguous', 'undated', 'decided'] as const

/** A citation as stored: what was read, and the instrument it was resolved to, with the reason. */
export const storedCitation = citation.extend({
  id: z.number().int(),
  documentId: z.number().int(),
  page: z.number().int(),
  resolution: z.enum(RESOLUTIONS),
  /** Code of the rule that decided, worded by `shared/wording`. */
  resolutionReason: z.string(),
  instrumentId: z.number().int().nullable(),
  candidates: z.array(z.number().int()),
  /** The instrument resolved to, so a card can be shown with no second call. */
  instrument: instrument.nullable(),
})
/** @see storedCitation */
export type StoredCitation = z.infer<typeof storedCitation>

/** A stretch of the text and its part on the page, as a reader of files gave it; `noteFor` is where a note's mark is. */
export const documentBlock = span.extend({
  kind: z.enum(['paragraph', 'heading', 'listItem', 'tableCell', 'note']),
  table: z.number().int().optional(),
  row: z.number().int().optional(),
  column: z.number().int().optional(),
  isBold: z.boolean().optional(),
  isCentred: z.boolean().optional(),
  noteFor: z.number().int().optional(),
})
/** @see documentBlock */
export type DocumentBlock = z.infer<typeof documentBlock>

/** One document opened for reading. */
export const documentDetail = z.object({
  id: z.number().int(),
  title: z.string(),
  metadata,
  /** Fields a person corrected: they survive re-reading. */
  corrected: z.array(z.enum(METADATA_FIELDS)),
  file: z.object({
    name: z.string(),
    sourcePath: z.string(),
    format: z.string(),
    sha256: z.string(),
    bytes: z.number().int(),
  }),
  importedAt: z.string(),
  dossiers: z.array(z.object({ id: z.number().int(), name: z.string() })),
  /** Why there is no text; null when the file was read. */
  unreadCode: z.enum(FAILURE_CODES).nullable(),
  instrument,
  text: z.string(),
  pages: z.array(span),
  /** Layout of the text where the format tells it; lets the window set headings, tables and notes apart. */
  blocks: z.array(documentBlock).optional(),
  citations: z.array(storedCitation),
  /** Short mentions («Kết luận 43») of acts cited in full elsewhere in the document, tied without guessing. */
  backReferences: z.array(span.extend({ citationId: z.number().int() })),
  /** Pages read from their image: how sure the engine was (0 to 100), and the words it was not sure of. */
  recognised: z.array(
    z.object({
      page: z.number().int(),
      confidence: z.number(),
      doubtful: z.array(span.extend({ confidence: z.number() })),
    }),
  ),
  /** Stretches that came in an encoding from before Unicode, in order. */
  converted: z.array(convertedPiece),
  /** Corrections a person made in the text, the last one first; the last one can be taken back. */
  textCorrections: z.array(z.object({ former: z.string(), replacement: z.string(), madeAt: z.string() })),
  warnings: z.array(
    z.object({
      id: z.number().int(),
      start: z.number().int(),
      end: z.number().int(),
      code: z.string(),
      message: z.string(),
      suggestion: z.string().nullable(),
      status: z.enum(['open', 'accepted', 'dismissed']),
    }),
  ),
  /** Documents with nearly the same text: another format, a re-scan. Proposed by the machine, decided by a person. */
  versions: z.array(
    z.object({
      documentId: z.number().int(),
      title: z.string(),
      fileName: z.string(),
      likeness: z.number(),
      isDecided: z.boolean().nullable(),
    }),
  ),
})
/** @see documentDetail */
export type DocumentDetail = z.infer<typeof documentDetail>

/** A document that cites an instrument, with the first of the places it does so at; `places` counts them all. */
export const citingDocument = z.object({
  document: documentRow,
  places: z.number().int(),
  evidence: z.array(evidence),
})

/** A stretch of the graph: `root`, the instruments reached and the edges between them. */
export const traceGraph = z.object({ root: instrument, nodes: z.array(instrument), edges: z.array(edge) })
/** @see traceGraph */
export type TraceGraph = z.infer<typeof traceGraph>

/** One search hit. `matches` are spans inside `snippet`; `start` is where the snippet begins in the text. */
export const searchHit = z.object({
  documentId: z.number().int(),
  title: z.string(),
  number: z.string().nullable(),
  kind: z.string().nullable(),
  issuer: z.string().nullable(),
  issuedOn: isoDate.nullable(),
  score: z.number(),
  page: z.number().int(),
  snippet: z.string(),
  start: z.number().int(),
  matches: z.array(z.tuple([z.number().int(), z.number().int()])),
  /** Spans of every match in the stored text, for the reader's next/previous. */
  textMatches: z.array(z.tuple([z.number().int(), z.number().int()])),
})
/** @see searchHit */
export type SearchHit = z.infer<typeof searchHit>

/** An answer to a search. `instruments` are direct hits of a number in any spelling, held or only cited. */
export const searchAnswer = z.object({
  total: z.number().int(),
  milliseconds: z.number(),
  hits: z.array(searchHit),
  facets,
  instruments: z.array(instrument),
  /** «ý bạn là…»: a spelling with more results, null when there is none to offer. */
  didYouMean: z.string().nullable(),
  /** Other readings a person may choose: expansions of an ambiguous abbreviation, nearest terms. */
  suggestions: z.array(z.object({ label: z.string(), query: z.string() })),
  /** Set when a person should know how the query was read; worded in `shared/wording/search.ts`. */
  notice: z.enum(['read_as_words', 'no_words', 'shortened', 'phrase_not_checked']).nullable(),
  /** When nothing was found: the same search with less asked of it, each with how many it finds. */
  wider: z.array(
    z.object({
      dropped: z.enum(['filters', 'conditions', 'phrases', 'requirements', 'spelling']),
      query: z.string(),
      filter: documentFilter,
      total: z.number().int(),
    }),
  ),
})
/** @see searchAnswer */
export type SearchAnswer = z.infer<typeof searchAnswer>

/** Orders of search results. */
export const SEARCH_SORTS = ['relevance', 'issuedOn', 'number'] as const

/** A search kept under a name. */
export const savedSearch = z.object({
  id: z.number().int(),
  name: z.string(),
  query: z.string(),
  filter: documentFilter,
  sort: z.enum(SEARCH_SORTS),
  savedAt: z.string(),
})
/** @see savedSearch */
export type SavedSearch = z.infer<typeof savedSearch>

/** What the search box remembers: searches kept by name, and the queries searched last, newest first. */
export const rememberedSearches = z.object({ saved: z.array(savedSearch), recent: z.array(z.string()) })
/** @see rememberedSearches */
export type RememberedSearches = z.infer<typeof rememberedSearches>

/** The outcome of one file of an import. A failed one with a document is kept unread. */
export const importItem = z.object({
  path: z.string(),
  /** `opened`: an archive, whose files are items of their own. */
  state: z.enum(['waiting', 'reading', 'imported', 'duplicate', 'opened', 'failed', 'cancelled']),
  documentId: z.number().int().nullable(),
  title: z.string().nullable(),
  seconds: z.number().nullable(),
  /** Files found in a mail or archive; null for what holds none. */
  members: z.number().int().nullable(),
  failure: failure.nullable(),
})
/** @see importItem */
export type ImportItem = z.infer<typeof importItem>

/** A running or finished import. */
export const importJob = z.object({
  id: z.number().int(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  state: z.enum(['listing', 'running', 'paused', 'cancelled', 'finished']),
  total: z.number().int(),
  done: z.number().int(),
  imported: z.number().int(),
  duplicates: z.number().int(),
  /** Archives taken apart: what they held is counted, they are no documents. */
  opened: z.number().int(),
  /** Files kept without a text. */
  unread: z.number().int(),
  /** Files of which nothing is kept. */
  failed: z.number().int(),
  current: z.string().nullable(),
  /** How far the current file has come, where it has pages and they are known. */
  pages: z.object({ finished: z.number().int(), total: z.number().int() }).nullable(),
})
/** @see importJob */
export type ImportJob = z.infer<typeof importJob>

/** A watched folder; a share that is away is waited for. `taken` counts files handed to imports since the library opened. */
export const watchedFolder = z.object({
  folder: z.string(),
  isReachable: z.boolean(),
  isTemporary: z.boolean(),
  taken: z.number().int(),
})
/** @see watchedFolder */
export type WatchedFolder = z.infer<typeof watchedFolder>

/** Kinds of things a person should look at, in the order they are listed. */
export const REVIEW_KINDS = [
  'anomaly',
  'ambiguous',
  'impossible_edge',
  'unverified',
  'metadata',
  'version',
  'same_number',
] as const
/** @see REVIEW_KINDS */
export type ReviewKind = (typeof REVIEW_KINDS)[number]

/** One thing a person should look at. */
export const reviewItem = z.object({
  id: z.string(),
  kind: z.enum(REVIEW_KINDS),
  code: z.string(),
  message: z.string(),
  documentId: z.number().int(),
  documentTitle: z.string(),
  start: z.number().int().nullable(),
  end: z.number().int().nullable(),
  quote: z.string().nullable(),
  suggestion: z.string().nullable(),
  citationId: z.number().int().nullable(),
  field: z.enum(METADATA_FIELDS).nullable(),
  candidates: z.array(instrument),
  /** For `version` and `same_number`: the document this one may be a version of. */
  otherDocumentId: z.number().int().nullable(),
  /** For `version` and `same_number`: facts that tell the two apart, this one first. */
  compared: z
    .array(
      z.object({
        documentId: z.number().int(),
        title: z.string(),
        fileName: z.string(),
        format: z.string(),
        pages: z.number().int(),
        importedAt: z.string(),
      }),
    )
    .optional(),
})
/** @see reviewItem */
export type ReviewItem = z.infer<typeof reviewItem>

/** `chido stats`. */
export const libraryStatistics = z.object({
  documents: z.number().int(),
  pages: z.number().int(),
  instruments: z.number().int(),
  heldInstruments: z.number().int(),
  citedOnlyInstruments: z.number().int(),
  citations: z.number().int(),
  edges: z.number().int(),
  databaseBytes: z.number().int(),
})

/** `chido verify`: every problem is a code, the thing it concerns and a sentence. */
export const verifyReport = z.object({
  ok: z.boolean(),
  problems: z.array(z.object({ code: z.string(), subject: z.string(), message: z.string() })),
})
