/** Names under the signs of one frame: the first stays, one over it is left out, a marked one is always drawn. */
import { expect, it } from 'vitest'
import { createNameRoom } from '../../../renderer/features/graph/nameRoom.ts'

const at = (left: number, top: number) => ({ left, right: left + 80, top, bottom: top + 14 })

it('gives a place to one name, unless another is marked, and clears it for the next frame', () => {
  const room = createNameRoom()
  expect(room.take(at(0, 0), false)).toBe(true)
  expect(room.take(at(79, 13), false)).toBe(false)
  expect(room.take(at(80, 0), false)).toBe(true)
  expect(room.take(at(0, 14), false)).toBe(true)
  expect(room.take(at(10, 0), true)).toBe(true)
  expect(room.take(at(82, 0), false)).toBe(false)
  room.clear()
  expect(room.take(at(79, 13), false)).toBe(true)
})
