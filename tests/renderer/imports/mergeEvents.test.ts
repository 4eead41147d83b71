/** Import events: each job and file stands once, in its later state, and new ones join. */
import { describe, expect, it } from 'vitest'
import { mergeItems, mergeJob } from '../../../renderer/features/imports/mergeEvents.ts'
import type { ImportItem, ImportJob } from '../../../shared/contract/views.ts'

const job = (id: number, done: number): ImportJob => ({
  id,
  startedAt: '2024-01-01T00:00:00Z',
  finishedAt: null,
  state: 'running',
  total: 9,
  done,
  imported: done,
  duplicates: 0,
  opened: 0,
  unread: 0,
  failed: 0,
  current: null,
  pages: null,
})
const item = (path: string, state: ImportItem['state']): ImportItem => ({
  path,
  state,
  documentId: null,
  title: null,
  seconds: null,
  members: null,
  failure: null,
})

describe('mergeJob', () => {
  it('replaces a known job in its place and puts a new one first', () => {
    expect(mergeJob([job(2, 0), job(1, 9)], job(1, 10)).map(({ id, done }) => [id, done])).toEqual([
      [2, 0],
      [1, 10],
    ])
    expect(mergeJob([job(1, 9)], job(2, 0)).map(({ id }) => id)).toEqual([2, 1])
  })
})

describe('mergeItems', () => {
  it('keeps the order, takes the last state of a file, adds unknown files at the end', () => {
    const answer = { total: 5, items: [item('a', 'waiting'), item('b', 'waiting')] }
    const events = [item('b', 'reading'), item('c', 'reading'), item('b', 'imported')].map((each) => ({
      jobId: 1,
      item: each,
    }))
    const merged = mergeItems(answer, events)
    expect(merged.items.map(({ path, state }) => `${path} ${state}`)).toEqual([
      'a waiting',
      'b imported',
      'c reading',
    ])
    expect(merged.total).toBe(5)
    expect(answer.items.map(({ state }) => state)).toEqual(['waiting', 'waiting'])
  })
})
