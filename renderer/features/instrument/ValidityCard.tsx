/** A reading of validity comes in; it goes out as a sentence with the acts that decide it, «as at» a day one may choose. */
import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { Warning16Regular } from '@fluentui/react-icons'
import type { ValidityReading } from '../../../shared/contract/tracing.ts'
import { formatCount, formatDate } from '../../../shared/wording/dates.ts'
import { instrumentName, validityWording } from '../../../shared/wording/instruments.ts'
import { relationWording } from '../../../shared/wording/relations.ts'
import { edgeStatusWording } from '../../../shared/wording/tracing.ts'
import { useHistory } from '../../app/navigation.ts'
import { EvidenceQuote } from '../../components/EvidenceQuote.tsx'
import { useWords } from '../../i18n/language.ts'
import { DayInput } from '../trace/DayInput.tsx'

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gap: '6px',
    padding: '12px 16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  head: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'center' },
  warning: { display: 'flex', gap: '4px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

interface Props {
  readonly reading: ValidityReading
  readonly asAt: string | null
  readonly onAsAt: (day: string | null) => void
}

/** Validity with its evidence. */
export function ValidityCard({ reading, asAt, onAsAt }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  const history = useHistory()
  const { validity, since, hasConflict, reasons, reasonsTotal } = reading
  return (
    <section className={styles.card} aria-label={t('tracing.validity')} data-testid="validity">
      <div className={styles.head}>
        <Text weight="semibold" data-testid="validity-words">
          {validityWording(validity, language)}
          {since === null ? '' : ` ${t('tracing.since', { day: formatDate(since) })}`}
        </Text>
        <DayInput label={t('tracing.asAt')} day={asAt} onChange={onAsAt} testId="validity-day" />
      </div>
      {hasConflict ? (
        <span className={styles.warning}>
          <Warning16Regular /> {t('tracing.conflict')}
        </span>
      ) : null}
      {reasons.length === 0 ? (
        <Text size={200} className={styles.quiet}>
          {t(validity === 'unknown' ? 'tracing.validityUnknown' : 'tracing.validityNothing')}
        </Text>
      ) : null}
      {reasons.map(({ relation, isPartial, instrument, status, evidence }) => (
        <div key={`${instrument.id} ${relation} ${evidence.citationId}`}>
          <Text>
            {relationWording(relation, language).passiveHeading}{' '}
            <Link onClick={() => history.navigate({ screen: 'instrument', id: instrument.id })}>
              {instrumentName(instrument, language)}
            </Link>{' '}
            <span className={styles.quiet}>
              {[
                formatDate(instrument.issuedOn),
                instrument.issuer,
                isPartial ? t('tracing.partly') : '',
                edgeStatusWording(status, language).toLocaleLowerCase('vi'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </Text>
          <EvidenceQuote evidence={evidence} />
        </div>
      ))}
      {reasonsTotal > reasons.length ? (
        <Text size={200} className={styles.quiet}>
          {t('tracing.moreReasons', { n: formatCount(reasonsTotal - reasons.length, language) })}
        </Text>
      ) : null}
    </section>
  )
}
