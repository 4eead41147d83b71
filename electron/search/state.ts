/** The one row that tells readers and writers of the index where it stands. */
import type { ReadHandle, WriteHandle } from '../db/handles.ts'
import { statement } from '../db/statements.ts'

/** Raised when terms or blobs change their meaning: an index of another format is rebuilt. */
export const INDEX_FORMAT = 1

/** @see readState */
export interface IndexState {
  readonly format: number
  /** Grows with every change. */
  readonly generation: number
  /** Grows when the set of live segments changes. */
  readonly segmentGeneration: number
  readonly nextOrdinal: number
}

/** Reads the row. */
export function readState(db: ReadHandle): IndexState {
  const row = statement<[], IndexState>(
    db,
    'SELECT format, generation, segment_generation AS segmentGeneration, next_ordinal AS nextOrdinal FROM search_state',
  ).get()
  if (!row) throw new Error('search_state has no row')
  return row
}

interface OwnChanges {
  generation: number
  epoch: number
}
const ownChanges = new WeakMap<WriteHandle, OwnChanges>()

/** Notes a change of documents; returns the new generation. */
export const noteChange = (db: WriteHandle): number => note(db, 0)

/** Notes that segments came or went. */
export const noteSegmentChange = (db: WriteHandle): number => note(db, 1)

function note(db: WriteHandle, segments: 0 | 1): number {
  const row = statement<[number], { generation: number }>(
    db,
    `UPDATE search_state SET generation = generation + 1, segment_generation = segment_generation + ?
       RETURNING generation`,
  ).get(segments)
  if (!row) throw new Error('search_state has no row')
  const own = ownChanges.get(db) ?? { generation: row.generation - 1, epoch: 0 }
  if (own.generation !== row.generation - 1) own.epoch += 1
  own.generation = row.generation
  ownChanges.set(db, own)
  return row.generation
}

/**
 * A number that stays the same as long as nothing this handle wrote was rolled back and nobody else wrote: what was
 * remembered under another number may name rows that no longer exist.
 */
export function writingEpoch(db: WriteHandle): number {
  const generation = readState(db).generation
  const own = ownChanges.get(db) ?? { generation, epoch: 0 }
  if (own.generation !== generation) {
    own.epoch += 1
    own.generation = generation
  }
  ownChanges.set(db, own)
  return own.epoch
}

/** Takes the next ordinal. */
export function takeOrdinal(db: WriteHandle): number {
  const row = statement<[], { taken: number }>(
    db,
    'UPDATE search_state SET next_ordinal = next_ordinal + 1 RETURNING next_ordinal - 1 AS taken',
  ).get()
  if (!row) throw new Error('search_state has no row')
  return row.taken
}

/** True when the index was written by another version of these rules and must be rebuilt from the texts. */
export function needsRebuild(db: ReadHandle): boolean {
  return readState(db).format !== INDEX_FORMAT
}
