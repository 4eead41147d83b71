/** A budget of time comes in; small segments are merged, dead documents swept, and cleared rows removed, step by step. */
import type { WriteHandle } from '../db/handles.ts'
import { statement } from '../db/statements.ts'
import { readLiveDocuments } from './chunks.ts'
import { ByteReader, ByteWriter, skipOccurrence } from './postings.ts'
import {
  BATCH_DOCUMENTS,
  createSegment,
  INSERT_POSTINGS,
  listSegments,
  placeOf,
  type Segment,
  TERM_OF_PLACE,
} from './segments.ts'
import { noteSegmentChange } from './state.ts'

/** This many neighbours of one size become one of the next. */
const MERGE_WIDTH = 8
/** A segment with more dead documents than this share is written anew without them. */
const MOST_DEAD_SHARE = 0.25
/** What a step copies or clears: a few milliseconds' worth, so that a waiting import is never held up for long. */
const ROWS_A_STEP = 500
const BYTES_A_STEP = 1_000_000
/** Above every term number. */
const NO_MORE = 0x7fffffff
const SET_STATE = 'UPDATE search_segments SET state = ? WHERE segment_id = ?'

/**
 * Works until nothing is left to do or `budgetMs` is used up; each step is a transaction of its own (a savepoint inside
 * the caller's). Killed at any moment, the next call goes on where the last step ended. Returns true when all is done.
 */
export function compact(
  db: WriteHandle,
  budgetMs: number,
  now: () => number = () => performance.now(),
): boolean {
  const end = now() + budgetMs
  const step = db.transaction(() => takeStep(db))
  for (;;) {
    if (!step()) return true
    if (now() >= end) return false
  }
}

/** One step; false when there was nothing to do. */
function takeStep(db: WriteHandle): boolean {
  const segments = listSegments(db)
  const dead = segments.find(({ state }) => state === 'dead')
  if (dead) {
    clearRows(db, dead)
    return true
  }
  const building = segments.find(({ state, mergeSources }) => state === 'building' && mergeSources !== '')
  if (building) {
    copyRows(db, building)
    return true
  }
  return planMerge(
    db,
    segments.filter(({ state }) => state === 'live'),
  )
}

function clearRows(db: WriteHandle, { segmentId }: Segment): void {
  // A range, not a list of terms: one walk along the tree.
  const through = endOfStep(db, [segmentId], 0)
  statement(db, 'DELETE FROM search_postings WHERE place BETWEEN ? AND ?').run(
    placeOf(segmentId, 0),
    placeOf(segmentId, through),
  )
  if (through === NO_MORE) statement(db, 'DELETE FROM search_segments WHERE segment_id = ?').run(segmentId)
}

/**
 * The last term a step takes of these segments when it begins behind `after`; `NO_MORE` when it takes all that is left.
 * Rows alone would be no bound: the first five hundred terms of a large segment, those nearly every document has, are
 * most of it.
 */
function endOfStep(db: WriteHandle, segmentIds: readonly number[], after: number): number {
  const select = statement<[number, number], readonly [termId: number, bytes: number]>(
    db,
    `SELECT ${TERM_OF_PLACE}, length(postings) FROM search_postings
     WHERE place > ? AND place <= ? ORDER BY place LIMIT ${ROWS_A_STEP}`,
  ).raw()
  const bytesOf = new Map<number, number>()
  let end = NO_MORE
  for (const segmentId of segmentIds) {
    const rows = select.all(placeOf(segmentId, after), placeOf(segmentId, NO_MORE))
    // Terms beyond the shortest full page may still have rows unread in another segment.
    if (rows.length === ROWS_A_STEP) end = Math.min(end, rows.at(-1)?.[0] ?? NO_MORE)
    for (const [termId, bytes] of rows) bytesOf.set(termId, (bytesOf.get(termId) ?? 0) + bytes)
  }
  let sum = 0
  let previous = 0
  for (const termId of [...bytesOf.keys()].sort((one, other) => one - other)) {
    sum += bytesOf.get(termId) ?? 0
    if (previous > 0 && sum > BYTES_A_STEP) return Math.min(end, previous)
    previous = termId
  }
  return end
}

/** A full batch some of whose documents died is of the lowest level still, eight of them are of the next. */
const SMALLEST = BATCH_DOCUMENTS * 0.75

const levelOf = (documents: number): number =>
  Math.max(0, Math.floor(Math.log(documents / SMALLEST) / Math.log(MERGE_WIDTH)))

