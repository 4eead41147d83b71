/** A pasted list of numbers comes in; which are held, missing, ambiguous or unreadable goes out, line by line. */
import { Badge, Button, Link, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components'
import { Dismiss20Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Instrument } from '../../../shared/contract/instrument.ts'
import type { CheckedNumber } from '../../../shared/contract/tracing.ts'
import { formatDate } from '../../../shared/wording/dates.ts'
import { instrumentName } from '../../../shared/wording/instruments.ts'
import { useHistory } from '../../app/navigation.ts'
import { useCommand } from '../../app/queries.ts'
import { FailureBar } from '../../components/FailureMessage.tsx'
import { useWords } from '../../i18n/language.ts'
import { failureOf } from '../../library.ts'

const MOST_LINES = 500
const STATES = [
  'missing',
  'ambiguous',
  'unreadable',
  'held',
] as const satisfies readonly CheckedNumber['state'][]

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    flex: '0 0 360px',
    // Beside it the list would be a strip nobody can read.
    '@media (max-width: 900px)': { flex: '0 0 100%' },
    minHeight: 0,
    boxSizing: 'border-box',
    padding: '8px 12px 16px',
    overflowY: 'auto',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'center' },
  now: { flex: '0 0 auto' },
  text: { '& textarea': { height: '150px' } },
  counts: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  line: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

/** The panel beside the work list. */
export function NumberCheck({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles()
  const { t } = useWords()
  const [text, setText] = useState('')
  const check = useCommand('missing.check')
  const checked = check.data ?? []
  return (
    <aside className={styles.panel} aria-label={t('tracing.check')} data-testid="number-check">
      <div className={styles.head}>
        <Text weight="semibold">{t('tracing.check')}</Text>
        <Button
          size="small"
          appearance="subtle"
          icon={<Dismiss20Regular />}
          aria-label={t('app.close')}
          onClick={onClose}
        />
      </div>
      <Textarea
        className={styles.text}
        value={text}
        aria-label={t('tracing.checkLabel')}
        placeholder={t('tracing.checkPlaceholder')}
        resize="vertical"
        onChange={(_, data) => setText(data.value)}
        data-testid="numbers"
      />
      <Button
        className={styles.now}
        appearance="primary"
        disabled={text.trim() === '' || check.isPending}
        onClick={() => check.mutate({ text })}
        data-testid="check-now"
      >
        {t('tracing.checkNow')}
      </Button>
      {check.isError ? <FailureBar failure={failureOf(check.error)} /> : null}
      {checked.length === 0 ? null : (
        <div className={styles.counts} data-testid="check-counts">
          {STATES.map((state) => (
            <Text key={state} size={200}>
              {t(`tracing.checked.${state}`)}: {checked.filter((line) => line.state === state).length}
            </Text>
          ))}
        </div>
      )}
      {check.isSuccess && checked.length === 0 ? <Text>{t('tracing.checkNone')}</Text> : null}
      <ul className={styles.list}>
        {checked.slice(0, MOST_LINES).map((line, at) => (
          // The same number may stand on a line twice; the answer never changes its order.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={at} className={styles.item} data-testid="checked-number" data-state={line.state}>
            <div className={styles.line}>
              <Badge
                appearance={line.state === 'held' ? 'tint' : 'outline'}
                color={line.state === 'held' ? 'brand' : 'informative'}
                shape="rounded"
              >
                {t(`tracing.checked.${line.state}`)}
              </Badge>
              <span>{line.raw}</span>
              <span className={styles.quiet}>{t('tracing.lineNumber', { n: line.line })}</span>
            </div>
            {line.instrument === null ? null : <Met instrument={line.instrument} />}
            {line.candidates.map((candidate) => (
              <Met key={candidate.id} instrument={candidate} />
            ))}
          </li>
        ))}
      </ul>
      {checked.length > MOST_LINES ? (
        <Text className={styles.quiet}>{t('tracing.andMore', { n: checked.length - MOST_LINES })}</Text>
      ) : null}
    </aside>
  )
}

function Met({ instrument }: { readonly instrument: Instrument }) {
  const styles = useStyles()
  const { t, language } = useWords()
  const history = useHistory()
  return (
    <div>
      <Link onClick={() => history.navigate({ screen: 'instrument', id: instrument.id })}>
        {instrumentName(instrument, language)}
      </Link>{' '}
      <span className={styles.quiet}>
        {[formatDate(instrument.issuedOn) || t('instrument.unknownDate'), instrument.issuer]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
  )
}
