/** An opened document comes in; the line above its text goes out: what it is, and what can be done with it. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Text,
  ToggleButton,
  Tooltip,
  tokens,
} from '@fluentui/react-components'
import {
  DocumentImage20Regular,
  MoreHorizontal20Regular,
  Open20Regular,
  Organization20Regular,
} from '@fluentui/react-icons'
import { useState } from 'react'
import type { Failure } from '../../../shared/contract/result.ts'
import type { DocumentDetail } from '../../../shared/contract/views.ts'
import { formatDate } from '../../../shared/wording/dates.ts'
import { instrumentName } from '../../../shared/wording/instruments.ts'
import { libraryRoute, traceRoute } from '../../app/history.ts'
import { useHistory } from '../../app/navigation.ts'
import { useAnswer, useCommand } from '../../app/queries.ts'
import { FailureBar } from '../../components/FailureMessage.tsx'
import { useWords } from '../../i18n/language.ts'
import { failureOf, invoke } from '../../library.ts'
import { RereadProgress } from './RereadProgress.tsx'

const useStyles = makeStyles({
  header: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '8px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  names: { flex: '1 1 0', minWidth: 0 },
  line: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

interface Props {
  readonly document: DocumentDetail
  readonly isPageShown: boolean
  /** Null where the format has no pages to show. */
  readonly onShowPage: ((isShown: boolean) => void) | null
}

/** The reader's header. */
export function ReaderHeader({ document, isPageShown, onShowPage }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  const history = useHistory()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isRemoving, setRemoving] = useState(false)
  const { metadata, id } = document
  const status = useAnswer('library.status', {})
  const isReadOnly = status.data?.isReadOnly ?? false
  const reread = useCommand('documents.reread')
  const desktop = async (method: 'host.openOriginal' | 'host.showInFolder'): Promise<void> => {
    const result = await invoke(method, { documentId: id })
    setFailure(result.ok ? null : result.failure)
  }
  return (
    <>
      <header className={styles.header}>
        <div className={styles.names}>
          <Text
            as="h1"
            size={400}
            weight="semibold"
            className={styles.line}
            style={{ margin: 0 }}
            data-testid="reader-name"
          >
            {instrumentName({ ...metadata, title: metadata.title ?? document.file.name }, language)}
            <Text size={300} className={styles.quiet}>
              {[' ', formatDate(metadata.issuedOn), metadata.issuer].filter(Boolean).join(' · ')}
            </Text>
          </Text>
          <Text size={200} className={`${styles.line} ${styles.quiet}`} title={metadata.title ?? undefined}>
            {metadata.title ?? document.file.name}
          </Text>
        </div>
        {onShowPage === null ? null : (
          <ToggleButton
            icon={<DocumentImage20Regular />}
            checked={isPageShown}
            onClick={() => onShowPage(!isPageShown)}
            data-testid="page-image-toggle"
          >
            {t('pageImage.title')}
          </ToggleButton>
        )}
        <Button
          icon={<Organization20Regular />}
          onClick={() => history.navigate(traceRoute(document.instrument.id))}
          data-testid="open-trace"
        >
          {t('reader.openTree')}
        </Button>
        <Tooltip content={t('reader.openOriginal')} relationship="label">
          <Button
            appearance="subtle"
            icon={<Open20Regular />}
            onClick={() => void desktop('host.openOriginal')}
          />
        </Tooltip>
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button
              appearance="subtle"
              icon={<MoreHorizontal20Regular />}
              aria-label={t('reader.moreActions')}
              data-testid="reader-more"
            />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem
                onClick={() => history.navigate({ screen: 'instrument', id: document.instrument.id })}
                data-testid="open-instrument"
              >
                {t('reader.instrumentPage')}
              </MenuItem>
              <MenuItem onClick={() => void desktop('host.showInFolder')}>
                {t('reader.showInFolder')}
              </MenuItem>
              <MenuItem disabled={isReadOnly || reread.isPending} onClick={() => reread.mutate({ id })}>
                {t('reader.reread')}
              </MenuItem>
              <MenuItem
                disabled={isReadOnly || reread.isPending}
                onClick={() => reread.mutate({ id, ocr: 'force' })}
              >
                {t('reader.rereadOcr')}
              </MenuItem>
              <MenuItem onClick={() => setRemoving(true)}>{t('reader.remove')}</MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      </header>
      {failure === null ? null : <FailureBar failure={failure} />}
      {reread.isPending ? <RereadProgress documentId={id} /> : null}
      {reread.isError ? <FailureBar failure={failureOf(reread.error)} /> : null}
      {isRemoving ? <RemoveDialog id={id} onClose={() => setRemoving(false)} /> : null}
    </>
  )
}

function RemoveDialog({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const { t } = useWords()
  const history = useHistory()
  const status = useAnswer('library.status', {})
  const remove = useCommand('documents.remove')
  return (
    <Dialog open modalType="alert" onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('reader.removeTitle')}</DialogTitle>
          <DialogContent>
            {t('reader.removeBody')}
            {remove.isError ? <FailureBar failure={failureOf(remove.error)} /> : null}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('app.cancel')}</Button>
            <Button
              appearance="primary"
              disabled={status.data?.isReadOnly ?? false}
              onClick={() =>
                remove.mutate(
                  { id },
                  { onSuccess: () => history.replace(history.lastOf('library') ?? libraryRoute) },
                )
              }
            >
              {t('reader.remove')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
