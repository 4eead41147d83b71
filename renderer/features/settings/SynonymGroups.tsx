/** Phrases search takes for the same come in; out go the library's own groups, to add and remove, and the shipped ones to read. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Field,
  Input,
  makeStyles,
  Text,
  Tooltip,
  tokens,
} from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useAnswer, useCommand } from '../../app/queries.ts'
import { FailureBar } from '../../components/FailureMessage.tsx'
import { useWords } from '../../i18n/language.ts'
import { failureOf } from '../../library.ts'

const BETWEEN = '='
const SEPARATOR = /[=;]/ // «BDV = ban dân vận»

const useStyles = makeStyles({
  section: { display: 'grid', gap: '6px' },
  quiet: { color: tokens.colorNeutralForeground3 },
  form: { display: 'flex', gap: '8px', alignItems: 'flex-end' },
  field: { flex: '1 1 auto' },
  group: { display: 'flex', gap: '6px', alignItems: 'center' },
  shipped: { display: 'grid', gap: '2px', maxHeight: '240px', overflowY: 'auto' },
})

/** The phrases of a group as they are typed, parts without a letter left out. */
export const phrasesOf = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split(SEPARATOR)
      .map((phrase) => phrase.trim())
      .filter((phrase) => phrase !== ''),
  ),
]

/** «Từ đồng nghĩa khi tìm». */
export function SynonymGroups() {
  const styles = useStyles()
  const { t } = useWords()
  const client = useQueryClient()
  const answer = useAnswer('search.synonyms', {})
  const status = useAnswer('library.status', {})
  const save = useCommand('search.saveSynonym')
  const remove = useCommand('search.removeSynonym')
  const [typed, setTyped] = useState('')
  if (answer.data === undefined) return null
  const { own, shipped } = answer.data
  const isReadOnly = status.data?.isReadOnly ?? false
  const phrases = phrasesOf(typed)
  const failure = save.error ?? remove.error
  const refresh = (): void => {
    void client.invalidateQueries({ queryKey: ['search.synonyms'] })
    void client.invalidateQueries({ queryKey: ['search.query'] })
  }
  const send = (event: FormEvent): void => {
    event.preventDefault()
    save.mutate(
      { phrases: [...phrases] },
      {
        onSuccess: () => {
          setTyped('')
          refresh()
        },
      },
    )
  }
  return (
    <section className={styles.section} aria-label={t('settings.synonyms')} data-testid="synonyms">
      <Text weight="semibold">{t('settings.synonyms')}</Text>
      <Text size={200} className={styles.quiet}>
        {t('settings.synonymsHint')}
      </Text>
      {failure === null ? null : <FailureBar failure={failureOf(failure)} />}
      {own.map(({ id, phrases: group }) => (
        <div key={id} className={styles.group} data-testid="synonym-group">
          <Text>{group.join(` ${BETWEEN} `)}</Text>
          <Tooltip content={t('settings.synonymRemove')} relationship="label">
            <Button
              size="small"
              appearance="subtle"
              icon={<Dismiss16Regular />}
              disabled={isReadOnly}
              onClick={() => remove.mutate({ id }, { onSuccess: refresh })}
              data-testid="synonym-remove"
            />
          </Tooltip>
        </div>
      ))}
      <form className={styles.form} onSubmit={send}>
        <Field className={styles.field} label={t('settings.synonymNew')}>
          <Input
            value={typed}
            disabled={isReadOnly}
            placeholder={t('settings.synonymExample')}
            onChange={(_, data) => setTyped(data.value)}
            data-testid="synonym-input"
          />
        </Field>
        <Button
          type="submit"
          disabled={isReadOnly || phrases.length < 2 || save.isPending}
          data-testid="synonym-add"
        >
          {t('settings.synonymAdd')}
        </Button>
      </form>
      {shipped.length === 0 ? null : (
        <Accordion collapsible>
          <AccordionItem value="shipped">
            <AccordionHeader size="small">
              {t('settings.synonymsShipped', { n: shipped.length })}
            </AccordionHeader>
            <AccordionPanel>
              <div className={styles.shipped}>
                {shipped.map((group) => (
                  <Text key={group.join(BETWEEN)} size={200}>
                    {group.join(` ${BETWEEN} `)}
                  </Text>
                ))}
              </div>
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      )}
    </section>
  )
}
