/** The frame around every screen: rail, top bar, the screen of the current place, import panel and status bar. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { PageBoundary } from '../components/PageBoundary.tsx'
import { DropZone } from '../features/imports/DropZone.tsx'
import { ImportPanel } from '../features/imports/ImportPanel.tsx'
import { ImportsContext, useImportsState } from '../features/imports/importsState.ts'
import { CommandPalette } from '../features/search/CommandPalette.tsx'
import { useHistory, usePlace } from './navigation.ts'
import { Rail } from './Rail.tsx'
import { ScreenOf } from './ScreenOf.tsx'
import { StatusBar } from './StatusBar.tsx'
import { TopBar } from './TopBar.tsx'

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gridTemplateRows: 'auto minmax(0, 1fr) auto',
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  rail: { gridRow: '1 / 3' },
  screen: {
    display: 'flex',
    minWidth: 0,
    minHeight: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    borderTopLeftRadius: tokens.borderRadiusLarge,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  main: { flex: '1 1 0', minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' },
  status: { gridColumn: '1 / 3' },
})

/** Alt+← and Alt+→, and the side buttons of a mouse, walk through the visited places. */
function useHistoryKeys(): void {
  const history = useHistory()
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.shiftKey) return
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
      event.preventDefault()
      if (event.key === 'ArrowLeft') history.back()
      else history.forward()
    }
    const onMouse = (event: MouseEvent): void => {
      if (event.button === 3) history.back()
      if (event.button === 4) history.forward()
    }
    window.addEventListener('keydown', onKey)
    window.addEventListener('mouseup', onMouse)
    return () => {
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('mouseup', onMouse)
    }
  }, [history])
}

/** The shell of an open library. */
export function Shell() {
  const styles = useStyles()
  const { visit } = usePlace()
  const [isImportOpen, setImportOpen] = useState(false)
  const imports = useImportsState(isImportOpen, setImportOpen)
  useHistoryKeys()
  return (
    <ImportsContext value={imports}>
      <div className={styles.root} data-testid="shell">
        <div className={styles.rail}>
          <Rail />
        </div>
        <TopBar />
        <div className={styles.screen}>
          <main className={styles.main}>
            <PageBoundary key={visit}>
              <ScreenOf />
            </PageBoundary>
          </main>
          {isImportOpen ? <ImportPanel /> : null}
        </div>
        <div className={styles.status}>
          <StatusBar />
        </div>
        <DropZone />
        <CommandPalette />
      </div>
    </ImportsContext>
  )
}
