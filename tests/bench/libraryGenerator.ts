/** A folder and counts come in; a library database of that size, shaped like a province's, stands there afterwards. */
import { createHash } from 'node:crypto'
import type { WriteHandle } from '../../electron/db/handles.ts'
import { openForWriting } from '../../electron/db/open.ts'

/** How large the library is to be. */
export interface LibrarySize {
  readonly documents: number
  readonly citationsEach: number
  /** Instruments that are only cited, a document each. */
  readonly citedOnly: number
}

/** Who issues how much: a few acts at the centre, most papers below; `cites` are the levels it cites and how often. */
const LEVELS = [
  { level: 'central', share: 0.04, code: 'TW', cites: [1, 0, 0, 0] },
  { level: 'province', share: 0.16, code: 'TU', cites: [0.7, 0.3, 0, 0] },
  { level: 'district', share: 0.35, code: 'HU', cites: [0.45, 0.35, 0.2, 0] },
  { level: 'commune', share: 0.45, code: 'ĐU', cites: [0.3, 0.3, 0.25, 0.15] },
] as const

const RELATIONS = [
  ['mentions', 0.36],
  ['implements', 0.3],
  ['basis', 0.2],
  ['reviews', 0.05],
  ['guides', 0.04],
  ['amends', 0.02],
  ['replaces', 0.02],
  ['repeals', 0.01],
] as const

const QUOTE =
  'Tiếp tục thực hiện các văn bản của cấp trên về công tác dân vận, quy chế dân chủ ở cơ sở, gắn với nhiệm vụ chính trị của từng cơ quan, đơn vị; định kỳ báo cáo kết quả về cơ quan thường trực để tổng hợp.'

/** Repeatable numbers in 0..1 (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Builds the library; the same seed gives the same one. */
export function generateLibrary(folder: string, size: LibrarySize, seed = 1): void {
  const opened = openForWriting(folder, true)
  if (!opened.ok) throw new Error(opened.failure.code)
  const db = opened.value
  db.pragma('foreign_keys = OFF')
  db.transaction(() => fill(db, size, numbersFrom(seed)))()
  db.exec(
    `UPDATE instruments SET cited_by = (SELECT count(DISTINCT c.document_id) FROM citations c WHERE c.instrument_id = instruments.id)`,
  )
  db.exec('ANALYZE')
  db.close()
}

function fill(db: WriteHandle, size: LibrarySize, next: () => number): void {
  const ranks = levelsOf(size, next)
  const addInstrument = db.prepare(
    `INSERT INTO instruments (id, key, family, system, kind, number, number_value, symbol, issued_on, issuer, scope, level, title, held_document_id)
     VALUES (@id, @key, @key, 'party', @kind, @number, @numberValue, @symbol, @issuedOn, @issuer, @scope, @level, @title, @held)`,
  )
  const addDocument = db.prepare(
    `INSERT INTO documents (id, sha256, file_name, source_path, format, byte_size, imported_at, page_count, citation_count, kind, number,
       number_value, symbol, issued_on, issuer, title, recipients, confidence, is_doubtful, level, family, scope, instrument_id)
     VALUES (@id, @sha256, 'van-ban.docx', 'van-ban.docx', 'docx', 1, '2026-01-01T00:00:00Z', 3, @citations, @kind, @number,
       @numberValue, @symbol, @issuedOn, @issuer, @title, '[]', '{}', 0, @level, @key, @scope, @id)`,
  )
  const addText = db.prepare(
    "INSERT INTO document_texts (document_id, text, pages, blocks, reading) VALUES (?, ?, '[]', '[]', '{}')",
  )
  const total = size.documents + size.citedOnly
  const dates: string[] = ['']
  for (let id = 1; id <= total; id++) {
    const { level, code } = LEVELS[ranks.levelOf(id)] ?? LEVELS[0]
    const kind = next() < 0.15 ? 'Báo cáo' : next() < 0.5 ? 'Kế hoạch' : 'Nghị quyết'
    const issuedOn = `${2005 + Math.floor(next() * 21)}-${two(1 + Math.floor(next() * 12))}-${two(1 + Math.floor(next() * 28))}`
    dates.push(issuedOn)
    const body = Math.floor(next() * 12)
    const row = {
      id,
      key: `${id}|KH/${code}|${issuedOn}`,
      kind,
      number: String(id),
      numberValue: id,
      symbol: `${kind === 'Báo cáo' ? 'BC' : kind === 'Kế hoạch' ? 'KH' : 'NQ'}/${code}`,
      issuedOn,
      issuer: `Cơ quan ${level} ${body}`,
      scope: level === 'central' ? 'TW' : level === 'province' ? 'Lạng Sơn' : `Lạng Sơn/Huyện ${body}`,
      level,
      title: `về công tác dân vận năm ${issuedOn.slice(0, 4)}, số ${id}`,
      held: id <= size.documents ? id : null,
    }
    addInstrument.run(row)
    if (id > size.documents) continue
    const sha256 = createHash('sha256').update(String(id)).digest('hex')
    addDocument.run({ ...row, sha256, citations: size.citationsEach, held: undefined })
    addText.run(id, `${QUOTE} Báo cáo gửi về trước ngày 25/10/${issuedOn.slice(0, 4)}.`)
  }
  addCitations(db, size, ranks, dates, next)
}

