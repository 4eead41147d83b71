/** Whole documents written before the reader was looked at come in (`blind/`); rows of right readings per field go out. */
import { readdir, readFile } from 'node:fs/promises'
import { z } from 'zod'
import { METADATA_FIELDS, type MetadataField } from '../../../shared/contract/document.ts'
import type { ScanResult } from '../../../shared/contract/scan.ts'
import { scanSource } from '../../../shared/documents/scan.ts'
import type { Vocabulary } from '../../../shared/documents/vocabulary.ts'
import { plainSource } from '../metadata/score.ts'
import { vocabulary } from '../vocabulary.ts'
import { type CitationRow, squash } from './score.ts'

/**
 * A gold citation, in the format of the two sample plans. `…Optional` marks a reading on which two careful people can
 * differ (an issuer only implied, «căn cứ X để làm Y» outside a preamble): found it must be, but that field is not
 * counted.
 */
const mention = z.object({
  start: z.number().int(),
  end: z.number().int(),
  raw: z.string(),
  type: z.string().nullable(),
  number: z.string(),
  symbol: z.string().nullable(),
  year: z.number().int().nullable(),
  date: z.string().nullable(),
  issuer: z.string().nullable(),
  subject: z.string().nullable(),
  relation: z.string(),
  governedBy: z.number().int().nullable(),
  nestedRelation: z.string().nullable(),
  typeOptional: z.boolean().optional(),
  dateOptional: z.boolean().optional(),
  issuerOptional: z.boolean().optional(),
  subjectOptional: z.boolean().optional(),
  relationOptional: z.boolean().optional(),
  nestedOptional: z.boolean().optional(),
})

/** Metadata the text states; fields left out are expected absent, those in `_skip` are not judged. */
const goldFile = z.object({
  file: z.string(),
  document: z.record(z.string(), z.unknown()).nullable(),
  mentions: z.array(mention),
})

export type BlindGold = z.infer<typeof goldFile>

/** A text, what a careful reader finds in it, and its name. */
export interface BlindCase {
  readonly name: string
  readonly text: string
  readonly gold: BlindGold
}

const FOLDER = new URL('./blind/', import.meta.url)

/** Every document of the folder with its gold. */
export async function loadBlindCases(): Promise<readonly BlindCase[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.gold.json')).sort()
  return Promise.all(
    names.map(async (name) => {
      const gold = goldFile.parse(JSON.parse(await readFile(new URL(name, FOLDER), 'utf8')))
      const text = await readFile(new URL(gold.file, FOLDER), 'utf8')
      return { name: gold.file.replace('.txt', ''), text: text.normalize('NFC'), gold }
    }),
  )
}

interface Tally {
  right: number
  total: number
  misses: string[]
}

const FIELDS = ['mention', 'type', 'number', 'date', 'issuer', 'subject', 'relation', 'nested'] as const
type Field = (typeof FIELDS)[number]

/** Only the first letters of a title are compared, as the project's scorer does. */
const TITLE_LETTERS = 30
/** A found number may stand this far (UTF-16 units) from the gold one. */
const SLACK = 2

class Tallies {
  private readonly rows = new Map<string, Tally>()

  count(field: string, isRight: boolean, miss: string): void {
    const row = this.rows.get(field) ?? { right: 0, total: 0, misses: [] }
    this.rows.set(field, row)
    row.total++
    if (isRight) row.right++
    else row.misses.push(miss)
  }

  row(field: string): CitationRow {
    return { field, ...(this.rows.get(field) ?? { right: 0, total: 0, misses: [] }) }
  }
}

/** Accuracy of the whole scan (`chido scan`) over the documents of the folder: citations, then metadata. */
export async function scoreBlind(): Promise<readonly CitationRow[]> {
  return scoreCases(await loadBlindCases(), vocabulary)
}

/** Accuracy over the given documents. */
export function scoreCases(cases: readonly BlindCase[], vocabulary: Vocabulary): readonly CitationRow[] {
  const tallies = new Tallies()
  for (const each of cases) scoreOne(each, vocabulary, tallies)
  return [...FIELDS, 'metadata'].map((field) => tallies.row(field))
}

function scoreOne(each: BlindCase, vocabulary: Vocabulary, tallies: Tallies): void {
  const scan = scanSource(plainSource(each.text), vocabulary)
  countCitations(each, scan, tallies)
  if (each.gold.document !== null) countMetadata(each.name, each.gold.document, scan, tallies)
}

function countCitations(each: BlindCase, scan: ScanResult, tallies: Tallies): void {
  const taken = new Set<number>()
  const matches = each.gold.mentions.map((gold) => {
    const index = scan.citations.findIndex(
      (found, at) =>
        !taken.has(at) &&
        Math.abs(found.start - gold.start) <= SLACK &&
        squash(found.raw) === squash(gold.raw),
    )
    if (index >= 0) taken.add(index)
    return index
  })
  for (const [index, gold] of each.gold.mentions.entries()) {
    const read = scan.citations[matches[index] ?? -1]
    const count = (field: Field, isRight: boolean, got: unknown, wanted: unknown): void =>
      tallies.count(
        field,
        isRight,
        `${each.name} ${gold.raw}@${gold.start} ${field}: ${got} instead of ${wanted}`,
      )
    count('mention', read !== undefined, 'missed', gold.raw)
    if (read === undefined) continue
    if (!gold.typeOptional) count('type', squash(read.type) === squash(gold.type), read.type, gold.type)
    const number = `${read.number} ${read.year ?? ''}`
    count('number', number === `${settled(gold.number)} ${gold.year ?? ''}`, number, gold.number)
    if (!gold.dateOptional) count('date', read.date === gold.date, read.date, gold.date)
    if (!gold.issuerOptional)
      count('issuer', squash(read.issuer) === squash(gold.issuer), read.issuer, gold.issuer)
    if (!gold.subjectOptional) {
      const [got, wanted] = [squash(read.subject), squash(gold.subject)]
      const isSame = got.slice(0, TITLE_LETTERS) === wanted.slice(0, TITLE_LETTERS)
      count('subject', isSame, read.subject, gold.subject)
    }
    if (!gold.relationOptional)
      count('relation', read.relation === gold.relation, read.relation, gold.relation)
    if (gold.nestedOptional) continue
    const outer = gold.governedBy === null ? null : (matches[gold.governedBy] ?? -1)
    if (outer === null && read.governedBy === null) continue
    const got = `${read.governedBy} ${read.nestedRelation}`
    count('nested', got === `${outer} ${gold.nestedRelation}`, got, `${outer} ${gold.nestedRelation}`)
  }
  for (const [index, extra] of scan.citations.entries()) {
    if (!taken.has(index)) tallies.count('mention', false, `${each.name} extra ${extra.raw}@${extra.start}`)
  }
}

/** A number written with letters for digits (77l, 2I3) is expected as the digits meant. */
function settled(number: string): string {
  return number.replace(/[lI]/g, '1').replace(/O/g, '0')
}

function countMetadata(
  name: string,
  gold: Record<string, unknown>,
  scan: ScanResult,
  tallies: Tallies,
): void {
  const skipped = Array.isArray(gold._skip) ? gold._skip : []
  for (const field of METADATA_FIELDS satisfies readonly MetadataField[]) {
    if (skipped.includes(field)) continue
    const wanted = JSON.stringify(gold[field] ?? (field === 'recipients' ? [] : null))
    const got = JSON.stringify(scan.document[field])
    tallies.count('metadata', got === wanted, `${name} ${field}: ${got} instead of ${wanted}`)
  }
}
