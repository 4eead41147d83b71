/** The bodies expected so far come in; a saved list, or all bodies met at a level, is chosen, with the year of the report. */
import { Button, Dropdown, Field, Input, makeStyles, Option } from '@fluentui/react-components'
import { Edit20Regular } from '@fluentui/react-icons'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Level } from '../../../shared/contract/instrument.ts'
import type { BodyList, ExpectedBodies } from '../../../shared/contract/tracing.ts'
import { LEVEL_ORDER, levelWording } from '../../../shared/wording/instruments.ts'
import { useAnswer } from '../../app/queries.ts'
import { useWords } from '../../i18n/language.ts'
import { BodyListDialog } from './BodyListDialog.tsx'

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px 12px', alignItems: 'flex-end' },
  list: { minWidth: '220px' },
  short: { width: '150px' },
  year: { width: '110px' },
  input: { width: '100%', minWidth: 0 },
})

const NO_LISTS: readonly BodyList[] = []
/** «2023» */
const YEAR = /^(?:19|20)\d{2}$/

interface Props {
  readonly expected: ExpectedBodies | null
  readonly reportYear: number | null
  readonly onChange: (expected: ExpectedBodies | null, reportYear: number | null) => void
}

/** Who is expected to answer. */
export function ExpectedChoice({ expected, reportYear, onChange }: Props) {
  const styles = useStyles()
  const { t, language } = useWords()
  const lists = useAnswer('tracing.bodyLists', {}).data ?? NO_LISTS
  const client = useQueryClient()
  // The library tells of changed documents and verdicts; these lists are the window's own business.
  const askListsAgain = () =>
    client.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] === 'tracing.bodyLists' || queryKey[0] === 'tracing.gaps',
    })
  const [isEditing, setEditing] = useState(false)
  const [typedYear, setTypedYear] = useState(reportYear === null ? '' : String(reportYear))
  const listId = expected !== null && 'listId' in expected ? expected.listId : null
  const seen = expected !== null && 'level' in expected ? expected : null
  const [province, setProvince] = useState(seen?.province ?? '')
  const [series, setSeries] = useState(seen?.series ?? '')
  const list = lists.find(({ id }) => id === listId)
  const value = list
    ? list.name
    : seen
      ? t('tracing.seenAt', { level: levelWording(seen.level, language) })
      : ''
  const expectLevel = (level: Level, inProvince: string, ofSeries: string): void =>
    onChange(
      {
        level,
        ...(inProvince.trim() === '' ? {} : { province: inProvince.trim() }),
        ...(ofSeries.trim() === '' ? {} : { series: ofSeries.trim() }),
      },
      reportYear,
    )
  return (
    <div className={styles.line}>
      <Field label={t('tracing.expected')} className={styles.list}>
        <Dropdown
          placeholder={t('tracing.expectedPlaceholder')}
          value={value}
          selectedOptions={[listId === null ? (seen?.level ?? '') : `list ${listId}`]}
          onOptionSelect={(_, data) => {
            const chosen = lists.find(({ id }) => `list ${id}` === data.optionValue)
            const level = LEVEL_ORDER.find((name) => name === data.optionValue)
            if (chosen) onChange({ listId: chosen.id }, reportYear)
            else if (level) expectLevel(level, province, series)
          }}
          data-testid="expected-bodies"
        >
          {lists.map(({ id, name, bodies }) => (
            <Option key={id} value={`list ${id}`} text={name}>
              {t('tracing.listOption', { name, n: bodies.length })}
            </Option>
          ))}
          {LEVEL_ORDER.filter((level) => level !== 'other').map((level) => (
            <Option key={level} value={level}>
              {t('tracing.seenAt', { level: levelWording(level, language) })}
            </Option>
          ))}
        </Dropdown>
      </Field>
      {seen === null ? null : (
        <>
          <Field label={t('library.facetProvince')} className={styles.short}>
            <Input
              className={styles.input}
              value={province}
              placeholder={t('tracing.provinceAll')}
              onChange={(_, data) => setProvince(data.value)}
              onBlur={() => expectLevel(seen.level, province, series)}
            />
          </Field>
          <Field label={t('tracing.series')} className={styles.short}>
            <Input
              className={styles.input}
              value={series}
              placeholder={t('tracing.seriesExample')}
              onChange={(_, data) => setSeries(data.value)}
              onBlur={() => expectLevel(seen.level, province, series)}
            />
          </Field>
        </>
      )}
      <Field label={t('tracing.reportYear')} className={styles.year}>
        <Input
          className={styles.input}
          value={typedYear}
          placeholder={t('tracing.anyYear')}
          inputMode="numeric"
          onChange={(_, data) => {
            setTypedYear(data.value)
            if (data.value === '') onChange(expected, null)
            else if (YEAR.test(data.value)) onChange(expected, Number(data.value))
          }}
          data-testid="report-year"
        />
      </Field>
      <Button icon={<Edit20Regular />} onClick={() => setEditing(true)} data-testid="edit-body-lists">
        {t('tracing.editLists')}
      </Button>
      {isEditing ? (
        <BodyListDialog
          lists={lists}
          firstId={listId}
          onClose={() => setEditing(false)}
          onSaved={(saved) => {
            void askListsAgain()
            onChange({ listId: saved.id }, reportYear)
          }}
          onRemoved={(id) => {
            void askListsAgain()
            if (id === listId) onChange(null, reportYear)
          }}
        />
      ) : null}
    </div>
  )
}
