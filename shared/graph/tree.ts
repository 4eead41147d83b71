/** A root and the edges around it come in; each instrument once, under its nearest parent, in reading order goes out. */
import type { EdgeRelation } from '../contract/citation.ts'
import type { Instrument, Level } from '../contract/instrument.ts'
import { foldWord } from '../vietnamese/fold.ts'

/** An edge as a walk sees it: `near` is the end it comes from (the parent in the tree), `far` the other. */
export interface Step {
  readonly near: number
  readonly far: number
  readonly relation: EdgeRelation
  readonly isImpossible: boolean
}

/** A place in the tree. `step` is null for the root; `others` are further ways to it. */
export interface Branch<S extends Step = Step> {
  readonly id: number
  readonly depth: number
  readonly step: S | null
  readonly others: readonly S[]
}

/** What binds more stands first when two edges lead to one instrument from the same depth. */
const BINDING: readonly EdgeRelation[] = [
  'implements',
  'guides',
  'continues',
  'promulgates',
  'reviews',
  'basis',
  'amends',
  'replaces',
  'repeals',
  'mentions',
]

/**
 * Spreads a tree over the graph: level by level, so a circle is met once. An edge the dates forbid hangs its far end
 * where nothing else reaches it, and nothing grows below.
 */
export function spreadTree<S extends Step>(
  root: number,
  depth: number,
  stepsFrom: (ids: readonly number[]) => readonly S[],
  limit: number,
): { branches: Map<number, Branch<S>>; isCut: boolean } {
  const branches = new Map<number, { id: number; depth: number; step: S | null; others: S[] }>([
    [root, { id: root, depth: 0, step: null, others: [] }],
  ])
  const doubtful: S[] = []
  let frontier = [root]
  let isCut = false
  for (let level = 1; level <= depth && frontier.length > 0; level++) {
    const order = new Map(frontier.map((id, index) => [id, index]))
    const steps = [...stepsFrom(frontier)].sort(
      (one, other) =>
        BINDING.indexOf(one.relation) - BINDING.indexOf(other.relation) ||
        (order.get(one.near) ?? 0) - (order.get(other.near) ?? 0) ||
        one.far - other.far,
    )
    const next: number[] = []
    for (const step of steps) {
      if (step.near === step.far) continue
      const known = branches.get(step.far)
      if (known) known.others.push(step)
      else if (step.isImpossible) doubtful.push(step)
      else if (branches.size >= limit) isCut = true
      else {
        branches.set(step.far, { id: step.far, depth: level, step, others: [] })
        next.push(step.far)
      }
    }
    frontier = next
  }
  for (const step of doubtful) {
    const known = branches.get(step.far)
    const near = branches.get(step.near)
    if (known) known.others.push(step)
    else if (near && branches.size < limit)
      branches.set(step.far, { id: step.far, depth: near.depth + 1, step, others: [] })
  }
  return { branches, isCut }
}

/** Branches in reading order: parents before children, children by `compare`. */
export function readingOrder<S extends Step>(
  branches: ReadonlyMap<number, Branch<S>>,
  root: number,
  compare: (one: number, other: number) => number,
): { order: readonly number[]; childrenOf: ReadonlyMap<number, readonly number[]> } {
  const childrenOf = new Map<number, number[]>()
  for (const { id, step } of branches.values()) {
    if (!step) continue
    const siblings = childrenOf.get(step.near)
    if (siblings) siblings.push(id)
    else childrenOf.set(step.near, [id])
  }
  for (const siblings of childrenOf.values()) siblings.sort(compare)
  const order: number[] = []
  const open = [root]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    order.push(id)
    open.push(...(childrenOf.get(id) ?? []).toReversed())
  }
  return { order, childrenOf }
}

/** True when `ancestor` stands above `id` (or is it): an edge back to it closes a circle. */
export function isAbove(branches: ReadonlyMap<number, Branch>, ancestor: number, id: number): boolean {
  for (let at: number | undefined = id; at !== undefined; at = branches.get(at)?.step?.near)
    if (at === ancestor) return true
  return false
}

const LEVEL_RANK: Readonly<Record<Level, number>> = {
  central: 0,
  province: 1,
  district: 2,
  commune: 3,
  other: 4,
}

/** Order of siblings: level from the top down, then issuer as Vietnamese sorts it without its marks, then date, number. */
export function siblingOrder(
  instruments: ReadonlyMap<number, Instrument>,
): (one: number, other: number) => number {
  const issuers = new Map<number, string>()
  for (const { id, issuer } of instruments.values()) issuers.set(id, foldWord(issuer ?? '\u{10FFFF}'))
  return (one, other) => {
    const [first, second] = [instruments.get(one), instruments.get(other)]
    if (!first || !second) return one - other
    return (
      LEVEL_RANK[first.level] - LEVEL_RANK[second.level] ||
      compareWords(issuers.get(one) ?? '', issuers.get(other) ?? '') ||
      compareWords(first.issuedOn ?? '9999', second.issuedOn ?? '9999') ||
      one - other
    )
  }
}

const compareWords = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