function addCitations(
  db: WriteHandle,
  size: LibrarySize,
  ranks: ReturnType<typeof levelsOf>,
  dates: readonly string[],
  next: () => number,
): void {
  const addCitation = db.prepare(
    `INSERT INTO citations (id, document_id, ordinal, start_offset, end_offset, raw, number, symbol, relation, sentence_start,
       sentence_end, quote, quote_start, quote_end, page, unverified, family, level, instrument_id, resolution, resolution_reason)
     VALUES (@id, @documentId, @ordinal, @start, @end, '1-KH/TU', '1', 'KH/TU', @relation, 0, 200, @quote, 0, 8, 1, 0, '1|KH/TU', 'province',
       @target, 'resolved', 'date')`,
  )
  const addEdge = db.prepare(
    'INSERT OR IGNORE INTO edges (citation_id, from_id, to_id, relation, is_impossible) VALUES (?, ?, ?, ?, ?)',
  )
  let id = 0
  for (let documentId = 1; documentId <= size.documents; documentId++) {
    const { cites } = LEVELS[ranks.levelOf(documentId)] ?? LEVELS[0]
    let outer = 0
    for (let ordinal = 0; ordinal < size.citationsEach; ordinal++) {
      id++
      const target = pickOlder(documentId, () => ranks.pick(weighted(cites, next())), dates)
      const relation =
        RELATIONS[
          weighted(
            RELATIONS.map(([, share]) => share),
            next(),
          )
        ]?.[0] ?? 'mentions'
      addCitation.run({
        id,
        documentId,
        ordinal,
        start: ordinal * 20,
        end: ordinal * 20 + 7,
        relation,
        quote: QUOTE,
        target,
      })
      const isImpossible = (from: number): number => Number((dates[from] ?? '') < (dates[target] ?? ''))
      addEdge.run(id, documentId, target, relation, relation === 'mentions' ? 0 : isImpossible(documentId))
      // Every sixth is nested: «Kết luận … về tiếp tục thực hiện Nghị quyết …».
      if (outer !== 0 && next() < 0.16) addEdge.run(id, outer, target, 'continues', isImpossible(outer))
      outer = target
    }
  }
}

/** Instruments by level, and a draw from a level in which a few are cited by many (Zipf). */
function levelsOf(size: LibrarySize, next: () => number) {
  const total = size.documents + size.citedOnly
  const levels: number[] = [0]
  const members: number[][] = LEVELS.map(() => [])
  for (let id = 1; id <= total; id++) {
    const level = weighted(
      LEVELS.map(({ share }) => share),
      next(),
    )
    levels.push(level)
    members[level]?.push(id)
  }
  return {
    levelOf: (id: number): number => levels[id] ?? 0,
    pick: (level: number): number => {
      const own = members[level] ?? []
      return own[Math.floor(own.length ** next()) - 1] ?? own[0] ?? 1
    },
  }
}

/** Papers cite what is older; one in many carries a mistaken date. */
function pickOlder(documentId: number, draw: () => number, dates: readonly string[]): number {
  let target = draw()
  for (let attempt = 0; attempt < 8 && (dates[target] ?? '') > (dates[documentId] ?? ''); attempt++)
    target = draw()
  return target
}

function weighted(shares: readonly number[], draw: number): number {
  let sum = 0
  for (const [index, share] of shares.entries()) {
    sum += share
    if (draw < sum) return index
  }
  return shares.length - 1
}

const two = (value: number): string => String(value).padStart(2, '0')
