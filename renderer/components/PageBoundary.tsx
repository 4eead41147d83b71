/** Catches a bug while drawing: the part of the window below is replaced by a page that says so and can reload. */
import { Button } from '@fluentui/react-components'
import { ErrorCircle24Regular } from '@fluentui/react-icons'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { useWords } from '../i18n/language.ts'
import { EmptyState } from './EmptyState.tsx'

interface Props {
  readonly children: ReactNode
}

/** The boundary between a screen's bug and the rest of the window. Key it by visit, so leaving the place heals it. */
export class PageBoundary extends Component<Props, { readonly message: string | null }> {
  override state: { readonly message: string | null } = { message: null }

  static getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack)
  }

  override render(): ReactNode {
    return this.state.message === null ? this.props.children : <CrashPage message={this.state.message} />
  }
}

function CrashPage({ message }: { readonly message: string }) {
  const { t } = useWords()
  return (
    <EmptyState
      icon={<ErrorCircle24Regular />}
      title={t('app.crashTitle')}
      body={`${t('app.crashBody')} (${message})`}
      actions={
        <Button appearance="primary" onClick={() => window.location.reload()}>
          {t('app.reload')}
        </Button>
      }
    />
  )
}
