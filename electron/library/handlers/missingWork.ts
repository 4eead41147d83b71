/** Requests about what is cited and not held: the work list, its marks, and pasted lists of numbers. */
import { fail, succeed } from '../../../shared/contract/result.ts'
import { countMissingIssuers, listMissingIds, listMissingWork, markMissing } from '../../db/missingWork.ts'
import { checkNumbers } from '../checkNumbers.ts'
import type { Handlers } from '../dispatch.ts'
import { type LibraryContext, writerOf } from '../session.ts'
import { systemUser } from './tracing.ts'

type MissingHandlers = Pick<Handlers, Extract<keyof Handlers, `missing.${string}`>>

/** Handlers of `missing.*`. */
export function missingHandlers({ session, emit }: LibraryContext): MissingHandlers {
  const db = session.reader
  return {
    'missing.list': ({ limit, offset, ...filter }) =>
      succeed({
        ...listMissingWork(db, filter, limit, offset),
        // The issuers to choose from stay the same while one of them is chosen.
        issuers: countMissingIssuers(db, { ...filter, issuer: undefined }),
      }),
    'missing.ids': (filter) => succeed(listMissingIds(db, filter)),
    'missing.mark': ({ instrumentIds, state, note, by }) => {
      const writer = writerOf(session)
      if (!writer.ok) return writer
      const mark = {
        state: state ?? null,
        note: note ?? null,
        by: by ?? systemUser(),
        at: new Date().toISOString(),
      }
      const changed = writer.value.transaction(
        () => instrumentIds.filter((id) => markMissing(writer.value, id, mark)).length,
      )()
      if (changed === 0) return fail('not_found', instrumentIds.join(', '))
      emit('library.changed', { reason: 'decision' })
      return succeed({ changed })
    },
    'missing.check': ({ text }) => succeed(checkNumbers(db, text)),
  }
}
