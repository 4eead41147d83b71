/** A short text and spans inside it come in; the text with each span marked goes out. */
import { makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { chidoTokens } from '../app/theme.ts'

const useStyles = makeStyles({
  mark: {
    backgroundColor: chidoTokens.matchBackground,
    color: chidoTokens.matchForeground,
    borderRadius: '2px',
  },
})

interface Props {
  readonly text: string
  /** [start, end) in UTF-16 units of `text`; overlapping and unordered spans are drawn once. */
  readonly spans: readonly (readonly [number, number])[]
}

/** Snippets of search. */
export function HighlightedText({ text, spans }: Props) {
  const styles = useStyles()
  const parts: ReactNode[] = []
  let at = 0
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const from = Math.max(start, at)
    if (end <= from) continue
    parts.push(text.slice(at, from))
    parts.push(
      <mark key={from} className={styles.mark}>
        {text.slice(from, end)}
      </mark>,
    )
    at = end
  }
  parts.push(text.slice(at))
  return parts
}
