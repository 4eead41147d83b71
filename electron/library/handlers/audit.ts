/** Requests about drafts: a file held against the library without importing it, and the line that cites an instrument. */
import { fail, type Result, succeed } from '../../../shared/contract/result.ts'
import type { ScanResult } from '../../../shared/contract/scan.ts'
import type { DraftAudit } from '../../../shared/contract/tracing.ts'
import { basisLine, lacksOf } from '../../../shared/graph/basisLine.ts'
import { findInstrument } from '../../db/instruments.ts'
import { auditDraft } from '../auditDraft.ts'
import type { Handlers } from '../dispatch.ts'
import type { LibraryContext } from '../session.ts'
import { today } from '../today.ts'

type AuditHandlers = Pick<Handlers, Extract<keyof Handlers, `audit.${string}`>>

/** Reads a file in a process of its own; nothing is stored. */
export type ScanDraft = (path: string) => Promise<Result<ScanResult>>

/** Handlers of `audit.*`. */
export function auditHandlers(context: LibraryContext, scan: ScanDraft): AuditHandlers {
  return {
    'audit.file': ({ path, asAt }) => auditFile(context, scan, path, asAt),
    'audit.basisLine': ({ instrumentId }) => {
      const instrument = findInstrument(context.session.reader, instrumentId)
      if (!instrument) return fail('not_found', String(instrumentId))
      return succeed({
        party: basisLine(instrument, 'party'),
        state: basisLine(instrument, 'state'),
        lacks: lacksOf(instrument),
      })
    },
  }
}

/** Audits a file as of a day; by default the draft's own date, else today. */
export async function auditFile(
  { session, vocabulary }: LibraryContext,
  scan: ScanDraft,
  path: string,
  asAt: string | undefined,
): Promise<Result<DraftAudit>> {
  const scanned = await scan(path)
  if (!scanned.ok) return scanned
  const { document, warnings } = scanned.value
  const day = asAt ?? document.issuedOn ?? today()
  const items = auditDraft(scanned.value, { db: session.reader, vocabulary, asAt: day })
  return succeed({ path, document, asAt: day, items, warnings })
}
