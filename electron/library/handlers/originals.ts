/** Requests about documents chosen in a list: their ids in its order, and their originals written out under readable names. */
import { fail, succeed } from '../../../shared/contract/result.ts'
import { unknownFields } from '../../../shared/documents/readableNames.ts'
import { listIds } from '../../db/documentLists.ts'
import { chosenIds } from '../chosenDocuments.ts'
import type { Handlers } from '../dispatch.ts'
import type { OriginalsExport } from '../exportOriginals.ts'
import { previewNames } from '../originalNames.ts'
import type { LibraryContext } from '../session.ts'

type OriginalsHandlers = Pick<
  Handlers,
  | 'documents.ids'
  | 'documents.previewOriginals'
  | 'documents.exportOriginals'
  | 'documents.cancelExportOriginals'
>

/** Handlers of originals; a library opened for reading has them too. */
export function originalsHandlers(
  { session }: LibraryContext,
  originals: OriginalsExport,
): OriginalsHandlers {
  const db = session.reader
  return {
    'documents.ids': (request) => succeed(listIds(db, request)),
    'documents.previewOriginals': ({ documents, pattern, limit }) => {
      const [unknown] = unknownFields(pattern)
      if (unknown !== undefined) return fail('bad_request', `{${unknown}}`)
      const ids = chosenIds(db, documents)
      return succeed({ total: ids.length, ...previewNames(db, ids, pattern, limit) })
    },
    'documents.exportOriginals': (request) => originals.run(request),
    'documents.cancelExportOriginals': () => originals.cancel(),
  }
}
