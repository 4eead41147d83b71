/** A document being read again comes in; how far its pages have come goes out. */
import { makeStyles, ProgressBar, Text } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useWords } from '../../i18n/language.ts'
import { on } from '../../library.ts'

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    boxSizing: 'border-box',
    width: '100%',
    padding: '4px 12px',
  },
  pages: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
})

/** A bar with the page reached, for as long as it is drawn. */
export function RereadProgress({ documentId }: { readonly documentId: number }) {
  const styles = useStyles()
  const { t } = useWords()
  const [pages, setPages] = useState<{ readonly finished: number; readonly total: number } | null>(null)
  useEffect(
    () =>
      on('document.reading', ({ id, finished, total }) => {
        if (id === documentId) setPages({ finished, total })
      }),
    [documentId],
  )
  return (
    <div className={styles.line}>
      <ProgressBar
        aria-label={t('reader.rereading')}
        {...(pages === null ? {} : { value: pages.finished, max: pages.total })}
      />
      {pages === null || pages.total < 2 ? null : (
        <Text size={200} className={styles.pages} aria-live="polite" data-testid="reread-pages">
          {t('imports.pages', pages)}
        </Text>
      )}
    </div>
  )
}
