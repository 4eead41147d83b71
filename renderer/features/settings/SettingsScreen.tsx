/** The stored settings come in; choices of theme, size and language go out, and the open library can be changed. */
import {
  Button,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Slider,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MethodResult, Params } from '../../../shared/contract/methods.ts'
import type { Failure } from '../../../shared/contract/result.ts'
import { formatBytes } from '../../../shared/wording/dates.ts'
import { useAnswer } from '../../app/queries.ts'
import { FailureBar } from '../../components/FailureMessage.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { useWords } from '../../i18n/language.ts'
import { invoke } from '../../library.ts'
import { SynonymGroups } from './SynonymGroups.tsx'

const useStyles = makeStyles({
  page: { flex: '1 1 0', overflowY: 'auto', padding: '24px 32px' },
  form: { display: 'grid', gap: '24px', maxWidth: '560px' },
  library: { display: 'grid', gap: '4px', overflowWrap: 'anywhere' },
  actions: { display: 'flex', gap: '8px', flexWrap: 'wrap', marginTop: '4px' },
  zoom: { display: 'flex', alignItems: 'center', gap: '12px' },
  slider: { flex: '1 1 auto' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

type Settings = MethodResult<'host.settings'>

const THEMES = [
  ['system', 'settings.themeSystem'],
  ['light', 'settings.themeLight'],
  ['dark', 'settings.themeDark'],
  ['contrast', 'settings.themeContrast'],
] as const

/** The settings screen; each choice takes effect at once. */
export function SettingsScreen() {
  const styles = useStyles()
  const { t } = useWords()
  const client = useQueryClient()
  const settings = useAnswer('host.settings', {})
  const [failure, setFailure] = useState<Failure | null>(null)
  const change = async (changes: Params<'host.changeSettings'>): Promise<void> => {
    const result = await invoke('host.changeSettings', changes)
    setFailure(result.ok ? null : result.failure)
    if (result.ok) await client.invalidateQueries({ queryKey: ['host.settings'] })
  }
  return (
    <div className={styles.page} data-testid="settings">
      <Loaded answer={settings}>
        {(stored) => (
          <div className={styles.form}>
            <Text as="h1" size={500} weight="semibold" style={{ margin: 0 }}>
              {t('settings.title')}
            </Text>
            {failure === null ? null : <FailureBar failure={failure} />}
            <Choices stored={stored} onChange={(changes) => void change(changes)} />
            <SynonymGroups />
            <LibraryChoice onFailure={setFailure} />
          </div>
        )}
      </Loaded>
    </div>
  )
}

interface ChoicesProps {
  readonly stored: Settings
  readonly onChange: (changes: Params<'host.changeSettings'>) => void
}

function Choices({ stored, onChange }: ChoicesProps) {
  const styles = useStyles()
  const { t } = useWords()
  return (
    <>
      <Field label={t('settings.theme')}>
        <RadioGroup
          value={stored.theme}
          onChange={(_, data) => {
            const theme = THEMES.find(([name]) => name === data.value)?.[0]
            if (theme !== undefined) onChange({ theme })
          }}
        >
          {THEMES.map(([name, words]) => (
            <Radio key={name} value={name} label={t(words)} data-testid={`theme-${name}`} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={t('settings.zoom')}>
        <div className={styles.zoom}>
          <Slider
            className={styles.slider}
            min={80}
            max={200}
            step={10}
            value={stored.zoomPercent}
            onChange={(_, data) => onChange({ zoomPercent: data.value })}
          />
          <Text>{stored.zoomPercent}%</Text>
        </div>
      </Field>
      <Field label={t('settings.language')}>
        <RadioGroup
          layout="horizontal"
          value={stored.language}
          onChange={(_, data) => onChange({ language: data.value === 'en' ? 'en' : 'vi' })}
        >
          <Radio value="vi" label={t('settings.vietnamese')} />
          <Radio value="en" label={t('settings.english')} data-testid="language-en" />
        </RadioGroup>
      </Field>
    </>
  )
}

function LibraryChoice({ onFailure }: { readonly onFailure: (failure: Failure | null) => void }) {
  const styles = useStyles()
  const { t, language } = useWords()
  const status = useAnswer('library.status', {})
  const open = async (create: boolean): Promise<void> => {
    const chosen = await invoke('host.chooseFolder', { purpose: 'library' })
    if (!chosen.ok) return onFailure(chosen.failure)
    if (chosen.value === null) return
    const opened = await invoke('library.open', { folder: chosen.value, create })
    // What the former library showed is forgotten when the new one tells that it is open.
    onFailure(opened.ok ? null : opened.failure)
  }
  return (
    <section className={styles.library}>
      <Text weight="semibold">{t('settings.library')}</Text>
      {status.data === undefined ? null : (
        <>
          <Text>{status.data.isSample ? t('status.sample') : status.data.name}</Text>
          <Text size={200} className={styles.quiet}>
            {t('settings.folder')}: {status.data.folder}
          </Text>
          <Text size={200} className={styles.quiet}>
            {t('settings.size')}: {formatBytes(status.data.databaseBytes, language)}
          </Text>
        </>
      )}
      <div className={styles.actions}>
        <Button onClick={() => void open(false)}>{t('settings.openOther')}</Button>
        <Button onClick={() => void open(true)}>{t('settings.createOther')}</Button>
      </div>
    </section>
  )
}
