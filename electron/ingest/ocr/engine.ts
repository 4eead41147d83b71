/** A grey page goes in, hOCR words come out: one Tesseract in a thread of its own, offline, stoppable, renewed in time. */
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js'
import { parseHocr } from './hocr.ts'
import { ENGINE_DPI, type ReadWord } from './page.ts'
import type { GreyImage } from './pixels.ts'
import { encodeTiff } from './tiff.ts'

/** The engine's memory grows with every page (about 2 MB): after this many the thread is replaced. */
const PAGES_PER_WORKER = 40

const PARAMETERS = {
  tessedit_pageseg_mode: PSM.AUTO, // find the layout by itself
  // Letters Vietnamese text never holds; the model confuses them with Đ, đ, Ơ, ơ and «/».
  tessedit_char_blacklist: 'ÐðƢƣ⁄',
  user_defined_dpi: String(ENGINE_DPI),
  hocr_font_info: '0',
} as const

/** Thrown inside, turned into `ocr_unavailable` at the edge: the model is missing or the engine broke. */
export class EngineFailure extends Error {
  override readonly name = 'EngineFailure'
}

/** One engine. `recognise` is called one page at a time; `close` may be called at any moment. */
export interface Engine {
  readonly recognise: (page: GreyImage, signal: AbortSignal | undefined) => Promise<readonly ReadWord[]>
  readonly close: () => Promise<void>
}

interface LiveWorker {
  readonly worker: Worker
  /** Rejects when the thread dies, whatever it was doing. */
  readonly death: Promise<never>
  pages: number
}

/**
 * Starts no thread until the first page. `modelFolder` holds `vie.traineddata.gz`; nothing is fetched or written.
 * Aborting stops the thread in the middle of a page.
 */
export function createEngine(modelFolder: string): Engine {
  let live: Promise<LiveWorker> | null = null

  const drop = async (): Promise<void> => {
    const dropped = live
    live = null
    if (dropped === null) return
    await dropped.then(
      ({ worker }) => worker.terminate(),
      () => undefined, // it never started: there is nothing to stop
    )
  }

  const recognise: Engine['recognise'] = async (page, signal) => {
    signal?.throwIfAborted()
    live ??= startWorker(modelFolder)
    const stop = stopOn(signal)
    try {
      const current = await Promise.race([live, stop.stopped])
      current.pages += 1
      const reading = current.worker.recognize(encodeTiff(page, ENGINE_DPI), {}, { text: false, hocr: true })
      // When the thread is stopped this promise never settles; a late rejection belongs to nobody.
      reading.catch(() => undefined)
      const result = await Promise.race([reading, current.death, stop.stopped])
      if (current.pages >= PAGES_PER_WORKER) await drop()
      return parseHocr(result.data.hocr ?? '')
    } catch (error) {
      await drop()
      throw error
    } finally {
      stop.release()
    }
  }

  return { recognise, close: drop }
}

/** A promise that rejects when the signal aborts, and the way to let go of the signal. */
function stopOn(signal: AbortSignal | undefined): {
  readonly stopped: Promise<never>
  readonly release: () => void
} {
  let release = (): void => undefined
  const stopped = new Promise<never>((_, reject) => {
    if (signal === undefined) return
    const onAbort = (): void => reject(signal.reason)
    signal.addEventListener('abort', onAbort, { once: true })
    release = () => signal.removeEventListener('abort', onAbort)
  })
  stopped.catch(() => undefined) // an abort after the page is done is nobody's error
  return { stopped, release }
}

/** The library's worker, with every way it can fail (missing model, dead thread) made a rejection. */
async function startWorker(modelFolder: string): Promise<LiveWorker> {
  let fail: (error: Error) => void = () => undefined
  const death = new Promise<never>((_, reject) => {
    fail = reject
  })
  death.catch(() => undefined) // seen by whoever races against it
  const onError = (reason: unknown): void => fail(new EngineFailure(String(reason)))
  const starting = createWorker('vie', OEM.LSTM_ONLY, {
    langPath: modelFolder,
    cacheMethod: 'none',
    gzip: true,
    // Without it the library throws inside an event handler and ends the process.
    errorHandler: onError,
  })
  const worker = await Promise.race([starting, death])
  listenForDeath(worker, onError)
  await Promise.race([worker.setParameters(PARAMETERS), death])
  return { worker, death, pages: 0 }
}

/** The thread behind a worker is not in the library's types. */
function listenForDeath(worker: Worker, onError: (reason: unknown) => void): void {
  const thread: unknown = Reflect.get(worker, 'worker')
  if (thread === null || typeof thread !== 'object' || !('on' in thread) || typeof thread.on !== 'function')
    return
  thread.on('error', onError)
}
