/** One side of an instrument's links comes in, grouped by relation and level; it goes out as headings and rows. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { LinkGroup, LinkSide } from '../../../shared/contract/tracing.ts'
import { formatCount } from '../../../shared/wording/dates.ts'
import { levelWording } from '../../../shared/wording/instruments.ts'
import { RELATION_ORDER, relationWording } from '../../../shared/wording/relations.ts'
import { useAnswer } from '../../app/queries.ts'
import { useWords } from '../../i18n/language.ts'
import { LinkRow } from './LinkRow.tsx'

/** Rows added by «Xem thêm». */
const MORE_ROWS = 200

const useStyles = makeStyles({
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, margin: '0 0 4px' },
  relation: {
    margin: '14px 0 2px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    textTransform: 'uppercase',
    color: tokens.colorNeutralForeground2,
  },
  level: {
    margin: '6px 0 0',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
})

interface Props {
  readonly instrumentId: number
  readonly side: LinkSide
  readonly groups: readonly LinkGroup[]
  readonly withRejected: boolean
}

/** Groups of one side; nothing when that side is empty. */
export function LinkGroups({ instrumentId, side, groups, withRejected }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  if (groups.length === 0) return null
  const relations = RELATION_ORDER.filter((relation) => groups.some((group) => group.relation === relation))
  return (
    <section data-testid={`links-${side}`}>
      <h2 className={styles.title}>{t(side === 'actsOn' ? 'instrument.actsOn' : 'instrument.actedOnBy')}</h2>
      {relations.map((relation) => {
        const own = groups.filter((group) => group.relation === relation)
        const words = relationWording(relation, language)
        const total = own.reduce((sum, group) => sum + group.total, 0)
        return (
          <div key={relation}>
            <h3 className={styles.relation}>
              {side === 'actsOn' ? words.heading : words.passiveHeading} ({formatCount(total, language)})
            </h3>
            {own.map((group) => (
              <LevelGroup
                key={group.level}
                instrumentId={instrumentId}
                side={side}
                group={group}
                withRejected={withRejected}
              />
            ))}
          </div>
        )
      })}
    </section>
  )
}

interface LevelProps {
  readonly instrumentId: number
  readonly side: LinkSide
  readonly group: LinkGroup
  readonly withRejected: boolean
}

function LevelGroup({ instrumentId, side, group, withRejected }: LevelProps) {
  const styles = useStyles()
  const { t, language } = useWords()
  const [more, setMore] = useState(0)
  const { relation, level, total } = group
  const rest = useAnswer(
    'tracing.links',
    { id: instrumentId, side, relation, level, withRejected, offset: group.links.length, limit: more || 1 },
    { enabled: more > 0, keepsFormer: true },
  )
  const links = [...group.links, ...(more > 0 ? (rest.data?.links ?? []) : [])]
  return (
    <>
      <h4 className={styles.level}>
        {levelWording(level, language)} ({formatCount(total, language)})
      </h4>
      <ul className={styles.list}>
        {links.map((link) => (
          <LinkRow key={link.instrument.id} instrumentId={instrumentId} side={side} link={link} />
        ))}
      </ul>
      {links.length < total ? (
        <Button
          size="small"
          appearance="subtle"
          disabled={rest.isFetching}
          onClick={() => setMore(more + MORE_ROWS)}
        >
          {t('library.facetMore', { n: total - links.length })}
        </Button>
      ) : null}
    </>
  )
}
