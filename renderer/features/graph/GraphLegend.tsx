/** The facts drawn come in; a legend goes out that names groups of kinds by words and codes beside their sign and colour. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import { useWords } from '../../i18n/language.ts'
import type { GraphFacts } from './graphFacts.ts'
import { GROUP_COLOURS, GROUP_SHAPES, KIND_GROUPS, type KindGroup, kindGroupOf } from './kindGroups.ts'

const useStyles = makeStyles({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 12px',
    padding: '4px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  entry: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
})

/** The legend: shape and code («NQ», «KH», «BC») tell groups apart without colour, filled or not what the library holds. */
export function GraphLegend({ facts, isDark }: { readonly facts: GraphFacts; readonly isDark: boolean }) {
  const styles = useStyles()
  const { t } = useWords()
  const colours = GROUP_COLOURS[isDark ? 'dark' : 'light']
  const groups = useMemo(
    () => new Set([...facts.nodes.values()].map(({ kind }) => kindGroupOf(kind))),
    [facts],
  )
  return (
    <div className={styles.legend} data-testid="graph-legend">
      <span className={styles.entry}>
        <SignIcon group="course" colour="currentColor" isFilled />
        {t('trace.legendHeld')}
      </span>
      <span className={styles.entry}>
        <SignIcon group="course" colour="currentColor" isFilled={false} />
        {t('trace.legendCited')}
      </span>
      {KIND_GROUPS.filter((group) => groups.has(group)).map((group) => (
        <span key={group} className={styles.entry}>
          <SignIcon group={group} colour={colours[group]} isFilled />
          {t(`tracing.group.${group}`)}
        </span>
      ))}
    </div>
  )
}

interface SignProps {
  readonly group: KindGroup
  readonly colour: string
  readonly isFilled: boolean
}

/** A sign as the picture draws it. */
function SignIcon({ group, colour, isFilled }: SignProps) {
  const corners = GROUP_SHAPES[group]
  const look = { fill: isFilled ? colour : 'none', stroke: colour, strokeWidth: 0.3 }
  return (
    <svg width="12" height="12" viewBox="-1.2 -1.2 2.4 2.4" aria-hidden style={{ forcedColorAdjust: 'none' }}>
      {corners === null ? (
        <circle r="0.95" {...look} />
      ) : (
        <polygon points={corners.map((corner) => corner.join(',')).join(' ')} {...look} />
      )}
    </svg>
  )
}
