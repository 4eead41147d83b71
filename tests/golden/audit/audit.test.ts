/** Holds the audit to drafts written by hand: every citation found, its state and its problems, and no problem besides. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTemporaryLibrary, type TemporaryLibrary } from '../../electron/library/temporaryLibrary.ts'
import { DRAFTS, PAPERS } from './papers.ts'

const folder = mkdtempSync(join(tmpdir(), 'chi-do-audit-'))
const formats = fileURLToPath(new URL('../formats', import.meta.url))

let library: TemporaryLibrary
beforeAll(async () => {
  const papers = join(folder, 'papers')
  mkdirSync(papers)
  for (const [name, text] of Object.entries(PAPERS)) writeFileSync(join(papers, name), text)
  library = await openTemporaryLibrary()
  const items = await library.import(papers)
  expect(items.map(({ state }) => state)).toEqual(items.map(() => 'imported'))
}, 120_000)
afterAll(async () => {
  await library.dispose()
  rmSync(folder, { recursive: true, force: true })
})

const audit = async (path: string) => {
  const { items } = await library.call('audit.file', { path })
  return items.map(({ citation, state, problems }) => [citation.raw, [state, ...problems]])
}

describe('the audit of a draft', () => {
  it.each(DRAFTS.map((draft) => [draft.what, draft] as const))(
    'with %s',
    async (_, { text, findings }) => {
      const path = join(folder, 'draft.txt')
      writeFileSync(path, text)
      expect(await audit(path)).toEqual(findings)
    },
    60_000,
  )

  it('finds the same in Word and in PDF', async () => {
    const word = await audit(join(formats, 's001.docx'))
    expect(word.length).toBeGreaterThan(3)
    expect(await audit(join(formats, 's001.pdf'))).toEqual(word)
  }, 60_000)
})
