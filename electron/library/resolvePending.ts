/** Families marked as pending in, their instruments, resolutions and edges in the database out. */

import { performance } from 'node:perf_hooks'
import { partyTermOf } from '../../shared/documents/terms.ts'
import type { Vocabulary } from '../../shared/documents/vocabulary.ts'
import type { TermOf } from '../../shared/graph/clusters.ts'
import { resolveFamily } from '../../shared/graph/resolve.ts'
import { reviewedYear } from '../../shared/graph/reviewYears.ts'
import { readNewDeadlines } from '../db/deadlines.ts'
import {
  clearPending,
  countPending,
  deleteInstrument,
  parkKey,
  type RawFact,
  readFamily,
  readFamilyKeys,
  readPending,
  readPendingHeld,
  readPendingOf,
  readTouching,
  redrawEdges,
  refreshCounts,
  saveHeldInstrument,
  saveInstrument,
  saveResolution,
} from '../db/families.ts'
import { readForceTargets, refreshForce } from '../db/force.ts'
import type { WriteHandle } from '../db/handles.ts'
import { systemOf } from './place.ts'

/** Families resolved in one transaction: enough to share its cost … */
const LARGEST_BATCH = 40
/** … and so few that a request of the window never waits much longer than this: a well-known number has thousands of facts. */
const STEP_MS = 20

/** The numbering term of a date: congress terms for the Party (Hướng dẫn 36-HD/VPTW), the year for the State. */
export function termReader(vocabulary: Vocabulary): TermOf {
  return (fact, date) => {
    if (fact.system === 'state') return date.slice(0, 4)
    const province = fact.scope?.split('/')[0] ?? null
    return partyTermOf(date, fact.level, vocabulary.terms, province)?.term ?? date.slice(0, 4)
  }
}

/** More families than this wait only while an import runs, which resolves them in its own time. */
const BACKLOG = 400

/**
 * Resolves what a change of one document left pending. In the middle of an import only what concerns the document is
 * resolved at once: the person waits, and the import's own families may be thousands.
 */
export function resolvePending(db: WriteHandle, vocabulary: Vocabulary, documentId: number): void {
  if (countPending(db) > BACKLOG) resolveAtOnce(db, vocabulary, readPendingOf(db, documentId))
  else resolveAll(db, vocabulary)
}

/** Resolves everything that waits, however long it takes. */
export function resolveAll(db: WriteHandle, vocabulary: Vocabulary): void {
  for (const _ of resolveInSteps(db, vocabulary));
}

/** Gives every document that has none its instrument, so that it can be opened; what else waits goes on waiting. */
export function resolveHeld(db: WriteHandle, vocabulary: Vocabulary): void {
  for (const _ of resolveHeldInSteps(db, vocabulary));
}

/** The same a batch a step: forty documents may hold numbers that thousands cite. */
export function resolveHeldInSteps(db: WriteHandle, vocabulary: Vocabulary): Generator<void> {
  return resolveBatches(db, vocabulary, (limit) => readPendingHeld(db, limit))
}

function resolveAtOnce(db: WriteHandle, vocabulary: Vocabulary, families: readonly string[]): void {
  if (families.length > 0) db.transaction(() => resolveFamilies(db, families, termReader(vocabulary)))()
}

/** Resolves every pending family a batch a step, so that the caller can answer requests between the steps. */
export function* resolveInSteps(db: WriteHandle, vocabulary: Vocabulary): Generator<void> {
  let isChanged = false
  for (const _ of resolveBatches(db, vocabulary, (limit) => readPending(db, limit))) {
    isChanged = true
    yield
  }
  if (isChanged) yield* readNewDeadlines(db)
}

/** Resolves the families `read` gives until it gives none, a step each; so many at a time as a step's time allows. */
function* resolveBatches(
  db: WriteHandle,
  vocabulary: Vocabulary,
  read: (limit: number) => string[],
): Generator<void> {
  const termOf = termReader(vocabulary)
  let batch = LARGEST_BATCH / 4
  for (let families = read(batch); families.length > 0; families = read(batch)) {
    const startedAt = performance.now()
    db.transaction(() => resolveFamilies(db, families, termOf))()
    const took = performance.now() - startedAt
    if (took > STEP_MS) batch = Math.max(1, Math.floor(batch / 2))
    else if (took < STEP_MS / 2) batch = Math.min(LARGEST_BATCH, batch * 2)
    yield
  }
}

