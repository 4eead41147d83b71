/** The facts drawn come in; a legend goes out that names groups of kinds by words and codes beside their colour. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import { useWords } from '../../i18n/language.ts'
import type { GraphFacts } from './graphFacts.ts'
import { GROUP_COLOURS, KIND_GROUPS, kindGroupOf } from './kindGroups.ts'

const useStyles = makeStyles({
  legend: {
    position: 'absolute',
    left: '12px',
    bottom: '8px',
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 12px',
    maxWidth: 'calc(100% - 200px)',
    padding: '4px 8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    opacity: 0.95,
  },
  entry: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
  sign: {
    display: 'inline-block',
    width: '10px',
    height: '10px',
    borderRadius: '50%',
    boxSizing: 'border-box',
    border: `2px solid ${tokens.colorNeutralForeground2}`,
  },
  full: { backgroundColor: tokens.colorNeutralForeground2 },
})

/** The legend. Groups are also told by the codes in each number («NQ», «KH», «BC»), so it reads without colour. */
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
        <span className={`${styles.sign} ${styles.full}`} />
        {t('trace.legendHeld')}
      </span>
      <span className={styles.entry}>
        <span className={styles.sign} />
        {t('trace.legendCited')}
      </span>
      {KIND_GROUPS.filter((group) => groups.has(group)).map((group) => (
        <span key={group} className={styles.entry}>
          <span
            className={styles.sign}
            style={{ backgroundColor: colours[group], borderColor: colours[group] }}
          />
          {t(`tracing.group.${group}`)}
        </span>
      ))}
    </div>
  )
}
