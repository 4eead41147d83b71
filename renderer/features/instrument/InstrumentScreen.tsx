/** An instrument comes in, held or only cited; its page goes out: what it is, whether it is in force, what acts on it. */
import { Button, makeStyles, Switch, Text, tokens } from '@fluentui/react-components'
import {
  ArrowImport20Regular,
  DataScatter20Regular,
  DocumentText20Regular,
  Organization20Regular,
} from '@fluentui/react-icons'
import { useRef, useState } from 'react'
import type { InstrumentPage } from '../../../shared/contract/tracing.ts'
import { formatDate } from '../../../shared/wording/dates.ts'
import { instrumentName, levelWording, systemWording } from '../../../shared/wording/instruments.ts'
import { documentRoute, traceRoute } from '../../app/history.ts'
import { useHistory } from '../../app/navigation.ts'
import { useAnswer } from '../../app/queries.ts'
import { useRememberedScroll } from '../../app/visitMemory.ts'
import { EvidenceQuote } from '../../components/EvidenceQuote.tsx'
import { HeldBadge } from '../../components/InstrumentState.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { useWords } from '../../i18n/language.ts'
import { BasisLineMenu } from '../audit/BasisLineMenu.tsx'
import { useImports } from '../imports/importsState.ts'
import { CitedByList } from '../reader/CitedByList.tsx'
import { NeighbourhoodGraph } from '../trace/NeighbourhoodGraph.tsx'
import { TracingTabs } from '../trace/TracingTabs.tsx'
import { LinkGroups } from './LinkGroups.tsx'
import { ValidityCard } from './ValidityCard.tsx'

const useStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', flex: '1 1 0', minHeight: 0, minWidth: 0 },
  page: { flex: '1 1 0', minHeight: 0, overflowY: 'auto', padding: '20px 32px 48px' },
  content: { display: 'grid', gap: '16px', maxWidth: '1080px', overflowWrap: 'anywhere' },
  head: { display: 'flex', gap: '12px', alignItems: 'center', flexWrap: 'wrap' },
  facts: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  notHeld: {
    padding: '12px 16px',
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
    display: 'grid',
    gap: '8px',
    justifyItems: 'start',
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(340px, 1fr))',
    gap: '24px',
    alignItems: 'start',
  },
  heading: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, margin: '8px 0' },
  graph: {
    height: '380px',
    display: 'flex',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: 'hidden',
  },
})

/** Links of a group shown before «Xem thêm»: a well-known act has dozens of groups. */
const FIRST_LINKS = 10

/** The page of one instrument. */
export function InstrumentScreen({ id }: { readonly id: number }) {
  const styles = useStyles()
  const [asAt, setAsAt] = useState<string | null>(null)
  const [withRejected, setWithRejected] = useState(false)
  const answer = useAnswer(
    'tracing.instrument',
    { id, withRejected, perGroup: FIRST_LINKS, ...(asAt === null ? {} : { asAt }) },
    { keepsFormer: true },
  )
  const page = useRef<HTMLDivElement>(null)
  const noteScroll = useRememberedScroll(page)
  return (
    <div className={styles.screen}>
      <TracingTabs />
      <div ref={page} className={styles.page} onScroll={noteScroll} data-testid="instrument-page">
        <Loaded answer={answer} lines={12}>
          {(found) => (
            <div className={styles.content}>
              <Identity page={found} />
              <ValidityCard reading={found.validity} asAt={asAt} onAsAt={setAsAt} />
              <Actions page={found} />
              <Links page={found} withRejected={withRejected} onWithRejected={setWithRejected} />
              <CitedByList instrumentId={id} headingClass={styles.heading} />
              <Surroundings page={found} />
            </div>
          )}
        </Loaded>
      </div>
    </div>
  )
}

interface Part {
  readonly page: InstrumentPage
}

