/** A column and the present order come in; its title goes out: a click sorts, the menu beside it says which way. */
import {
  Button,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { ArrowDown12Regular, ArrowUp12Regular, ChevronDown12Regular } from '@fluentui/react-icons'
import type { DocumentSort } from '../../app/history.ts'
import { useWords } from '../../i18n/language.ts'
import type { Column } from './columns.ts'
import type { Listing } from './documentPages.ts'

const useStyles = makeStyles({
  cell: {
    display: 'flex',
    alignItems: 'center',
    minWidth: 0,
    height: '32px',
    paddingLeft: '12px',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
  },
  title: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    minWidth: 0,
    padding: 0,
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  menu: { minWidth: '20px', width: '20px', height: '20px', padding: 0 },
})

interface Props {
  readonly column: Column
  readonly listing: Listing
  readonly onSort: (sort: DocumentSort, isDescending: boolean) => void
}

/** One title of the table. */
export function HeaderCell({ column, listing, onSort }: Props) {
  const styles = useStyles()
  const { t } = useWords()
  const { sort, startsDescending } = column
  const title = t(`library.${column.name}`)
  if (sort === null) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: part of a virtual grid, no table elements there
      <div className={styles.cell} role="columnheader" tabIndex={-1} data-column={column.name}>
        <span className={styles.text}>{title}</span>
      </div>
    )
  }
  const isCurrent = listing.sort === sort
  const direction = isCurrent ? (listing.isDescending ? 'descending' : 'ascending') : 'none'
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above
    <div
      className={styles.cell}
      role="columnheader"
      tabIndex={-1}
      aria-sort={direction}
      data-column={column.name}
    >
      <button
        type="button"
        className={styles.title}
        data-testid={`sort-${sort}`}
        onClick={() => onSort(sort, isCurrent ? !listing.isDescending : startsDescending)}
      >
        <span className={styles.text}>{title}</span>
        {isCurrent ? listing.isDescending ? <ArrowDown12Regular /> : <ArrowUp12Regular /> : null}
      </button>
      <Menu
        checkedValues={{ order: [direction] }}
        onCheckedValueChange={(_, data) => onSort(sort, data.checkedItems[0] === 'descending')}
      >
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="transparent"
            className={styles.menu}
            icon={<ChevronDown12Regular />}
            aria-label={t('library.columnMenu', { column: title })}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItemRadio name="order" value="ascending">
              {t('library.sortAscending')}
            </MenuItemRadio>
            <MenuItemRadio name="order" value="descending">
              {t('library.sortDescending')}
            </MenuItemRadio>
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  )
}
