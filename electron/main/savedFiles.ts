/** A suggested name and what to write come in; the path the person chose goes out, written to where asked. */
import { writeFile } from 'node:fs/promises'
import { fail, type Result, succeed } from '../../shared/contract/result.ts'
import type { Desktop } from './desktop.ts'
import type { Settings } from './settings.ts'

/** A document's number makes a good name, but «72-KH/HU» holds a stroke no file may carry: «72-KH HU». */
export const nameOfFile = (suggested: string): string =>
  suggested
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/ +/g, ' ')
    .trim() || 'chi-do'

/** Asks where to save. Some systems hand back the name as typed: without an extension no program would open the file. */
export async function chooseTarget(
  desktop: Pick<Desktop, 'chooseSaveFile'>,
  suggestedName: string,
  extensions: readonly string[],
  language: Settings['language'],
): Promise<string | null> {
  const chosen = await desktop.chooseSaveFile(nameOfFile(suggestedName), extensions, language)
  if (chosen === null) return null
  const hasExtension = extensions.some((extension) => chosen.toLowerCase().endsWith(`.${extension}`))
  return hasExtension ? chosen : `${chosen}.${extensions[0]}`
}

/** Writes a picture; fails with `disk_full` or `target_unwritable`. `content` is base64. */
export async function writePicture(target: string, content: string): Promise<Result<string>> {
  try {
    await writeFile(target, Buffer.from(content, 'base64'))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return fail(error.code === 'ENOSPC' ? 'disk_full' : 'target_unwritable', target, error.message)
  }
  return succeed(target)
}
