/** Deadlines read from texts: rows in when a document is read, rows out by document or for the whole library. */
import { type MarkedQuote, quoteOf } from '../../shared/citations/quote.ts'
import type { Span } from '../../shared/contract/document.ts'
import { type DueTime, dueTime } from '../../shared/contract/tracing.ts'
import { DEADLINE_READER, readDeadlines } from '../../shared/graph/deadlines.ts'
import type { ReadHandle, WriteHandle } from './handles.ts'
import { statement } from './statements.ts'

/** A deadline as stored, with the document's own date, which places days written without a year. */
export interface StoredDeadline extends MarkedQuote {
  readonly documentId: number
  readonly instrumentId: number
  readonly issuedOn: string | null
  readonly start: number
  readonly end: number
  readonly page: number
  readonly due: DueTime
}

/** Lets the deadlines of a document be read again: its text is another one now. */
export function forgetDeadlines(db: WriteHandle, documentId: number): void {
  statement(db, 'DELETE FROM document_deadlines WHERE document_id = ?').run(documentId)
  statement(db, 'DELETE FROM deadlines_read WHERE document_id = ?').run(documentId)
}

interface UnreadRow {
  readonly id: number
  readonly issued_on: string | null
  readonly text: string
  readonly pages: string
}

const UNREAD = `SELECT d.id, d.issued_on, t.text, t.pages FROM documents d JOIN document_texts t ON t.document_id = d.id
  LEFT JOIN deadlines_read r ON r.document_id = d.id AND r.reader = ${DEADLINE_READER}
  WHERE r.document_id IS NULL AND d.id > ? ORDER BY d.id LIMIT ?`

/** Documents read in one transaction: a long one takes milliseconds, and the writer must stay free. */
const BATCH = 10

/** Reads every document this reader has not read yet, a batch a step, so that the caller can answer requests between them. */
export function* readNewDeadlines(db: WriteHandle): Generator<void> {
  const unread = (after: number): UnreadRow[] =>
    statement<[number, number], UnreadRow>(db, UNREAD).all(after, BATCH)
  for (let rows = unread(0); rows.length > 0; rows = unread(rows.at(-1)?.id ?? 0)) {
    db.transaction(() => {
      for (const row of rows) saveDeadlines(db, row)
    })()
    yield
  }
}

function saveDeadlines(db: WriteHandle, { id, text, pages }: UnreadRow): void {
  statement(db, 'DELETE FROM document_deadlines WHERE document_id = ?').run(id)
  const insert = statement(
    db,
    `INSERT OR IGNORE INTO document_deadlines (document_id, start_offset, end_offset, sentence_start, sentence_end, quote,
       quote_start, quote_end, page, due, on_day)
     VALUES (@id, @start, @end, @sentenceStart, @sentenceEnd, @quote, @quoteStart, @quoteEnd, @page, @due, @onDay)`,
  )
  const spans: Span[] = JSON.parse(pages)
  // Read without the document's date: a corrected date must not need a new reading. What is past is left out when asked.
  for (const { start, end, sentence, due } of readDeadlines(text, null)) {
    const page = spans.findIndex((span) => start < span.end)
    insert.run({
      id,
      start,
      end,
      sentenceStart: sentence.start,
      sentenceEnd: sentence.end,
      ...quoteOf(text, sentence, { start, end }),
      page: page < 0 ? Math.max(spans.length, 1) : page + 1,
      due: JSON.stringify(due),
      onDay: due.kind === 'day' ? due.date : null,
    })
  }
  statement(db, 'INSERT OR REPLACE INTO deadlines_read (document_id, reader) VALUES (?, ?)').run(
    id,
    DEADLINE_READER,
  )
}

type DeadlineRow = Omit<StoredDeadline, 'due'> & { readonly due: string }

const DEADLINE = `SELECT d.id AS documentId, d.instrument_id AS instrumentId, d.issued_on AS issuedOn,
    l.start_offset AS start, l.end_offset AS "end", l.quote, l.quote_start AS quoteStart,
    l.quote_end AS quoteEnd, l.page, l.due
  FROM document_deadlines l JOIN documents d ON d.id = l.document_id WHERE d.instrument_id IS NOT NULL`

/** Deadlines of the whole library that may fall due between two days: those of one day outside are not read. */
export function readDeadlinesWithin(db: ReadHandle, from: string, to: string): StoredDeadline[] {
  return statement<[string, string], DeadlineRow>(
    db,
    `${DEADLINE} AND (l.on_day IS NULL OR l.on_day BETWEEN ? AND ?)`,
  )
    .all(from, to)
    .map(toDeadline)
}

/** Deadlines written in the documents held of these instruments. */
export function readDeadlinesOf(db: ReadHandle, instrumentIds: readonly number[]): StoredDeadline[] {
  return statement<[string], DeadlineRow>(
    db,
    `${DEADLINE} AND d.instrument_id IN (SELECT value FROM json_each(?))`,
  )
    .all(JSON.stringify(instrumentIds))
    .map(toDeadline)
}

const toDeadline = (row: DeadlineRow): StoredDeadline => ({ ...row, due: dueTime.parse(JSON.parse(row.due)) })
