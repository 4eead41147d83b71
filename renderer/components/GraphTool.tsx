/** A button of a graph's tools: its words and sign in, a small button with its name beside it out. */
import { Button, Tooltip } from '@fluentui/react-components'
import type { ReactElement } from 'react'

interface ToolProps {
  readonly words: string
  readonly icon: ReactElement
  readonly onClick: () => void
  readonly testId?: string
  readonly children?: string
}

/** One tool over a graph. */
export function GraphTool({ words, icon, onClick, testId, children }: ToolProps) {
  return (
    <Tooltip content={words} relationship="label" positioning="before">
      <Button size="small" icon={icon} onClick={onClick} data-testid={testId}>
        {children}
      </Button>
    </Tooltip>
  )
}
