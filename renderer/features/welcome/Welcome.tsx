/** The start without an open library comes in; three ways on go out: the sample library, a new one, one that exists. */
import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import { BookOpen24Regular, FolderAdd24Regular, FolderOpen24Regular } from '@fluentui/react-icons'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactElement, type ReactNode, useState } from 'react'
import type { MethodResult } from '../../../shared/contract/methods.ts'
import { FAILURE_CODES, type Failure, type Result } from '../../../shared/contract/result.ts'
import type { LibraryStatus } from '../../../shared/contract/views.ts'
import { queryOf } from '../../app/queries.ts'
import { FailureBar } from '../../components/FailureMessage.tsx'
import { useWords } from '../../i18n/language.ts'
import { invoke } from '../../library.ts'

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '16px',
    flex: '1 1 0',
    overflowY: 'auto',
    padding: '8vh 24px 24px',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  head: { maxWidth: '640px', display: 'grid', gap: '8px' },
  ways: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))',
    gap: '16px',
    width: '100%',
    maxWidth: '920px',
  },
  way: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '20px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  gap: { flex: '1 1 auto' },
  recent: { display: 'grid', justifyItems: 'center', gap: '4px', maxWidth: '920px' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

type Startup = MethodResult<'host.startup'>

/** A startup failure crosses as plain text; a code this version does not know is an unexpected one. */
function failureFrom(startup: Startup): Failure | null {
  if (startup.failure === null) return null
  const code = FAILURE_CODES.find((known) => known === startup.failure?.code) ?? 'internal'
  return { code, subject: startup.failure.subject }
}

/** The first screen of a fresh installation, and of a start whose library is out of reach. */
export function Welcome({ startup }: { readonly startup: Startup }) {
  const styles = useStyles()
  const { t } = useWords()
  const client = useQueryClient()
  const [failure, setFailure] = useState<Failure | null>(failureFrom(startup))
  const [work, setWork] = useState<string | null>(null)

  const enter = async (words: string, open: () => Promise<Result<LibraryStatus>>): Promise<void> => {
    setFailure(null)
    setWork(words)
    const opened = await open()
    setWork(null)
    if (!opened.ok) {
      setFailure(opened.failure)
      return
    }
    client.setQueryData(queryOf('library.status', {}).queryKey, opened.value)
    client.setQueryData(queryOf('host.startup', {}).queryKey, {
      ...startup,
      library: opened.value,
      failure: null,
    })
  }
  const openFolder = (folder: string, create: boolean): Promise<void> =>
    enter(t('welcome.opening'), () => invoke('library.open', { folder, create }))
  const choose = async (create: boolean): Promise<void> => {
    const chosen = await invoke('host.chooseFolder', { purpose: 'library' })
    if (!chosen.ok) setFailure(chosen.failure)
    else if (chosen.value !== null) await openFolder(chosen.value, create)
  }

  return (
    <main className={styles.page} data-testid="welcome">
      <div className={styles.head}>
        <Text as="h1" align="center" size={800} weight="semibold" style={{ margin: 0 }}>
          {t('app.name')}
        </Text>
        <Text align="center" size={400}>
          {t('app.tagline')}
        </Text>
        <Text align="center" className={styles.quiet}>
          {t('welcome.intro')}
        </Text>
      </div>
      {failure === null ? null : <FailureBar failure={failure} />}
      {work === null ? (
        <div className={styles.ways}>
          <Way icon={<BookOpen24Regular />} title={t('welcome.sample')} body={t('welcome.sampleBody')}>
            <Button
              appearance="primary"
              onClick={() => void enter(t('welcome.preparing'), () => invoke('host.openSampleLibrary', {}))}
              data-testid="open-sample"
            >
              {t('welcome.sample')}
            </Button>
          </Way>
          <Way
            icon={<FolderAdd24Regular />}
            title={t('welcome.create')}
            body={t('welcome.createBody', { folder: startup.defaultFolder })}
          >
            <Button onClick={() => void openFolder(startup.defaultFolder, true)} data-testid="create-library">
              {t('welcome.createHere')}
            </Button>
            <Button appearance="subtle" onClick={() => void choose(true)}>
              {t('welcome.chooseFolder')}
            </Button>
          </Way>
          <Way icon={<FolderOpen24Regular />} title={t('welcome.openExisting')} body={t('welcome.openBody')}>
            <Button onClick={() => void choose(false)} data-testid="open-library">
              {t('welcome.chooseLibrary')}
            </Button>
          </Way>
        </div>
      ) : (
        <Spinner label={work} />
      )}
      {startup.recent.length === 0 || work !== null ? null : (
        <div className={styles.recent}>
          <Text weight="semibold">{t('welcome.recent')}</Text>
          {startup.recent.map((folder) => (
            <Button key={folder} appearance="subtle" onClick={() => void openFolder(folder, false)}>
              {folder}
            </Button>
          ))}
        </div>
      )}
    </main>
  )
}

interface WayProps {
  readonly icon: ReactElement
  readonly title: string
  readonly body: string
  readonly children: ReactNode
}

function Way({ icon, title, body, children }: WayProps) {
  const styles = useStyles()
  return (
    <section className={styles.way}>
      {icon}
      <Text as="h2" size={400} weight="semibold" style={{ margin: 0 }}>
        {title}
      </Text>
      <Text>{body}</Text>
      <div className={styles.gap} />
      {children}
    </section>
  )
}
