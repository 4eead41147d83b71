/** Citations and the cells of tables come in; a number alone in its cell takes date, kind, title and issuer from its row. */
import type { Citation } from '../contract/citation.ts'
import { readDateAt } from '../documents/dates.ts'
import { KIND_WORDS } from '../documents/kinds.ts'
import type { TextBlock } from '../documents/sourceText.ts'
import { normalise } from '../vietnamese/normalise.ts'
import type { ReadCitation } from './anomalies.ts'
import { closedBodyEnd } from './bodies.ts'

interface Cell {
  readonly block: TextBlock
  readonly words: string
  /** Index of the one citation that is all the cell says; null for any other cell. */
  readonly alone: number | null
  /** Indices of the citations inside. */
  readonly inside: readonly number[]
}

const NUMBER_HEAD = /^số(?:\/|,| và| hiệu| văn bản| vb| ký hiệu|$)/i // Số, ký hiệu
const TITLE_HEAD = /trích yếu|nội dung|tên (?:loại|văn bản|gọi)|về việc/i // Tên loại và trích yếu
const ISSUER_HEAD = /cơ quan|nơi ban hành|đơn vị ban hành|tác giả/i // Cơ quan ban hành
const KIND_FIRST = new RegExp(`^(${KIND_WORDS.join('|')})(?!\\p{L})[\\s:,-]*`, 'iu')
/** Shorter words are no title: «x», «Có», «Hỏa tốc». */
const TITLE_LETTERS = 12
/** What may stand in a cell beside the number itself: «Kế hoạch số …», «, ngày 03/6/2013». */
const FRAME = new RegExp(`^(?:${KIND_WORDS.join('|')})?\\s*(?:số\\s*:?)?[\\s,.;()/-]*$`, 'iu')

/** Completes the citations that stand alone in a cell. The order and the spans stay as they are. */
export function completeFromRows(
  read: readonly ReadCitation[],
  text: string,
  blocks: readonly TextBlock[],
): readonly ReadCitation[] {
  const tables = tablesOf(read, text, blocks)
  if (tables.length === 0) return read
  const completed = [...read]
  for (const rows of tables) {
    for (const row of rows) {
      const at = row.findIndex((cell) => cell.alone !== null)
      const own = row[at]
      if (own?.alone == null || row.filter((cell) => cell.alone !== null).length > 1) continue
      completeOne(completed, own.alone, row, rows[0] ?? [])
    }
  }
  return completed
}

/** Every table that holds a citation, as rows of cells in order of place. */
function tablesOf(
  read: readonly ReadCitation[],
  text: string,
  blocks: readonly TextBlock[],
): readonly (readonly (readonly Cell[])[])[] {
  const cells = blocks.filter((block) => block.kind === 'tableCell' && block.table !== undefined)
  if (cells.length === 0 || read.length === 0) return []
  const tables = new Map<number, Map<number, Cell[]>>()
  const cited = new Set<number>()
  let cursor = 0
  for (const block of [...cells].sort((one, other) => one.start - other.start)) {
    const inside: number[] = []
    while (cursor < read.length && (read[cursor]?.citation.start ?? 0) < block.start) cursor++
    for (let index = cursor; index < read.length && (read[index]?.citation.start ?? 0) < block.end; index++) {
      inside.push(index)
    }
    const words = normalise(text.slice(block.start, block.end)).text.replace(/\s+/g, ' ').trim()
    const alone = inside.length === 1 && isAlone(read[inside[0] ?? -1], words) ? (inside[0] ?? null) : null
    const table = block.table ?? 0
    const rows = tables.get(table) ?? new Map<number, Cell[]>()
    tables.set(table, rows)
    const row = rows.get(block.row ?? 0) ?? []
    rows.set(block.row ?? 0, row)
    row.push({ block, words, alone, inside })
    if (inside.length > 0) cited.add(table)
  }
  return [...tables].filter(([table]) => cited.has(table)).map(([, rows]) => [...rows.values()])
}

/** True when the cell says the number, with its kind and date at most, and nothing else. */
function isAlone(entry: ReadCitation | undefined, words: string): boolean {
  if (entry === undefined) return false
  const raw = normalise(entry.citation.raw).text.replace(/\s+/g, ' ')
  const at = words.indexOf(raw)
  if (at < 0) return false
  const after = words.slice(at + raw.length).replace(/^[\s,(]*/, '')
  const date = readDateAt(after, 0)
  return FRAME.test(words.slice(0, at)) && FRAME.test(date === null ? after : after.slice(date.end))
}

function completeOne(read: ReadCitation[], index: number, row: readonly Cell[], head: readonly Cell[]): void {
  const entry = read[index]
  if (entry === undefined) return
  const others = row.filter((cell) => cell.alone !== index)
  const headOf = (cell: Cell): string =>
    head.find((each) => each.block.column === cell.block.column)?.words ?? ''
  const isHeaded = row.some((cell) => cell.alone === index && NUMBER_HEAD.test(headOf(cell)))
  const day = others.map((cell) => wholeDate(cell.words)).find((date) => date !== null) ?? null
  const title =
    others.find((cell) => isHeaded && TITLE_HEAD.test(headOf(cell)) && isTitle(cell)) ??
    others.find(
      (cell) =>
        (cell.block.column ?? 0) > columnOf(row, index) && isTitle(cell) && KIND_FIRST.test(cell.words),
    ) ??
    null
  const issuer =
    others.find((cell) => isBody(cell.words) && (!isHeaded || ISSUER_HEAD.test(headOf(cell)))) ?? null
  const { citation } = entry
  const kind = title === null ? null : (KIND_FIRST.exec(title.words) ?? null)
  const subject = title === null ? null : title.words.slice(kind?.[0].length ?? 0).trim()
  read[index] = {
    ...entry,
    citation: {
      ...citation,
      date: citation.date ?? day,
      type: citation.type ?? kind?.[1] ?? null,
      issuer: citation.issuer ?? issuer?.words ?? null,
      subject: citation.subject ?? (subject === '' ? null : subject),
    },
  }
  for (const inner of title?.inside ?? []) hangUnder(read, inner, index)
}

/** What the title in the next cell says of an act is said by the act of the row. */
function hangUnder(read: ReadCitation[], inner: number, outer: number): void {
  const entry = read[inner]
  if (entry === undefined || entry.citation.governedBy !== null) return
  const { relation, relationDetail } = entry.citation
  const said: Citation['nestedRelation'] =
    relationDetail === 'CONTINUES_IMPLEMENTING' ? 'continues' : relation
  read[inner] = {
    ...entry,
    citation: { ...entry.citation, relation: 'mentions', governedBy: outer, nestedRelation: said },
  }
}

function columnOf(row: readonly Cell[], index: number): number {
  return row.find((cell) => cell.alone === index)?.block.column ?? 0
}

function wholeDate(words: string): string | null {
  const date = readDateAt(words, 0)
  return date !== null && /^[\s.;]*$/.test(words.slice(date.end)) ? date.date : null
}

function isTitle(cell: Cell): boolean {
  return cell.words.replace(/[^\p{L}]/gu, '').length >= TITLE_LETTERS && !isBody(cell.words)
}

function isBody(words: string): boolean {
  return closedBodyEnd(words, 0) === words.length
}
