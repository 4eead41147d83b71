/** The files of one import come in from the cache; a virtual list of their outcomes goes out. */
import { Link, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import {
  CheckmarkCircle16Regular,
  Clock16Regular,
  CopyArrowRight16Regular,
  DocumentDismiss16Regular,
  ErrorCircle16Regular,
  FolderZip16Regular,
  RecordStop16Regular,
} from '@fluentui/react-icons'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactElement, useMemo, useRef } from 'react'
import type { ImportItem } from '../../../shared/contract/views.ts'
import { fileNameOf, itemFailureSentence } from '../../../shared/wording/errors.ts'
import { importItemWording, isKeptUnread } from '../../../shared/wording/imports.ts'
import { documentRoute } from '../../app/history.ts'
import { useHistory } from '../../app/navigation.ts'
import { useAnswer } from '../../app/queries.ts'
import { useWords } from '../../i18n/language.ts'
import { containerOf, containersAmong } from './containers.ts'
import { itemsParams } from './importsState.ts'
import { PasswordPrompt } from './PasswordPrompt.tsx'

const useStyles = makeStyles({
  scroller: { flex: '1 0 240px', overflowY: 'auto' },
  list: { position: 'relative', margin: 0, padding: 0 },
  item: {
    position: 'absolute',
    left: 0,
    right: 0,
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: '6px',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  name: { overflowWrap: 'anywhere' },
  link: { display: 'inline', font: 'inherit', textAlign: 'left' },
  detail: { gridColumn: 2, color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
})

const STATE_ICONS: Readonly<Record<ImportItem['state'], ReactElement>> = {
  waiting: <Clock16Regular />,
  reading: <Spinner size="extra-tiny" />,
  imported: <CheckmarkCircle16Regular />,
  duplicate: <CopyArrowRight16Regular />,
  opened: <FolderZip16Regular />,
  failed: <ErrorCircle16Regular />,
  cancelled: <RecordStop16Regular />,
}

const NO_ITEMS: readonly ImportItem[] = []

interface Props {
  readonly jobId: number
  readonly isFailedOnly: boolean
}

/** One line a file: its state, what became of it, and the failure in words. */
export function ImportItems({ jobId, isFailedOnly }: Props) {
  const styles = useStyles()
  const { t } = useWords()
  const answer = useAnswer('import.items', itemsParams(jobId))
  const all = answer.data?.items ?? NO_ITEMS
  const containers = useMemo(() => containersAmong(all), [all])
  const items = isFailedOnly ? all.filter(({ state }) => state === 'failed') : all
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 52,
    getItemKey: (index) => items[index]?.path ?? index,
    overscan: 8,
  })
  return (
    <div ref={scroller} className={styles.scroller} data-testid="import-items">
      <ul className={styles.list} style={{ height: virtual.getTotalSize() }} aria-label={t('imports.items')}>
        {virtual.getVirtualItems().map((row) => {
          const item = items[row.index]
          if (item === undefined) return null
          return (
            <li
              key={row.key}
              ref={virtual.measureElement}
              data-index={row.index}
              data-testid="import-item"
              data-state={item.state}
              className={styles.item}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              {isKeptUnread(item) ? <DocumentDismiss16Regular /> : STATE_ICONS[item.state]}
              <Text className={styles.name} title={item.path}>
                {fileNameOf(item.path)}
              </Text>
              <ItemDetail item={item} jobId={jobId} container={containerOf(item.path, containers)} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

interface DetailProps {
  readonly item: ImportItem
  readonly jobId: number
  /** The archive or mail the file was found in. */
  readonly container: string | null
}

function ItemDetail({ item, jobId, container }: DetailProps) {
  const styles = useStyles()
  const { t, language } = useWords()
  const history = useHistory()
  const { documentId, failure } = item
  const words = failure === null ? importItemWording(item, language) : itemFailureSentence(item, language)
  return (
    <div className={styles.detail}>
      <Text size={200}>
        {container === null ? null : `${t('imports.inside', { name: fileNameOf(container) })} · `}
        {words}
        {documentId === null ? null : (
          <>
            {' · '}
            <Link inline className={styles.link} onClick={() => history.navigate(documentRoute(documentId))}>
              {(failure === null ? item.title : null) ?? t('imports.openItem')}
            </Link>
          </>
        )}
      </Text>
      {failure?.code === 'password_protected' ? <PasswordPrompt jobId={jobId} path={item.path} /> : null}
    </div>
  )
}
