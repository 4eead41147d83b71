/** The stretch a place stands in, found by halving, must be the one found by walking. */
import { describe, expect, it } from 'vitest'
import { lastAtOrBelow } from '../../../shared/vietnamese/offsets.ts'

describe('the last offset at or below a place', () => {
  it.each([
    [[0], 0, 0],
    [[0], 9, 0],
    [[0, 5, 9], 4, 0],
    [[0, 5, 9], 5, 1],
    [[0, 5, 9], 8, 1],
    [[0, 5, 9], 9, 2],
    [[0, 5, 9], 100, 2],
    // Of equal offsets the last: nothing stands in a stretch without length.
    [[0, 5, 5, 9], 5, 2],
    // Before the first, and in a text without stretches, there is nothing to tell apart.
    [[3, 5], 1, 0],
    [[], 4, 0],
  ])('of %j and %i is %i', (sorted, value, index) => {
    expect(lastAtOrBelow(sorted, value)).toBe(index)
  })
})
