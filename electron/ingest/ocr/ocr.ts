/** Pictures go in, recognised pages come out: several engines side by side, offline, page by page. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Canvas } from '@napi-rs/canvas'
import { fail, type Result, succeed } from '../../../shared/contract/result.ts'
import { EngineFailure } from './engine.ts'
import { createEngines } from './engines.ts'
import { countImagePages, ImageFailure, readImagePage } from './images.ts'
import type { OcrPage, ReadPage, Rotation } from './page.ts'
import { releaseCanvas } from './pixels.ts'
import { type RecogniseOptions, recognisePage } from './recognise.ts'

/** `modelFolder` holds `vie.traineddata.gz` (the `4.0.0_best_int` folder of `@tesseract.js-data/vie`). */
export interface OcrOptions {
  /** Pages read at one time: the first costs about 180 MB, each further one 110 MB. */
  readonly jobs: number
  readonly modelFolder: string
}

/** What a file's pages may be told. Pages count from 0. */
export interface OcrFileOptions {
  readonly signal?: AbortSignal | undefined
  /** Pages recognised before the file was interrupted: they are not read again. */
  readonly known?: ReadonlyMap<number, ReadPage> | undefined
  /** Called once the pages are counted. */
  readonly onTotal?: ((total: number) => void) | undefined
  /** Called as each page is finished, in any order: store it here and a stopped file can go on. */
  readonly onPage?: ((page: number, recognised: ReadPage, total: number) => void) | undefined
}

/** Failures are `ocr_unavailable` (no model, dead engine), `file_damaged` (no picture) and `cancelled`. */
export interface Ocr {
  /**
   * One picture at the engine's resolution, made only once an engine is free (a waiting page costs nothing) and given
   * back afterwards. Null when there turns out to be nothing to read.
   */
  readonly recognise: (
    makePicture: () => Promise<Canvas | null>,
    options?: RecogniseOptions,
  ) => Promise<Result<OcrPage | null>>
  /** Every page of an image file (a TIFF may hold many), in order. */
  readonly recogniseImage: (
    bytes: Uint8Array,
    options?: OcrFileOptions,
  ) => Promise<Result<readonly ReadPage[]>>
  /** Changes how many pages are read at one time. */
  readonly allow: (jobs: number) => void
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
  const engines = createEngines(modelFolder, jobs)

  const recognise: Ocr['recognise'] = (makePicture, options = {}) =>
    engines.lend(async (engine) => {
      let picture: Canvas | null = null
      try {
        options.signal?.throwIfAborted()
        picture = await makePicture()
        return succeed(picture && (await recognisePage(picture, engine, options)))
      } catch (error) {
        if (options.signal?.aborted) return fail('cancelled')
        if (error instanceof EngineFailure) return fail('ocr_unavailable', undefined, error.message)
        if (error instanceof ImageFailure) return fail('file_damaged', undefined, error.message)
        throw error
      } finally {
        if (picture !== null) releaseCanvas(picture)
      }
    })

  return {
    recognise,
    recogniseImage: async (bytes, { signal, known, onTotal, onPage } = {}) => {
      const total = countPages(bytes)
      if (!total.ok) return total
      onTotal?.(total.value)
      let likelyRotation: Rotation = known?.values().next().value?.rotation ?? 0
      let isFailed = false
      const readPage = async (index: number): Promise<Result<ReadPage | null>> => {
        const kept = known?.get(index)
        if (kept) return succeed(kept)
        const result = await recognise(async () => (isFailed ? null : readImagePage(bytes, index)), {
          signal,
          likelyRotation: () => likelyRotation,
        })
        isFailed ||= !result.ok
        if (result.ok && result.value) {
          likelyRotation = result.value.rotation
          onPage?.(index, result.value, total.value)
        }
        return result
      }
      const results = await Promise.all(Array.from({ length: total.value }, (_, index) => readPage(index)))
      const failed = results.find((result) => !result.ok)
      if (failed !== undefined && !failed.ok) return failed
      return succeed(results.flatMap((result) => (result.ok && result.value ? [result.value] : [])))
    },
    allow: engines.allow,
    close: engines.close,
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
