/** One extraction process seen from outside: a path goes in, its text comes out, and the limits are kept from here. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { basename } from 'node:path'
import { type FailureCode, fail, type Result } from '../../shared/contract/result.ts'
import type { ExtractOptions } from './extraction.ts'
import {
  type ExtractionReply,
  type ExtractionRequest,
  MEMORY_LIMIT_VARIABLE,
  OUT_OF_MEMORY_MARK,
} from './extractionProtocol.ts'
import type { ExtractionLimits } from './limits.ts'
import type { ReadText } from './readers/index.ts'

/** How much of the memory limit JavaScript objects may take; the rest is for buffers and code. */
const HEAP_SHARE = 0.55

/** Kept of what a process wrote to standard error: enough to know why it died. */
const STDERR_KEPT = 4000

/** The file being read. */
interface Task {
  readonly id: number
  readonly path: string
  readonly onProgress: ((page: number, pages: number | null) => void) | undefined
  readonly startedAt: number
  readonly finish: (result: Result<ReadText>) => void
  timer: NodeJS.Timeout | undefined
}

/** A process that reads one file at a time. */
export class ExtractionWorker {
  readonly #child: ChildProcess
  readonly #limits: ExtractionLimits
  #task: Task | null = null
  #read = 0
  #stderr = ''
  #rss = 0
  #isGone = false
  #endReason: FailureCode | null = null

  constructor(entry: string, execArgv: readonly string[], limits: ExtractionLimits) {
    this.#limits = limits
    // A heap allowed to fill the whole limit is collected too late: 2,000 pages then die of garbage.
    const heapMegabytes = Math.floor((limits.memoryBytes * HEAP_SHARE) / 1024 / 1024)
    this.#child = fork(entry, [], {
      execArgv: [`--max-old-space-size=${heapMegabytes}`, `--max-semi-space-size=8`, ...execArgv],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: {
        ...process.env,
        // Inside Electron the program's own binary is to be a plain Node.
        ELECTRON_RUN_AS_NODE: '1',
        [MEMORY_LIMIT_VARIABLE]: String(limits.memoryBytes),
      },
    })
    this.#child.on('message', (message) => this.#receive(message as ExtractionReply))
    this.#child.on('error', () => this.#gone())
    this.#child.on('exit', () => this.#gone())
    this.#child.stderr?.setEncoding('utf8')
    this.#child.stderr?.on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-STDERR_KEPT)
    })
    // An idle process must not keep a finished command line alive.
    this.#rest()
  }

  /** Whether another file may be given to this process. */
  get isUsable(): boolean {
    return (
      !this.#isGone &&
      this.#task === null &&
      this.#read < this.#limits.filesPerProcess &&
      this.#rss < this.#limits.memoryBytes * 0.7
    )
  }

  /** Reads one file; resolves with a failure when the process is killed or dies. */
  read(path: string, options: ExtractOptions): Promise<Result<ReadText>> {
    if (this.#isGone || this.#endReason) return Promise.resolve(fail('cancelled', path))
    return new Promise((resolve) => {
      const cancel = (): void => this.#kill('cancelled')
      const task: Task = {
        id: this.#read++,
        path,
        onProgress: options.onProgress,
        startedAt: Date.now(),
        timer: undefined,
        finish: (result) => {
          clearTimeout(task.timer)
          options.signal?.removeEventListener('abort', cancel)
          this.#task = null
          this.#rest()
          resolve(result)
        },
      }
      this.#task = task
      this.#child.ref()
      this.#child.channel?.ref()
      options.signal?.addEventListener('abort', cancel, { once: true })
      this.#allow(task, 0)
      const request: ExtractionRequest = {
        id: task.id,
        path,
        fileName: options.fileName ?? basename(path),
        ocr: options.ocr ?? 'auto',
        password: options.password,
        fileBytes: this.#limits.fileBytes,
      }
      this.#child.send(request, (error) => {
        if (error && this.#task === task) this.#gone()
      })
    })
  }

  /** Ends the process; a file being read answers `cancelled`. */
  async stop(): Promise<void> {
    if (this.#isGone) return
    const exited = once(this.#child, 'exit')
    // Waiting for a process that nothing holds would end the command line before the exit is seen.
    this.#child.ref()
    this.#kill('cancelled')
    await exited
  }

  #rest(): void {
    this.#child.unref()
    this.#child.channel?.unref()
    const stderr: unknown = this.#child.stderr
    if (stderr && typeof stderr === 'object' && 'unref' in stderr && typeof stderr.unref === 'function') {
      stderr.unref()
    }
  }

  #receive(message: ExtractionReply): void {
    const task = this.#task
    if (!task || message.id !== task.id) return
    if (message.type === 'page') {
      if (message.pages !== null) this.#allow(task, message.pages)
      task.onProgress?.(message.page, message.pages)
    } else {
      this.#rss = message.rss
      task.finish(message.result)
    }
  }

  /** Sets the moment the file must be done by, counted from its start. */
  #allow(task: Task, pages: number): void {
    clearTimeout(task.timer)
    const left = task.startedAt + this.#limits.baseMs + pages * this.#limits.perPageMs - Date.now()
    task.timer = setTimeout(() => this.#kill('extraction_timeout'), Math.max(0, left))
  }

  #kill(reason: FailureCode): void {
    this.#endReason ??= reason
    this.#child.kill('SIGKILL')
  }

  #gone(): void {
    if (this.#isGone) return
    this.#isGone = true
    const task = this.#task
    if (!task) return
    // Standard error may arrive a moment after the exit; the reason for it is in there.
    setTimeout(() => task.finish(fail(this.#reason(), task.path, this.#stderr.trim() || undefined)), 20)
  }

  #reason(): FailureCode {
    if (this.#endReason) return this.#endReason
    const isHeapFull = /heap out of memory|Array buffer allocation failed/.test(this.#stderr)
    return isHeapFull || this.#stderr.includes(OUT_OF_MEMORY_MARK)
      ? 'extraction_out_of_memory'
      : 'extraction_crashed'
  }
}
