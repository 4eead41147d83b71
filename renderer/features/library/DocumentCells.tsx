/** A document row, or none while its page is on its way, comes in; the cells of its line go out. */
import { Badge, makeStyles, mergeClasses, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components'
import { Flag16Regular } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import type { DocumentRow } from '../../../shared/contract/views.ts'
import { formatCount, formatDate } from '../../../shared/wording/dates.ts'
import { printedNumber } from '../../../shared/wording/instruments.ts'
import { useWords } from '../../i18n/language.ts'
import { COLUMNS, type Column } from './columns.ts'

const useStyles = makeStyles({
  cell: {
    paddingLeft: '12px',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    lineHeight: '18px',
  },
  number: { display: 'flex', alignItems: 'center', gap: '4px', fontWeight: tokens.fontWeightSemibold },
  numberText: { overflow: 'hidden', textOverflow: 'ellipsis' },
  title: {
    display: '-webkit-box',
    whiteSpace: 'normal',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  right: { textAlign: 'right', paddingRight: '16px', fontVariantNumeric: 'tabular-nums' },
  withBadge: { display: 'flex', gap: '6px', alignItems: 'center' },
  flag: { flex: '0 0 auto' },
  skeleton: { gridColumn: '1 / -1', padding: '0 12px' },
})

interface Props {
  readonly row: DocumentRow | undefined
}

/** Cells in the order of `COLUMNS`. */
export function DocumentCells({ row }: Props) {
  const styles = useStyles()
  const { t } = useWords()
  if (row === undefined) {
    return (
      <Skeleton className={styles.skeleton} aria-label={t('app.loading')}>
        <SkeletonItem size={16} />
      </Skeleton>
    )
  }
  return COLUMNS.map(({ name }) => <DocumentCell key={name} name={name} row={row} />)
}

interface CellProps {
  readonly name: Column['name']
  readonly row: DocumentRow
}

function DocumentCell({ name, row }: CellProps): ReactElement {
  const styles = useStyles()
  const { t, language } = useWords()
  const number = printedNumber(row)
  const cell = { role: 'gridcell', 'data-column': name, tabIndex: -1 }
  switch (name) {
    case 'number':
      return (
        <div {...cell} className={mergeClasses(styles.cell, styles.number)} title={number}>
          <span className={mergeClasses(styles.numberText, number === '' && styles.quiet)}>
            {number === '' ? t('library.noNumber') : number}
          </span>
          {row.needsReview ? (
            <Flag16Regular
              className={styles.flag}
              title={t('library.needsReview')}
              aria-label={t('library.needsReview')}
            />
          ) : null}
        </div>
      )
    case 'issuedOn':
      return (
        <div {...cell} className={styles.cell}>
          {formatDate(row.issuedOn)}
        </div>
      )
    case 'kind':
      return (
        <div {...cell} className={styles.cell} title={row.kind ?? undefined}>
          {row.kind}
        </div>
      )
    case 'titleColumn':
      return (
        <div
          {...cell}
          className={mergeClasses(styles.cell, row.unreadCode !== null && styles.withBadge)}
          title={row.title ?? row.fileName}
        >
          <span className={mergeClasses(styles.title, row.title === null && styles.quiet)}>
            {row.title ?? row.fileName}
          </span>
          {row.unreadCode === null ? null : (
            <Badge appearance="outline" color="informative" size="small" data-testid="unread-badge">
              {t('library.unread')}
            </Badge>
          )}
        </div>
      )
    case 'issuer':
      return (
        <div {...cell} className={styles.cell} title={row.issuer ?? undefined}>
          <span className={styles.title}>{row.issuer}</span>
        </div>
      )
    case 'cites':
      return (
        <div {...cell} className={mergeClasses(styles.cell, styles.right)}>
          {formatCount(row.citationCount, language)}
        </div>
      )
    case 'citedBy':
      return (
        <div {...cell} className={mergeClasses(styles.cell, styles.right)}>
          {formatCount(row.citedByCount, language)}
        </div>
      )
  }
}
