/** What a reader is: bytes of one file come in, its `SourceText` or a coded failure goes out. */
import type { Result } from '../../shared/contract/result.ts'
import type { SourceText } from '../../shared/documents/sourceText.ts'
import type { Member } from './members.ts'
import type { ReadPage } from './ocr/page.ts'

/** Every format a reader exists for, named as it is stored with the document. */
export const FORMATS = [
  'txt',
  'docx',
  'doc',
  'odt',
  'rtf',
  'pdf',
  'html',
  'mht',
  'xlsx',
  'xls',
  'eml',
  'msg',
  'zip',
  '7z',
  'rar',
  'image',
] as const
/** @see FORMATS */
export type Format = (typeof FORMATS)[number]

const ARCHIVES: ReadonlySet<string> = new Set<Format>(['zip', '7z', 'rar'])

/** Whether files of a format only hold other files and have no text of their own. */
export const isArchive = (format: string): boolean => ARCHIVES.has(format)

/** Whether files of a format have both a text and other files with it. */
export const isMail = (format: string): boolean => format === 'eml' || format === 'msg'

/** What a reader may be told. `onPage` is called with the pages finished so far, `pages` null while the count is unknown. */
export interface ReadOptions {
  readonly ocr?: 'auto' | 'never' | 'force' | undefined
  readonly signal?: AbortSignal | undefined
  readonly password?: string | undefined
  /** How many containers this file stands in. */
  readonly depth?: number | undefined
  /** Reads a file found inside this one (an attachment); absent where containers are too deep. */
  readonly readMember?: ((name: string, bytes: Uint8Array) => Promise<Result<SourceText>>) | undefined
  /** Takes a file found inside this one to be a document of its own, instead of a part of this one's text. */
  readonly keepMember?: ((member: Member) => Promise<void>) | undefined
  readonly onPage?: ((page: number, pages: number | null) => void) | undefined
  /** Pages, from 0, recognised before this file was interrupted; they are not recognised again. */
  readonly known?: ReadonlyMap<number, ReadPage> | undefined
  /** Called with each page as it is recognised, so that an interrupted file can go on behind it. */
  readonly onRecognised?: ((page: number, recognised: ReadPage) => void) | undefined
}

/** A reader. It throws only on a bug: damaged, encrypted and empty files are failures. */
export type Reader = (bytes: Uint8Array, options: ReadOptions) => Promise<Result<SourceText>>
