/** Nothing comes in; the work list of what is cited and not held goes out, with state, notes, a letter, and a check of numbers. */
import {
  Button,
  Dropdown,
  Link,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Option,
  Text,
} from '@fluentui/react-components'
import {
  CheckmarkCircle24Regular,
  ClipboardPaste20Regular,
  DocumentTable20Regular,
  MailTemplate20Regular,
} from '@fluentui/react-icons'
import { useState } from 'react'
import type { Level } from '../../../shared/contract/instrument.ts'
import { MISSING_STATES, type MissingState } from '../../../shared/contract/tracing.ts'
import { formatCount } from '../../../shared/wording/dates.ts'
import { LEVEL_ORDER, levelWording } from '../../../shared/wording/instruments.ts'
import { missingWording } from '../../../shared/wording/tracing.ts'
import { useAnswer, useCommand } from '../../app/queries.ts'
import { LIST_HEIGHT, SHORT_WINDOW } from '../../app/shortWindow.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { FailureBar } from '../../components/FailureMessage.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { SaveNotice } from '../../components/SaveNotice.tsx'
import { useSaveAs } from '../../components/useSaveAs.ts'
import { useWords } from '../../i18n/language.ts'
import { failureOf, invoke } from '../../library.ts'
import { TracingTabs } from '../trace/TracingTabs.tsx'
import { LetterDialog } from './LetterDialog.tsx'
import { MissingTable } from './MissingTable.tsx'
import { type MissingFilter, useFirstMissing } from './missingPages.ts'
import { NumberCheck } from './NumberCheck.tsx'

const SCREEN_ISSUERS = 100

const useStyles = makeStyles({
  screen: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 0',
    minHeight: 0,
    minWidth: 0,
    [SHORT_WINDOW]: { overflowY: 'auto' },
  },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '6px 8px',
    alignItems: 'center',
    padding: '10px 16px 6px',
  },
  title: { flex: '1 1 220px' },
  menu: { minWidth: '100px', maxWidth: '170px' },
  body: {
    display: 'flex',
    flex: '1 1 0',
    minHeight: 0,
    minWidth: 0,
    [SHORT_WINDOW]: { flex: `0 0 ${LIST_HEIGHT}` },
  },
})

