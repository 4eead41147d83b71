/** Requests of tracing: an instrument's page, verdicts on edges, the tree, gaps against expected bodies, the timeline. */
import { userInfo } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { ExpectedFailure, fail, type Result, succeed } from '../../../shared/contract/result.ts'
import type { BodyList, InstrumentPage, LinkGroup, LinkSide } from '../../../shared/contract/tracing.ts'
import { answersOf, placeBody } from '../../../shared/graph/answers.ts'
import { LEVEL_ORDER } from '../../../shared/wording/instruments.ts'
import { RELATION_ORDER } from '../../../shared/wording/relations.ts'
import {
  deleteBodyList,
  findBodyList,
  findBodyListId,
  readBodyLists,
  saveBodyList,
} from '../../db/bodyLists.ts'
import { readNewDeadlines } from '../../db/deadlines.ts'
import { decideEdge } from '../../db/edgeDecisions.ts'
import { refreshForce } from '../../db/force.ts'
import type { ReadHandle } from '../../db/handles.ts'
import { countCiting, findInstrument, findInstruments } from '../../db/instruments.ts'
import { countPlaces, countRejected, readLinkGroups, readPlaces, readSelfCitations } from '../../db/links.ts'
import type { Handlers } from '../dispatch.ts'
import { expectedBodiesOf, seenBodies } from '../expectedBodies.ts'
import { type LibraryContext, type Session, writerOf } from '../session.ts'
import { buildTree, threadIds } from '../threadTree.ts'
import { dueMarks, threadMarks } from '../timeline.ts'
import { readValidity } from '../validity.ts'

type TracingHandlers = Pick<Handlers, Extract<keyof Handlers, `tracing.${string}`>>

/** Instruments below a root that gaps and timelines look at. */
export const THREAD_LIMIT = 20_000
/** Places where a document cites itself that its page shows. */
const SELF_CITATIONS = 20

/** Who decides when the host names nobody: the system's user. */
export const systemUser = (): string => userInfo().username

/** Handlers of `tracing.*`. */
export function tracingHandlers(context: LibraryContext): TracingHandlers {
  const { session, vocabulary, emit } = context
  const db = session.reader
  return {
    'tracing.instrument': (params) => readPage(db, params),
    'tracing.links': ({ id, side, relation, level, withRejected, limit, offset }) => {
      const [group] = readLinkGroups(db, id, side, {
        group: { relation, level },
        limit,
        offset,
        withRejected,
      })
      return succeed({ total: group?.total ?? 0, links: group?.links ?? [] })
    },
    'tracing.evidence': ({ limit, offset, ...edge }) =>
      succeed({ total: countPlaces(db, edge), places: readPlaces(db, edge, limit, offset) }),
    'tracing.decideEdge': ({ status, citationId, by, ...edge }) => {
      const writer = writerOf(session)
      if (!writer.ok) return writer
      const verdict = {
        status,
        citationId: citationId ?? null,
        by: by ?? systemUser(),
        at: new Date().toISOString(),
      }
      const places = writer.value.transaction(() => {
        const decided = decideEdge(writer.value, edge, verdict)
        refreshForce(writer.value, [edge.to])
        return decided
      })()
      if (places === 0) return fail('not_found', `${edge.from} → ${edge.to}`)
      emit('library.changed', { reason: 'decision' })
      return succeed({ places })
    },
    'tracing.tree': (params) => buildTree(db, params),
    'tracing.gaps': ({ expected, year, ...thread }) => {
      const bodies = expectedBodiesOf(db, expected, vocabulary)
      if (!bodies.ok) return bodies
      if (!findInstrument(db, thread.instrumentId)) return fail('not_found', String(thread.instrumentId))
      const ids = threadIds(db, { ...thread, limit: THREAD_LIMIT }).filter((id) => id !== thread.instrumentId)
      return succeed(answersOf(bodies.value, [...findInstruments(db, ids).values()], year ?? null))
    },
    'tracing.bodyLists': () => succeed(readBodyLists(db)),
    'tracing.saveBodyList': (params) => {
      const saved = saveList(context, params)
      if (saved.ok) emit('library.changed', { reason: 'decision' })
      return saved
    },
    'tracing.removeBodyList': ({ id }) => {
      const writer = writerOf(session)
      if (!writer.ok) return writer
      if (!deleteBodyList(writer.value, id)) return fail('not_found', String(id))
      emit('library.changed', { reason: 'decision' })
      return succeed({})
    },
    'tracing.seenBodies': (filter) => succeed(seenBodies(db, filter, vocabulary)),
    'tracing.timeline': async ({ instrumentId, depth, limit, from, to }) => {
      if (!findInstrument(db, instrumentId)) return fail('not_found', String(instrumentId))
      await freshenDeadlines(session)
      const { ids, isCut } = wholeThread(db, instrumentId, depth, limit)
      return succeed({ marks: threadMarks(db, ids, { from, to }), isCut })
    },
    'tracing.due': async ({ from, to, citedAtLeast }) => {
      await freshenDeadlines(session)
      return succeed(dueMarks(db, { from, to }, citedAtLeast))
    },
  }
}

