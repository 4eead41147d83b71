/** One extraction process seen from outside: a path goes in, its text comes out, and the limits are kept from here. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { type FailureCode, fail, type Result } from '../../shared/contract/result.ts'
import {
  type DrawRequest,
  type ExtractionReply,
  type ExtractionRequest,
  type ExtractionShare,
  type ExtractionValue,
  type KeptPage,
  MEMORY_LIMIT_VARIABLE,
  OUT_OF_MEMORY_MARK,
  type ReadRequest,
} from './extractionProtocol.ts'
import type { ExtractionLimits } from './limits.ts'

/** How much of the memory limit JavaScript objects may take; the rest is for buffers and code. */
const HEAP_SHARE = 0.55

/** Kept of what a process wrote to standard error: enough to know why it died. */
const STDERR_KEPT = 4000

/** Who is told what while a request is worked on. */
export interface TaskListeners {
  readonly signal?: AbortSignal | undefined
  /** Called as pages are finished; `pages` is null while their number is unknown. */
  readonly onProgress?: ((page: number, pages: number | null) => void) | undefined
  /** Called with each page recognised from its image: store it, and an interrupted file can go on behind it. */
  readonly onRecognised?: ((kept: KeptPage) => void) | undefined
}

/** The request being worked on. */
interface Task {
  readonly id: number
  readonly path: string
  readonly listeners: TaskListeners
  readonly startedAt: number
  readonly finish: (result: Result<ExtractionValue>) => void
  timer: NodeJS.Timeout | undefined
}

/** A process that works on one file at a time. */
export class ExtractionWorker {
  readonly #child: ChildProcess
  readonly #limits: ExtractionLimits
  #task: Task | null = null
  #read = 0
  #stderr = ''
  #rss = 0
  #isGone = false
  #endReason: FailureCode | null = null
  #engines = 0
  #idle: NodeJS.Timeout | undefined

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

  /** Works on one file; resolves with a failure when the process is killed or dies. */
  run(request: ReadRequest | DrawRequest, listeners: TaskListeners): Promise<Result<ExtractionValue>> {
    const { path } = request
    const { signal } = listeners
    if (this.#isGone || this.#endReason) return Promise.resolve(fail('cancelled', path))
    clearTimeout(this.#idle)
    return new Promise((resolve) => {
      const cancel = (): void => this.#kill('cancelled')
      const task: Task = {
        id: this.#read++,
        path,
        listeners,
        startedAt: Date.now(),
        timer: undefined,
        finish: (result) => {
          clearTimeout(task.timer)
          signal?.removeEventListener('abort', cancel)
          this.#task = null
          this.#rest()
          resolve(result)
        },
      }
      this.#task = task
      this.#child.ref()
      this.#child.channel?.ref()
      signal?.addEventListener('abort', cancel, { once: true })
      this.#allow(task, 0)
      this.#send({ ...request, id: task.id, fileBytes: this.#limits.fileBytes })
    })
  }

  /** Tells how many pages to recognise at one time, from now on. */
  share(engines: number): void {
    if (engines === this.#engines) return
    this.#engines = engines
    const { recognisingBytes, engineBytes } = this.#limits
    this.#send({ task: 'share', engines, memoryBytes: recognisingBytes + (engines - 1) * engineBytes })
  }

  /** Calls back once the process has had nothing to do for as long as the limits say. */
  whenIdle(call: () => void): void {
    clearTimeout(this.#idle)
    this.#idle = setTimeout(call, this.#limits.idleMs).unref()
  }

  /** Ends the process; a file being read answers `cancelled`. */
  async stop(): Promise<void> {
    clearTimeout(this.#idle)
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

  #send(message: ExtractionRequest | ExtractionShare): void {
    if (this.#isGone) return
    this.#child.send(message, (error) => {
      if (error) this.#gone()
    })
  }

  #receive(message: ExtractionReply): void {
    const task = this.#task
    if (!task || message.id !== task.id) return
    if (message.type === 'page') {
      if (message.pages !== null) this.#allow(task, message.pages)
      task.listeners.onProgress?.(message.page, message.pages)
    } else if (message.type === 'recognised') {
      task.listeners.onRecognised?.(message.kept)
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
