/** The recognised words of a page come in; boxes over its image go out, to point at with the mouse or the arrow keys. */
import { makeStyles, mergeClasses } from '@fluentui/react-components'
import { type KeyboardEvent, memo, useState } from 'react'
import type { PlacedWord } from '../../../shared/contract/pageMethods.ts'
import { useWords } from '../../i18n/language.ts'
import { WORD_KEYS, wordByKey } from './pagePlaces.ts'

// The paper is white in every theme, so these colours are not the theme's.
const useStyles = makeStyles({
  layer: {
    position: 'absolute',
    inset: 0,
    cursor: 'pointer',
    ':focus-visible': { outline: '2px solid #33414d', outlineOffset: '2px' },
  },
  word: { position: 'absolute', borderRadius: '2px', ':hover': { backgroundColor: 'rgb(51 65 77 / 16%)' } },
  // The dots stand below the letters, not on them.
  doubtful: {
    boxSizing: 'content-box',
    backgroundColor: 'rgb(255 196 0 / 34%)',
    borderBottom: '2px dotted #6b4e00',
  },
  current: { outline: '2px solid #33414d', outlineOffset: '1px', backgroundColor: 'rgb(51 65 77 / 14%)' },
})

interface Props {
  readonly words: readonly PlacedWord[]
  readonly text: string
  /** The word pointed at in the text or here, -1 for none. */
  readonly current: number
  readonly onPoint: (word: PlacedWord) => void
}

const isWordKey = (key: string): key is (typeof WORD_KEYS)[number] => WORD_KEYS.some((known) => known === key)
const percent = (share: number): string => `${share * 100}%`

/** One stop of the tab key; the arrows walk from word to word, Enter shows the word in the text. */
export function PageWords({ words, text, current, onPoint }: Props) {
  const styles = useStyles()
  const { t } = useWords()
  const [walked, setWalked] = useState<number | null>(null)
  const at = walked ?? current
  if (words.length === 0) return null
  const point = (index: number): void => {
    const word = words[index]
    if (word === undefined) return
    setWalked(null)
    onPoint(word)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      point(at)
    } else if (isWordKey(event.key) && !event.ctrlKey && !event.altKey) {
      event.preventDefault()
      const next = wordByKey(words, at, event.key)
      setWalked(next)
      event.currentTarget.children[next]?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    }
  }
  return (
    <div
      role="listbox"
      tabIndex={0}
      aria-label={t('pageImage.words')}
      aria-activedescendant={at >= 0 ? `page-word-${at}` : undefined}
      className={styles.layer}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const index = event.target instanceof HTMLElement ? event.target.dataset.word : undefined
        if (index !== undefined) point(Number(index))
      }}
      onBlur={() => setWalked(null)}
      data-testid="page-words"
    >
      {words.map((word, index) => (
        <Word
          key={word.start}
          word={word}
          index={index}
          label={text.slice(word.start, word.end)}
          isCurrent={index === at}
        />
      ))}
    </div>
  )
}

interface WordProps {
  readonly word: PlacedWord
  readonly index: number
  readonly label: string
  readonly isCurrent: boolean
}

const Word = memo(function Word({ word, index, label, isCurrent }: WordProps) {
  const styles = useStyles()
  const { t } = useWords()
  return (
    <div
      role="option"
      tabIndex={-1}
      id={`page-word-${index}`}
      aria-selected={isCurrent}
      aria-label={word.isDoubtful ? t('pageImage.doubtfulWord', { word: label }) : label}
      data-word={index}
      data-doubtful={word.isDoubtful || undefined}
      className={mergeClasses(styles.word, word.isDoubtful && styles.doubtful, isCurrent && styles.current)}
      style={{
        left: percent(word.left),
        top: percent(word.top),
        width: percent(word.width),
        height: percent(word.height),
      }}
    />
  )
})
