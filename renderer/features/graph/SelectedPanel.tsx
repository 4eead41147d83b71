/** The selected instrument comes in; what it is, its relations in words, and what can be done with it go out. */
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import {
  AddCircle16Regular,
  ChevronDown16Regular,
  ChevronRight16Regular,
  EyeOff16Regular,
  Molecule16Regular,
  Open16Regular,
  Pin16Filled,
  Pin16Regular,
} from '@fluentui/react-icons'
import { useState } from 'react'
import { instrumentName } from '../../../shared/wording/instruments.ts'
import { relationWording } from '../../../shared/wording/relations.ts'
import { useHistory } from '../../app/navigation.ts'
import { chidoTokens } from '../../app/theme.ts'
import { useWords } from '../../i18n/language.ts'
import { EdgePlaces } from '../trace/EdgePlaces.tsx'
import { type EdgeFact, edgeKey, type FactNode, type GraphFacts } from './graphFacts.ts'

/** Relations listed; the instrument's own page has them all. */
const MOST_TIES = 60

const useStyles = makeStyles({
  panel: {
    flex: '0 1 45%',
    minHeight: 0,
    overflowY: 'auto',
    padding: '8px 12px 16px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  tools: { display: 'flex', flexWrap: 'wrap', gap: '2px', margin: '4px 0' },
  list: { listStyleType: 'none', margin: 0, padding: 0, fontSize: tokens.fontSizeBase200 },
  relation: { color: chidoTokens.threadForeground },
  tie: { position: 'relative', padding: '1px 0 1px 22px' },
  disclose: {
    position: 'absolute',
    left: 0,
    top: 0,
    minWidth: '20px',
    width: '20px',
    height: '20px',
    padding: 0,
  },
  title: {
    display: '-webkit-box',
    WebkitLineClamp: 3,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    color: tokens.colorNeutralForeground2,
  },
})

interface Props {
  readonly facts: GraphFacts
  /** Its edges, as far as the filter leaves them. */
  readonly edges: readonly EdgeFact[]
  readonly instrument: FactNode
  /** Whether the picture has room for it. */
  readonly isDrawn: boolean
  readonly isPinned: boolean
  readonly onSelect: (id: number) => void
  readonly onPin: () => void
  readonly onHide: () => void
  readonly onExpand: () => void
}

/** The panel below the list. */
export function SelectedPanel(props: Props) {
  const { facts, edges, instrument, isDrawn, isPinned, onSelect, onPin, onHide, onExpand } = props
  const styles = useStyles()
  const { t, language } = useWords()
  const history = useHistory()
  const { id } = instrument
  return (
    <section
      className={styles.panel}
      aria-label={instrumentName(instrument, language)}
      data-testid="graph-selected"
    >
      <Text weight="semibold">{instrumentName(instrument, language)}</Text>
      {instrument.number === null ? null : (
        <Text size={200} className={styles.title}>
          {instrument.title}
        </Text>
      )}
      {isDrawn ? null : <Text size={200}>{t('tracing.notDrawn')}</Text>}
      <div className={styles.tools}>
        <Button
          size="small"
          appearance="subtle"
          icon={<Open16Regular />}
          onClick={() => history.navigate({ screen: 'instrument', id })}
          data-testid="graph-open"
        >
          {t('app.open')}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          icon={<AddCircle16Regular />}
          onClick={onExpand}
          data-testid="graph-expand"
        >
          {t('tracing.expand')}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          icon={<Molecule16Regular />}
          onClick={() => history.navigate({ screen: 'graph', id })}
          data-testid="graph-around"
        >
          {t('tracing.graphAround')}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          icon={isPinned ? <Pin16Filled /> : <Pin16Regular />}
          aria-pressed={isPinned}
          onClick={onPin}
          data-testid="graph-pin"
        >
          {t('tracing.pin')}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          icon={<EyeOff16Regular />}
          onClick={onHide}
          data-testid="graph-hide"
        >
          {t('tracing.hide')}
        </Button>
      </div>
      <ul className={styles.list}>
        {edges.slice(0, MOST_TIES).map((edge) => {
          const other = facts.nodes.get(edge.from === id ? edge.to : edge.from)
          return other === undefined ? null : (
            <Tie key={edgeKey(edge)} edge={edge} id={id} other={other} onSelect={onSelect} />
          )
        })}
      </ul>
      {edges.length > MOST_TIES ? (
        <Text size={200}>{t('tracing.andMore', { n: edges.length - MOST_TIES })}</Text>
      ) : null}
    </section>
  )
}

interface TieProps {
  readonly edge: EdgeFact
  readonly id: number
  readonly other: FactNode
  readonly onSelect: (id: number) => void
}

/** One relation in words; its sentences are asked for once a person wants to see them. */
function Tie({ edge, id, other, onSelect }: TieProps) {
  const { from, to, relation, state } = edge
  const styles = useStyles()
  const { t, language } = useWords()
  const [isOpen, setOpen] = useState(false)
  const words = relationWording(relation, language)
  return (
    <li className={styles.tie} data-testid="graph-tie">
      <Button
        size="small"
        appearance="transparent"
        className={styles.disclose}
        icon={isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
        aria-expanded={isOpen}
        aria-label={t('tracing.evidenceOf', { name: instrumentName(other, language) })}
        onClick={() => setOpen(!isOpen)}
        data-testid="graph-evidence"
      />
      <span className={styles.relation}>{from === id ? words.active : words.passive}</span>{' '}
      <Link onClick={() => onSelect(other.id)}>{instrumentName(other, language)}</Link>
      {state === 'proposed' ? null : ` · ${t(`tracing.edgeState.${state}`)}`}
      {isOpen ? <EdgePlaces edge={{ from, to, relation }} /> : null}
    </li>
  )
}
