/** An edge and what was said of it come in; buttons that confirm, reject or take back go out, with who said so and when. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowUndo16Regular, Checkmark16Regular, Dismiss16Regular } from '@fluentui/react-icons'
import type { EdgeStatus } from '../../../shared/contract/tracing.ts'
import { formatMoment } from '../../../shared/wording/dates.ts'
import { edgeStatusWording } from '../../../shared/wording/tracing.ts'
import { useAnswer, useCommand } from '../../app/queries.ts'
import { FailureBar } from '../../components/FailureMessage.tsx'
import { useWords } from '../../i18n/language.ts'
import { failureOf } from '../../library.ts'
import type { EdgeEnds } from '../tree/treeEdges.ts'

const useStyles = makeStyles({
  line: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    gap: '2px 8px',
    alignItems: 'center',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  button: { minWidth: 'auto', height: '24px', padding: '0 6px' },
})

interface Props {
  readonly edge: EdgeEnds
  /** Null for the whole edge. */
  readonly citationId: number | null
  readonly status: EdgeStatus
  readonly decidedBy: string | null
  readonly decidedAt: string | null
}

/** The verdict on an edge, or on one of its places. It is kept across re-import. */
export function EdgeVerdict({ edge, citationId, status, decidedBy, decidedAt }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  const decide = useCommand('tracing.decideEdge')
  const isReadOnly = useAnswer('library.status', {}).data?.isReadOnly ?? false
  const say = (next: EdgeStatus): void =>
    decide.mutate({ ...edge, status: next, ...(citationId === null ? {} : { citationId }) })
  return (
    <span className={styles.line} data-testid="edge-verdict" data-status={status}>
      {status === 'proposed' ? null : (
        <span>
          {[edgeStatusWording(status, language), decidedBy, formatMoment(decidedAt)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      )}
      {isReadOnly ? null : status === 'proposed' ? (
        <>
          <Button
            size="small"
            appearance="subtle"
            className={styles.button}
            icon={<Checkmark16Regular />}
            disabled={decide.isPending}
            title={t('tracing.confirmHint')}
            onClick={() => say('confirmed')}
            data-testid="edge-confirm"
          >
            {t('tracing.confirm')}
          </Button>
          <Button
            size="small"
            appearance="subtle"
            className={styles.button}
            icon={<Dismiss16Regular />}
            disabled={decide.isPending}
            title={t('tracing.rejectHint')}
            onClick={() => say('rejected')}
            data-testid="edge-reject"
          >
            {t('tracing.reject')}
          </Button>
        </>
      ) : (
        <Button
          size="small"
          appearance="subtle"
          className={styles.button}
          icon={<ArrowUndo16Regular />}
          disabled={decide.isPending}
          onClick={() => say('proposed')}
          data-testid="edge-undo"
        >
          {t('tracing.takeBack')}
        </Button>
      )}
      {decide.isError ? <FailureBar failure={failureOf(decide.error)} /> : null}
    </span>
  )
}
