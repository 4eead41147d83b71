/** Imports of the window: jobs and their events come in; the running job, its actions and the panel's state go out. */
import { useQueryClient } from '@tanstack/react-query'
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { Failure } from '../../../shared/contract/result.ts'
import type { ImportJob } from '../../../shared/contract/views.ts'
import { queryOf, useAnswer } from '../../app/queries.ts'
import { failureOf, invoke, on } from '../../library.ts'
import { mergeItems, mergeJob } from './mergeEvents.ts'

/** Events are taken into the cache this often: a thousand small files a second must not redraw a thousand times. */
const EVENT_BATCH_MS = 150
/** Rows of one job the panel shows at most. */
const LONGEST_JOB = 5000

/** Key and parameters of the rows of a job. */
export const itemsParams = (jobId: number) => ({ jobId, offset: 0, limit: LONGEST_JOB })

/** What the panel, the button, the drop zone and the status bar share. */
export interface Imports {
  readonly isOpen: boolean
  setOpen(isOpen: boolean): void
  /** Newest first. */
  readonly jobs: readonly ImportJob[]
  readonly running: ImportJob | null
  readonly latest: ImportJob | null
  /** Why the last attempt to start or stop an import failed. */
  readonly failure: Failure | null
  /** Folders imported next become dossiers. */
  readonly foldersBecomeDossiers: boolean
  setFoldersBecomeDossiers(isWanted: boolean): void
  start(paths: readonly string[]): Promise<void>
  chooseFiles(): Promise<void>
  chooseFolder(): Promise<void>
  cancel(jobId: number): Promise<void>
  pause(jobId: number): Promise<void>
  unpause(jobId: number): Promise<void>
  retryFailed(jobId: number): Promise<void>
}

const unavailable = (): never => {
  throw new Error('imports are used outside the shell')
}

/** Shared by everything below the shell. */
export const ImportsContext = createContext<Imports>({
  isOpen: false,
  setOpen: unavailable,
  jobs: [],
  running: null,
  latest: null,
  failure: null,
  foldersBecomeDossiers: false,
  setFoldersBecomeDossiers: unavailable,
  start: unavailable,
  chooseFiles: unavailable,
  chooseFolder: unavailable,
  cancel: unavailable,
  pause: unavailable,
  unpause: unavailable,
  retryFailed: unavailable,
})

/** The imports of the shell above. */
export const useImports = (): Imports => useContext(ImportsContext)

/** Takes the library's import events into the cache, in batches. */
function useImportEvents(): void {
  const client = useQueryClient()
  useEffect(() => {
    let jobs: ImportJob[] = []
    let items: Parameters<typeof mergeItems>[1][number][] = []
    let timer: ReturnType<typeof setTimeout> | null = null
    const flush = (): void => {
      timer = null
      const [newJobs, newItems] = [jobs, items]
      jobs = []
      items = []
      for (const job of newJobs) {
        client.setQueryData<ImportJob[]>(queryOf('import.jobs', {}).queryKey, (old) =>
          mergeJob(old ?? [], job),
        )
      }
      for (const jobId of new Set(newItems.map((event) => event.jobId))) {
        client.setQueryData<Parameters<typeof mergeItems>[0]>(
          queryOf('import.items', itemsParams(jobId)).queryKey,
          (old) =>
            mergeItems(
              old ?? { total: 0, items: [] },
              newItems.filter((event) => event.jobId === jobId),
            ),
        )
      }
    }
    const later = (): void => {
      timer ??= setTimeout(flush, EVENT_BATCH_MS)
    }
    const stops = [
      on('import.progress', (job) => {
        jobs.push(job)
        later()
      }),
      on('import.item', (event) => {
        items.push(event)
        later()
      }),
    ]
    return () => {
      for (const stop of stops) stop()
      if (timer !== null) clearTimeout(timer)
    }
  }, [client])
}

const isUnfinished = (job: ImportJob): boolean => job.state !== 'finished' && job.state !== 'cancelled'

/** The state itself; the shell calls this once. */
export function useImportsState(isOpen: boolean, setOpen: (isOpen: boolean) => void): Imports {
  const client = useQueryClient()
  const answer = useAnswer('import.jobs', {})
  const [failure, setFailure] = useState<Failure | null>(null)
  const [foldersBecomeDossiers, setFoldersBecomeDossiers] = useState(false)
  useImportEvents()

  const attempt = useCallback(
    async (action: () => Promise<void>): Promise<void> => {
      setFailure(null)
      try {
        await action()
        await client.invalidateQueries({ queryKey: ['import.jobs'] })
      } catch (error) {
        setFailure(failureOf(error))
      }
      setOpen(true)
    },
    [client, setOpen],
  )

  const start = useCallback(
    (paths: readonly string[]): Promise<void> =>
      paths.length === 0
        ? Promise.resolve()
        : attempt(async () => {
            const begun = await invoke('import.start', {
              paths: [...paths],
              dossiers: foldersBecomeDossiers ? 'folders' : 'none',
            })
            if (!begun.ok) setFailure(begun.failure)
          }),
    [attempt, foldersBecomeDossiers],
  )

  return useMemo(() => {
    const tell = (
      method: 'import.cancel' | 'import.pause' | 'import.unpause' | 'import.retryFailed',
      jobId: number,
    ): Promise<void> =>
      attempt(async () => {
        const answer = await invoke(method, { jobId })
        if (!answer.ok) setFailure(answer.failure)
      })
    const jobs = [...(answer.data ?? [])].sort((a, b) => b.id - a.id)
    return {
      isOpen,
      setOpen,
      jobs,
      running: jobs.find(isUnfinished) ?? null,
      latest: jobs[0] ?? null,
      failure,
      foldersBecomeDossiers,
      setFoldersBecomeDossiers,
      start,
      async chooseFiles() {
        const chosen = await invoke('host.chooseFiles', {})
        if (chosen.ok) await start(chosen.value)
        else setFailure(chosen.failure)
      },
      async chooseFolder() {
        const chosen = await invoke('host.chooseFolder', { purpose: 'import' })
        if (!chosen.ok) setFailure(chosen.failure)
        else if (chosen.value !== null) await start([chosen.value])
      },
      cancel: (jobId) => tell('import.cancel', jobId),
      pause: (jobId) => tell('import.pause', jobId),
      unpause: (jobId) => tell('import.unpause', jobId),
      retryFailed: (jobId) => tell('import.retryFailed', jobId),
    }
  }, [answer.data, isOpen, setOpen, failure, foldersBecomeDossiers, start, attempt])
}