/** The thread above and below an instrument, itself included: at most `limit` instruments each way, the nearest first. */
export function wholeThread(
  db: ReadHandle,
  instrumentId: number,
  depth: number,
  limit: number,
): { ids: number[]; isCut: boolean } {
  const below = threadIds(db, { instrumentId, direction: 'implementers', depth, limit })
  const above = threadIds(db, { instrumentId, direction: 'sources', depth, limit })
  return { ids: [...new Set([...below, ...above])], isCut: below.length === limit || above.length === limit }
}

/** Libraries of an earlier program hold documents whose deadlines nobody has read; a reading session takes what there is. */
export async function freshenDeadlines({ writer }: Session): Promise<void> {
  if (!writer) return
  for (const _ of readNewDeadlines(writer)) {
    await setImmediate()
    // The library may have been closed meanwhile.
    if (!writer.open) throw new ExpectedFailure({ code: 'library_not_open' })
  }
}

function readPage(
  db: ReadHandle,
  request: { id: number; asAt?: string | undefined; withRejected: boolean; perGroup: number },
): Result<InstrumentPage> {
  const { id, withRejected, perGroup } = request
  const instrument = findInstrument(db, id)
  if (!instrument) return fail('not_found', String(id))
  const side = (name: LinkSide): LinkGroup[] =>
    readLinkGroups(db, id, name, { group: null, limit: perGroup, offset: 0, withRejected }).sort(
      (one, other) =>
        RELATION_ORDER.indexOf(one.relation) - RELATION_ORDER.indexOf(other.relation) ||
        LEVEL_ORDER.indexOf(one.level) - LEVEL_ORDER.indexOf(other.level),
    )
  return succeed({
    instrument,
    citedBy: countCiting(db, id),
    validity: readValidity(db, id, request.asAt ?? null),
    actsOn: side('actsOn'),
    actedOnBy: side('actedOnBy'),
    rejected: countRejected(db, id),
    selfCitations: readSelfCitations(db, id, SELF_CITATIONS),
  })
}

function saveList(
  { session, vocabulary }: LibraryContext,
  params: { id?: number | undefined; name: string; bodies: string[]; province?: string | undefined },
): Result<BodyList> {
  const writer = writerOf(session)
  if (!writer.ok) return writer
  const named = findBodyListId(writer.value, params.name)
  if (named !== undefined && named !== params.id) return fail('bad_request', params.name, 'the name is taken')
  if (params.id !== undefined && !findBodyList(writer.value, params.id))
    return fail('not_found', String(params.id))
  const names = params.bodies.map((name) => name.normalize('NFC').trim()).filter((name) => name !== '')
  const id = saveBodyList(writer.value, {
    id: params.id ?? null,
    name: params.name.trim(),
    madeAt: new Date().toISOString(),
    bodies: names.map((name) => placeBody(name, params.province ?? null, vocabulary)),
  })
  const saved = findBodyList(writer.value, id)
  return saved ? succeed(saved) : fail('not_found', String(id))
}
