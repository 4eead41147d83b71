/** Paths of files come in, their text goes out, each file read in a process that is killed when it costs too much. */
import { availableParallelism } from 'node:os'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fail, type Result } from '../../shared/contract/result.ts'
import type {
  DrawRequest,
  Extracted,
  ExtractionValue,
  KeptPage,
  OcrMode,
  ReadRequest,
} from './extractionProtocol.ts'
import { ExtractionWorker, type TaskListeners } from './extractionWorker.ts'
import { DEFAULT_LIMITS, type ExtractionLimits } from './limits.ts'
import type { PageImage, PageImageRequest } from './pageImage.ts'
import type { UnpackRequest } from './unpack.ts'

/** What one extraction may be told. */
export interface ExtractOptions extends TaskListeners {
  /** Default «auto»: pages without text are recognised. */
  readonly ocr?: OcrMode | undefined
  /** The name the person knows, when `path` is a copy named otherwise. */
  readonly fileName?: string | undefined
  readonly password?: string | undefined
  /** Pages recognised before this file was interrupted, as `onRecognised` gave them. */
  readonly known?: readonly KeptPage[] | undefined
  /** Writes out the files inside a mail or archive, or leaves them aside, instead of reading them as parts of its text. */
  readonly unpack?: UnpackRequest | 'nowhere' | undefined
}

/** What drawing one page may be told. */
export interface DrawOptions extends PageImageRequest {
  readonly fileName?: string | undefined
  readonly password?: string | undefined
}

/** Reads files in processes of its own. */
export interface Extractor {
  /** Never rejects for what a file can be; the failure's `subject` is the path or name given. */
  extract(path: string, options?: ExtractOptions): Promise<Result<Extracted>>
  /** One page of a file as an image, with `drawPage`'s failures and those of an extraction. */
  draw(path: string, options: DrawOptions): Promise<Result<PageImage>>
  /** Ends the processes; files being read answer `cancelled`. */
  close(): Promise<void>
}

/** `entry` is the file of `extractionProcess`: its `.ts` in a checkout, the bundled `.js` in the program. */
export interface ExtractorOptions {
  readonly entry: string | URL
  readonly execArgv?: readonly string[] | undefined
  readonly jobs?: number | undefined
  readonly limits?: Partial<ExtractionLimits> | undefined
}

interface Waiting {
  readonly start: (worker: ExtractionWorker) => void
  readonly giveUp: () => void
}

/** Makes an extractor. Processes start when first needed and at most `jobs` run at once. */
export function createExtractor(options: ExtractorOptions): Extractor {
  const limits: ExtractionLimits = { ...DEFAULT_LIMITS, ...options.limits }
  const jobs = Math.max(1, options.jobs ?? availableParallelism() - 1)
  const entry = options.entry instanceof URL ? fileURLToPath(options.entry) : options.entry
  const workers = new Set<ExtractionWorker>()
  const idle: ExtractionWorker[] = []
  const waiting: Waiting[] = []
  let isClosed = false

  function pump(): void {
    while (waiting.length > 0 && (idle.length > 0 || workers.size < jobs)) {
      const worker = idle.pop() ?? new ExtractionWorker(entry, options.execArgv ?? [], limits)
      if (!worker.isUsable) {
        // It died while it rested: the next file must not pay for that.
        workers.delete(worker)
        continue
      }
      workers.add(worker)
      waiting.shift()?.start(worker)
    }
    share()
  }

  /** Cores no other file needs recognise further pages of the files being read. */
  function share(): void {
    const busy = [...workers].filter((worker) => !idle.includes(worker))
    for (const worker of busy) worker.share(Math.max(1, Math.floor(jobs / busy.length)))
  }

  function end(worker: ExtractionWorker): void {
    workers.delete(worker)
    void worker.stop()
  }

  function release(worker: ExtractionWorker): void {
    if (worker.isUsable && !isClosed) {
      idle.push(worker)
      worker.whenIdle(() => {
        idle.splice(idle.indexOf(worker), 1)
        end(worker)
      })
    } else end(worker)
    pump()
  }

  function run(
    request: ReadRequest | DrawRequest,
    listeners: TaskListeners,
  ): Promise<Result<ExtractionValue>> {
    const { path } = request
    const { signal } = listeners
    if (isClosed || signal?.aborted) return Promise.resolve(fail('cancelled', path))
    return new Promise((resolve) => {
      const giveUp = (): void => {
        const at = waiting.indexOf(ticket)
        if (at >= 0) waiting.splice(at, 1)
        resolve(fail('cancelled', path))
      }
      const ticket: Waiting = {
        giveUp,
        start: (worker) => {
          // From here on the worker itself listens to the signal.
          signal?.removeEventListener('abort', giveUp)
          void worker.run(request, listeners).then((result) => {
            release(worker)
            resolve(result)
          })
        },
      }
      signal?.addEventListener('abort', giveUp, { once: true })
      waiting.push(ticket)
      pump()
    })
  }

  return {
    extract: async (path, { ocr = 'auto', known = [], fileName, password, unpack, ...listeners } = {}) => {
      const file = { path, fileName: fileName ?? basename(path), password }
      // A request to read is answered with a text: the channel between processes has no types.
      return (await run({ task: 'read', ...file, ocr, known, unpack }, listeners)) as Result<Extracted>
    },
    draw: async (path, { fileName, password, ...wanted }) => {
      const file = { path, fileName: fileName ?? basename(path), password }
      return (await run({ task: 'draw', ...file, ...wanted }, {})) as Result<PageImage>
    },
    async close() {
      isClosed = true
      for (const ticket of [...waiting]) ticket.giveUp()
      await Promise.all([...workers].map((worker) => worker.stop()))
      workers.clear()
    },
  }
}
