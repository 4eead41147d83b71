/** All facts of one family in, its instruments and where each fact belongs out; the order of the facts never matters. */
import {
  type Cluster,
  clusterByDate,
  clusterByYear,
  countsByKind,
  emptyCluster,
  type TermOf,
} from './clusters.ts'
import { answersTo, compare, describeInstrument } from './describe.ts'
import type { Assignment, FamilyFact, ResolutionReason, ResolvedFamily } from './facts.ts'
import { isFullScope, scopesFit } from './scope.ts'
import { titleLikeness } from './titles.ts'

/** Two titles at least this alike name one act, when no other candidate comes near. */
const SAME_TITLE = 0.7

/** What a rule says of a fact: the one cluster it belongs to, or the several it could. */
interface Verdict {
  readonly reason: ResolutionReason
  readonly clusters: readonly Cluster[]
}

/**
 * Resolves a family. Dated facts make the clusters; then facts that only name a term, then undated ones, are tied to
 * them by the first rule that leaves exactly one cluster. What no rule decides stays ambiguous with its candidates.
 */
export function resolveFamily(facts: readonly FamilyFact[], termOf: TermOf): ResolvedFamily {
  const ordered = [...facts].sort(
    (one, other) =>
      compare(one.sha256, other.sha256) || one.ordinal - other.ordinal || compare(one.ref, other.ref),
  )
  const clusters: Cluster[] = []
  const verdicts = new Map<FamilyFact, Verdict>()
  const settle = (fact: FamilyFact, cluster: Cluster, reason: ResolutionReason): void => {
    if (!cluster.facts.includes(fact)) cluster.facts.push(fact)
    verdicts.set(fact, { reason, clusters: [cluster] })
  }

  settleAnchors(ordered, clusters, verdicts, termOf)
  const rest = ordered.filter((fact) => !verdicts.has(fact))
  for (const fact of rest.filter((candidate) => candidate.term !== null && candidate.date === null)) {
    const fitting = clusters.filter(
      (cluster) => scopesFit(cluster.scope, fact.scope) && cluster.term === fact.term,
    )
    const [only] = fitting
    if (only && fitting.length === 1) settle(fact, only, 'term')
    else if (fitting.length > 1) verdicts.set(fact, { reason: 'several_candidates', clusters: fitting })
    else settle(fact, addCluster(clusters, emptyCluster(fact.scope, null, null, fact.term)), 'term')
  }

  // Undated facts look only at what is settled by now, so none of them can pull another along.
  const settled = new Map(verdicts)
  const anchors = [...clusters]
  for (const fact of ordered.filter((candidate) => !settled.has(candidate))) {
    const verdict = judgeUndated(fact, anchors, settled)
    const [only] = verdict.clusters
    if (only && verdict.clusters.length === 1) settle(fact, only, verdict.reason)
    else if (verdict.clusters.length > 1) verdicts.set(fact, verdict)
    else settle(fact, undatedCluster(clusters, anchors, fact), fact.year === null ? 'no_date' : 'year')
  }
  return describeFamily(ordered, clusters, verdicts)
}

/** Settles facts that carry a year or a date: scopes that are fully known first, then those that fit only one of them. */
function settleAnchors(
  facts: readonly FamilyFact[],
  clusters: Cluster[],
  verdicts: Map<FamilyFact, Verdict>,
  termOf: TermOf,
): void {
  const hasYear = facts.some((fact) => fact.year !== null)
  const anchoring = facts.filter((fact) => (hasYear ? !isKindMissing(fact) : fact.date !== null))
  const full = anchoring.filter((fact) => isFullScope(fact.scope))
  const partial = anchoring.filter((fact) => !isFullScope(fact.scope))
  const reason = hasYear ? 'year' : 'date'
  const build = (some: readonly FamilyFact[]): Cluster[] =>
    hasYear ? clusterByYear(some) : groupByScope(some).flatMap((group) => clusterByDate(group, termOf))
  const keep = (made: readonly Cluster[]): void => {
    for (const cluster of made) {
      clusters.push(cluster)
      for (const fact of cluster.facts) verdicts.set(fact, { reason, clusters: [cluster] })
    }
  }
  keep(build(full))
  const homeless: FamilyFact[] = []
  const known = [...clusters]
  for (const fact of partial) {
    const fitting = known.filter(
      (cluster) =>
        scopesFit(cluster.scope, fact.scope) &&
        (hasYear || (fact.date !== null && cluster.dates.has(fact.date))),
    )
    const [only] = fitting
    if (only && fitting.length === 1) {
      only.facts.push(fact)
      verdicts.set(fact, { reason, clusters: [only] })
    } else if (fitting.length > 1) verdicts.set(fact, { reason: 'no_scope', clusters: fitting })
    else homeless.push(fact)
  }
  keep(build(homeless))
}

