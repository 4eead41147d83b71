/** A sentence and the place in it that it is evidence for come in; the sentence with that place marked goes out. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { chidoTokens } from '../app/theme.ts'

const useStyles = makeStyles({
  mark: {
    backgroundColor: 'transparent',
    color: chidoTokens.threadForeground,
    fontWeight: tokens.fontWeightSemibold,
  },
})

interface Props {
  readonly quote: string
  /** UTF-16 offsets in `quote`; nothing is marked where they are equal. */
  readonly quoteStart: number
  readonly quoteEnd: number
}

/** The words of a quote. */
export function MarkedQuote({ quote, quoteStart, quoteEnd }: Props) {
  const styles = useStyles()
  return (
    <>
      {quote.slice(0, quoteStart)}
      <mark className={styles.mark}>{quote.slice(quoteStart, quoteEnd)}</mark>
      {quote.slice(quoteEnd)}
    </>
  )
}
