/** One dossier and the others come in; its name and note to change, the ways to merge and delete it go out. */
import {
  Button,
  Dropdown,
  Field,
  Input,
  makeStyles,
  Option,
  Text,
  Textarea,
} from '@fluentui/react-components'
import { Delete16Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Dossier } from '../../../shared/contract/dossierMethods.ts'
import { compareDossiers, dossierName } from '../../../shared/documents/dossierNames.ts'
import { formatCount } from '../../../shared/wording/dates.ts'
import { useCommand } from '../../app/queries.ts'
import { FailureBar } from '../../components/FailureMessage.tsx'
import { useWords } from '../../i18n/language.ts'
import { failureOf } from '../../library.ts'

const useStyles = makeStyles({
  form: { display: 'grid', gap: '10px', alignContent: 'start', minWidth: 0 },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  grow: { flex: '1 1 0', minWidth: '120px' },
})

interface Props {
  readonly dossier: Dossier
  readonly others: readonly Dossier[]
  readonly isReadOnly: boolean
  readonly onShow: () => void
  readonly onSaved: () => void
  readonly onMerged: (into: Dossier) => void
  readonly onRemoved: (removed: number) => void
}

/** What can be done with one dossier. */
export function DossierForm({ dossier, others, isReadOnly, onShow, onSaved, onMerged, onRemoved }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  const [name, setName] = useState(dossier.name)
  const [note, setNote] = useState(dossier.note)
  const [into, setInto] = useState<number | null>(null)
  const change = useCommand('dossiers.change')
  const merge = useCommand('dossiers.merge')
  const remove = useCommand('dossiers.remove')
  const failed = [change, merge, remove].find(({ isError }) => isError)
  // A dossier cannot be merged into one of those in it.
  const targets = others
    .filter((other) => !other.name.startsWith(`${dossier.name}/`))
    .sort((one, other) => compareDossiers(one.name, other.name))
  const target = targets.find(({ id }) => id === into)
  const isChanged = dossierName(name) !== dossier.name || note !== dossier.note
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (isChanged) change.mutate({ id: dossier.id, name, note }, { onSuccess: onSaved })
      }}
    >
      <Field label={t('dossiers.name')}>
        <Input
          value={name}
          readOnly={isReadOnly}
          onChange={(_, data) => setName(data.value)}
          data-testid="dossier-name"
        />
      </Field>
      <Field label={t('dossiers.note')}>
        <Textarea
          value={note}
          readOnly={isReadOnly}
          rows={3}
          onChange={(_, data) => setNote(data.value)}
          data-testid="dossier-note"
        />
      </Field>
      <div className={styles.row}>
        {isReadOnly ? null : (
          <Button
            type="submit"
            appearance="primary"
            disabled={!isChanged || dossierName(name) === '' || change.isPending}
            data-testid="dossier-save"
          >
            {t('dossiers.save')}
          </Button>
        )}
        <Button onClick={onShow} data-testid="dossier-show">
          {t('dossiers.show')}
        </Button>
        <Text size={200}>{t('dossiers.count', { n: formatCount(dossier.documents, language) })}</Text>
      </div>
      {isReadOnly ? null : (
        <>
          <Field label={t('dossiers.mergeInto')}>
            <div className={styles.row}>
              <Dropdown
                className={styles.grow}
                disabled={targets.length === 0}
                value={target?.name ?? ''}
                selectedOptions={[String(into ?? '')]}
                placeholder={t('dossiers.mergeChoose')}
                onOptionSelect={(_, data) => setInto(Number(data.optionValue))}
                data-testid="dossier-merge-into"
              >
                {targets.map((other) => (
                  <Option key={other.id} value={String(other.id)}>
                    {other.name}
                  </Option>
                ))}
              </Dropdown>
              <Button
                disabled={target === undefined || merge.isPending}
                onClick={() =>
                  target && merge.mutate({ from: dossier.id, into: target.id }, { onSuccess: onMerged })
                }
                data-testid="dossier-merge"
              >
                {t('dossiers.merge')}
              </Button>
            </div>
          </Field>
          <div className={styles.row}>
            <Button
              icon={<Delete16Regular />}
              disabled={remove.isPending}
              onClick={() =>
                remove.mutate({ id: dossier.id }, { onSuccess: ({ removed }) => onRemoved(removed) })
              }
              data-testid="dossier-remove"
            >
              {t('dossiers.remove')}
            </Button>
          </div>
        </>
      )}
      {failed === undefined ? null : <FailureBar failure={failureOf(failed.error)} />}
    </form>
  )
}