/** The missing list. */
export function MissingScreen() {
  const styles = useStyles()
  const { t, language } = useWords()
  const saving = useSaveAs()
  const [states, setStates] = useState<readonly MissingState[]>([])
  const [issuers, setIssuers] = useState<readonly string[]>([])
  const [levels, setLevels] = useState<readonly Level[]>([])
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [isChecking, setChecking] = useState(false)
  const [isWriting, setWriting] = useState(false)
  const mark = useCommand('missing.mark')
  const status = useAnswer('library.status', {}).data
  const isReadOnly = status?.isReadOnly ?? false
  const filter: MissingFilter = {
    ...(states.length > 0 && { state: [...states] }),
    ...(issuers.length > 0 && { issuer: [...issuers] }),
    ...(levels.length > 0 && { level: [...levels] }),
  }
  const answer = useFirstMissing(filter)
  const isNarrowed = states.length + issuers.length + levels.length > 0
  const total = answer.data?.total ?? 0
  // What goes to a file: those chosen, else the whole list as it is narrowed.
  const wanted = chosen.size > 0 ? { instrumentIds: [...chosen] } : filter
  const count = chosen.size > 0 ? chosen.size : total
  const chooseAll = async (): Promise<void> => {
    const ids = await invoke('missing.ids', filter)
    if (ids.ok) setChosen(new Set(ids.value))
  }
  const change = (state: MissingState): void =>
    mark.mutate({ instrumentIds: [...chosen], state }, { onSuccess: () => setChosen(new Set()) })
  return (
    <div className={styles.screen} data-testid="missing-screen">
      <TracingTabs />
      <div className={styles.tools}>
        <div className={styles.title}>
          <Text as="h1" size={400} weight="semibold" style={{ margin: 0, display: 'block' }}>
            {t('tracing.missingTitle')}
          </Text>
          <Text size={200}>
            {chosen.size > 0
              ? t('tracing.chosen', { n: formatCount(chosen.size, language) })
              : t('tracing.missingTotal', { n: formatCount(total, language) })}
          </Text>
        </div>
        <Choice
          label={t('tracing.state')}
          values={MISSING_STATES}
          chosen={states}
          wordingOf={(state) => missingWording(state, language)}
          onChange={setStates}
        />
        <Choice
          label={t('library.facetLevel')}
          values={LEVEL_ORDER}
          chosen={levels}
          wordingOf={(level) => levelWording(level, language)}
          onChange={setLevels}
        />
        <Choice
          label={t('library.issuer')}
          values={(answer.data?.issuers ?? []).slice(0, SCREEN_ISSUERS).map(({ value }) => value)}
          chosen={issuers}
          wordingOf={(issuer) => issuer || t('library.facetNone')}
          onChange={setIssuers}
        />
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button
              size="small"
              disabled={chosen.size === 0 || isReadOnly || mark.isPending}
              data-testid="missing-mark"
            >
              {t('tracing.markAs')}
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {MISSING_STATES.map((state) => (
                <MenuItem key={state} onClick={() => change(state)} data-testid={`mark-${state}`}>
                  {missingWording(state, language)}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
        <Button
          size="small"
          icon={<DocumentTable20Regular />}
          disabled={saving.isBusy || count === 0}
          onClick={() =>
            void saving.save(`${t('tracing.missingTitle')}.xlsx`, (out) =>
              invoke('export.missing', { format: 'xlsx', out, ...wanted }),
            )
          }
          data-testid="missing-excel"
        >
          Excel
        </Button>
        <Button
          size="small"
          icon={<MailTemplate20Regular />}
          disabled={saving.isBusy || count === 0}
          onClick={() => setWriting(true)}
          data-testid="missing-letter"
        >
          {t('tracing.letter')}
        </Button>
        <Button
          size="small"
          icon={<ClipboardPaste20Regular />}
          aria-pressed={isChecking}
          onClick={() => setChecking(!isChecking)}
          data-testid="check-numbers"
        >
          {t('tracing.check')}
        </Button>
      </div>
      <SaveNotice saving={saving} />
      {mark.isError ? <FailureBar failure={failureOf(mark.error)} /> : null}
      <div className={styles.body}>
        <Loaded answer={answer} lines={12}>
          {() =>
            total === 0 ? (
              <EmptyState
                testId="missing-empty"
                icon={<CheckmarkCircle24Regular />}
                title={t(
                  isNarrowed
                    ? 'tracing.missingNoMatch'
                    : status?.documents === 0
                      ? 'tracing.libraryEmpty'
                      : 'trace.missingEmpty',
                )}
                actions={
                  isNarrowed ? (
                    <Link
                      onClick={() => {
                        setStates([])
                        setIssuers([])
                        setLevels([])
                      }}
                    >
                      {t('library.clearFilters')}
                    </Link>
                  ) : undefined
                }
              />
            ) : (
              <MissingTable
                filter={filter}
                total={total}
                chosen={chosen}
                isReadOnly={isReadOnly}
                onChoose={setChosen}
                onChooseAll={() => void chooseAll()}
              />
            )
          }
        </Loaded>
        {isChecking ? <NumberCheck onClose={() => setChecking(false)} /> : null}
      </div>
      {isWriting ? (
        <LetterDialog
          count={count}
          onClose={() => setWriting(false)}
          onWrite={(letter) => {
            setWriting(false)
            void saving.save(`${t('tracing.fileLetter')}.docx`, (out) =>
              invoke('export.missing', { format: 'docx', out, ...wanted, letter }),
            )
          }}
        />
      ) : null}
    </div>
  )
}

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly values: readonly T[]
  readonly chosen: readonly T[]
  readonly wordingOf: (value: T) => string
  readonly onChange: (chosen: readonly T[]) => void
}

function Choice<T extends string>({ label, values, chosen, wordingOf, onChange }: ChoiceProps<T>) {
  const styles = useStyles()
  const listed = [...new Set([...values, ...chosen])]
  return (
    <Dropdown
      size="small"
      className={styles.menu}
      multiselect
      disabled={listed.length === 0}
      aria-label={label}
      value={chosen.length === 0 ? label : `${label}: ${chosen.map(wordingOf).join(', ')}`}
      selectedOptions={[...chosen]}
      onOptionSelect={(_, data) => onChange(listed.filter((value) => data.selectedOptions.includes(value)))}
    >
      {listed.map((value) => (
        <Option key={value} value={value}>
          {wordingOf(value)}
        </Option>
      ))}
    </Dropdown>
  )
}
