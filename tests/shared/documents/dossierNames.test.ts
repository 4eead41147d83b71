/** Names of dossiers: tidied the same whoever writes them, nested by strokes, in Vietnamese order. */
import { describe, expect, it } from 'vitest'
import { compareDossiers, dossierName, dossiersAbove } from '../../../shared/documents/dossierNames.ts'

describe('names of dossiers', () => {
  it.each([
    ['Dân vận', 'Dân vận'],
    ['  Dân   vận / 2023 ', 'Dân vận/2023'],
    ['Dân vận\\2023\\', 'Dân vận/2023'],
    ['//a///b', 'a/b'],
    ['Kế hoạch'.normalize('NFD'), 'Kế hoạch'],
    ['a\tb\u0000c', 'a b c'],
    ['a\u200bb\u202e', 'ab'],
    ['../../a/./b', 'a/b'],
    ['...', '...'],
    ['', ''],
    [' / ', ''],
    ['\u200b', ''],
    ['đ'.repeat(130), 'đ'.repeat(120)],
    ['😀'.repeat(130), '😀'.repeat(120)],
    [Array.from({ length: 20 }, (_, at) => at).join('/'), '0/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15'],
  ])('%j → %j', (given, name) => {
    expect(dossierName(given)).toBe(name)
    expect(dossierName(name)).toBe(name)
  })

  it.each([
    ['a', []],
    ['a/b', ['a']],
    ['a/b/c', ['a', 'a/b']],
  ])('%s lies in %j', (name, above) => expect(dossiersAbove(name)).toEqual(above))

  it('come in Vietnamese order, each before those in it', () => {
    const order = ['An', 'Ăn', 'Đợt 2', 'Đợt 2/a', 'Đợt 2/b/c', 'Đợt 2 bổ sung', 'Đợt 10', 'Em']
    expect([...order].reverse().sort(compareDossiers)).toEqual(order)
    expect(compareDossiers('a/b', 'a/b')).toBe(0)
  })
})
