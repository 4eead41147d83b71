/** The name of a search engine comes in; one that indexes documents and answers what people type goes out: ours and four others. */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import flexsearch from 'flexsearch'
import lunr from 'lunr'
import MiniSearch from 'minisearch'
import type { IndexedDocument } from '../../electron/search/fields.ts'
import { foldWord } from '../../shared/vietnamese/fold.ts'
import { type Engine, PAGE } from './engine.ts'
import { bytesOf, ownSearch } from './ownSearch.ts'

const WORD = /[\p{L}\p{N}]+/gu // «vận», «12»

const wordsOf = (typed: string): string[] => (typed.match(WORD) ?? []).map(foldWord)
const textOf = ({ fields }: IndexedDocument): string => `${fields.number} ${fields.title} ${fields.body}`

const fts5: Engine = {
  name: 'SQLite FTS5',
  limit: null,
  build: (folder) => {
    const db = openFile(join(folder, 'fts5.db'))
    db.exec("CREATE VIRTUAL TABLE texts USING fts5 (title, body, tokenize = 'unicode61 remove_diacritics 2')")
    const insert = db.prepare('INSERT INTO texts (rowid, title, body) VALUES (?, ?, ?)')
    const add = db.transaction(({ documentId, fields }: IndexedDocument) => {
      insert.run(documentId, `${fields.number} ${fields.title}`, fields.body)
    })
    const remove = db.prepare<[number]>('DELETE FROM texts WHERE rowid = ?')
    return {
      add,
      finish: () => {
        db.pragma('wal_checkpoint(TRUNCATE)')
        return () => []
      },
      remove: ({ documentId }) => {
        remove.run(documentId)
      },
      // Its copy of the texts left out.
      indexBytes: () => bytesOf(db, "name LIKE 'texts%' AND name NOT LIKE '%content%'"),
    }
  },
  open: (folder) => {
    const select = new Database(join(folder, 'fts5.db'), { readonly: true })
      .prepare<[string], number>(
        `SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY bm25(texts, 3, 1) LIMIT ${PAGE}`,
      )
      .pluck()
    return (typed) => {
      const words = wordsOf(typed)
      const asked = words.map((word, at) => (at === words.length - 1 ? `"${word}"*` : `"${word}"`))
      return asked.length === 0 ? [] : select.all(asked.join(' OR '))
    }
  },
}

const plainLunr: Engine = {
  name: 'plain lunr',
  limit: { documents: 5000, reason: 'it holds 2.5 GB at 5,000, and a process of the bench gets 6' },
  build: () => {
    const builder = new lunr.Builder()
    builder.ref('documentId')
    builder.field('text', { extractor: (document: object) => textOf(document as IndexedDocument) })
    const fold = (token: lunr.Token): lunr.Token => token.update(foldWord)
    lunr.Pipeline.registerFunction(fold, 'fold')
    builder.pipeline.add(fold)
    return {
      add: (document) => builder.add(document),
      finish: () => {
        const index = builder.build()
        return (typed) =>
          index
            .query((query) => {
              for (const [at, word] of wordsOf(typed).entries()) {
                const isLast = at === wordsOf(typed).length - 1
                query.term(word, isLast ? { wildcard: lunr.Query.wildcard.TRAILING } : {})
              }
            })
            .slice(0, PAGE)
            .map(({ ref }) => Number(ref))
      },
      remove: null,
      indexBytes: null,
    }
  },
}

const miniSearch: Engine = {
  name: 'MiniSearch',
  limit: { documents: 20_000, reason: 'it holds 1.9 GB at 20,000, and a process of the bench gets 6' },
  build: () => {
    const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'], processTerm: foldWord })
    return {
      add: (document) => index.add({ id: document.documentId, text: textOf(document) }),
      finish: () => (typed) =>
        index
          .search(typed, { prefix: (_, at, terms) => at === terms.length - 1 })
          .slice(0, PAGE)
          .map(({ id }) => Number(id)),
      remove: ({ documentId }) => index.discard(documentId),
      indexBytes: null,
    }
  },
}

const flexSearch: Engine = {
  name: 'FlexSearch',
  limit: null,
  build: () => {
    const index = new flexsearch.Index({ tokenize: 'forward', encode: wordsOf })
    return {
      add: (document) => {
        index.add(document.documentId, textOf(document))
      },
      finish: () => (typed) => index.search(typed, { limit: PAGE, suggest: true }).map(Number),
      remove: ({ documentId }) => {
        index.remove(documentId)
      },
      indexBytes: null,
    }
  },
}

/** All engines, ours first. */
export const ENGINES: readonly Engine[] = [ownSearch, fts5, plainLunr, miniSearch, flexSearch]

function openFile(path: string): Database.Database {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  return db
}
