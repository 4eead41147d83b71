/** A citation pointed at comes in; the card of its instrument goes out: title, issuer, date, held or not, and why. */
import { Button, makeStyles, Popover, PopoverSurface, Text, tokens } from '@fluentui/react-components'
import type { StoredCitation } from '../../../shared/contract/views.ts'
import { formatDate } from '../../../shared/wording/dates.ts'
import { validityWording } from '../../../shared/wording/instruments.ts'
import { resolutionReason } from '../../../shared/wording/resolutions.ts'
import { HeldBadge } from '../../components/InstrumentState.tsx'
import { useWords } from '../../i18n/language.ts'
import { CandidateChoice } from './CandidateChoice.tsx'
import { citationName, citedFacts, stateOf } from './citationState.ts'

const useStyles = makeStyles({
  card: { display: 'flex', flexDirection: 'column', gap: '6px', width: '380px', padding: '12px 16px' },
  head: { display: 'flex', gap: '8px', alignItems: 'flex-start', justifyContent: 'space-between' },
  title: {
    display: '-webkit-box',
    WebkitLineClamp: 5,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  actions: { display: 'flex', gap: '8px', flexWrap: 'wrap', marginTop: '4px' },
})

interface Props {
  readonly citation: StoredCitation
  readonly element: HTMLElement
  readonly text: string
  readonly ownInstrumentId: number
  readonly onClose: () => void
  readonly onEnter: () => void
  readonly onLeave: () => void
  readonly onFollow: (citationId: number) => void
  readonly onInstrument: (instrumentId: number) => void
}

/** The hover and focus card of a citation. */
export function CitationCard({ citation, element, text, ownInstrumentId, onClose, ...act }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  const state = stateOf(citation, ownInstrumentId)
  const facts = citedFacts(citation)
  const { instrument, instrumentId } = citation
  return (
    <Popover
      open
      positioning={{ target: element, position: 'below', align: 'start', offset: 4 }}
      onOpenChange={(_, data) => {
        if (!data.open) onClose()
      }}
      unstable_disableAutoFocus
    >
      <PopoverSurface
        className={styles.card}
        aria-label={citationName(citation)}
        onMouseEnter={act.onEnter}
        onMouseLeave={act.onLeave}
        data-testid="citation-card"
      >
        <div className={styles.head}>
          <Text weight="semibold" size={400}>
            {citationName(citation)}
          </Text>
          {state === 'held' || state === 'notHeld' ? <HeldBadge isHeld={state === 'held'} /> : null}
        </div>
        <Text className={styles.quiet}>
          {[
            formatDate(facts.issuedOn) || t('instrument.unknownDate'),
            facts.issuer ?? t('instrument.unknownIssuer'),
          ].join(' · ')}
        </Text>
        {facts.title === null ? null : <Text className={styles.title}>{facts.title}</Text>}
        {instrument === null || instrument.validity === 'unknown' ? null : (
          <Text weight="semibold">{validityWording(instrument.validity, language)}</Text>
        )}
        <Text size={200} className={styles.quiet}>
          {state === 'itself'
            ? t('reader.itself')
            : t('reader.why', { reason: resolutionReason(citation, language) })}
          {citation.unverified ? ` · ${t('reader.unverified')}` : ''}
        </Text>
        {text.slice(citation.start, citation.end) === citation.raw ? null : (
          <Text size={200}>{t('reader.asWritten', { text: citation.raw })}</Text>
        )}
        {state === 'ambiguous' || citation.resolution === 'decided' ? (
          <CandidateChoice citation={citation} onDecided={onClose} />
        ) : null}
        {state === 'ambiguous' || instrumentId === null ? null : (
          <div className={styles.actions}>
            {state === 'held' ? (
              <Button size="small" appearance="primary" onClick={() => act.onFollow(citation.id)}>
                {t('reader.follow')}
              </Button>
            ) : null}
            <Button size="small" onClick={() => act.onInstrument(instrumentId)}>
              {t('reader.followInstrument')}
            </Button>
          </div>
        )}
      </PopoverSurface>
    </Popover>
  )
}
