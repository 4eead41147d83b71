/** A document's open warnings come in; a folded list goes out: what is odd, a suggestion, and a decision for each. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components'
import type { DocumentDetail } from '../../../shared/contract/views.ts'
import { warningTitle } from '../../../shared/wording/warnings.ts'
import { useAnswer, useCommand } from '../../app/queries.ts'
import { useWords } from '../../i18n/language.ts'

const useStyles = makeStyles({
  list: { flex: '0 0 auto', maxHeight: '45%', overflowY: 'auto' },
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  actions: { display: 'flex', gap: '4px', flexWrap: 'wrap' },
})

interface Props {
  readonly warnings: DocumentDetail['warnings']
  readonly onReveal: (start: number, end: number) => void
}

/** «Chỗ cần xem (2)»; nothing at all when there is none. */
export function WarningList({ warnings, onReveal }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  const status = useAnswer('library.status', {})
  const decide = useCommand('review.setWarningStatus')
  const open = warnings.filter((warning) => warning.status === 'open')
  if (open.length === 0) return null
  const isReadOnly = status.data?.isReadOnly ?? false
  return (
    <Accordion collapsible className={styles.list}>
      <AccordionItem value="warnings">
        <AccordionHeader size="small">{t('reader.warnings', { n: open.length })}</AccordionHeader>
        <AccordionPanel>
          {open.map((warning) => (
            <div key={warning.id} className={styles.item} data-testid="warning">
              <Text weight="semibold">{warningTitle(warning.code, language) ?? warning.message}</Text>
              {warningTitle(warning.code, language) === null ? null : (
                <Text size={200}>{warning.message}</Text>
              )}
              {warning.suggestion === null ? null : (
                <Text size={200}>{t('reader.suggestion', { text: warning.suggestion })}</Text>
              )}
              <div className={styles.actions}>
                <Button size="small" onClick={() => onReveal(warning.start, warning.end)}>
                  {t('reader.showInText')}
                </Button>
                <Button
                  size="small"
                  appearance="subtle"
                  disabled={isReadOnly}
                  onClick={() => decide.mutate({ warningId: warning.id, status: 'accepted' })}
                >
                  {t('reader.accept')}
                </Button>
                <Button
                  size="small"
                  appearance="subtle"
                  disabled={isReadOnly}
                  onClick={() => decide.mutate({ warningId: warning.id, status: 'dismissed' })}
                >
                  {t('reader.dismiss')}
                </Button>
              </div>
            </div>
          ))}
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  )
}
