/** Facts of a document and a pattern like «{year}/{kind}/{date} {number} {title}» in, a path every system takes out. */
import { fullNumber } from './fullNumber.ts'

/** Fields a pattern may name. */
export const NAME_FIELDS = [
  'date',
  'year',
  'number',
  'kind',
  'issuer',
  'organ',
  'title',
  'signer',
  'province',
  'dossier',
  'name',
  'id',
] as const
/** What names are made from; `fileName` is the file's own name. */
export interface NamedDocument {
  readonly id: number
  readonly fileName: string
  readonly format: string
  readonly kind: string | null
  readonly number: string | null
  readonly symbol: string | null
  readonly year: number | null
  readonly issuedOn: string | null
  readonly issuer: string | null
  readonly organ: string | null
  readonly title: string | null
  readonly signer: string | null
  readonly province: string | null
  readonly dossiers: readonly string[]
}

/** Most of one part of a path with its extension: UTF-16 code units for Windows, UTF-8 bytes for Linux (255). */
const PART_LENGTH = 120
const PART_BYTES = 240
/** Stands where a folder would have no name. */
const UNKNOWN = 'Không rõ'

const FIELD = /\{([^{}]*)\}/g // {number}
const EXTENSION = /\.([\p{L}\p{N}]{1,10})$/u // «Bản đồ.DWG» → «DWG»

/** Fields of the pattern there are not, as written. */
export function unknownFields(pattern: string): string[] {
  const known: ReadonlySet<string> = new Set(NAME_FIELDS)
  return [...pattern.matchAll(FIELD)].flatMap(([, field = '']) => (known.has(field.trim()) ? [] : [field]))
}

/** The path of a document's copy: folders and a name with its extension, joined by «/»; NFC. */
export function readablePath(pattern: string, document: NamedDocument): string {
  const parts = pattern
    .normalize('NFC')
    .split(/[\\/]+/)
    .filter((part) => part.trim() !== '')
  const extension = extensionOf(document)
  const stem =
    fill(parts.at(-1) ?? '', document) || safePart(stemOf(document.fileName)) || String(document.id)
  return [
    ...parts.slice(0, -1).flatMap((part) => foldersOf(part, document)),
    fitted(stem, '', extension),
  ].join('/')
}

/** «A.pdf», 2 → «A (2).pdf»: another name in the same folder, no longer than the first may be. */
export function numberedPath(path: string, copy: number): string {
  const [folder, name] = splitAt(path, path.lastIndexOf('/') + 1)
  const extension = EXTENSION.exec(name)?.[0] ?? ''
  const stem = extension === '' ? name : name.slice(0, -extension.length)
  return folder + fitted(stem, ` (${copy})`, extension)
}

/** Two paths of one key would be one file on Windows and macOS, which tell neither case nor normal forms apart. */
export const pathKey = (path: string): string => path.normalize('NFC').toUpperCase().toLowerCase()

/** A dossier in a dossier becomes a folder in a folder; every other value keeps to one. */
function foldersOf(part: string, document: NamedDocument): string[] {
  const first = document.dossiers[0]
  if (DOSSIER_ALONE.test(part) && first !== undefined)
    return first.split('/').map((name) => fitted(safePart(name), '', ''))
  return [fitted(fill(part, document) || UNKNOWN, '', '')]
}

/** Fills the fields in; what stood around an empty one («- », «()») goes with it. */
function fill(part: string, document: NamedDocument): string {
  const filled = part.replace(FIELD, (_, field: string) => safePart(textOf(field.trim(), document)) || EMPTY)
  return safePart(filled.replace(AROUND_EMPTY, ' '))
}

const DOSSIER_ALONE = /^\s*\{\s*dossier\s*\}\s*$/
/** Marks a field without a value while a part is filled in. */
const EMPTY = '\u0000'
/** Brackets around nothing, and a dash or comma before or after nothing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the mark of an empty field, which no name can hold
const AROUND_EMPTY = /[([]\s*\u0000\s*[)\]]|\s*[-–—,_]\s*\u0000|\u0000\s*[-–—,_]\s*/g

function textOf(field: string, document: NamedDocument): string {
  switch (field) {
    case 'date':
      return document.issuedOn ?? ''
    case 'year':
      return document.issuedOn?.slice(0, 4) ?? String(document.year ?? '')
    case 'number':
      return document.number === null ? '' : (fullNumber(document) ?? '')
    case 'dossier':
      return document.dossiers[0] ?? ''
    case 'name':
      return stemOf(document.fileName)
    case 'id':
      return String(document.id)
    case 'title':
      return (document.title ?? '').replace(ABOUT, '')
    case 'kind':
    case 'issuer':
    case 'organ':
    case 'signer':
    case 'province':
      return document[field] ?? ''
    default:
      return ''
  }
}

const ABOUT = /^V\/v[:\s]+/i // «V/v báo cáo …» → «báo cáo …»: a stroke would become «V-v»

const stemOf = (fileName: string): string => fileName.replace(EXTENSION, '')

/** The extension the file came with, so that the program for it opens it; else its format. */
function extensionOf({ fileName, format }: NamedDocument): string {
  const extension = (EXTENSION.exec(fileName)?.[1] ?? format).normalize('NFC').toLowerCase()
  return extension === '' ? '' : `.${extension}`
}

const STROKES = /[\\/|]+/g // 72-KH/HU → 72-KH-HU
const FORBIDDEN = /[:*?"<>\p{Cc}]+/gu
const UNSEEN = /[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu // zero-width letters, marks that turn the direction of writing
const BLANKS = /\s+/gu
const ENDS = /^[\s.]+|[\s.]+$/gu // Windows drops dots and blanks at the end; a dot in front hides on Linux
/** Names Windows keeps for devices, whatever follows the dot. */
const RESERVED = /^(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])(?=\.|$)/iu

/** Text as part of a name on every system; may be empty. */
function safePart(text: string): string {
  return text
    .normalize('NFC')
    .replace(STROKES, '-')
    .replace(FORBIDDEN, ' ')
    .replace(UNSEEN, '')
    .replace(BLANKS, ' ')
    .replace(ENDS, '')
}

/** Stem, ending and extension as one name within the limits; the stem gives way, at a word where one ends near. */
function fitted(stem: string, ending: string, extension: string): string {
  const tail = ending + extension
  // One more for the mark a device's name gets.
  let length = tail.length + 1
  let bytes = bytesOf(tail) + 1
  let cut = ''
  for (const letter of stem) {
    length += letter.length
    bytes += bytesOf(letter)
    if (length > PART_LENGTH || bytes > PART_BYTES) break
    cut += letter
  }
  const atWord = cut.length < stem.length ? cut.replace(CUT_WORD, '') : cut
  const safe = (atWord || cut).replace(ENDS, '') || UNKNOWN
  return (RESERVED.test(safe) ? safe.replace(RESERVED, '$&_') : safe) + tail
}

const CUT_WORD = /\s+\S{0,12}$/u // «… công tác dân v» → «… công tác dân»

function bytesOf(text: string): number {
  let bytes = 0
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

const splitAt = (text: string, at: number): [string, string] => [text.slice(0, at), text.slice(at)]
