/** The places found in the text come in; a bar goes out to type in, count and walk through them. */
import { Button, Input, makeStyles, Text, Tooltip, tokens } from '@fluentui/react-components'
import { ChevronDown20Regular, ChevronUp20Regular, Dismiss20Regular } from '@fluentui/react-icons'
import { useEffect, useRef } from 'react'
import { useWords } from '../../i18n/language.ts'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    padding: '4px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  input: { flex: '0 1 320px', minWidth: 0 },
  count: { minWidth: '100px', textAlign: 'center', fontVariantNumeric: 'tabular-nums' },
})

interface Props {
  readonly query: string
  readonly total: number
  readonly current: number
  readonly onQuery: (query: string) => void
  readonly onStep: (by: 1 | -1) => void
  readonly onClose: () => void
  /** Grows each time Ctrl+F is pressed, so the box takes the focus again. */
  readonly focusRequest: number
}

/** Find in this document; also walks through the matches of the search that led here. */
export function MatchBar({ query, total, current, onQuery, onStep, onClose, focusRequest }: Props) {
  const styles = useStyles()
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focusRequest === 0) return
    input.current?.focus()
    input.current?.select()
  }, [focusRequest])
  return (
    <search className={styles.bar} data-testid="match-bar">
      <Input
        input={{ ref: input }}
        className={styles.input}
        size="small"
        value={query}
        aria-label={t('reader.find')}
        placeholder={t('reader.find')}
        onChange={(_, data) => onQuery(data.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1)
          if (event.key === 'Escape') onClose()
        }}
        data-testid="find-input"
      />
      <Text size={200} className={styles.count} aria-live="polite" data-testid="match-position">
        {total === 0
          ? query.trim() === ''
            ? ''
            : t('reader.findNone')
          : t('reader.matchPosition', { current: current + 1, total })}
      </Text>
      <Tooltip content={t('reader.previousMatch')} relationship="label">
        <Button
          appearance="subtle"
          size="small"
          icon={<ChevronUp20Regular />}
          disabled={total === 0}
          onClick={() => onStep(-1)}
          data-testid="previous-match"
        />
      </Tooltip>
      <Tooltip content={t('reader.nextMatch')} relationship="label">
        <Button
          appearance="subtle"
          size="small"
          icon={<ChevronDown20Regular />}
          disabled={total === 0}
          onClick={() => onStep(1)}
          data-testid="next-match"
        />
      </Tooltip>
      <Tooltip content={t('reader.clearMatches')} relationship="label">
        <Button appearance="subtle" size="small" icon={<Dismiss20Regular />} onClick={onClose} />
      </Tooltip>
    </search>
  )
}
