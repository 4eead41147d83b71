/** The golden texts of citations come in; a row of right readings per field goes out. */
import { readdir, readFile } from 'node:fs/promises'
import { z } from 'zod'
import { readCitations } from '../../../shared/citations/read.ts'
import type { Citation } from '../../../shared/contract/citation.ts'
import type { Vocabulary } from '../../../shared/documents/vocabulary.ts'
import { vocabulary } from '../vocabulary.ts'

/** One line of the accuracy table. */
export interface CitationRow {
  readonly field: string
  readonly right: number
  readonly total: number
  /** «case: read instead of expected», for a person to look at. */
  readonly misses: readonly string[]
}

const mention = z.object({
  /** Offset in the text; passages leave it out and are matched in order of place. */
  start: z.number().int().optional(),
  raw: z.string(),
  type: z.string().nullable(),
  date: z.string().nullable(),
  issuer: z.string().nullable(),
  issuerOptional: z.boolean().optional(),
  subject: z.string().nullable(),
  relation: z.string(),
  governedBy: z.number().int().nullable(),
  nestedRelation: z.string().nullable(),
})
const goldFile = z.object({ file: z.string(), mentions: z.array(mention) })
const passageFile = z.object({
  passages: z.array(
    z.object({ name: z.string(), class: z.string(), text: z.string(), mentions: z.array(mention) }),
  ),
})
type Mention = z.infer<typeof mention>

/** A text and the citations a careful reader finds in it. */
export interface CitationCase {
  readonly name: string
  readonly text: string
  readonly mentions: readonly Mention[]
}

const HERE = new URL('./', import.meta.url)

/** Every golden case: whole documents (`*.gold.json` beside its `.txt`) and the short passages. */
export async function loadCases(): Promise<readonly CitationCase[]> {
  const names = (await readdir(HERE)).filter((name) => name.endsWith('.gold.json')).sort()
  const documents = await Promise.all(
    names.map(async (name) => {
      const gold = goldFile.parse(JSON.parse(await readFile(new URL(name, HERE), 'utf8')))
      const text = (await readFile(new URL(gold.file, HERE), 'utf8')).normalize('NFC')
      return { name: gold.file, text, mentions: gold.mentions }
    }),
  )
  const { passages } = passageFile.parse(JSON.parse(await readFile(new URL('passages.json', HERE), 'utf8')))
  return [...documents, ...passages]
}

/** Reads a case the way `chido scan` reads a text file without letterhead. */
export function readCase(each: CitationCase, vocabulary: Vocabulary): readonly Citation[] {
  const context = { vocabulary, pages: [], blocks: [], ownNumber: null, document: null }
  return readCitations(each.text, context).citations
}

/** Words compared as the project's scorer does: marks, quotes, case and runs of spaces do not count. */
export function squash(words: string | null): string {
  const bare = (words ?? '').normalize('NFC').replace(/[*_“”"']/g, '')
  return bare.replace(/\s+/g, ' ').trim().toLowerCase()
}

/** Only the first words of a title are compared: where a title ends is often a matter of taste. */
const TITLE_LETTERS = 30

interface Tally {
  right: number
  total: number
  misses: string[]
}

const FIELDS = ['mention', 'type', 'date', 'issuer', 'subject', 'relation', 'nested'] as const

/**
 * Accuracy over all cases. For `mention` and `nested`, `total` counts what is expected and what is found beyond it, so
 * that an extra costs as much as a miss.
 */
export async function scoreCitations(): Promise<readonly CitationRow[]> {
  const tallies = new Map<string, Tally>(FIELDS.map((field) => [field, { right: 0, total: 0, misses: [] }]))
  const count = (field: (typeof FIELDS)[number], isRight: boolean, miss: () => string): void => {
    const tally = tallies.get(field)
    if (tally === undefined) return
    tally.total++
    if (isRight) tally.right++
    else tally.misses.push(miss())
  }
  for (const each of await loadCases()) {
    const found = readCase(each, vocabulary)
    const matches = matchInOrder(each.mentions, found)
    for (const [index, gold] of each.mentions.entries()) {
      const at = matches[index] ?? -1
      const read = found[at]
      count('mention', read !== undefined, () => `${each.name}: missed ${gold.raw}`)
      if (read === undefined) continue
      const differ = (field: string, got: string | null, wanted: string | null) => () =>
        `${each.name} ${gold.raw} ${field}: ${got} instead of ${wanted}`
      count('type', squash(read.type) === squash(gold.type), differ('type', read.type, gold.type))
      count('date', read.date === gold.date, differ('date', read.date, gold.date))
      if (gold.issuerOptional !== true) {
        count(
          'issuer',
          squash(read.issuer) === squash(gold.issuer),
          differ('issuer', read.issuer, gold.issuer),
        )
      }
      const isSameTitle =
        squash(read.subject).slice(0, TITLE_LETTERS) === squash(gold.subject).slice(0, TITLE_LETTERS)
      count(
        'subject',
        isSameTitle || startsAlike(read.subject, gold.subject),
        differ('subject', read.subject, gold.subject),
      )
      count('relation', read.relation === gold.relation, differ('relation', read.relation, gold.relation))
      const outer = gold.governedBy === null ? null : (matches[gold.governedBy] ?? -1)
      if (outer === null && read.governedBy === null) continue
      const isNested = read.governedBy === outer && read.nestedRelation === gold.nestedRelation
      count(
        'nested',
        isNested,
        differ(
          'nested',
          `${read.governedBy} ${read.nestedRelation}`,
          `${gold.governedBy} ${gold.nestedRelation}`,
        ),
      )
    }
    for (const [index, extra] of found.entries()) {
      if (!matches.includes(index)) count('mention', false, () => `${each.name}: extra ${extra.raw}`)
    }
  }
  return FIELDS.map((field) => {
    const tally = tallies.get(field) ?? { right: 0, total: 0, misses: [] }
    return { field, ...tally }
  })
}

/** A gold title may be given by its first words only. */
function startsAlike(read: string | null, gold: string | null): boolean {
  const wanted = squash(gold)
  return wanted.length >= 12 && squash(read).startsWith(wanted)
}

/** For each gold mention the index of the reading that is it, or -1. */
function matchInOrder(gold: readonly Mention[], found: readonly Citation[]): readonly number[] {
  const taken = new Set<number>()
  let from = 0
  return gold.map((mentioned) => {
    const index = found.findIndex(
      (citation, at) =>
        !taken.has(at) &&
        squash(citation.raw) === squash(mentioned.raw) &&
        (mentioned.start === undefined ? at >= from : Math.abs(citation.start - mentioned.start) <= 2),
    )
    if (index >= 0) {
      taken.add(index)
      from = index + 1
    }
    return index
  })
}
