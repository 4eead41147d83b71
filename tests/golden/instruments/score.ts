/** Papers that name the same numbers in; how many pairs of mentions were rightly joined or kept apart out. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { WriteHandle } from '../../../electron/db/handles.ts'
import { openForWriting } from '../../../electron/db/open.ts'
import { resolveAll } from '../../../electron/library/resolvePending.ts'
import { saveDocument } from '../../../electron/library/saveDocument.ts'
import { loadVocabulary } from '../../../electron/library/vocabulary.ts'
import { scanSource } from '../../../shared/documents/scan.ts'

const paperFile = z.object({
  papers: z.array(
    z.object({ name: z.string(), own: z.string(), acts: z.array(z.string()), text: z.string() }),
  ),
})

/** One line of the accuracy table. */
export interface MergeRow {
  readonly field: string
  readonly right: number
  readonly total: number
  readonly misses: readonly string[]
}

/** A mention with the act it means and the instrument it was resolved to; null when left open. */
interface Mention {
  readonly name: string
  readonly act: string
  readonly key: string | null
}

/** Imports the papers into a real library and compares every pair of mentions of one number. */
export async function scoreInstruments(): Promise<readonly MergeRow[]> {
  const mentions = resolvePapers()
  const open = mentions.filter(({ act }) => act.startsWith('?'))
  const known = mentions.filter(({ act }) => !act.startsWith('?'))
  const pairs = known.flatMap((one, index) => known.slice(index + 1).map((other) => [one, other] as const))
  const same = pairs.filter(([one, other]) => one.act === other.act)
  const apart = pairs.filter(([one, other]) => one.act !== other.act)
  const isJoined = ([one, other]: readonly [Mention, Mention]): boolean =>
    one.key !== null && one.key === other.key
  return [
    row('joined', same, isJoined),
    row('kept apart', apart, (pair) => !isJoined(pair)),
    {
      field: 'left open',
      right: open.filter(({ key }) => key === null).length,
      total: open.length,
      misses: open.filter(({ key }) => key !== null).map(({ name, key }) => `${name}: ${key}`),
    },
  ]
}

function row(
  field: string,
  pairs: readonly (readonly [Mention, Mention])[],
  isRight: (pair: readonly [Mention, Mention]) => boolean,
): MergeRow {
  const wrong = pairs.filter((pair) => !isRight(pair))
  return {
    field,
    right: pairs.length - wrong.length,
    total: pairs.length,
    misses: wrong.map(([one, other]) => `${one.name} (${one.key}) / ${other.name} (${other.key})`),
  }
}

function resolvePapers(): Mention[] {
  const root = mkdtempSync(join(tmpdir(), 'chi-do-golden-'))
  const opened = openForWriting(root, true)
  if (!opened.ok) throw new Error(opened.failure.code)
  try {
    return readMentions(opened.value)
  } finally {
    opened.value.close()
    rmSync(root, { recursive: true, force: true })
  }
}

function readMentions(db: WriteHandle): Mention[] {
  const vocabulary = loadVocabulary(join(import.meta.dirname, '../../../resources'))
  const raw: unknown = JSON.parse(readFileSync(join(import.meta.dirname, 'papers.json'), 'utf8'))
  const { papers } = paperFile.parse(raw)
  const saved = papers.map((paper) => {
    const { text } = paper
    const scan = scanSource(
      { text, pages: [{ start: 0, end: text.length }], blocks: [], warnings: [] },
      vocabulary,
    )
    const id = saveDocument(db, vocabulary, {
      sha256: paper.name,
      fileName: `${paper.name}.txt`,
      sourcePath: paper.name,
      format: 'txt',
      byteSize: text.length,
      importedAt: '2025-01-01T00:00:00Z',
      blocks: [],
      scan,
    })
    return { id, paper }
  })
  resolveAll(db, vocabulary)
  return saved.flatMap(({ id, paper }) => {
    const own = db
      .prepare<[number], string>(
        'SELECT key FROM instruments WHERE id = (SELECT instrument_id FROM documents WHERE id = ?)',
      )
      .pluck()
      .get(id)
    const cited = db
      .prepare<[number], { raw: string; key: string | null; resolution: string }>(
        `SELECT c.raw, i.key, c.resolution FROM citations c LEFT JOIN instruments i ON i.id = c.instrument_id
         WHERE c.document_id = ? ORDER BY c.ordinal`,
      )
      .all(id)
    if (cited.length !== paper.acts.length) throw new Error(`${paper.name}: ${cited.length} citations read`)
    return [
      { name: paper.name, act: paper.own, key: own ?? null },
      ...cited.map(({ raw: number, key, resolution }, index) => ({
        name: `${paper.name} ${number}`,
        act: paper.acts[index] ?? '',
        key: resolution === 'undated' ? null : key,
      })),
    ]
  })
}
