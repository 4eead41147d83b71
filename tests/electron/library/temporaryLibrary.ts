/** Opens a real library in a temporary folder for a test, and removes it afterwards. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createLibraryHost, type LibraryHost } from '../../../electron/library/host.ts'
import type { EventName, LibraryMethod, MethodResult, Params } from '../../../shared/contract/methods.ts'
import type { Result } from '../../../shared/contract/result.ts'
import type { ImportItem } from '../../../shared/contract/views.ts'

const checkout = fileURLToPath(new URL('../../../', import.meta.url))

export const resourcesFolder = join(checkout, 'resources')
export const samplesFolder = join(resourcesFolder, 'samples')
export const extractionEntry = join(checkout, 'electron', 'ingest', 'extractionProcess.ts')

/** A library under test. */
export interface TemporaryLibrary {
  readonly folder: string
  readonly host: LibraryHost
  readonly events: { name: EventName; payload: unknown }[]
  /** The value of a method; throws where it fails. */
  call<M extends LibraryMethod>(method: M, params: Params<M>): Promise<MethodResult<M>>
  /** The raw result of a method. */
  ask(method: string, params: unknown): Promise<Result<unknown>>
  /** Imports and waits for the end; gives what became of each file. */
  import(...paths: string[]): Promise<ImportItem[]>
  /** Closes and removes everything. */
  dispose(): Promise<void>
}

/** Creates a library in `folder`, or in a new temporary one; `jobs` as the host takes it. */
export async function openTemporaryLibrary(folder?: string, jobs?: number): Promise<TemporaryLibrary> {
  const root = folder ?? mkdtempSync(join(tmpdir(), 'chi-do-library-'))
  const events: TemporaryLibrary['events'] = []
  const waiting = new Map<number, () => void>()
  const host = createLibraryHost({
    resourcesFolder,
    extractionEntry,
    jobs,
    emit: (name, payload) => {
      events.push({ name, payload })
      if (name !== 'import.progress' || !('state' in payload) || !('id' in payload)) return
      if (payload.state === 'finished' || payload.state === 'cancelled') waiting.get(payload.id)?.()
    },
  })
  const ask = (method: string, params: unknown): Promise<Result<unknown>> => host.dispatch(method, params)
  const call: TemporaryLibrary['call'] = async (method, params) => {
    const result = await ask(method, params)
    if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.failure)}`)
    return result.value as MethodResult<typeof method>
  }
  await call('library.open', { folder: root, create: true })
  return {
    folder: root,
    host,
    events,
    call,
    ask,
    import: async (...paths) => {
      const { jobId } = await call('import.start', { paths })
      const { promise, resolve } = Promise.withResolvers<void>()
      waiting.set(jobId, resolve)
      await promise
      return (await call('import.items', { jobId, limit: 5000 })).items
    },
    dispose: async () => {
      await host.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}
