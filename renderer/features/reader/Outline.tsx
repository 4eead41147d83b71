/** A document's table of contents comes in; a list of links goes out, the section being read marked and in view. */
import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { memo, useEffect, useRef } from 'react'
import { useWords } from '../../i18n/language.ts'
import type { OutlineEntry } from './outline.ts'

const useStyles = makeStyles({
  nav: {
    width: '210px',
    flex: '0 0 auto',
    minHeight: 0,
    overflowY: 'auto',
    padding: '12px 8px',
    boxSizing: 'border-box',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'block', padding: '0 6px 6px' },
  entry: {
    width: '100%',
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 40px',
    padding: '4px 6px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: 'left',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  label: { display: '-webkit-box', WebkitLineClamp: 3, WebkitBoxOrient: 'vertical', overflow: 'hidden' },
  current: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { padding: '0 6px', color: tokens.colorNeutralForeground3 },
})

interface Props {
  readonly entries: readonly OutlineEntry[]
  /** The section being read, null before the first. */
  readonly current: number | null
  readonly onOpen: (entry: OutlineEntry) => void
}

/** The outline at the left of the text. A decree of 2,000 pages has thousands of lines: only changed ones redraw. */
export const Outline = memo(function Outline({ entries, current, onOpen }: Props) {
  const styles = useStyles()
  const { t } = useWords()
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    if (current === null || nav.current?.matches(':hover, :focus-within')) return
    nav.current?.querySelector(`[data-entry="${current}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <nav ref={nav} className={styles.nav} aria-label={t('reader.outline')} data-testid="outline">
      <Text weight="semibold" className={styles.head}>
        {t('reader.outline')}
      </Text>
      {entries.length === 0 ? <Text className={styles.quiet}>{t('reader.outlineEmpty')}</Text> : null}
      {entries.map((entry, index) => (
        <OutlineLine
          key={entry.start}
          entry={entry}
          index={index}
          isCurrent={index === current}
          onOpen={onOpen}
        />
      ))}
    </nav>
  )
})

interface LineProps {
  readonly entry: OutlineEntry
  readonly index: number
  readonly isCurrent: boolean
  readonly onOpen: (entry: OutlineEntry) => void
}

const OutlineLine = memo(function OutlineLine({ entry, index, isCurrent, onOpen }: LineProps) {
  const styles = useStyles()
  return (
    <button
      type="button"
      data-entry={index}
      aria-current={isCurrent ? 'location' : undefined}
      className={mergeClasses(styles.entry, isCurrent && styles.current)}
      style={{ paddingLeft: 6 + entry.depth * 12 }}
      onClick={() => onOpen(entry)}
    >
      <span className={styles.label}>{entry.label}</span>
    </button>
  )
})
