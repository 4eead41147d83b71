/** One link of an instrument comes in; its row goes out: who, held or not, quotes on demand, and the verdict on it. */
import { Button, Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { Warning16Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { LinkSide, TracedLink } from '../../../shared/contract/tracing.ts'
import { formatDate } from '../../../shared/wording/dates.ts'
import { instrumentName, validityWording } from '../../../shared/wording/instruments.ts'
import { useHistory } from '../../app/navigation.ts'
import { EvidenceQuote } from '../../components/EvidenceQuote.tsx'
import { HeldBadge } from '../../components/InstrumentState.tsx'
import { useWords } from '../../i18n/language.ts'
import { EdgePlaces } from '../trace/EdgePlaces.tsx'
import { EdgeVerdict } from '../trace/EdgeVerdict.tsx'

const useStyles = makeStyles({
  item: { padding: '6px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  rejected: { opacity: 0.7 },
  line: { display: 'flex', gap: '8px', alignItems: 'flex-start', justifyContent: 'space-between' },
  tools: { display: 'flex', flexWrap: 'wrap', gap: '0 8px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground3 },
  struck: { textDecorationLine: 'line-through' },
  odd: { display: 'flex', alignItems: 'center', gap: '4px', color: tokens.colorNeutralForeground2 },
  small: { minWidth: 'auto', padding: '0 6px', height: '24px' },
})

interface Props {
  readonly instrumentId: number
  readonly side: LinkSide
  readonly link: TracedLink
}

/** A row of a group. */
export function LinkRow({ instrumentId, side, link }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  const history = useHistory()
  const [isShown, setShown] = useState(false)
  const { instrument, evidence, evidenceTotal, status, relation } = link
  const edge =
    side === 'actsOn'
      ? { from: instrumentId, to: instrument.id, relation }
      : { from: instrument.id, to: instrumentId, relation }
  const isRejected = status === 'rejected'
  const isOutOfForce = instrument.validity === 'replaced' || instrument.validity === 'repealed'
  return (
    <li className={mergeClasses(styles.item, isRejected && styles.rejected)} data-testid="link-row">
      <div className={styles.line}>
        <Link
          className={mergeClasses(isRejected && styles.struck)}
          onClick={() => history.navigate({ screen: 'instrument', id: instrument.id })}
          data-testid="linked-instrument"
        >
          {instrumentName(instrument, language)}
        </Link>
        <HeldBadge isHeld={instrument.heldDocumentId !== null} />
      </div>
      <Text size={200} className={styles.quiet}>
        {[
          formatDate(instrument.issuedOn) || t('instrument.unknownDate'),
          instrument.issuer,
          isOutOfForce ? validityWording(instrument.validity, language) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {link.isImpossible ? (
        <span className={styles.odd}>
          <Warning16Regular /> {t('instrument.impossible')}
        </span>
      ) : null}
      {link.isContradicted ? (
        <span className={styles.odd}>
          <Warning16Regular /> {t('tracing.contradicted')}
        </span>
      ) : null}
      <div className={styles.tools}>
        {evidenceTotal === 0 ? null : (
          <Button
            size="small"
            appearance="subtle"
            className={styles.small}
            aria-expanded={isShown}
            onClick={() => setShown(!isShown)}
            data-testid="show-evidence"
          >
            {isShown ? t('instrument.hideEvidence') : t('instrument.showEvidence', { n: evidenceTotal })}
          </Button>
        )}
        <EdgeVerdict
          edge={edge}
          citationId={null}
          status={status}
          decidedBy={link.decidedBy}
          decidedAt={link.decidedAt}
        />
      </div>
      {isShown ? (
        evidenceTotal === 1 && evidence[0] !== undefined ? (
          <EvidenceQuote evidence={evidence[0]} />
        ) : (
          <EdgePlaces edge={edge} />
        )
      ) : null}
    </li>
  )
}
