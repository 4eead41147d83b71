/** One line of the tree comes in; it goes out as relation in words, name, date, issuer, other ways to it and quotes. */
import { Badge, Button, Link, makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components'
import { ChevronDown16Regular, ChevronRight16Regular, Organization16Regular } from '@fluentui/react-icons'
import { useEffect, useRef, useState } from 'react'
import { formatDate } from '../../../shared/wording/dates.ts'
import { instrumentName, levelWording } from '../../../shared/wording/instruments.ts'
import { relationWording } from '../../../shared/wording/relations.ts'
import { edgeStatusWording } from '../../../shared/wording/tracing.ts'
import { traceRoute } from '../../app/history.ts'
import { useHistory } from '../../app/navigation.ts'
import { chidoTokens } from '../../app/theme.ts'
import { useWords } from '../../i18n/language.ts'
import { EdgePlaces } from '../trace/EdgePlaces.tsx'
import { edgeOf } from './treeEdges.ts'
import type { VisibleLine } from './treeLines.ts'

const INDENT_PX = 20
/** Other ways to an instrument named on its line; the page of the instrument has them all. */
const MOST_OTHER_WAYS = 3

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr)',
    padding: '4px 4px 4px 0',
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  nested: { borderLeft: `1px solid ${chidoTokens.threadForeground}` },
  // In high contrast the library's hover colour would need black letters; there a ring shows instead.
  pointed: {
    backgroundColor: chidoTokens.focusBackground,
    boxShadow: `inset 0 0 0 1px ${tokens.colorTransparentStroke}`,
  },
  context: { opacity: 0.7 },
  fold: { minWidth: '24px', width: '24px', height: '24px', padding: 0 },
  main: { minWidth: 0, overflowWrap: 'anywhere' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '2px 8px', alignItems: 'center' },
  relation: { color: chidoTokens.threadForeground },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  title: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  small: { minWidth: 'auto', height: '22px', padding: '0 6px' },
})

interface Props {
  readonly visible: VisibleLine
  readonly direction: 'implementers' | 'sources'
  readonly nameOf: (instrumentId: number) => string
  readonly isCurrent: boolean
  readonly isPointed: boolean
  /** It shall take the focus: the arrows led here. */
  readonly isWanted: boolean
  readonly onFold: (instrumentId: number, isFolded: boolean) => void
  readonly onPoint: (instrumentId: number | null) => void
  readonly onFocus: () => void
}

/** A line of the tree. */
export function TreeRow(props: Props) {
  const { visible, direction, nameOf, isCurrent, isPointed, isWanted, onFold, onPoint, onFocus } = props
  const styles = useStyles()
  const { t, language } = useWords()
  const history = useHistory()
  const [isShown, setShown] = useState(false)
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isWanted) row.current?.focus({ preventScroll: true })
  }, [isWanted])
  const { line, isContext, hasChildren, isFolded } = visible
  const { instrument, depth, relation } = line
  const name = instrumentName(instrument, language)
  const edge = edgeOf(line, direction)
  return (
    <div
      ref={row}
      role="treeitem"
      aria-level={depth + 1}
      aria-expanded={hasChildren ? !isFolded : undefined}
      aria-selected={isCurrent}
      tabIndex={isCurrent ? 0 : -1}
      data-row={instrument.id}
      data-testid="trace-row"
      className={mergeClasses(
        styles.row,
        depth > 0 && styles.nested,
        isPointed && styles.pointed,
        isContext && styles.context,
      )}
      style={{ marginLeft: depth * INDENT_PX }}
      onMouseEnter={() => onPoint(instrument.id)}
      onFocus={onFocus}
    >
      {hasChildren ? (
        <Button
          appearance="subtle"
          size="small"
          className={styles.fold}
          tabIndex={-1}
          icon={isFolded ? <ChevronRight16Regular /> : <ChevronDown16Regular />}
          aria-label={t(isFolded ? 'trace.expand' : 'trace.collapse', { name })}
          onClick={() => onFold(instrument.id, !isFolded)}
        />
      ) : (
        <span />
      )}
      <div className={styles.main}>
        <div className={styles.line}>
          {relation === null ? null : (
            // Read from the line above: «… được thực hiện bởi Kế hoạch 72-KH/HU», «… thực hiện Nghị quyết 25-NQ/TW».
            <span className={styles.relation}>
              {relationWording(relation, language)[direction === 'implementers' ? 'passive' : 'active']}
            </span>
          )}
          <Link
            className={styles.name}
            tabIndex={-1}
            data-testid="tree-name"
            onClick={() => history.navigate({ screen: 'instrument', id: instrument.id })}
          >
            {name}
          </Link>
          <Badge appearance="outline" color="informative" shape="rounded">
            {levelWording(instrument.level, language)}
          </Badge>
          {instrument.heldDocumentId === null ? (
            <span className={styles.quiet}>{t('reader.notHeld')}</span>
          ) : null}
          {line.status === 'confirmed' ? (
            <span className={styles.quiet}>✓ {edgeStatusWording('confirmed', language)}</span>
          ) : null}
        </div>
        <span className={styles.quiet}>
          {[formatDate(instrument.issuedOn) || t('instrument.unknownDate'), instrument.issuer]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {instrument.title === null || instrument.number === null ? null : (
          <span className={styles.title}>{instrument.title}</span>
        )}
        {line.alsoUnder.slice(0, MOST_OTHER_WAYS).map((way) => (
          <div key={`${way.parentId} ${way.relation}`} className={styles.quiet}>
            {t(way.isCycle ? 'tracing.cycleWith' : 'tracing.alsoUnder', {
              relation: relationWording(way.relation, language)[
                direction === 'implementers' ? 'active' : 'passive'
              ],
              name: nameOf(way.parentId),
            })}
          </div>
        ))}
        <div className={styles.line}>
          {line.evidenceTotal === 0 ? null : (
            <Button
              size="small"
              appearance="subtle"
              className={styles.small}
              aria-expanded={isShown}
              onClick={() => setShown(!isShown)}
              data-testid="show-evidence"
            >
              {isShown
                ? t('instrument.hideEvidence')
                : t('instrument.showEvidence', { n: line.evidenceTotal })}
            </Button>
          )}
          {line.isImpossible ? <span className={styles.quiet}>{t('instrument.impossible')}</span> : null}
          {depth === 0 ? null : (
            <Tooltip content={t('trace.center')} relationship="label">
              <Button
                size="small"
                appearance="subtle"
                className={styles.small}
                icon={<Organization16Regular />}
                onClick={() => history.navigate(traceRoute(instrument.id, direction))}
              />
            </Tooltip>
          )}
        </div>
        {isShown && edge !== null ? <EdgePlaces edge={edge} /> : null}
      </div>
    </div>
  )
}