function resolveFamilies(db: WriteHandle, families: readonly string[], termOf: TermOf): void {
  const documents = new Set<number>()
  const instruments = new Set<number>()
  const abandoned: number[] = []
  for (const family of families) {
    abandoned.push(...resolveOne(db, family, termOf, documents, instruments))
    clearPending(db, family)
  }
  // An act gains or loses its force through papers of other families: their targets are judged again too.
  const judged = new Set(instruments)
  for (const id of documents) {
    for (const target of readForceTargets(db, id)) judged.add(target)
    redrawEdges(db, id)
    for (const target of readForceTargets(db, id)) judged.add(target)
  }
  for (const id of abandoned) {
    deleteInstrument(db, id)
    instruments.delete(id)
    judged.delete(id)
  }
  refreshCounts(db, instruments)
  refreshForce(db, judged)
}

/** Resolves one family; adds what it touched to the sets and returns instruments nothing names any more. */
function resolveOne(
  db: WriteHandle,
  family: string,
  termOf: TermOf,
  documents: Set<number>,
  instruments: Set<number>,
): number[] {
  const facts = readFamily(db, family)
  const byRef = new Map(facts.map((fact) => [fact.ref, fact]))
  const resolved = resolveFamily(
    facts.map((fact) => ({
      ...fact,
      system: systemOf(fact),
      expectedYear: fact.said && reviewedYear(fact.said.quote, fact.said.raw, fact.citingDate),
    })),
    termOf,
  )
  const stored = readFamilyKeys(db, family)
  const before = new Map([...stored].map(([key, { id }]) => [key, id]))
  const datesBefore = new Map([...stored.values()].map(({ id, issuedOn }) => [id, issuedOn]))
  const isAssignedTo = new Map<string, RawFact[]>()
  for (const { ref, key } of resolved.assignments) {
    const fact = byRef.get(ref)
    if (key && fact) isAssignedTo.set(key, [...(isAssignedTo.get(key) ?? []), fact])
  }
  const ids = continueIds(
    resolved.instruments.map(({ key }) => key),
    before,
    isAssignedTo,
  )
  for (const id of before.values()) parkKey(db, id)
  const idOfKey = new Map<string, number>()
  for (const instrument of resolved.instruments) {
    const held = instrument.heldRef === null ? null : (byRef.get(instrument.heldRef)?.documentId ?? null)
    const id = saveInstrument(db, family, instrument, held, ids.get(instrument.key) ?? null)
    idOfKey.set(instrument.key, id)
    instruments.add(id)
    // Whether an edge is possible hangs on both dates: a new date means drawing again all that touches it.
    if (datesBefore.get(id) !== instrument.issuedOn)
      for (const documentId of readTouching(db, id)) documents.add(documentId)
  }
  for (const { ref, key, resolution, reason, candidates } of resolved.assignments) {
    const fact = byRef.get(ref)
    if (!fact) continue
    const instrumentId = key === null ? null : (idOfKey.get(key) ?? null)
    const candidateIds = candidates.flatMap((candidate) => idOfKey.get(candidate) ?? [])
    // A held document is always a node: when its number fits several acts it stays with the first of them.
    const target = fact.citationId === null ? (instrumentId ?? candidateIds[0] ?? null) : instrumentId
    if (target !== fact.instrumentId) documents.add(fact.documentId)
    if (fact.citationId === null) {
      if (target !== null && target !== fact.instrumentId) saveHeldInstrument(db, fact.documentId, target)
    } else if (
      target !== fact.instrumentId ||
      fact.standing !== `${resolution}/${reason}` ||
      candidateIds.length > 0
    ) {
      saveResolution(db, {
        citationId: fact.citationId,
        instrumentId,
        resolution,
        reason,
        candidates: candidateIds,
      })
    }
  }
  const kept = new Set(idOfKey.values())
  return [...before.values()].filter((id) => !kept.has(id))
}

/**
 * Which row each instrument goes on living in. A key that stays keeps its row; an instrument whose key changed (a
 * date became known) takes over the row most of its facts were tied to, so that open pages and links stay right.
 */
function continueIds(
  keys: readonly string[],
  before: ReadonlyMap<string, number>,
  assigned: ReadonlyMap<string, readonly RawFact[]>,
): Map<string, number> {
  const ids = new Map<string, number>()
  for (const key of keys) {
    const id = before.get(key)
    if (id !== undefined) ids.set(key, id)
  }
  const free = new Set(before.values())
  for (const id of ids.values()) free.delete(id)
  for (const key of keys) {
    if (ids.has(key) || free.size === 0) continue
    const counts = new Map<number, number>()
    for (const { instrumentId } of assigned.get(key) ?? []) {
      if (instrumentId !== null && free.has(instrumentId))
        counts.set(instrumentId, (counts.get(instrumentId) ?? 0) + 1)
    }
    const [heir] = [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0])
    if (!heir) continue
    ids.set(key, heir[0])
    free.delete(heir[0])
  }
  return ids
}
