/** The words the library and its extraction processes exchange, over Node's own channel between processes. */
import type { Result } from '../../shared/contract/result.ts'
import type { PageImage, PageImageRequest } from './pageImage.ts'
import type { ReadText } from './readers/index.ts'
import type { UnpackedMember, UnpackRequest } from './unpack.ts'

/** Whether pages without text are recognised from their image. */
export type OcrMode = 'auto' | 'never' | 'force'

/** A recognised page as it is kept between two readings of a file: `page` from 0, the rest opaque to all but `ocr/`. */
export interface KeptPage {
  readonly page: number
  readonly packed: Uint8Array
}

/** The file a request is about. `fileName` is the name the person knows; the path may be a copy named by its hash. */
export interface FileRequest {
  readonly path: string
  readonly fileName: string
  readonly password: string | undefined
}

/**
 * A file to read; `known` are pages recognised before it was interrupted. With `unpack` the files inside a mail or archive
 * are written out, or left aside («nowhere»), instead of being read as parts of its text.
 */
export interface ReadRequest extends FileRequest {
  readonly task: 'read'
  readonly ocr: OcrMode
  readonly unpack: UnpackRequest | 'nowhere' | undefined
  readonly known: readonly KeptPage[]
}

/** A page to draw. */
export interface DrawRequest extends FileRequest, PageImageRequest {
  readonly task: 'draw'
}

/** What a process may be asked, one at a time; `fileBytes` is the largest file it may open. */
export type ExtractionRequest = (ReadRequest | DrawRequest) & {
  readonly id: number
  readonly fileBytes: number
}

/** Told at any moment: how many pages to recognise at one time, and the memory in bytes the process may then take. */
export interface ExtractionShare {
  readonly task: 'share'
  readonly engines: number
  readonly memoryBytes: number
}

/** A file as it was read, and the files unpacked from it. */
export interface Extracted extends ReadText {
  readonly members: readonly UnpackedMember[]
}

/** What comes of a request: a file's text or a page's image. */
export type ExtractionValue = Extracted | PageImage

/** What a process answers: pages finished so far, a page recognised, or the end; `rss` is its resident memory in bytes. */
export type ExtractionReply =
  | { readonly id: number; readonly type: 'page'; readonly page: number; readonly pages: number | null }
  | { readonly id: number; readonly type: 'recognised'; readonly kept: KeptPage }
  | {
      readonly id: number
      readonly type: 'done'
      readonly result: Result<ExtractionValue>
      readonly rss: number
    }

/** Written to standard error by the memory watch just before it ends its process. */
export const OUT_OF_MEMORY_MARK = 'chido: memory limit passed'

/** The environment variable that carries the memory limit in bytes. */
export const MEMORY_LIMIT_VARIABLE = 'CHIDO_EXTRACTION_MEMORY_BYTES'
