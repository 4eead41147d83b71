/** The library as a list: filters at the left, the table, and a quick view of the row chosen at the right. */
import { Button, makeStyles } from '@fluentui/react-components'
import { ArrowImport24Regular, Filter24Regular } from '@fluentui/react-icons'
import { documentRoute, type Route } from '../../app/history.ts'
import { useHistory } from '../../app/navigation.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { FilterPanel } from '../../components/FilterPanel.tsx'
import { isFiltered } from '../../components/filterValues.ts'
import { Loaded } from '../../components/Loaded.tsx'
import { useWords } from '../../i18n/language.ts'
import { useImports } from '../imports/importsState.ts'
import { DocumentTable } from './DocumentTable.tsx'
import { useFirstPage } from './documentPages.ts'
import { QuickView } from './QuickView.tsx'

const useStyles = makeStyles({
  screen: { display: 'flex', flex: '1 1 0', minHeight: 0, minWidth: 0, containerType: 'inline-size' },
  filters: { display: 'flex', minHeight: 0, '@container (max-width: 640px)': { display: 'none' } },
  quick: { display: 'flex', minHeight: 0, '@container (max-width: 1000px)': { display: 'none' } },
  middle: { display: 'flex', flexDirection: 'column', flex: '1 1 0', minWidth: 0, minHeight: 0 },
})

interface Props {
  readonly route: Extract<Route, { screen: 'library' }>
}

/** The library screen. */
export function LibraryScreen({ route }: Props) {
  const styles = useStyles()
  const { t } = useWords()
  const history = useHistory()
  const imports = useImports()
  const first = useFirstPage(route)
  const change = (part: Partial<typeof route>): void => history.replace({ ...route, ...part })
  return (
    <Loaded answer={first} lines={14}>
      {({ total, facets }) =>
        total === 0 && !isFiltered(route.filter) ? (
          <EmptyState
            icon={<ArrowImport24Regular />}
            title={t('library.emptyTitle')}
            body={t('library.emptyBody')}
            actions={
              <Button appearance="primary" onClick={() => imports.setOpen(true)}>
                {t('top.import')}
              </Button>
            }
          />
        ) : (
          <div className={styles.screen}>
            <div className={styles.filters}>
              <FilterPanel
                facets={facets}
                filter={route.filter}
                onChange={(filter) => change({ filter, selectedId: null })}
              />
            </div>
            <div className={styles.middle}>
              {total === 0 ? (
                <EmptyState
                  icon={<Filter24Regular />}
                  title={t('library.noMatchTitle')}
                  body={t('library.noMatchBody')}
                  actions={
                    <Button onClick={() => change({ filter: {} })}>{t('library.clearFilters')}</Button>
                  }
                />
              ) : (
                <DocumentTable
                  listing={route}
                  total={total}
                  selectedId={route.selectedId}
                  onSelect={(selectedId) => change({ selectedId })}
                  onOpen={(id) => history.navigate(documentRoute(id))}
                  onSort={(sort, isDescending) => change({ sort, isDescending })}
                />
              )}
            </div>
            <div className={styles.quick}>
              <QuickView documentId={route.selectedId} />
            </div>
          </div>
        )
      }
    </Loaded>
  )
}
