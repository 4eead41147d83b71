/** Requests about instruments and the graph between them: one page, a typed number, what is missing, traces. */
import { EDGE_RELATIONS } from '../../../shared/contract/citation.ts'
import type { Edge, Evidence } from '../../../shared/contract/instrument.ts'
import type { MethodResult } from '../../../shared/contract/methods.ts'
import { fail, type Result, succeed } from '../../../shared/contract/result.ts'
import type { TraceGraph } from '../../../shared/contract/views.ts'
import { listCiting, readCitingPlaces } from '../../db/citingDocuments.ts'
import { listDocumentsById } from '../../db/documentLists.ts'
import { readEdgesAmong, type Walk, walkGraph } from '../../db/edges.ts'
import type { ReadHandle } from '../../db/handles.ts'
import { countCiting, findInstrument, findInstruments, listMissing } from '../../db/instruments.ts'
import { readQuotes } from '../../db/quotes.ts'
import type { ThreadStep } from '../../db/threads.ts'
import type { Handlers } from '../dispatch.ts'
import { findByNumber } from '../findByNumber.ts'
import type { LibraryContext } from '../session.ts'
import { THREAD_RELATIONS, type TreeRequest, walkThread } from '../threadTree.ts'

type InstrumentHandlers = Pick<
  Handlers,
  | 'instruments.get'
  | 'instruments.citedBy'
  | 'instruments.find'
  | 'instruments.missing'
  | 'graph.trace'
  | 'graph.neighbourhood'
>

/** Most instruments a trace brings back; a whole library would be no answer to a question. */
const TRACE_LIMIT = 1000
/** Up to this many instruments a trace carries every edge between them. */
const SMALL_TRACE = 200
/** Quotes an edge carries; the rest is on the instrument's page. */
const EVIDENCE_LIMIT = 5
/** Places of a citing document that come with it. */
const PLACES_EACH = 3

/** Handlers of `instruments.*` and `graph.*`. */
export function instrumentHandlers({ session }: LibraryContext): InstrumentHandlers {
  const db = session.reader
  return {
    'instruments.get': ({ id }) => {
      const instrument = findInstrument(db, id)
      return instrument ? succeed(instrument) : fail('not_found', String(id))
    },
    'instruments.citedBy': ({ id, limit, offset }) => readCiting(db, id, limit, offset),
    'instruments.find': ({ number, date }) => succeed(findByNumber(db, number, date ?? null)),
    'instruments.missing': ({ limit, offset }) => succeed(listMissing(db, limit, offset)),
    'graph.trace': ({ instrumentId, direction, depth }) =>
      readTrace(db, { instrumentId, direction, depth, limit: TRACE_LIMIT }),
    'graph.neighbourhood': ({ instrumentId, depth, relations = EDGE_RELATIONS, limit, withQuotes }) =>
      readGraph(
        db,
        { rootId: instrumentId, direction: 'both', depth, relations, limit },
        withQuotes ? EVIDENCE_LIMIT : 0,
      ),
  }
}

/**
 * A thread as nodes and edges. A small one has every edge between its instruments with its quotes; a large one those
 * the walk met, with the sentence that led to each instrument (`tracing.evidence` gives the others).
 */
function readTrace(db: ReadHandle, request: TreeRequest): Result<TraceGraph> {
  const root = findInstrument(db, request.instrumentId)
  if (!root) return fail('not_found', String(request.instrumentId))
  const { branches } = walkThread(db, request)
  const ids = [...branches.keys()]
  const instruments = findInstruments(db, ids)
  const nodes = ids.flatMap((id) => instruments.get(id) ?? [])
  if (ids.length <= SMALL_TRACE)
    return succeed({ root, nodes, edges: readEdgesAmong(db, ids, THREAD_RELATIONS, EVIDENCE_LIMIT) })
  const quotes = readQuotes(
    db,
    [...branches.values()].flatMap(({ step }) => (step ? [step.firstCitation] : [])),
  )
  const edges = [...branches.values()].flatMap(({ step, others }) =>
    (step ? [step, ...others] : others).map((each) => toEdge(each, request.direction, quotes)),
  )
  return succeed({ root, nodes, edges })
}

function toEdge(
  { near, far, relation, isImpossible, firstCitation }: ThreadStep,
  direction: TreeRequest['direction'],
  quotes: ReadonlyMap<number, Evidence>,
): Edge {
  const quote = quotes.get(firstCitation)
  const ends = direction === 'implementers' ? { from: far, to: near } : { from: near, to: far }
  return { ...ends, relation, isImpossible, evidence: quote ? [quote] : [] }
}

function readGraph(db: ReadHandle, walk: Walk, evidenceLimit: number): Result<TraceGraph> {
  const root = findInstrument(db, walk.rootId)
  if (!root) return fail('not_found', String(walk.rootId))
  const ids = [...walkGraph(db, walk).keys()]
  const nodes = findInstruments(db, ids)
  return succeed({
    root,
    nodes: ids.flatMap((id) => nodes.get(id) ?? []),
    edges: readEdgesAmong(db, ids, walk.relations, evidenceLimit),
  })
}

/** Who cites an instrument, with a few places each: the rest is read in the document. */
function readCiting(
  db: ReadHandle,
  id: number,
  limit: number,
  offset: number,
): Result<MethodResult<'instruments.citedBy'>> {
  if (!findInstrument(db, id)) return fail('not_found', String(id))
  const citing = listCiting(db, id, limit, offset)
  const ids = citing.map(({ documentId }) => documentId)
  const documents = new Map(listDocumentsById(db, ids).map((document) => [document.id, document]))
  const evidence = readCitingPlaces(db, id, ids, PLACES_EACH)
  return succeed({
    total: countCiting(db, id),
    documents: citing.flatMap(({ documentId, places }) => {
      const document = documents.get(documentId)
      return document ? [{ document, places, evidence: evidence.get(documentId) ?? [] }] : []
    }),
  })
}
