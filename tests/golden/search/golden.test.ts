/** Of everything a clerk may type to find a document he knows, nearly all brings it first and all on the first page. */
import { describe, expect, it } from 'vitest'
import { libraryOf } from '../../electron/search/library.ts'
import { knownItems, targetDocuments } from './knownItems.ts'
import { scoreTopics } from './topics.ts'
import { surroundings, wholeDocuments, wholeFormats } from './wholeTexts.ts'

/** Nothing is mistyped, forgotten or out of order. */
const UNHARMED = [
  'as written',
  'without marks',
  'half the marks',
  'marks at the beginning only',
  'decomposed',
  'capitals',
  'unfinished',
  'in quotes',
  'with its marks',
  'in quotes with its marks',
]

describe('known items among 2,000 made-up documents', () => {
  const library = libraryOf([...surroundings, ...targetDocuments, ...wholeDocuments])
  const placed = knownItems.map((item) => {
    const { hits } = library.search(item.query, { limit: 10 })
    return { ...item, place: hits.findIndex(({ documentId }) => documentId === item.documentId) + 1 }
  })
  const wholeIds = new Set(wholeDocuments.map(({ documentId }) => documentId))
  const made = placed.filter(({ documentId }) => !wholeIds.has(documentId))
  const remembered = placed.filter(({ documentId }) => wholeIds.has(documentId))
  const success = (items: readonly { readonly place: number }[], within: number): number =>
    items.filter(({ place }) => place > 0 && place <= within).length / items.length

  it('are asked for in at least 120 ways', () => {
    expect(made.length).toBeGreaterThanOrEqual(120)
    expect(remembered.length).toBeGreaterThanOrEqual(120)
  })

  it('come first in 95 of 100 searches, and on the first page in 99, when titles, subjects and numbers are asked for', () => {
    expect(success(made, 1)).toBeGreaterThanOrEqual(0.95)
    expect(success(made, 10)).toBeGreaterThanOrEqual(0.99)
  })

  // Stretches of whole texts, cut blindly, each with two neighbours that stand nowhere else.
  it('come first for a stretch of their text with nothing mistyped, forgotten or out of order', () => {
    const unharmed = remembered.filter(({ manner }) => UNHARMED.includes(manner))
    expect(success(unharmed, 1)).toBeGreaterThanOrEqual(0.99)
    expect(success(unharmed, 10)).toBeGreaterThanOrEqual(0.995)
  })

  it('come first in 95 of 100 and on the first page in 99, with mistyped, torn, forgotten and misplaced words counted in', () => {
    expect(success(remembered, 1)).toBeGreaterThanOrEqual(0.95)
    expect(success(remembered, 10)).toBeGreaterThanOrEqual(0.99)
  })

  it.each([
    ['a typing error', 0.97],
    ['a letter left out', 0.95],
    ['grown together', 0.97],
    ['torn apart', 0.95],
    ['badly scanned', 0.97],
    ['wrong marks', 0.97],
    ['a word forgotten', 0.9],
    ['the last word first', 0.85],
  ])('come first for stretches with %s in a share of %f at least', (manner, share) => {
    const harmed = remembered.filter((item) => item.manner === manner)
    expect(harmed.length).toBeGreaterThan(60)
    expect(success(harmed, 1)).toBeGreaterThanOrEqual(share)
  })

  it('are read from Word and PDF files among others', () => {
    expect(new Set(wholeFormats)).toEqual(new Set(['txt', 'docx', 'pdf']))
  })

  it.each(['in quotes', 'in quotes with its marks'])('come first whenever a stretch is put %s', (quoted) => {
    const items = remembered.filter(({ manner }) => manner === quoted)
    expect(items.length).toBeGreaterThan(60)
    expect(success(items, 1)).toBe(1)
  })
})

describe('topics', () => {
  it('are ranked at least as well as by FTS5 and plain lunr, with and without marks', () => {
    const [own, ...others] = scoreTopics()
    expect(own?.written).toBeGreaterThan(0.95)
    expect(own?.withoutMarks).toBeGreaterThan(0.95)
    for (const { written, withoutMarks } of others) {
      expect(own?.written).toBeGreaterThanOrEqual(written)
      expect(own?.withoutMarks).toBeGreaterThanOrEqual(withoutMarks)
    }
  }, 60_000)
})
