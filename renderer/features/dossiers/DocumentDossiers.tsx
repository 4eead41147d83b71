/** A document and the dossiers it lies in come in; they go out as marks to open or leave, with a box to add one. */
import {
  InteractionTag,
  InteractionTagPrimary,
  InteractionTagSecondary,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components'
import { Folder16Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { DocumentDetail } from '../../../shared/contract/views.ts'
import { libraryRoute } from '../../app/history.ts'
import { useHistory } from '../../app/navigation.ts'
import { useAnswer, useCommand } from '../../app/queries.ts'
import { FailureBar } from '../../components/FailureMessage.tsx'
import { useWords } from '../../i18n/language.ts'
import { failureOf } from '../../library.ts'
import { DossierPicker } from './DossierPicker.tsx'

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', gap: '4px', minWidth: 0 },
  tags: { display: 'flex', flexWrap: 'wrap', gap: '4px', margin: 0, padding: 0, listStyle: 'none' },
  tag: { maxWidth: '100%', minWidth: 0 },
  name: { minWidth: 0, '& .fui-InteractionTagPrimary__primaryText': { overflowWrap: 'anywhere' } },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** Dossiers of one document. */
export function DocumentDossiers({
  document,
}: {
  readonly document: Pick<DocumentDetail, 'id' | 'dossiers'>
}) {
  const styles = useStyles()
  const { t } = useWords()
  const history = useHistory()
  const status = useAnswer('library.status', {})
  const add = useCommand('dossiers.add')
  const takeOut = useCommand('dossiers.takeOut')
  const [typed, setTyped] = useState('')
  const isReadOnly = status.data?.isReadOnly ?? false
  const documents = { ids: [document.id] }
  const failure = add.error ?? takeOut.error
  return (
    <section className={styles.group} aria-label={t('dossiers.title')} data-testid="document-dossiers">
      <Text weight="semibold">{t('dossiers.title')}</Text>
      {document.dossiers.length === 0 ? (
        <Text size={200} className={styles.quiet}>
          {t('dossiers.none')}
        </Text>
      ) : (
        <ul className={styles.tags}>
          {document.dossiers.map(({ id, name }) => (
            <li key={id} className={styles.tag}>
              <InteractionTag size="small" className={styles.tag}>
                <InteractionTagPrimary
                  className={styles.name}
                  icon={<Folder16Regular />}
                  hasSecondaryAction={!isReadOnly}
                  aria-label={t('dossiers.openDossier', { name })}
                  onClick={() => history.navigate({ ...libraryRoute, filter: { dossier: [name] } })}
                  data-testid="document-dossier"
                >
                  {name}
                </InteractionTagPrimary>
                {isReadOnly ? null : (
                  <InteractionTagSecondary
                    aria-label={t('dossiers.takeOutOf', { name })}
                    title={t('dossiers.takeOutOf', { name })}
                    onClick={() => takeOut.mutate({ id, documents })}
                    data-testid="document-dossier-leave"
                  />
                )}
              </InteractionTag>
            </li>
          ))}
        </ul>
      )}
      {isReadOnly ? null : (
        <DossierPicker
          value={typed}
          onValue={setTyped}
          canBeNew
          onTaken={(name) => add.mutate({ name, documents }, { onSuccess: () => setTyped('') })}
          testId="document-dossier-add"
        />
      )}
      {failure === null ? null : <FailureBar failure={failureOf(failure)} />}
    </section>
  )
}
