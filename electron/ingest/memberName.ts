/** The raw name of a file inside an archive or a mail comes in; the path shown and kept for it goes out. */
import iconv from 'iconv-lite'

const LETTERS = /[\p{L}\p{M}]/gu

const lettersIn = (text: string): number => text.match(LETTERS)?.length ?? 0

/**
 * Decodes a name of a ZIP entry that does not say its encoding: UTF-8 where it is valid (macOS, Linux), else the one of
 * Vietnamese Windows or of DOS, whichever makes more letters of the bytes: each holds signs and lines where the other
 * has its letters.
 */
export function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const [windows, dos] = ['win1258', 'cp437'].map((encoding) => iconv.decode(Buffer.from(bytes), encoding))
    return lettersIn(windows ?? '') >= lettersIn(dos ?? '') ? (windows ?? '') : (dos ?? '')
  }
}

// Control characters and what Windows forbids in names; a colon would also be a drive.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNSAFE = /[\u0000-\u001f\u007f<>:"|?*]/g

/**
 * The path of a member below its container, with `/`, in NFC. Steps out of the container («..», «C:\», a leading stroke)
 * are taken out: the name is shown and searched, never used to write to the disk.
 */
export function memberPath(name: string): string {
  const steps = name
    .normalize('NFC')
    .split(/[\\/]/)
    .map((step) => step.replace(UNSAFE, '').trim())
    .filter((step) => step !== '' && step !== '.' && step !== '..')
  return steps.join('/')
}

/** «báo cáo.docx», «báo cáo (2).docx» …: the first that is not taken. */
export function freeName(path: string, taken: { has(path: string): boolean }): string {
  if (!taken.has(path)) return path
  const dot = path.lastIndexOf('.')
  const end = dot > path.lastIndexOf('/') + 1 ? dot : path.length
  for (let number = 2; ; number += 1) {
    const next = `${path.slice(0, end)} (${number})${path.slice(end)}`
    if (!taken.has(next)) return next
  }
}
