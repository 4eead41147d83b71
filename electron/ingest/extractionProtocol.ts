/** The words the library and its extraction processes exchange, over Node's own channel between processes. */
import type { Result } from '../../shared/contract/result.ts'
import type { ReadText } from './readers/index.ts'

/** Whether pages without text are recognised from their image. */
export type OcrMode = 'auto' | 'never' | 'force'

/** A file to read. `fileName` is the name the person knows; the path may be a copy named by its hash. */
export interface ExtractionRequest {
  readonly id: number
  readonly path: string
  readonly fileName: string
  readonly ocr: OcrMode
  readonly password: string | undefined
  readonly fileBytes: number
}

/** What a process answers: pages done so far, or the end; `rss` is its resident memory in bytes. */
export type ExtractionReply =
  | { readonly id: number; readonly type: 'page'; readonly page: number; readonly pages: number | null }
  | { readonly id: number; readonly type: 'done'; readonly result: Result<ReadText>; readonly rss: number }

/** Written to standard error by the memory watch just before it ends its process. */
export const OUT_OF_MEMORY_MARK = 'chido: memory limit passed'

/** The environment variable that carries the memory limit in bytes. */
export const MEMORY_LIMIT_VARIABLE = 'CHIDO_EXTRACTION_MEMORY_BYTES'
