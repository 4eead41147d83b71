/** A screen with nothing to show: an icon, what is so, and the next step. */
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactElement, ReactNode } from 'react'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '8px',
    padding: '48px 24px',
    height: '100%',
    boxSizing: 'border-box',
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
  },
  body: { maxWidth: '52ch', overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '12px', justifyContent: 'center' },
})

interface Props {
  readonly icon?: ReactElement
  readonly title: string
  readonly body?: ReactNode
  readonly actions?: ReactNode
  readonly testId?: string
}

/** What an empty, failed or not yet started screen shows. */
export function EmptyState({ icon, title, body, actions, testId = 'empty-state' }: Props) {
  const styles = useStyles()
  return (
    <div className={styles.root} role="status" data-testid={testId}>
      {icon}
      <Text as="h2" align="center" size={400} weight="semibold" style={{ margin: 0 }}>
        {title}
      </Text>
      {body === undefined ? null : (
        <Text align="center" className={styles.body}>
          {body}
        </Text>
      )}
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
