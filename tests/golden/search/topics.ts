/** Topics and made-up documents come in; nDCG@10 of this index, of FTS5 with bm25 and of plain lunr goes out. */
import Database from 'better-sqlite3'
import lunr from 'lunr'
import type { IndexedDocument } from '../../../electron/search/fields.ts'
import { foldWord } from '../../../shared/vietnamese/fold.ts'
import { libraryOf } from '../../electron/search/library.ts'
import { makeDocuments } from './corpus.ts'

/** What is asked: topics of the made-up documents, as people would type them. */
const TOPIC_QUERIES = [
  'quy chế dân chủ ở cơ sở',
  'công tác tôn giáo',
  'đồng bào dân tộc thiểu số',
  'xây dựng nông thôn mới',
  'chuyển đổi số',
  'cải cách hành chính',
  'giảm nghèo bền vững',
  'phong trào thi đua dân vận khéo',
  'tiếp công dân',
  'bảo vệ rừng',
  'thi đua khen thưởng',
  'du lịch cộng đồng',
  'phát triển kinh tế biển',
  'an toàn giao thông',
  'hợp tác xã kiểu mới',
] as const
const DOCUMENTS = 2000
const PLACES = 10

type Ranker = (query: string) => readonly number[]

/** 3: the title names the topic; 2: the text names it three times or more; 1: it names it; 0: it does not. */
function relevance(document: IndexedDocument | undefined, topic: string): number {
  if (!document) return 0
  const wanted = topic.toLowerCase()
  if (document.fields.title.toLowerCase().includes(wanted)) return 3
  const times = document.fields.body.toLowerCase().split(wanted).length - 1
  return times >= 3 ? 2 : Math.min(times, 1)
}

const discounted = (grades: readonly number[]): number =>
  grades.slice(0, PLACES).reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0)

function score(
  rank: Ranker,
  documents: ReadonlyMap<number, IndexedDocument>,
  ask: (query: string) => string,
): number {
  const sum = TOPIC_QUERIES.reduce((total, topic) => {
    const found = rank(ask(topic)).map((documentId) => relevance(documents.get(documentId), topic))
    const best = [...documents.values()]
      .map((document) => relevance(document, topic))
      .sort((one, other) => other - one)
    return total + discounted(found) / discounted(best)
  }, 0)
  return sum / TOPIC_QUERIES.length
}

function rankWithFts5(documents: Iterable<IndexedDocument>): Ranker {
  const db = new Database(':memory:')
  db.exec(
    "CREATE VIRTUAL TABLE documents USING fts5 (title, body, tokenize = 'unicode61 remove_diacritics 2')",
  )
  const insert = db.prepare('INSERT INTO documents (rowid, title, body) VALUES (?, ?, ?)')
  for (const { documentId, fields } of documents) insert.run(documentId, fields.title, fields.body)
  const select = db
    .prepare<[string], number>(
      `SELECT rowid FROM documents WHERE documents MATCH ? ORDER BY bm25(documents, 3, 1) LIMIT ${PLACES}`,
    )
    .pluck()
  return (query) =>
    select.all(
      query
        .split(' ')
        .map((word) => `"${word}"`)
        .join(' OR '),
    )
}

function rankWithPlainLunr(documents: Iterable<IndexedDocument>): Ranker {
  const index = lunr((builder) => {
    builder.ref('documentId')
    builder.field('title', { boost: 3, extractor: (document) => (document as IndexedDocument).fields.title })
    builder.field('body', { extractor: (document) => (document as IndexedDocument).fields.body })
    for (const document of documents) builder.add(document)
  })
  return (query) =>
    index
      .search(query)
      .slice(0, PLACES)
      .map(({ ref }) => Number(ref))
}

/** How well one ranker does: nDCG@10, 0..1, over all topics. */
export interface TopicScore {
  readonly ranker: string
  readonly written: number
  readonly withoutMarks: number
}

/** Scores this index first, then the two others. */
export function scoreTopics(): readonly TopicScore[] {
  const made = [...makeDocuments({ count: DOCUMENTS, seed: 31, shortest: 60, longest: 600 })]
  const documents = new Map(made.map((document) => [document.documentId, document]))
  const library = libraryOf(made)
  const rankers: Readonly<Record<string, Ranker>> = {
    'this index': (query) => library.find(query, { limit: PLACES }),
    'FTS5, bm25': rankWithFts5(made),
    'plain lunr': rankWithPlainLunr(made),
  }
  return Object.entries(rankers).map(([ranker, rank]) => ({
    ranker,
    written: score(rank, documents, (query) => query),
    withoutMarks: score(rank, documents, foldWord),
  }))
}

if (import.meta.main) {
  process.stdout.write(`topics, nDCG@${PLACES} among ${DOCUMENTS} documents\n`)
  for (const { ranker, written, withoutMarks } of scoreTopics()) {
    process.stdout.write(
      `${ranker.padEnd(12)} as written ${written.toFixed(3)}, without marks ${withoutMarks.toFixed(3)}\n`,
    )
  }
}
