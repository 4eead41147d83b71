/** The watched folders of the library come in; out goes the list with what each brought, and ways to add and stop one. */
import { Button, makeStyles, Text, Tooltip, tokens } from '@fluentui/react-components'
import { Dismiss16Regular, Folder16Regular, FolderProhibited16Regular } from '@fluentui/react-icons'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Failure, Result } from '../../../shared/contract/result.ts'
import type { WatchedFolder } from '../../../shared/contract/views.ts'
import { formatCount } from '../../../shared/wording/dates.ts'
import { fileNameOf } from '../../../shared/wording/errors.ts'
import { queryOf, useAnswer } from '../../app/queries.ts'
import { FailureBar } from '../../components/FailureMessage.tsx'
import { useWords } from '../../i18n/language.ts'
import { invoke, on } from '../../library.ts'

const useStyles = makeStyles({
  section: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    paddingTop: '8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px' },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    maxHeight: '120px',
    overflowY: 'auto',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  row: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    columnGap: '6px',
    alignItems: 'center',
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** «Thư mục theo dõi». */
export function WatchedFolders({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const styles = useStyles()
  const { t } = useWords()
  const client = useQueryClient()
  const answer = useAnswer('watch.list', {})
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(
    () =>
      on('watch.changed', (folders) => {
        client.setQueryData<WatchedFolder[]>(queryOf('watch.list', {}).queryKey, folders)
      }),
    [client],
  )
  const tell = async (asked: Promise<Result<unknown>>): Promise<void> => {
    const told = await asked
    setFailure(told.ok ? null : told.failure)
  }
  const add = async (): Promise<void> => {
    const chosen = await invoke('host.chooseFolder', { purpose: 'import' })
    if (!chosen.ok) setFailure(chosen.failure)
    else if (chosen.value !== null) await tell(invoke('watch.add', { folder: chosen.value }))
  }
  const folders = answer.data ?? []
  return (
    <section className={styles.section} aria-label={t('imports.watched')} data-testid="watched-folders">
      <div className={styles.head}>
        <Text weight="semibold">{t('imports.watched')}</Text>
        <Button size="small" disabled={isReadOnly} onClick={() => void add()} data-testid="watch-add">
          {t('imports.watchAdd')}
        </Button>
      </div>
      {folders.length === 0 ? (
        <Text size={200} className={styles.quiet}>
          {t('imports.watchedNone')}
        </Text>
      ) : (
        <ul className={styles.list}>
          {folders.map((watched) => (
            <FolderRow
              key={watched.folder}
              watched={watched}
              isReadOnly={isReadOnly}
              onRemove={() => void tell(invoke('watch.remove', { folder: watched.folder }))}
            />
          ))}
        </ul>
      )}
      {failure === null ? null : <FailureBar failure={failure} />}
    </section>
  )
}

interface RowProps {
  readonly watched: WatchedFolder
  readonly isReadOnly: boolean
  readonly onRemove: () => void
}

function FolderRow({ watched: { folder, isReachable, taken }, isReadOnly, onRemove }: RowProps) {
  const styles = useStyles()
  const { t, language } = useWords()
  return (
    <li className={styles.row} data-testid="watched-folder">
      {isReachable ? <Folder16Regular /> : <FolderProhibited16Regular />}
      <span className={styles.name} title={folder}>
        {fileNameOf(folder)}{' '}
        <span className={styles.quiet}>
          {isReachable
            ? t('imports.watchTaken', { n: formatCount(taken, language) })
            : t('imports.watchAway')}
        </span>
      </span>
      <Tooltip content={t('imports.watchRemove')} relationship="label">
        <Button
          size="small"
          appearance="subtle"
          icon={<Dismiss16Regular />}
          disabled={isReadOnly}
          onClick={onRemove}
          data-testid="watch-remove"
        />
      </Tooltip>
    </li>
  )
}
