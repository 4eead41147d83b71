/** Text converted from old encodings in a real library: shown as it was, read otherwise by choice, kept over re-import. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentDetail } from '../../../shared/contract/views.ts'
import { encodeLegacy } from '../../../shared/vietnamese/legacy/encodings.ts'
import { docxOf, latin1, MIXED, MIXED_TEXT } from '../ingest/legacyFiles.ts'
import { openTemporaryLibrary, type TemporaryLibrary } from './temporaryLibrary.ts'

let library: TemporaryLibrary

beforeAll(async () => {
  library = await openTemporaryLibrary()
})
afterAll(() => library.dispose())

async function importFile(
  name: string,
  bytes: Uint8Array,
): Promise<{ path: string; document: DocumentDetail }> {
  const folder = join(library.folder, 'nguồn')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return { path, document: await importAgain(path) }
}

async function importAgain(path: string): Promise<DocumentDetail> {
  const [item] = await library.import(path)
  return library.call('documents.get', { id: item?.documentId ?? 0 })
}

const piecesOf = ({ text, converted }: DocumentDetail) =>
  converted.map(({ start, end, choice }) => [choice, text.slice(start, end)])

describe('converted text', () => {
  it('is listed with what the file had there', async () => {
    const { document } = await importFile('hỗn hợp.docx', docxOf(MIXED))
    expect(piecesOf(document)).toEqual([
      ['tcvn3', 'Kế hoạch số 41-KH/BDVTU'],
      ['tcvn3', MIXED_TEXT[2]],
      ['vni', MIXED_TEXT[3]],
    ])
    expect(document.converted.map(({ original }) => original)).toEqual([
      MIXED[1]?.[1]?.[0],
      MIXED[2]?.[0]?.[0],
      MIXED[3]?.[0]?.[0],
    ])
    expect(document.citations.map(({ number }) => number)).toContain('41')
  })

  it('is left as the file had it by choice, over removal and re-import, and given back', async () => {
    const { path, document } = await importFile(
      'giữ nguyên.docx',
      docxOf([...MIXED, [['Lạng Sơn', 'Arial']]]),
    )
    const [piece] = document.converted
    const kept = await library.call('documents.recode', {
      id: document.id,
      starts: [piece?.start ?? -1],
      choice: 'original',
    })
    expect(piecesOf(kept)[0]).toEqual(['original', 'KÕ ho¹ch sè 41-KH/BDVTU'])
    expect(piecesOf(kept).slice(1)).toEqual(piecesOf(document).slice(1))
    expect(kept.text.endsWith('Lạng Sơn')).toBe(true)

    await library.call('documents.remove', { id: document.id })
    const again = await importAgain(path)
    expect(again.text).toBe(kept.text)
    expect(piecesOf(again)).toEqual(piecesOf(kept))

    const back = await library.call('documents.recode', {
      id: again.id,
      starts: [again.converted[0]?.start ?? -1],
      choice: 'tcvn3',
    })
    expect(back.text).toBe(document.text)
    expect(piecesOf(back)).toEqual(piecesOf(document))
    expect(back.citations.length).toBe(document.citations.length)
  })

  it('is read whole in another encoding, and one undo takes all of it back', async () => {
    const lines = ['Quyết định của Tỉnh ủy về công tác dân vận', 'Kế hoạch số 12-KH/TU của Huyện ủy']
    const { document } = await importFile('vni.txt', latin1(lines.map((line) => encodeLegacy(line, 'vni'))))
    expect(document.text).toBe(lines.join('\n'))
    const all = { id: document.id, starts: null }
    const kept = await library.call('documents.recode', { ...all, choice: 'original' })
    expect(kept.text).toBe(lines.map((line) => encodeLegacy(line, 'vni')).join('\n'))
    expect(kept.converted.every(({ choice }) => choice === 'original')).toBe(true)
    const other = await library.call('documents.recode', { ...all, choice: 'viscii' })
    expect(other.text).not.toBe(kept.text)
    const undone = await library.call('documents.undoTextCorrection', { id: document.id })
    expect(undone.text).toBe(kept.text)
    const first = await library.call('documents.undoTextCorrection', { id: document.id })
    expect(first.text).toBe(document.text)
    expect(first.textCorrections).toEqual([])
  })

  it('keeps its capitals when the font told of them', async () => {
    const { document } = await importFile('chữ hoa.docx', docxOf([MIXED[2] ?? [], [['Lạng Sơn 2', 'Arial']]]))
    const all = { id: document.id, starts: null }
    await library.call('documents.recode', { ...all, choice: 'original' })
    const back = await library.call('documents.recode', { ...all, choice: 'tcvn3' })
    expect(back.text).toBe(document.text)
  })

  it('stays a piece when a person rewrites a word of it, and is no longer doubtful', async () => {
    const { document } = await importFile('ngờ.docx', docxOf([[['các bác hát', '.VnTime']]]))
    expect(document.converted).toMatchObject([{ isDoubtful: true, choice: 'original' }])
    expect(document.warnings.map(({ code }) => code)).toContain('legacy_doubtful')
    const written = await library.call('documents.correctText', {
      id: document.id,
      start: 4,
      end: 7,
      replacement: 'bác sĩ',
    })
    expect(written.text).toBe('các bác sĩ hát')
    expect(written.converted).toMatchObject([{ start: 0, end: 14, isDoubtful: false, choice: null }])
    expect(written.warnings.map(({ code }) => code)).not.toContain('legacy_doubtful')
  })

  it('is refused where no piece begins', async () => {
    const { document } = await importFile('sạch.txt', Buffer.from('Nghị quyết số 9-NQ/TW'))
    expect(document.converted).toEqual([])
    const asked = { id: document.id, starts: [3], choice: 'original' }
    expect(await library.ask('documents.recode', asked)).toMatchObject({
      ok: false,
      failure: { code: 'not_found' },
    })
    expect(await library.ask('documents.recode', { ...asked, choice: 'utf-7' })).toMatchObject({ ok: false })
  })
})
