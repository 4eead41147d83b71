/** Files of an import stand in the nearest archive or mail above them. */
import { expect, it } from 'vitest'
import { containerOf, containersAmong } from '../../../renderer/features/imports/containers.ts'

const item = (path: string, members: number | null) =>
  ({ path, members, state: 'imported', documentId: null, title: null, seconds: null, failure: null }) as const

const containers = containersAmong([
  item('D:\\Đến\\hồ sơ.zip', 2),
  item('D:\\Đến\\hồ sơ.zip/trong/thư.eml', 1),
  item('D:\\Đến\\rời.txt', null),
])

it.each([
  ['D:\\Đến\\hồ sơ.zip/một.txt', 'D:\\Đến\\hồ sơ.zip'],
  ['D:\\Đến\\hồ sơ.zip/trong/hai.txt', 'D:\\Đến\\hồ sơ.zip'],
  ['D:\\Đến\\hồ sơ.zip/trong/thư.eml', 'D:\\Đến\\hồ sơ.zip'],
  ['D:\\Đến\\hồ sơ.zip/trong/thư.eml/ba.txt', 'D:\\Đến\\hồ sơ.zip/trong/thư.eml'],
  ['D:\\Đến\\hồ sơ.zip', null],
  ['D:\\Đến\\hồ sơ.zip khác/một.txt', null],
  ['D:\\Đến\\rời.txt', null],
])('%s stands in %s', (path, expected) => {
  expect(containerOf(path, containers)).toBe(expected)
})
