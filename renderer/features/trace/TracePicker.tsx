/** No instrument chosen yet: a number typed in any spelling finds one, and the missing most cited are listed below. */
import { Button, Input, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { Search20Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Instrument } from '../../../shared/contract/instrument.ts'
import { formatCount, formatDate } from '../../../shared/wording/dates.ts'
import { instrumentName } from '../../../shared/wording/instruments.ts'
import { traceRoute } from '../../app/history.ts'
import { useHistory } from '../../app/navigation.ts'
import { useAnswer } from '../../app/queries.ts'
import { HeldBadge } from '../../components/InstrumentState.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { useWords } from '../../i18n/language.ts'

const MOST_MISSING = 200

const useStyles = makeStyles({
  page: { flex: '1 1 0', minHeight: 0, overflowY: 'auto', padding: '24px 32px' },
  content: { display: 'grid', gap: '12px', maxWidth: '860px' },
  form: { display: 'flex', gap: '8px' },
  input: { flex: '0 1 360px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '2px 12px',
    alignItems: 'center',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** The tracing screen's start. */
export function TracePicker() {
  const styles = useStyles()
  const { t, language } = useWords()
  const [typed, setTyped] = useState('')
  const [number, setNumber] = useState('')
  const isEmpty = useAnswer('library.status', {}).data?.documents === 0
  const missing = useAnswer('instruments.missing', { offset: 0, limit: MOST_MISSING })
  return (
    <div className={styles.page} data-testid="trace-picker">
      <div className={styles.content}>
        <Text as="h1" size={500} weight="semibold" style={{ margin: 0 }}>
          {t('trace.pickTitle')}
        </Text>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            setNumber(typed.trim())
          }}
        >
          <Input
            className={styles.input}
            value={typed}
            aria-label={t('trace.pickLabel')}
            placeholder={t('trace.pickPlaceholder')}
            contentBefore={<Search20Regular />}
            onChange={(_, data) => setTyped(data.value)}
            data-testid="trace-number"
          />
          <Button type="submit" appearance="primary" disabled={typed.trim() === ''}>
            {t('rail.trace')}
          </Button>
        </form>
        {number === '' ? null : <Found number={number} />}
        <Loaded answer={missing}>
          {({ total, items }) => (
            <section>
              <Text as="h2" size={400} weight="semibold" style={{ margin: 0 }}>
                {t('trace.missingTitle')}{' '}
                <span className={styles.quiet}>({formatCount(total, language)})</span>
              </Text>
              {total === 0 ? (
                <Text block className={styles.quiet}>
                  {t(isEmpty ? 'tracing.libraryEmpty' : 'trace.missingEmpty')}
                </Text>
              ) : null}
              <ul className={styles.list} data-testid="missing-list">
                {items.map((instrument) => (
                  <InstrumentLine
                    key={instrument.id}
                    instrument={instrument}
                    after={t('trace.missingCount', { n: formatCount(instrument.citedBy, language) })}
                  />
                ))}
              </ul>
            </section>
          )}
        </Loaded>
      </div>
    </div>
  )
}

function Found({ number }: { readonly number: string }) {
  const styles = useStyles()
  const { t } = useWords()
  const answer = useAnswer('instruments.find', { number })
  return (
    <Loaded answer={answer} lines={2}>
      {(instruments) =>
        instruments.length === 0 ? (
          <Text>{t('trace.pickNone', { number })}</Text>
        ) : (
          <ul className={styles.list} aria-label={t('trace.pickFound')} data-testid="trace-found">
            {instruments.map((instrument) => (
              <InstrumentLine key={instrument.id} instrument={instrument} after={null} />
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}

function InstrumentLine({
  instrument,
  after,
}: {
  readonly instrument: Instrument
  readonly after: string | null
}) {
  const styles = useStyles()
  const { t, language } = useWords()
  const history = useHistory()
  return (
    <li className={styles.item}>
      <span>
        <Link onClick={() => history.navigate(traceRoute(instrument.id))} data-testid="trace-instrument">
          {instrumentName(instrument, language)}
        </Link>{' '}
        <Text size={200} className={styles.quiet}>
          {[
            formatDate(instrument.issuedOn) || t('instrument.unknownDate'),
            instrument.issuer,
            instrument.title,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </span>
      {after === null ? (
        <HeldBadge isHeld={instrument.heldDocumentId !== null} />
      ) : (
        <Text size={200}>{after}</Text>
      )}
    </li>
  )
}