function planMerge(db: WriteHandle, live: readonly Segment[]): boolean {
  const sizes = live.map((segment) => ({ segment, alive: countAlive(db, segment) }))
  for (const { segment, alive } of sizes) {
    if (alive === 0) {
      statement(db, SET_STATE).run('dead', segment.segmentId)
      noteSegmentChange(db)
      return true
    }
    if (alive < segment.documentCount * (1 - MOST_DEAD_SHARE)) return startMerge(db, [segment], alive)
  }
  for (let last = MERGE_WIDTH - 1; last < sizes.length; last += 1) {
    const run = sizes.slice(last - MERGE_WIDTH + 1, last + 1)
    const level = levelOf(run[0]?.alive ?? 0)
    if (!run.every(({ alive }) => levelOf(alive) === level)) continue
    return startMerge(
      db,
      run.map(({ segment }) => segment),
      run.reduce((sum, { alive }) => sum + alive, 0),
    )
  }
  return false
}

function countAlive(db: WriteHandle, { firstOrdinal, lastOrdinal }: Segment): number {
  let alive = 0
  for (const document of readLiveDocuments(db, firstOrdinal, lastOrdinal)) if (document !== 0) alive += 1
  return alive
}

function startMerge(db: WriteHandle, sources: readonly Segment[], alive: number): true {
  const first = sources[0]
  const last = sources.at(-1)
  if (!first || !last) throw new Error('a merge needs a segment')
  const names = sources.map(({ segmentId }) => segmentId).join(',')
  createSegment(db, first.firstOrdinal, last.lastOrdinal, alive, 'building', names)
  return true
}

interface PostingRow {
  readonly termId: number
  readonly postings: Uint8Array
}

/** Copies the next terms of the sources into the target; when none is left, the target takes their place. */
function copyRows(db: WriteHandle, target: Segment): void {
  const sources = target.mergeSources.split(',').map(Number)
  const through = endOfStep(db, sources, target.mergedThrough)
  const select = statement<[number, number], PostingRow>(
    db,
    `SELECT ${TERM_OF_PLACE} AS termId, postings FROM search_postings
     WHERE place > ? AND place <= ? ORDER BY place`,
  )
  const merged = new Map<number, Uint8Array[]>()
  for (const source of sources) {
    const rows = select.all(placeOf(source, target.mergedThrough), placeOf(source, through))
    for (const { termId, postings } of rows) {
      const blocks = merged.get(termId)
      if (blocks) blocks.push(postings)
      else merged.set(termId, [postings])
    }
  }
  if (merged.size === 0) {
    finishMerge(db, target, sources)
    return
  }
  const alive = readLiveDocuments(db, target.firstOrdinal, target.lastOrdinal)
  const insert = statement(db, INSERT_POSTINGS)
  const writer = new ByteWriter(4096)
  const termIds = [...merged.keys()].sort((one, other) => one - other)
  for (const termId of termIds) {
    const count = joinBlocks(merged.get(termId) ?? [], alive, target.firstOrdinal, writer)
    if (count > 0) insert.run(placeOf(target.segmentId, termId), count, writer.take())
  }
  statement(db, 'UPDATE search_segments SET merged_through = ? WHERE segment_id = ?').run(
    termIds.at(-1) ?? target.mergedThrough,
    target.segmentId,
  )
}

function finishMerge(db: WriteHandle, target: Segment, sources: readonly number[]): void {
  const setState = statement(db, SET_STATE)
  for (const source of sources) setState.run('dead', source)
  setState.run('live', target.segmentId)
  noteSegmentChange(db)
}

/** Writes the blocks of one term (ascending ordinals) as one, without the documents that died; returns how many are left. */
function joinBlocks(
  blocks: readonly Uint8Array[],
  alive: Uint32Array,
  firstOrdinal: number,
  writer: ByteWriter,
): number {
  writer.clear()
  let previous = 0
  let count = 0
  for (const block of blocks) {
    const reader = new ByteReader(block)
    let ordinal = 0
    while (!reader.isAtEnd) {
      ordinal += reader.read()
      const from = reader.position
      skipOccurrence(reader)
      if (alive[ordinal - firstOrdinal] === 0) continue
      writer.write(ordinal - previous)
      writer.copy(block, from, reader.position)
      previous = ordinal
      count += 1
    }
  }
  return count
}
