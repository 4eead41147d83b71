/** One citation of a draft comes in; what the library makes of it goes out, with the line as it should read. */
import { Badge, Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { Copy16Regular, Warning16Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { AuditItem } from '../../../shared/contract/tracing.ts'
import { formatDate } from '../../../shared/wording/dates.ts'
import { instrumentName } from '../../../shared/wording/instruments.ts'
import { relationWording } from '../../../shared/wording/relations.ts'
import { auditProblemWording, auditStateWording } from '../../../shared/wording/tracing.ts'
import { useHistory } from '../../app/navigation.ts'
import { chidoTokens } from '../../app/theme.ts'
import { EvidenceQuote } from '../../components/EvidenceQuote.tsx'
import { MarkedQuote } from '../../components/MarkedQuote.tsx'
import { useWords } from '../../i18n/language.ts'
import { BasisLineMenu } from './BasisLineMenu.tsx'
import { copyText } from './copyText.ts'

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 4fr)',
    gap: '4px 24px',
    padding: '10px 0',
    listStyleType: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  raw: { color: chidoTokens.threadForeground, fontWeight: tokens.fontWeightSemibold },
  quote: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  line: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px', alignItems: 'center' },
  problem: {
    display: 'inline-flex',
    gap: '4px',
    alignItems: 'center',
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  suggestion: {
    marginTop: '4px',
    padding: '6px 8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
  },
})

/** A row of the audit. */
export function AuditRow({ item }: { readonly item: AuditItem }) {
  const styles = useStyles()
  const { t, language } = useWords()
  const history = useHistory()
  const { citation, page, state, problems, instrument, candidates, changedBy, suggestion } = item
  return (
    <li className={styles.item} data-testid="audit-item" data-state={state}>
      <div>
        <div className={styles.line}>
          <span className={styles.raw}>{citation.raw}</span>
          <span className={styles.quiet}>{t('reader.page', { page })}</span>
        </div>
        <span className={styles.quote}>
          <MarkedQuote {...item} />
        </span>
      </div>
      <div>
        <div className={styles.line}>
          <Badge
            appearance={state === 'held' ? 'tint' : 'outline'}
            color={state === 'held' ? 'brand' : 'informative'}
            shape="rounded"
          >
            {auditStateWording(state, language)}
          </Badge>
          {instrument === null ? null : (
            <Link onClick={() => history.navigate({ screen: 'instrument', id: instrument.id })}>
              {instrumentName(instrument, language)}
            </Link>
          )}
          {instrument === null ? null : (
            <span className={styles.quiet}>
              {[formatDate(instrument.issuedOn), instrument.issuer].filter(Boolean).join(' · ')}
            </span>
          )}
        </div>
        {problems.map((problem) => (
          <div key={problem} className={styles.problem} data-testid="audit-problem">
            <Warning16Regular /> {auditProblemWording(problem, language)}
          </div>
        ))}
        {changedBy.map((reason) => (
          <div key={`${reason.instrument.id} ${reason.relation}`}>
            <Text size={200}>
              {relationWording(reason.relation, language).passive}{' '}
              <Link onClick={() => history.navigate({ screen: 'instrument', id: reason.instrument.id })}>
                {instrumentName(reason.instrument, language)}
              </Link>
              {reason.isPartial ? ` (${t('tracing.partly')})` : ''}
            </Text>
            <EvidenceQuote evidence={reason.evidence} />
          </div>
        ))}
        {candidates.length === 0 ? null : (
          <div>
            <Text size={200}>{t('tracing.candidates')}</Text>
            {candidates.map((candidate) => (
              <div key={candidate.id}>
                <Link onClick={() => history.navigate({ screen: 'instrument', id: candidate.id })}>
                  {instrumentName(candidate, language)}
                </Link>{' '}
                <span className={styles.quiet}>
                  {[formatDate(candidate.issuedOn), candidate.issuer].filter(Boolean).join(' · ')}
                </span>
              </div>
            ))}
          </div>
        )}
        {suggestion === null ? null : <Suggestion text={suggestion} />}
        {instrument === null || state === 'self' ? null : (
          <div style={{ marginTop: 4 }}>
            <BasisLineMenu instrumentId={instrument.id} />
          </div>
        )}
      </div>
    </li>
  )
}

function Suggestion({ text }: { readonly text: string }) {
  const styles = useStyles()
  const { t } = useWords()
  const [isCopied, setCopied] = useState(false)
  return (
    <div className={styles.suggestion} data-testid="audit-suggestion">
      {t('reader.suggestion', { text })}{' '}
      <Button
        size="small"
        appearance="subtle"
        icon={<Copy16Regular />}
        onClick={() => void copyText(text).then(() => setCopied(true))}
      >
        {isCopied ? t('tracing.copied') : t('tracing.copy')}
      </Button>
    </div>
  )
}
