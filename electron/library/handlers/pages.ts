/** Requests about the page a text was read from: drawn from the kept original, with the places of recognised words. */
import { fail, succeed } from '../../../shared/contract/result.ts'
import { findDocument, readRecognisedPage } from '../../db/documents.ts'
import type { Extractor } from '../../ingest/extraction.ts'
import type { Handlers } from '../dispatch.ts'
import { originalPath } from '../originals.ts'
import type { LibraryContext } from '../session.ts'
import { SURE_FROM } from './documents.ts'

type PageHandlers = Pick<Handlers, 'documents.pageImage' | 'documents.pageWords'>

/** Handlers about pages. `drawer` is not the extractor of imports: a person does not wait behind a long scan. */
export function pageHandlers({ session }: LibraryContext, drawer: Extractor): PageHandlers {
  const db = session.reader
  return {
    'documents.pageImage': async ({ id, page, maxWidth, password }) => {
      const row = findDocument(db, id)
      if (!row) return fail('not_found', String(id))
      const recognised = readRecognisedPage(db, id, page - 1)
      const drawn = await drawer.draw(originalPath(session.folder, row.sha256), {
        fileName: row.file_name,
        password,
        page: page - 1,
        maxWidth,
        rotation: recognised?.rotation ?? 0,
        skew: recognised?.skew ?? 0,
      })
      if (!drawn.ok) return fail(drawn.failure.code, row.file_name, drawn.failure.detail)
      const { jpeg, width, height, pages } = drawn.value
      const content = Buffer.from(jpeg).toString('base64')
      return succeed({ format: 'image/jpeg', content, width, height, pages })
    },
    'documents.pageWords': ({ id, page }) => {
      if (!findDocument(db, id)) return fail('not_found', String(id))
      const recognised = readRecognisedPage(db, id, page - 1)
      if (!recognised) return succeed({ words: [] })
      const { width, height } = recognised
      const words = recognised.words.map(({ start, end, confidence, box }) => ({
        start,
        end,
        confidence,
        isDoubtful: confidence < SURE_FROM,
        left: box.left / width,
        top: box.top / height,
        width: box.width / width,
        height: box.height / height,
      }))
      return succeed({ words })
    },
  }
}
