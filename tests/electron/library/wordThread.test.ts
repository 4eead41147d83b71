/** Holds the writing of Word documents to leaving the process free for others, and to answering as the writer does. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeInThread } from '../../../electron/library/export/wordThread.ts'
import { openTemporaryLibrary, samplesFolder, type TemporaryLibrary } from './temporaryLibrary.ts'

const folder = mkdtempSync(join(tmpdir(), 'chi-do-word-'))
const letter = { sender: 'A', recipient: 'B', place: 'C', signer: 'D', style: 'party' } as const
let library: TemporaryLibrary
beforeAll(async () => {
  library = await openTemporaryLibrary()
  await library.import(join(samplesFolder, '72-KH-HU-dan-van-kheo-chi-lang-2021.pdf'))
})
afterAll(async () => {
  await library.dispose()
  rmSync(folder, { recursive: true, force: true })
})

it('writes a long letter while others work', async () => {
  const [item] = (await library.call('missing.list', { limit: 1 })).items
  if (!item) throw new Error('the sample cites what the library does not hold')
  const items = Array.from({ length: 600 }, (_, at) => ({ ...item, title: `Trích yếu ${at}` }))
  const path = join(folder, 'dài.docx')
  const startedAt = performance.now()
  let last = startedAt
  let longest = 0
  const look = (): void => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }
  const looking = setInterval(look, 1)
  try {
    expect(await writeInThread({ writer: 'letter', given: [path, items, letter, '2026-01-31'] })).toEqual({
      ok: true,
      value: path,
    })
    look()
  } finally {
    clearInterval(looking)
  }
  // Written in this process, nearly all of the time would be one wait.
  expect(longest).toBeLessThan((last - startedAt) / 2)
  const body = strFromU8(unzipSync(readFileSync(path))['word/document.xml'] ?? new Uint8Array())
  expect(body.match(/Trích yếu \d+</g)).toHaveLength(600)
})

it('tells from the thread that a place cannot be written', async () => {
  const out = join(folder, 'không', 'có.docx')
  expect(await library.ask('export.missing', { format: 'docx', out, letter })).toMatchObject({
    failure: { code: 'target_unwritable', subject: out },
  })
})
