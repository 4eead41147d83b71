/** An audit comes in; it goes to paper as a table: what the draft cites, what the library says, how it should read. */
import type { DraftAudit } from '../../../shared/contract/tracing.ts'
import { formatDate } from '../../../shared/wording/dates.ts'
import { instrumentName } from '../../../shared/wording/instruments.ts'
import { relationWording } from '../../../shared/wording/relations.ts'
import { auditProblemWording, auditStateWording } from '../../../shared/wording/tracing.ts'
import { useWords } from '../../i18n/language.ts'
import { PrintSheet } from '../trace/PrintSheet.tsx'
import { countAudit } from './auditSummary.ts'

interface Props {
  readonly audit: DraftAudit
  readonly name: string
  readonly onDone: () => void
}

/** The printed audit. */
export function AuditSheet({ audit, name, onDone }: Props) {
  const { t, language } = useWords()
  const counts = countAudit(audit.items)
  return (
    <PrintSheet title={t('tracing.fileAudit', { name })} onDone={onDone}>
      <p>
        {t('tracing.asAt')}: {formatDate(audit.asAt)} · {t('tracing.auditTotal', { n: counts.total })} ·{' '}
        {t('tracing.auditToLook', { n: counts.toLook })}
      </p>
      <table>
        <thead>
          <tr>
            <th>{t('tracing.cited')}</th>
            <th>{t('tracing.page')}</th>
            <th>{t('tracing.found')}</th>
            <th>{t('tracing.shouldRead')}</th>
          </tr>
        </thead>
        <tbody>
          {audit.items.map((item) => (
            <tr key={item.citation.start}>
              <td>{item.citation.raw}</td>
              <td>{item.page}</td>
              <td>
                {[
                  auditStateWording(item.state, language),
                  ...item.problems.map((problem) => auditProblemWording(problem, language)),
                  ...item.changedBy.map(
                    ({ relation, instrument }) =>
                      `${relationWording(relation, language).passive} ${instrumentName(instrument, language)}`,
                  ),
                ].join('; ')}
              </td>
              <td>{item.suggestion ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </PrintSheet>
  )
}
