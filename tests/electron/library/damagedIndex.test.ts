/** A library whose search index is damaged opens all the same; the damage is told to whoever searches. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openForWriting } from '../../../electron/db/open.ts'
import { searchHandlers } from '../../../electron/library/handlers/search.ts'
import { loadAbbreviations, loadSynonyms, loadVocabulary } from '../../../electron/library/vocabulary.ts'
import { resourcesFolder } from './temporaryLibrary.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'damaged-index-'))
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true, force: true })
})

it('does not end the process when the index is read behind the opening', () => {
  const opened = openForWriting(folder, true)
  if (!opened.ok) throw new Error(opened.failure.code)
  const db = opened.value
  db.exec('DELETE FROM search_state')
  const handlers = searchHandlers({
    session: { folder, reader: db, writer: db, close: () => db.close() },
    vocabulary: loadVocabulary(resourcesFolder),
    abbreviations: loadAbbreviations(resourcesFolder),
    synonyms: loadSynonyms(resourcesFolder),
    emit: () => undefined,
  })
  expect(() => vi.advanceTimersByTime(5000)).not.toThrow()
  const request = { query: 'dân vận', filter: {}, sort: 'relevance', limit: 10, offset: 0 } as const
  expect(() => handlers['search.query'](request)).toThrow('search_state')
  db.close()
})
