/** The same plan in two formats is proposed as versions of one document, never merged; a person's answer is remembered. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTemporaryLibrary, type TemporaryLibrary } from './temporaryLibrary.ts'

const formats = join(import.meta.dirname, '../../golden/formats')
let library: TemporaryLibrary
let ids: number[]

beforeAll(async () => {
  library = await openTemporaryLibrary()
  const items = await library.import(
    join(formats, 's003.docx'),
    join(formats, 's003.pdf'),
    join(formats, 's001.odt'),
  )
  ids = items.map(({ documentId }) => documentId ?? 0)
})
afterAll(() => library.dispose())

const proposals = async () =>
  (await library.call('review.list', { limit: 1000 })).items.filter(({ kind }) => kind === 'version')

describe('versions', () => {
  it('proposes the two formats of one plan, and not the other plan', async () => {
    const [word = 0, pdf = 0] = ids
    expect(await proposals()).toMatchObject([
      { documentId: Math.max(word, pdf), otherDocumentId: Math.min(word, pdf) },
    ])
    expect((await library.call('documents.get', { id: word })).versions).toMatchObject([
      { documentId: pdf, isDecided: null },
    ])
    expect((await library.call('documents.list', { limit: 10 })).total).toBe(3)
  })

  it('asks no more once a person answered, even after removal and re-import', async () => {
    const [word = 0, pdf = 0] = ids
    await library.call('review.decideVersion', { documentId: word, otherDocumentId: pdf, isVersion: false })
    expect(await proposals()).toEqual([])
    expect((await library.call('documents.get', { id: word })).versions).toEqual([])
    await library.call('documents.remove', { id: pdf })
    await library.import(join(formats, 's003.pdf'))
    expect(await proposals()).toEqual([])
  })

  it('warns of two different texts under one number and date', async () => {
    const header =
      'TỈNH ỦY LẠNG SƠN\n*\nSố 15-CT/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nLạng Sơn, ngày 05 tháng 5 năm 2023\n\nCHỈ THỊ\n'
    const one = join(library.folder, 'một.txt')
    const other = join(library.folder, 'hai.txt')
    writeFileSync(one, `${header}về công tác dân vận\n\nNội dung thứ nhất.`)
    writeFileSync(other, `${header}về công tác tôn giáo\n\nNội dung khác hẳn.`)
    const twins = (await library.import(one, other)).map(({ documentId }) => documentId)
    const { items } = await library.call('review.list', { limit: 1000 })
    const warned = items.filter(
      ({ kind, documentId }) => kind === 'same_number' && twins.includes(documentId),
    )
    expect(warned).toHaveLength(1)
    expect(twins).toContain(warned[0]?.otherDocumentId)
  })
})
