/** Pictures and PDF pages go in, recognised pages come out: several engines side by side, offline, page by page. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Canvas } from '@napi-rs/canvas'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { fail, type Result, succeed } from '../../../shared/contract/result.ts'
import { createEngine, type Engine, EngineFailure } from './engine.ts'
import { countImagePages, ImageFailure, readImagePage } from './images.ts'
import type { OcrPage, Rotation } from './page.ts'
import { releaseCanvas } from './pixels.ts'
import { type RecogniseOptions, recognisePage } from './recognise.ts'
import { renderPdfPage } from './render.ts'

/** `modelFolder` holds `vie.traineddata.gz` (the `4.0.0_best_int` folder of `@tesseract.js-data/vie`). */
export interface OcrOptions {
  /** Pages read at one time; each costs about 180 MB. */
  readonly jobs: number
  readonly modelFolder: string
}

/** What a file's pages may be told. Pages count from 0. */
export interface OcrFileOptions {
  readonly signal?: AbortSignal | undefined
  /** Pages wanted; left out means all. A resumed file names those not stored yet. */
  readonly pages?: readonly number[] | undefined
  /** Called as each page is finished, in any order: store it here and a stopped file can go on. */
  readonly onPage?: ((page: number, recognised: OcrPage, total: number) => void) | undefined
}

/** Failures are `ocr_unavailable` (no model, dead engine), `file_damaged` (no picture) and `cancelled`. */
export interface Ocr {
  /** One page of an open PDF (opened with `PDF_SOURCES`). */
  readonly recognisePdfPage: (page: PDFPageProxy, options?: RecogniseOptions) => Promise<Result<OcrPage>>
  /** One picture already decoded, at the engine's resolution. */
  readonly recogniseCanvas: (canvas: Canvas, options?: RecogniseOptions) => Promise<Result<OcrPage>>
  /** Every page of an image file (a TIFF may hold many), in order. */
  readonly recogniseImage: (
    bytes: Uint8Array,
    options?: OcrFileOptions,
  ) => Promise<Result<readonly OcrPage[]>>
  /** Stops the engines; a page under way fails. The next page starts new ones. */
  readonly close: () => Promise<void>
}

/** Where the checkout and the packed program keep the model: inside its npm package. */
export const defaultModelFolder = (): string =>
  join(
    dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json')),
    '4.0.0_best_int',
  )

/** Starts nothing until the first page. */
export function createOcr({ jobs, modelFolder }: OcrOptions): Ocr {
  const engines = Array.from({ length: Math.max(1, jobs) }, () => createEngine(modelFolder))
  const idle = [...engines]
  const waiting: ((engine: Engine) => void)[] = []
  const borrow = (): Promise<Engine> => {
    const engine = idle.pop()
    return engine ? Promise.resolve(engine) : new Promise((resolve) => waiting.push(resolve))
  }
  const giveBack = (engine: Engine): void => {
    const next = waiting.shift()
    if (next) next(engine)
    else idle.push(engine)
  }

  /** The picture is made only once an engine is free: a waiting page costs nothing. */
  const recognise = async (
    makePicture: () => Promise<Canvas>,
    options: RecogniseOptions,
    isOurs = true,
  ): Promise<Result<OcrPage>> => {
    const engine = await borrow()
    let picture: Canvas | null = null
    try {
      options.signal?.throwIfAborted()
      picture = await makePicture()
      return succeed(await recognisePage(picture, engine, options))
    } catch (error) {
      if (options.signal?.aborted) return fail('cancelled')
      if (error instanceof EngineFailure) return fail('ocr_unavailable', undefined, error.message)
      if (error instanceof ImageFailure) return fail('file_damaged', undefined, error.message)
      throw error
    } finally {
      if (picture !== null && isOurs) releaseCanvas(picture)
      giveBack(engine)
    }
  }

  return {
    recognisePdfPage: (page, options = {}) => recognise(() => renderPdfPage(page), options),
    recogniseCanvas: (canvas, options = {}) => recognise(async () => canvas, options, false),
    recogniseImage: async (bytes, { signal, pages, onPage } = {}) => {
      const total = countPages(bytes)
      if (!total.ok) return total
      const wanted = pages ?? Array.from({ length: total.value }, (_, index) => index)
      let likelyRotation: Rotation = 0
      const results = await Promise.all(
        wanted.map(async (index) => {
          const result = await recognise(() => readImagePage(bytes, index), {
            signal,
            likelyRotation: () => likelyRotation,
          })
          if (result.ok) {
            likelyRotation = result.value.rotation
            onPage?.(index, result.value, total.value)
          }
          return result
        }),
      )
      const failed = results.find((result) => !result.ok)
      if (failed !== undefined && !failed.ok) return failed
      return succeed(results.flatMap((result) => (result.ok ? [result.value] : [])))
    },
    close: async () => {
      await Promise.all(engines.map((engine) => engine.close()))
    },
  }
}

function countPages(bytes: Uint8Array): Result<number> {
  try {
    const pages = countImagePages(bytes)
    return pages > 0 ? succeed(pages) : fail('file_damaged')
  } catch (error) {
    // The TIFF decoder throws bare errors on damaged directories.
    return fail('file_damaged', undefined, error instanceof Error ? error.message : String(error))
  }
}