function Identity({ page: { instrument } }: Part) {
  const styles = useStyles()
  const { t, language } = useWords()
  const imports = useImports()
  const isHeld = instrument.heldDocumentId !== null
  return (
    <>
      <div className={styles.head}>
        <Text as="h1" size={600} weight="semibold" style={{ margin: 0 }}>
          {instrumentName(instrument, language)}
        </Text>
        <HeldBadge isHeld={isHeld} />
      </div>
      <Text className={styles.facts}>
        {[
          formatDate(instrument.issuedOn) || t('instrument.unknownDate'),
          instrument.issuer ?? t('instrument.unknownIssuer'),
          instrument.term === null || instrument.issuer?.includes(instrument.term)
            ? ''
            : t('instrument.term', { term: instrument.term }),
          levelWording(instrument.level, language),
          systemWording(instrument.system, language),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {instrument.title === null ? null : <Text size={400}>{instrument.title}</Text>}
      {isHeld ? null : (
        <div className={styles.notHeld} data-testid="not-held">
          <Text weight="semibold">{t('instrument.notHeld')}</Text>
          <Text>{t('instrument.notHeldBody')}</Text>
          <Button icon={<ArrowImport20Regular />} onClick={() => imports.setOpen(true)}>
            {t('instrument.import')}
          </Button>
        </div>
      )}
    </>
  )
}

function Actions({ page: { instrument } }: Part) {
  const styles = useStyles()
  const { t } = useWords()
  const history = useHistory()
  const { id, heldDocumentId } = instrument
  return (
    <div className={styles.actions}>
      {heldDocumentId === null ? null : (
        <Button
          appearance="primary"
          size="small"
          icon={<DocumentText20Regular />}
          onClick={() => history.navigate(documentRoute(heldDocumentId))}
        >
          {t('instrument.open')}
        </Button>
      )}
      <Button
        size="small"
        icon={<Organization20Regular />}
        onClick={() => history.navigate(traceRoute(id))}
        data-testid="instrument-trace"
      >
        {t('instrument.trace')}
      </Button>
      <Button
        size="small"
        icon={<DataScatter20Regular />}
        onClick={() => history.navigate({ screen: 'graph', id })}
        data-testid="instrument-graph"
      >
        {t('tracing.openGraph')}
      </Button>
      <BasisLineMenu instrumentId={id} />
    </div>
  )
}

interface LinksProps extends Part {
  readonly withRejected: boolean
  readonly onWithRejected: (withRejected: boolean) => void
}

function Links({ page, withRejected, onWithRejected }: LinksProps) {
  const styles = useStyles()
  const { t } = useWords()
  const { instrument, actsOn, actedOnBy, rejected, selfCitations } = page
  return (
    <>
      {rejected === 0 ? null : (
        <Switch
          label={t('tracing.showRejected', { n: rejected })}
          checked={withRejected}
          onChange={(_, data) => onWithRejected(data.checked)}
          data-testid="show-rejected"
        />
      )}
      {actsOn.length + actedOnBy.length === 0 ? (
        <Text className={styles.facts}>{t('instrument.noLinks')}</Text>
      ) : (
        <div className={styles.columns}>
          <LinkGroups
            instrumentId={instrument.id}
            side="actedOnBy"
            groups={actedOnBy}
            withRejected={withRejected}
          />
          <LinkGroups
            instrumentId={instrument.id}
            side="actsOn"
            groups={actsOn}
            withRejected={withRejected}
          />
        </div>
      )}
      {selfCitations.length === 0 ? null : (
        <section>
          <h3 className={styles.heading}>{t('tracing.selfCitations')}</h3>
          {selfCitations.map((place) => (
            <EvidenceQuote key={place.citationId} evidence={place} />
          ))}
        </section>
      )}
    </>
  )
}

function Surroundings({ page: { instrument, actsOn, actedOnBy } }: Part) {
  const styles = useStyles()
  const { t } = useWords()
  if (actsOn.length + actedOnBy.length === 0) return null
  return (
    <section>
      <h3 className={styles.heading}>{t('instrument.graph')}</h3>
      <div className={styles.graph}>
        <NeighbourhoodGraph instrumentId={instrument.id} />
      </div>
    </section>
  )
}
