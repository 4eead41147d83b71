/** The library as a list: filters at the left, actions and the table, and a quick view of the row shown at the right. */
import { Button, makeStyles } from '@fluentui/react-components'
import { ArrowImport24Regular, Filter24Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import { documentRoute, libraryRoute, type Route } from '../../app/history.ts'
import { useHistory } from '../../app/navigation.ts'
import { useAnswer } from '../../app/queries.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { FilterPanel } from '../../components/FilterPanel.tsx'
import { isFiltered } from '../../components/filterValues.ts'
import { Loaded } from '../../components/Loaded.tsx'
import { useWords } from '../../i18n/language.ts'
import { DoneNotice } from '../dossiers/DoneNotice.tsx'
import { DossierManager } from '../dossiers/DossierManager.tsx'
import { ExportDialog } from '../dossiers/ExportDialog.tsx'
import { FilingDialog } from '../dossiers/FilingDialog.tsx'
import type { Done } from '../dossiers/useFiling.ts'
import { useImports } from '../imports/importsState.ts'
import { DocumentTable } from './DocumentTable.tsx'
import { useFirstPage } from './documentPages.ts'
import { type LibraryAction, LibraryActions } from './LibraryActions.tsx'
import { QuickView } from './QuickView.tsx'
import { RowMenu } from './RowMenu.tsx'
import { allRows, chosenDocuments, countChosen, noRows, onlyRows, type RowChoice } from './rowChoice.ts'

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
  const status = useAnswer('library.status', {})
  const [choice, setChoice] = useChoice(route)
  const [action, setAction] = useState<LibraryAction | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const [menuPlace, setMenuPlace] = useState<{ readonly x: number; readonly y: number } | null>(null)
  const isReadOnly = status.data?.isReadOnly ?? false
  const change = (part: Partial<typeof route>): void => history.replace({ ...route, ...part })
  const begin = (next: LibraryAction): void => {
    setDone(null)
    setAction(next)
  }
  return (
    <Loaded answer={first} lines={14}>
      {({ total, facets }) => {
        if (total === 0 && !isFiltered(route.filter)) {
          return (
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
          )
        }
        const chosen = countChosen(choice, total)
        const scope = {
          chosen,
          chosenDocuments: chosenDocuments(choice, route.filter),
          listed: total,
          filter: route.filter,
        }
        return (
          <div className={styles.screen}>
            <div className={styles.filters}>
              <FilterPanel
                facets={facets}
                filter={route.filter}
                onChange={(filter) => change({ filter, selectedId: null })}
              />
            </div>
            <div className={styles.middle}>
              <LibraryActions
                chosen={chosen}
                isReadOnly={isReadOnly}
                onClear={() => setChoice(noRows)}
                onAction={begin}
              />
              <DoneNotice done={done} onClose={() => setDone(null)} />
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
                  shownId={route.selectedId}
                  choice={choice}
                  onChoose={setChoice}
                  onShow={(selectedId) => change({ selectedId })}
                  onOpen={(id) => history.navigate(documentRoute(id))}
                  onSort={(sort, isDescending) => change({ sort, isDescending })}
                  onMenu={setMenuPlace}
                />
              )}
            </div>
            <div className={styles.quick}>
              <QuickView documentId={route.selectedId} />
            </div>
            {menuPlace === null ? null : (
              <RowMenu
                place={menuPlace}
                isReadOnly={isReadOnly}
                onOpen={() => route.selectedId !== null && history.navigate(documentRoute(route.selectedId))}
                onAction={begin}
                onChooseAll={() => setChoice(allRows)}
                onClose={() => setMenuPlace(null)}
              />
            )}
            {action === 'add' || action === 'takeOut' || action === 'fromFolders' ? (
              <FilingDialog mode={action} scope={scope} onClose={() => setAction(null)} onDone={setDone} />
            ) : null}
            {action === 'export' ? <ExportDialog scope={scope} onClose={() => setAction(null)} /> : null}
            {action === 'manage' ? (
              <DossierManager
                isReadOnly={isReadOnly}
                onClose={() => setAction(null)}
                onShow={(name) => {
                  setAction(null)
                  history.navigate({ ...libraryRoute, filter: { dossier: [name] } })
                }}
              />
            ) : null}
          </div>
        )
      }}
    </Loaded>
  )
}

/** The choice belongs to a filter: under another one it starts with the row shown. */
function useChoice({ filter, selectedId }: Props['route']): [RowChoice, (choice: RowChoice) => void] {
  const key = JSON.stringify(filter)
  const start = selectedId === null ? noRows : onlyRows([selectedId])
  const [kept, keep] = useState({ key, choice: start })
  return [kept.key === key ? kept.choice : start, (choice) => keep({ key, choice })]
}