/** The rules for a citation without a date, in the order of their strength. */
function judgeUndated(
  fact: FamilyFact,
  anchors: readonly Cluster[],
  settled: ReadonlyMap<FamilyFact, Verdict>,
): Verdict {
  const fitting = anchors.filter((cluster) => scopesFit(cluster.scope, fact.scope))
  const alive = fitting.filter((cluster) => existedBy(cluster, fact.citingDate))
  const among = (test: (witness: FamilyFact) => boolean): Cluster[] => {
    const found = new Set<Cluster>()
    for (const [witness, verdict] of settled) {
      const [cluster] = verdict.clusters
      if (verdict.clusters.length === 1 && cluster && alive.includes(cluster) && test(witness))
        found.add(cluster)
    }
    return [...found]
  }
  const rules: readonly [ResolutionReason, () => readonly Cluster[]][] = [
    ['same_document', () => among((witness) => witness.sha256 === fact.sha256 && !witness.isHeld)],
    ['same_parent', () => (fact.parent === null ? [] : among((witness) => witness.parent === fact.parent))],
    [
      'review_years',
      () => alive.filter((cluster) => fact.expectedYear !== null && isFrom(cluster, fact.expectedYear)),
    ],
    ['title', () => alive.filter((cluster) => sharesTitle(cluster, fact.title))],
    ['only_candidate', () => alive],
  ]
  for (const [reason, rule] of rules) {
    const found = rule()
    if (found.length === 1) return { reason, clusters: found }
  }
  return { reason: 'several_candidates', clusters: alive }
}

/** Undated citations no dated act explains share one node a scope: known to be cited, not known from when. */
function undatedCluster(clusters: Cluster[], anchors: readonly Cluster[], fact: FamilyFact): Cluster {
  const shared = clusters.find((cluster) => !anchors.includes(cluster) && cluster.scope === fact.scope)
  return shared ?? addCluster(clusters, emptyCluster(fact.scope, null, fact.year, null))
}

function describeFamily(
  facts: readonly FamilyFact[],
  clusters: readonly Cluster[],
  verdicts: ReadonlyMap<FamilyFact, Verdict>,
): ResolvedFamily {
  const described = clusters.flatMap((cluster) => {
    const instrument = describeInstrument(cluster)
    return instrument ? [{ cluster, instrument }] : []
  })
  const keyOf = new Map(described.map(({ cluster, instrument }) => [cluster, instrument.key]))
  const assignments = facts.map((fact): Assignment => {
    const verdict = verdicts.get(fact)
    const keys = (verdict?.clusters ?? []).flatMap((cluster) => keyOf.get(cluster) ?? []).sort(compare)
    const { decidedKey } = fact
    const chosen = decidedKey ? described.find(({ cluster }) => answersTo(cluster, decidedKey)) : undefined
    if (chosen)
      return {
        ref: fact.ref,
        key: chosen.instrument.key,
        resolution: 'decided',
        reason: 'decided',
        candidates: keys,
      }
    const [only] = keys
    if (keys.length === 1 && only) {
      const reason = fact.isHeld ? 'held' : (verdict?.reason ?? 'date')
      return {
        ref: fact.ref,
        key: only,
        resolution: reason === 'no_date' ? 'undated' : 'resolved',
        reason,
        candidates: [],
      }
    }
    return {
      ref: fact.ref,
      key: null,
      resolution: 'ambiguous',
      reason: verdict?.reason ?? 'several_candidates',
      candidates: keys,
    }
  })
  const instruments = described
    .map(({ instrument }) => instrument)
    .sort((one, other) => compare(one.key, other.key))
  return { instruments, assignments: assignments.sort((one, other) => compare(one.ref, other.ref)) }
}

const isKindMissing = (fact: FamilyFact): boolean => countsByKind(fact.symbol) && fact.kind === null

const isFrom = (cluster: Cluster, year: number): boolean =>
  [...cluster.dates].some((date) => Math.abs(Number(date.slice(0, 4)) - year) <= 1)

const sharesTitle = (cluster: Cluster, title: string | null): boolean =>
  title !== null &&
  cluster.facts.some((fact) => fact.title !== null && titleLikeness(fact.title, title) >= SAME_TITLE)

const existedBy = (cluster: Cluster, citingDate: string | null): boolean =>
  citingDate === null || cluster.dates.size === 0 || [...cluster.dates].some((date) => date <= citingDate)

function groupByScope(facts: readonly FamilyFact[]): FamilyFact[][] {
  const groups = new Map<string, FamilyFact[]>()
  for (const fact of facts) groups.set(fact.scope ?? '', [...(groups.get(fact.scope ?? '') ?? []), fact])
  return [...groups.values()]
}

function addCluster(clusters: Cluster[], cluster: Cluster): Cluster {
  clusters.push(cluster)
  return cluster
}
