/** A document and the dossiers it lies in come in; they go out as marks to open or leave, with a box to add one. */
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { Dismiss12Regular, Folder16Regular } from '@fluentui/react-icons'
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
  list: { display: 'grid', gap: '2px', margin: 0, padding: 0, listStyle: 'none' },
  item: { display: 'flex', alignItems: 'flex-start', gap: '4px', minWidth: 0 },
  icon: { flex: '0 0 auto', marginTop: '2px' },
  name: { flex: '0 1 auto', minWidth: 0, overflowWrap: 'anywhere', textAlign: 'left' },
  leave: { flex: '0 0 auto', minWidth: '20px', width: '20px', height: '20px', padding: 0 },
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
        <ul className={styles.list}>
          {document.dossiers.map(({ id, name }) => (
            <li key={id} className={styles.item}>
              <Folder16Regular className={styles.icon} />
              <Link
                as="button"
                className={styles.name}
                title={t('dossiers.openDossier', { name })}
                onClick={() => history.navigate({ ...libraryRoute, filter: { dossier: [name] } })}
                data-testid="document-dossier"
              >
                {name}
              </Link>
              {isReadOnly ? null : (
                <Button
                  appearance="subtle"
                  className={styles.leave}
                  icon={<Dismiss12Regular />}
                  aria-label={t('dossiers.takeOutOf', { name })}
                  title={t('dossiers.takeOutOf', { name })}
                  onClick={() => takeOut.mutate({ id, documents })}
                />
              )}
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
