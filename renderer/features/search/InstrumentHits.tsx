/** Instruments whose very number was typed come in; they go out above all other hits, held or only cited. */
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Instrument } from '../../../shared/contract/instrument.ts'
import { formatDate } from '../../../shared/wording/dates.ts'
import { instrumentName } from '../../../shared/wording/instruments.ts'
import { documentRoute } from '../../app/history.ts'
import { useHistory } from '../../app/navigation.ts'
import { HeldBadge } from '../../components/InstrumentState.tsx'
import { useWords } from '../../i18n/language.ts'

const useStyles = makeStyles({
  section: {
    padding: '8px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  hit: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    width: '100%',
    padding: '6px 0',
    border: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    ':hover': { textDecorationLine: 'underline' },
  },
  name: { flex: '1 1 0', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** «Đúng số hiệu». */
export function InstrumentHits({ instruments }: { readonly instruments: readonly Instrument[] }) {
  const styles = useStyles()
  const { t, language } = useWords()
  const history = useHistory()
  if (instruments.length === 0) return null
  return (
    <section className={styles.section} aria-label={t('search.instruments')}>
      <Text size={200} weight="semibold">
        {t('search.instruments')}
      </Text>
      {instruments.map((instrument) => (
        <button
          key={instrument.id}
          type="button"
          className={styles.hit}
          data-search-result
          data-testid="instrument-hit"
          onClick={() =>
            history.navigate(
              instrument.heldDocumentId === null
                ? { screen: 'instrument', id: instrument.id }
                : documentRoute(instrument.heldDocumentId),
            )
          }
        >
          <span className={styles.name}>
            <strong>{instrumentName(instrument, language)}</strong>{' '}
            <span className={styles.quiet}>
              {[
                formatDate(instrument.issuedOn) || t('instrument.unknownDate'),
                instrument.issuer,
                instrument.title,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          <HeldBadge isHeld={instrument.heldDocumentId !== null} />
        </button>
      ))}
    </section>
  )
}
