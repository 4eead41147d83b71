/** Saved lists of bodies come in; a dialog goes out in which one is written, filled from bodies met, saved or removed. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Dropdown,
  Field,
  Input,
  makeStyles,
  Option,
  Textarea,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { BodyList } from '../../../shared/contract/tracing.ts'
import { LEVEL_ORDER, levelWording } from '../../../shared/wording/instruments.ts'
import { useCommand } from '../../app/queries.ts'
import { FailureBar } from '../../components/FailureMessage.tsx'
import { useWords } from '../../i18n/language.ts'
import { failureOf } from '../../library.ts'
import { namesOf } from './gapOrder.ts'

const useStyles = makeStyles({
  form: { display: 'grid', gap: '10px' },
  names: { '& textarea': { height: '260px' } },
})

interface Props {
  readonly lists: readonly BodyList[]
  readonly firstId: number | null
  readonly onClose: () => void
  readonly onSaved: (list: BodyList) => void
  readonly onRemoved: (id: number) => void
}

/** Lists of expected bodies. */
export function BodyListDialog({ lists, firstId, onClose, onSaved, onRemoved }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  const first = lists.find(({ id }) => id === firstId)
  const [id, setId] = useState<number | null>(first?.id ?? null)
  const [name, setName] = useState(first?.name ?? '')
  const [names, setNames] = useState(textOf(first))
  const [province, setProvince] = useState(provinceOf(first))
  const save = useCommand('tracing.saveBodyList')
  const remove = useCommand('tracing.removeBodyList')
  const seen = useCommand('tracing.seenBodies')
  const bodies = namesOf(names)
  const where = province.trim() === '' ? {} : { province: province.trim() }
  const choose = (chosen: BodyList | undefined): void => {
    setId(chosen?.id ?? null)
    setName(chosen?.name ?? '')
    setNames(textOf(chosen))
    setProvince(provinceOf(chosen))
  }
  const failed = [save, remove, seen].find(({ isError }) => isError)
  return (
    <Dialog open onOpenChange={(_, data) => (data.open ? undefined : onClose())}>
      <DialogSurface data-testid="body-list-dialog">
        <DialogBody>
          <DialogTitle>{t('tracing.listsTitle')}</DialogTitle>
          <DialogContent className={styles.form}>
            <Field label={t('tracing.list')}>
              <Dropdown
                value={lists.find((list) => list.id === id)?.name ?? t('tracing.newList')}
                selectedOptions={[String(id ?? '')]}
                onOptionSelect={(_, data) =>
                  choose(lists.find((list) => String(list.id) === data.optionValue))
                }
              >
                <Option value="">{t('tracing.newList')}</Option>
                {lists.map((list) => (
                  <Option key={list.id} value={String(list.id)}>
                    {list.name}
                  </Option>
                ))}
              </Dropdown>
            </Field>
            <Field label={t('tracing.listName')} required>
              <Input
                value={name}
                placeholder={t('tracing.listNameExample')}
                onChange={(_, data) => setName(data.value)}
                data-testid="list-name"
              />
            </Field>
            <Field label={t('tracing.listProvince')} hint={t('tracing.listProvinceHint')}>
              <Input
                value={province}
                onChange={(_, data) => setProvince(data.value)}
                data-testid="list-province"
              />
            </Field>
            <Field label={t('tracing.fillFrom')}>
              <Dropdown
                placeholder={t('tracing.fillPlaceholder')}
                selectedOptions={[]}
                value=""
                onOptionSelect={(_, data) => {
                  const level = LEVEL_ORDER.find((known) => known === data.optionValue)
                  if (level === undefined) return
                  seen.mutate(
                    { level, ...where },
                    {
                      onSuccess: (found) =>
                        setNames(namesOf([names, ...found.map((body) => body.name)].join('\n')).join('\n')),
                    },
                  )
                }}
              >
                {LEVEL_ORDER.filter((level) => level !== 'other').map((level) => (
                  <Option key={level} value={level}>
                    {levelWording(level, language)}
                  </Option>
                ))}
              </Dropdown>
            </Field>
            <Field
              label={t('tracing.listBodies', { n: bodies.length })}
              hint={t('tracing.listBodiesHint')}
              required
            >
              <Textarea
                className={styles.names}
                value={names}
                resize="vertical"
                onChange={(_, data) => setNames(data.value)}
                data-testid="list-bodies"
              />
            </Field>
            {failed === undefined ? null : <FailureBar failure={failureOf(failed.error)} />}
          </DialogContent>
          <DialogActions fluid>
            {id === null ? null : (
              <Button
                disabled={remove.isPending}
                onClick={() =>
                  remove.mutate(
                    { id },
                    {
                      onSuccess: () => {
                        onRemoved(id)
                        choose(undefined)
                      },
                    },
                  )
                }
              >
                {t('tracing.removeList')}
              </Button>
            )}
            <Button onClick={onClose}>{t('app.close')}</Button>
            <Button
              appearance="primary"
              disabled={name.trim() === '' || bodies.length === 0 || save.isPending}
              onClick={() =>
                save.mutate(
                  { name: name.trim(), bodies: [...bodies], ...where, ...(id === null ? {} : { id }) },
                  {
                    onSuccess: (saved) => {
                      onSaved(saved)
                      onClose()
                    },
                  },
                )
              }
              data-testid="list-save"
            >
              {t('tracing.saveList')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

const textOf = (list: BodyList | undefined): string => list?.bodies.map(({ name }) => name).join('\n') ?? ''

/** The province all placed bodies of a list share, so that saving it again places its bare names alike. */
function provinceOf(list: BodyList | undefined): string {
  const provinces = new Set((list?.bodies ?? []).flatMap(({ scope }) => scope?.split('/')[0] ?? []))
  return provinces.size === 1 ? ([...provinces][0] ?? '') : ''
}
