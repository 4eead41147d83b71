/** A cluster of facts in, the instrument they describe out: key, date, title, issuer by majority, ties broken alike everywhere. */
import type { Cluster } from './clusters.ts'
import type { FamilyFact, ResolvedInstrument } from './facts.ts'
import { isLonely } from './family.ts'

/** Describes the instrument of a cluster. A held document speaks for itself; citations only fill what it leaves out. */
export function describeInstrument(cluster: Cluster): ResolvedInstrument | null {
  const held = cluster.facts
    .filter((fact) => fact.isHeld)
    .sort((one, other) => compare(one.sha256, other.sha256))[0]
  const witnesses = held ? [held] : cluster.facts
  const [sample] = [...cluster.facts].sort(
    (one, other) => compare(one.sha256, other.sha256) || one.ordinal - other.ordinal,
  )
  if (!sample) return null
  const pick = <T extends string>(read: (fact: FamilyFact) => T | null): T | null =>
    mostFrequent(witnesses.map(read)) ?? mostFrequent(cluster.facts.map(read))
  const issuedOn = held?.date ?? mostFrequent(cluster.facts.map((fact) => fact.date))
  return {
    key: instrumentKey(cluster, sample, issuedOn),
    system: pick((fact) => fact.system),
    kind: cluster.kind ?? pick((fact) => fact.kind),
    number: held?.number ?? sample.number,
    symbol: held?.symbol ?? sample.symbol,
    year: cluster.year,
    issuedOn,
    term: cluster.term,
    issuer: pick((fact) => fact.issuer),
    scope: cluster.scope,
    level: pick((fact) => fact.level) ?? 'other',
    title: pick((fact) => fact.title),
    heldRef: held?.ref ?? null,
    otherDates: [...cluster.dates].filter((date) => date !== issuedOn).sort(),
  }
}

/**
 * True when `key` names the act of this cluster, under the date it has now or any it was ever given: a person's
 * decision outlives a change of the majority date.
 */
export function answersTo(cluster: Cluster, key: string): boolean {
  const [sample] = cluster.facts
  if (!sample) return false
  return [null, ...cluster.dates].some((date) => instrumentKey(cluster, sample, date) === key)
}

/** Identity of an act: symbol, number, scope, and the year, date or term that tells it from its namesakes. */
function instrumentKey(cluster: Cluster, sample: FamilyFact, issuedOn: string | null): string {
  if (isLonely(sample.family)) return sample.family
  const when = cluster.year !== null ? null : (issuedOn ?? (cluster.term ? `khóa ${cluster.term}` : '?'))
  const parts = [sample.family, cluster.scope ?? '?', cluster.kind, when]
  return parts.filter((part) => part !== null).join('|')
}

function mostFrequent<T extends string>(values: readonly (T | null)[]): T | null {
  const counts = new Map<T, number>()
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
  const ranked = [...counts].sort((one, other) => other[1] - one[1] || compare(one[0], other[0]))
  return ranked[0]?.[0] ?? null
}

/** Order by code units: the same on every machine, unlike a locale's. */
export const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
