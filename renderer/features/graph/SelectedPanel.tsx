/** The selected instrument comes in; what it is, its relations in words, and what can be done with it go out. */
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import {
  AddCircle16Regular,
  EyeOff16Regular,
  Open16Regular,
  Pin16Filled,
  Pin16Regular,
} from '@fluentui/react-icons'
import { useMemo } from 'react'
import type { Instrument } from '../../../shared/contract/instrument.ts'
import { instrumentName } from '../../../shared/wording/instruments.ts'
import { relationWording } from '../../../shared/wording/relations.ts'
import { useHistory } from '../../app/navigation.ts'
import { chidoTokens } from '../../app/theme.ts'
import { useWords } from '../../i18n/language.ts'
import { edgeKey, type GraphFacts } from './graphFacts.ts'
import type { VisibleGraph } from './graphFilter.ts'

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
  readonly visible: VisibleGraph
  readonly instrument: Instrument
  readonly isPinned: boolean
  readonly onSelect: (id: number) => void
  readonly onPin: () => void
  readonly onHide: () => void
  readonly onExpand: () => void
}

/** The panel below the list. */
export function SelectedPanel(props: Props) {
  const { facts, visible, instrument, isPinned, onSelect, onPin, onHide, onExpand } = props
  const styles = useStyles()
  const { t, language } = useWords()
  const history = useHistory()
  const { id } = instrument
  const ties = useMemo(
    () =>
      [...facts.edges.values()].filter(
        (edge) => (edge.from === id || edge.to === id) && visible.edgeKeys.has(edgeKey(edge)),
      ),
    [facts, visible, id],
  )
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
        <Button size="small" appearance="subtle" icon={<AddCircle16Regular />} onClick={onExpand}>
          {t('tracing.expand')}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          icon={isPinned ? <Pin16Filled /> : <Pin16Regular />}
          aria-pressed={isPinned}
          onClick={onPin}
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
        {ties.slice(0, MOST_TIES).map((edge) => {
          const isActing = edge.from === id
          const other = facts.nodes.get(isActing ? edge.to : edge.from)
          const words = relationWording(edge.relation, language)
          return other === undefined ? null : (
            <li key={edgeKey(edge)} data-testid="graph-tie">
              <span className={styles.relation}>{isActing ? words.active : words.passive}</span>{' '}
              <Link onClick={() => onSelect(other.id)}>{instrumentName(other, language)}</Link>
            </li>
          )
        })}
      </ul>
      {ties.length > MOST_TIES ? (
        <Text size={200}>{t('tracing.andMore', { n: ties.length - MOST_TIES })}</Text>
      ) : null}
    </section>
  )
}
