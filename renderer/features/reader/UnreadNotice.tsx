/** A document kept without a text comes in; why, and the ways to read it after all, go out. */
import { Button } from '@fluentui/react-components'
import { DocumentDismiss24Regular } from '@fluentui/react-icons'
import type { DocumentDetail } from '../../../shared/contract/views.ts'
import { describeFailure } from '../../../shared/wording/errors.ts'
import { useAnswer, useCommand } from '../../app/queries.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { useWords } from '../../i18n/language.ts'
import { failureOf, invoke } from '../../library.ts'
import { RereadProgress } from './RereadProgress.tsx'

/** In place of the text. */
export function UnreadNotice({ document }: { readonly document: DocumentDetail }) {
  const { t, language } = useWords()
  const status = useAnswer('library.status', {})
  const reread = useCommand('documents.reread')
  const { id, file, unreadCode } = document
  const failure =
    reread.error === null
      ? { code: unreadCode ?? ('internal' as const), subject: file.name }
      : failureOf(reread.error)
  const { what, next } = describeFailure(failure, language)
  const isReadOnly = status.data?.isReadOnly ?? false
  return (
    <EmptyState
      testId="unread-notice"
      icon={<DocumentDismiss24Regular />}
      title={t('reader.unreadTitle')}
      body={`${what} ${next} ${t('reader.unreadBody')}`}
      actions={
        <>
          <Button
            appearance="primary"
            disabled={isReadOnly || reread.isPending}
            onClick={() => reread.mutate({ id })}
            data-testid="unread-reread"
          >
            {reread.isPending ? t('reader.rereading') : t('reader.reread')}
          </Button>
          <Button onClick={() => void invoke('host.openOriginal', { documentId: id })}>
            {t('reader.openOriginal')}
          </Button>
          {reread.isPending ? <RereadProgress documentId={id} /> : null}
        </>
      }
    />
  )
}
