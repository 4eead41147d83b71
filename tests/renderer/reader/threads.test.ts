/** Citations and short mentions drawn as one row of threads that never overlap. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { threadsOf } from '../../../renderer/features/reader/threads.ts'
import type { StoredCitation } from '../../../shared/contract/views.ts'

/** Only place and id matter here. */
const citation = (id: number, start: number, end: number) => ({ id, start, end }) as StoredCitation
const drawn = (...given: Parameters<typeof threadsOf>) =>
  threadsOf(...given).map(({ start, end, citation: { id }, isMention }) => [start, end, id, isMention])

describe('threadsOf', () => {
  const citations = [citation(1, 10, 20), citation(2, 40, 50)]
  it.each([
    [
      'a mention between',
      [{ start: 25, end: 30, citationId: 1 }],
      [
        [10, 20, 1, false],
        [25, 30, 1, true],
        [40, 50, 2, false],
      ],
    ],
    [
      'one inside a citation',
      [{ start: 12, end: 15, citationId: 2 }],
      [
        [10, 20, 1, false],
        [40, 50, 2, false],
      ],
    ],
    [
      'one that runs into a citation',
      [{ start: 35, end: 45, citationId: 1 }],
      [
        [10, 20, 1, false],
        [40, 50, 2, false],
      ],
    ],
    [
      'one of an unknown citation',
      [{ start: 25, end: 30, citationId: 9 }],
      [
        [10, 20, 1, false],
        [40, 50, 2, false],
      ],
    ],
    [
      'one that touches',
      [{ start: 20, end: 40, citationId: 2 }],
      [
        [10, 20, 1, false],
        [20, 40, 2, true],
        [40, 50, 2, false],
      ],
    ],
  ])('%s', (_, mentions, expected) => expect(drawn(citations, mentions)).toEqual(expected))

  it('never lets threads overlap, and never drops a citation', () => {
    const places = fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 9 })), { maxLength: 30 })
    fc.assert(
      fc.property(places, (found) => {
        const mentions = found.map(([start, length]) => ({ start, end: start + length, citationId: 1 }))
        const threads = threadsOf(citations, mentions)
        expect(threads.filter(({ isMention }) => !isMention)).toHaveLength(2)
        for (const [at, { start }] of threads.slice(1).entries())
          expect(start).toBeGreaterThanOrEqual(threads[at]?.end ?? 0)
      }),
    )
  })
})
