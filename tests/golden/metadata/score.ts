/** The golden first pages and files come in; a row of right readings per metadata field goes out. */
import { readdir, readFile } from 'node:fs/promises'
import type { Format } from '../../../electron/ingest/reader.ts'
import { readers } from '../../../electron/ingest/readers/index.ts'
import { METADATA_FIELDS, type Metadata, type MetadataField } from '../../../shared/contract/document.ts'
import { readMetadata } from '../../../shared/documents/metadata.ts'
import type { SourceText } from '../../../shared/documents/sourceText.ts'
import { vocabulary } from '../vocabulary.ts'

/** One line of the accuracy table. */
export interface MetadataRow {
  readonly field: MetadataField
  readonly right: number
  readonly total: number
  /** «case: read instead of expected», for a person to look at. */
  readonly misses: readonly string[]
}

/** What a document should read as; fields left out are expected to be absent. */
type Expected = Partial<Omit<Metadata, 'confidence'>>

/** A text with what it should read as; `skipped` are fields its source does not vouch for. */
export interface MetadataCase {
  readonly name: string
  readonly source: SourceText
  readonly expected: Expected
  readonly skipped: readonly MetadataField[]
}

const HERE = new URL('./', import.meta.url)

/** All golden cases: synthetic first pages, the six laid-out files as DOCX and PDF, and the two sample texts. */
export async function loadCases(): Promise<readonly MetadataCase[]> {
  const groups = await Promise.all([firstPages(), layouts(), sampleTexts()])
  return groups.flat()
}

/** Per-field accuracy over all cases: a field is right when it equals the expected value, absence included. */
export async function scoreMetadata(): Promise<readonly MetadataRow[]> {
  const cases = await loadCases()
  const readings = cases.map((each) => ({ each, metadata: readMetadata(each.source, vocabulary).metadata }))
  return METADATA_FIELDS.map((field) => {
    const asked = readings.filter(({ each }) => !each.skipped.includes(field))
    const misses = asked.flatMap(({ each, metadata }) => {
      const expected = JSON.stringify(each.expected[field] ?? (field === 'recipients' ? [] : null))
      const read = JSON.stringify(metadata[field])
      return read === expected ? [] : [`${each.name}: ${read} instead of ${expected}`]
    })
    return { field, right: asked.length - misses.length, total: asked.length, misses }
  })
}

/** A text without any layout knowledge, as a `.txt` file gives it. */
export function plainSource(text: string): SourceText {
  return { text, pages: [{ start: 0, end: text.length }], blocks: [], warnings: [] }
}

async function firstPages(): Promise<readonly MetadataCase[]> {
  const json = await readFile(new URL('firstPages.json', HERE), 'utf8')
  const pages: readonly { name: string; lines: string[]; expected: Expected }[] = JSON.parse(json)
  return pages.map(({ name, lines, expected }) => ({
    name,
    source: plainSource(lines.join('\n')),
    expected,
    skipped: [],
  }))
}

async function layouts(): Promise<readonly MetadataCase[]> {
  const folder = new URL('layout/', HERE)
  const names = (await readdir(folder)).filter((name) => /\.(?:docx|pdf)$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const gold = await readFile(new URL(name.replace(/\.\w+$/, '.meta.json'), folder), 'utf8')
      const expected: Expected = JSON.parse(gold)
      return {
        name,
        source: await readFixture(new URL(name, folder)),
        expected,
        skipped: ['province'] as const,
      }
    }),
  )
}

async function readFixture(file: URL): Promise<SourceText> {
  const format: Format = file.pathname.endsWith('.pdf') ? 'pdf' : 'docx'
  const reader = readers[format]
  if (!reader) throw new Error(`no reader for ${format}`)
  const read = await reader(new Uint8Array(await readFile(file)), {})
  if (!read.ok) throw new Error(`${file.pathname}: ${read.failure.code}`)
  return read.value
}

/** Real plans whose files lost their letterheads; their gold names place and province only. */
const SAMPLES: readonly { readonly file: string; readonly expected: Expected }[] = [
  {
    file: 'ke-hoach-dan-van-kheo-chi-lang-2023',
    expected: {
      kind: 'Kế hoạch',
      issuer: 'Huyện ủy Chi Lăng',
      organ: 'Ban Thường vụ Huyện ủy Chi Lăng',
      place: 'Chi Lăng',
      title: 'Triển khai thực hiện Phong trào thi đua “Dân vận khéo” năm 2023',
      signer: 'Long Văn Nhân',
      signerTitle: 'T/M BAN THƯỜNG VỤ, PHÓ BÍ THƯ THƯỜNG TRỰC',
      province: 'Lạng Sơn',
    },
  },
  {
    file: 'ke-hoach-dan-van-lang-son-2024',
    expected: {
      kind: 'Kế hoạch',
      issuer: 'Tỉnh ủy Lạng Sơn',
      organ: 'Ban Thường vụ Tỉnh ủy Lạng Sơn',
      place: 'Lạng Sơn',
      title: 'Công tác dân vận năm 2024',
      signer: 'Hoàng Văn Nghiệm',
      signerTitle: 'T/M BAN THƯỜNG VỤ, PHÓ BÍ THƯ THƯỜNG TRỰC',
      province: 'Lạng Sơn',
    },
  },
]

async function sampleTexts(): Promise<readonly MetadataCase[]> {
  return Promise.all(
    SAMPLES.map(async ({ file, expected }) => {
      const text = await readFile(new URL(`samples/${file}.txt`, HERE), 'utf8')
      const source = plainSource(text.normalize('NFC').replace(/\r\n?/g, '\n'))
      return { name: file, source, expected, skipped: ['recipients'] as const }
    }),
  )
}
