/** Files dragged over the window come in; a veil invites to drop them, and their paths go to an import. */
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { ArrowImport24Regular } from '@fluentui/react-icons'
import { useEffect, useState } from 'react'
import { useWords } from '../../i18n/language.ts'
import { pathsOf } from '../../library.ts'
import { useImports } from './importsState.ts'

const useStyles = makeStyles({
  veil: {
    position: 'fixed',
    inset: '12px',
    zIndex: 1000,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '12px',
    border: `2px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    opacity: 0.94,
    pointerEvents: 'none',
  },
})

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** The whole window as a drop target. */
export function DropZone() {
  const styles = useStyles()
  const { t } = useWords()
  const { start } = useImports()
  const [isOver, setOver] = useState(false)

  useEffect(() => {
    const onOver = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
      setOver(true)
    }
    const onLeave = (event: DragEvent): void => {
      // Leaving for nothing at all is leaving the window; every other leave is a step between elements.
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(false)
      void start(pathsOf([...(event.dataTransfer?.files ?? [])]))
    }
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [start])

  if (!isOver) return null
  return (
    <div className={styles.veil} data-testid="drop-veil">
      <ArrowImport24Regular />
      <Text size={500} weight="semibold">
        {t('imports.dropOverlay')}
      </Text>
      <Text>{t('imports.dropBody')}</Text>
    </div>
  )
}
