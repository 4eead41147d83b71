/** An instrument and a direction in, its implementation tree (or the chain of its bases) as lines in reading order out. */
import type { EdgeRelation } from '../../shared/contract/citation.ts'
import type { Instrument } from '../../shared/contract/instrument.ts'
import { fail, type Result, succeed } from '../../shared/contract/result.ts'
import type { TracingTree, TreeLine } from '../../shared/contract/tracing.ts'
import { type Branch, isAbove, readingOrder, siblingOrder, spreadTree } from '../../shared/graph/tree.ts'
import type { ReadHandle } from '../db/handles.ts'
import { findInstrument, findInstruments } from '../db/instruments.ts'
import { readQuotes } from '../db/quotes.ts'
import { readNeighbours, readSteps, type ThreadStep } from '../db/threads.ts'

/** Relations by which an act is carried out; a mere mention, an amendment or a repeal carries nothing out. */
export const THREAD_RELATIONS: readonly EdgeRelation[] = [
  'implements',
  'continues',
  'basis',
  'guides',
  'reviews',
  'promulgates',
]

/** What a tree is asked for. */
export interface TreeRequest {
  readonly instrumentId: number
  readonly direction: 'implementers' | 'sources'
  readonly depth: number
  readonly relations?: readonly EdgeRelation[] | undefined
  readonly limit: number
}

/** Other ways to an instrument that a line names; a hub may have thousands. */
const OTHER_WAYS = 20

/** Edges read a level for each instrument the tree may hold: more would only name further ways to the same ones. */
const STEPS_EACH = 3

/** The thread of an instrument as branches; `isCut` when a limit ended it. */
export function walkThread(
  db: ReadHandle,
  request: TreeRequest,
): { branches: ReadonlyMap<number, Branch<ThreadStep>>; isCut: boolean } {
  const { instrumentId, direction, depth, limit } = request
  const relations = request.relations ?? THREAD_RELATIONS
  const most = limit * STEPS_EACH
  let isFull = false
  const { branches, isCut } = spreadTree(
    instrumentId,
    depth,
    (ids) => {
      const steps = readSteps(db, ids, direction, relations, most)
      isFull ||= steps.length === most
      return steps
    },
    limit,
  )
  return { branches, isCut: isCut || isFull }
}

/** Builds the tree. Circles, self-citations and impossible directions are shown where they are met and never followed. */
export function buildTree(db: ReadHandle, request: TreeRequest): Result<TracingTree> {
  const { instrumentId, direction, depth } = request
  const root = findInstrument(db, instrumentId)
  if (!root) return fail('not_found', String(instrumentId))
  const { branches, isCut } = walkThread(db, request)
  const instruments = findInstruments(db, [...branches.keys()])
  const { order, childrenOf } = readingOrder(branches, instrumentId, siblingOrder(instruments))
  const quotes = readQuotes(
    db,
    [...branches.values()].flatMap(({ step }) => (step ? [step.firstCitation] : [])),
  )
  const lines = order.flatMap((id): TreeLine[] => {
    const branch = branches.get(id)
    const instrument = instruments.get(id)
    if (!branch || !instrument) return []
    const { step } = branch
    const others = branch.others.filter(
      ({ near, relation }) => near !== step?.near || relation !== step.relation,
    )
    return [
      {
        instrument,
        parentId: step?.near ?? null,
        depth: branch.depth,
        relation: step?.relation ?? null,
        status: step?.status ?? null,
        isImpossible: step?.isImpossible ?? false,
        year: yearOf(instrument),
        children: childrenOf.get(id)?.length ?? 0,
        evidenceTotal: step?.places ?? 0,
        evidence: (step && quotes.get(step.firstCitation)) ?? null,
        alsoUnder: others.slice(0, OTHER_WAYS).map(({ near, relation }) => ({
          parentId: near,
          relation,
          isCycle: isAbove(branches, id, near),
        })),
      },
    ]
  })
  return succeed({ direction, depth, lines, isCut })
}

/** The instruments of a thread without the tree's shape, the nearest first: what the dates forbid is met but not followed. */
export function threadIds(db: ReadHandle, request: TreeRequest): number[] {
  const { instrumentId, direction, depth, limit } = request
  const relations = request.relations ?? THREAD_RELATIONS
  const met = new Set([instrumentId])
  const doubtful = new Set<number>()
  let frontier = [instrumentId]
  for (let level = 1; level <= depth && frontier.length > 0 && met.size < limit; level++) {
    const next: number[] = []
    for (const { id, isImpossible } of readNeighbours(db, frontier, direction, relations)) {
      if (met.has(id) || met.size >= limit) continue
      if (isImpossible) {
        doubtful.add(id)
        continue
      }
      met.add(id)
      next.push(id)
    }
    frontier = next
  }
  return [...new Set([...met, ...doubtful])].slice(0, limit)
}

const yearOf = ({ issuedOn, year }: Instrument): number | null =>
  issuedOn === null ? year : Number(issuedOn.slice(0, 4))
