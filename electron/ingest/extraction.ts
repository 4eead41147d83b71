/** Paths of files come in, their text goes out, each file read in a process that is killed when it costs too much. */
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { fail, type Result } from '../../shared/contract/result.ts'
import type { OcrMode } from './extractionProtocol.ts'
import { ExtractionWorker } from './extractionWorker.ts'
import { DEFAULT_LIMITS, type ExtractionLimits } from './limits.ts'
import type { ReadText } from './readers/index.ts'

/** What one extraction may be told. */
export interface ExtractOptions {
  readonly signal?: AbortSignal | undefined
  /** Default «auto»: pages without text are recognised. */
  readonly ocr?: OcrMode | undefined
  /** The name the person knows, when `path` is a copy named otherwise. */
  readonly fileName?: string | undefined
  readonly password?: string | undefined
  /** Called as pages are finished; `pages` is null while their number is unknown. */
  readonly onProgress?: ((page: number, pages: number | null) => void) | undefined
}

/** Reads files in processes of its own. */
export interface Extractor {
  /** Never rejects for what a file can be; the failure's `subject` is the path or name given. */
  extract(path: string, options?: ExtractOptions): Promise<Result<ReadText>>
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
      workers.add(worker)
      waiting.shift()?.start(worker)
    }
  }

  function release(worker: ExtractionWorker): void {
    if (worker.isUsable && !isClosed) idle.push(worker)
    else {
      workers.delete(worker)
      void worker.stop()
    }
    pump()
  }

  return {
    extract(path, extractOptions = {}) {
      const { signal } = extractOptions
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
            void worker.read(path, extractOptions).then((result) => {
              release(worker)
              resolve(result)
            })
          },
        }
        signal?.addEventListener('abort', giveUp, { once: true })
        waiting.push(ticket)
        pump()
      })
    },
    async close() {
      isClosed = true
      for (const ticket of [...waiting]) ticket.giveUp()
      await Promise.all([...workers].map((worker) => worker.stop()))
      workers.clear()
    },
  }
}
