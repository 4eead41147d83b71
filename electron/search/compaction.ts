/** A budget of time comes in; small segments are merged, dead documents swept, and cleared rows removed, step by step. */
import type { WriteHandle } from '../db/handles.ts'
import { statement } from '../db/statements.ts'
import { readLiveDocuments } from './chunks.ts'
import { ByteReader, ByteWriter, skipOccurrence } from './postings.ts'
import { createSegment, listSegments, type Segment } from './segments.ts'
import { noteSegmentChange } from './state.ts'

/** This many neighbours of one size become one of the next. */
const MERGE_WIDTH = 8
/** A segment with more dead documents than this share is written anew without them. */
const MOST_DEAD_SHARE = 0.25
/** Rows a step copies or clears: a few milliseconds, so that a waiting import is never held up for long. */
const ROWS_A_STEP = 500
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
  const { changes } = statement(
    db,
    `DELETE FROM search_postings WHERE segment_id = ? AND term_id IN
       (SELECT term_id FROM search_postings WHERE segment_id = ? ORDER BY term_id LIMIT ${ROWS_A_STEP * 4})`,
  ).run(segmentId, segmentId)
  if (changes === 0) statement(db, 'DELETE FROM search_segments WHERE segment_id = ?').run(segmentId)
}

const levelOf = (documents: number): number =>
  Math.max(0, Math.floor(Math.log(documents / 192) / Math.log(MERGE_WIDTH)))

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
  const select = statement<[number, number, number], PostingRow>(
    db,
    `SELECT term_id AS termId, postings FROM search_postings
     WHERE segment_id = ? AND term_id > ? ORDER BY term_id LIMIT ?`,
  )
  const read = sources.map((source) => select.all(source, target.mergedThrough, ROWS_A_STEP))
  // Terms beyond the shortest full page may still have rows unread in another source.
  const through = Math.min(
    ...read.map((rows) => (rows.length < ROWS_A_STEP ? Number.MAX_SAFE_INTEGER : (rows.at(-1)?.termId ?? 0))),
  )
  const merged = new Map<number, Uint8Array[]>()
  for (const rows of read) {
    for (const { termId, postings } of rows) {
      if (termId > through) break
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
  const insert = statement(db, 'INSERT INTO search_postings VALUES (?, ?, ?, ?)')
  const termIds = [...merged.keys()].sort((one, other) => one - other)
  for (const termId of termIds) {
    const { count, bytes } = joinBlocks(merged.get(termId) ?? [], alive, target.firstOrdinal)
    if (count > 0) insert.run(target.segmentId, termId, count, bytes)
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

/** Joins the blocks of one term (ascending ordinals), leaving out documents that died. */
function joinBlocks(
  blocks: readonly Uint8Array[],
  alive: Uint32Array,
  firstOrdinal: number,
): { readonly count: number; readonly bytes: Uint8Array } {
  const writer = new ByteWriter(blocks.reduce((sum, block) => sum + block.length, 8))
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
  return { count, bytes: writer.take() }
}
