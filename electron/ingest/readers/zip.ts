/** Bytes of a ZIP archive come in; the text of every file in it that can be read goes out, in the order of their names. */
import { ExpectedFailure, fail, succeed } from '../../../shared/contract/result.ts'
import { ARCHIVE_LIMITS, ArchiveBombError, openArchive, openArchiveFile, PACKAGE_LIMITS } from '../archive.ts'
import { joinSources, type Member, plainSource, readMembers } from '../members.ts'
import type { Reader, ReadOptions } from '../reader.ts'
import { ArchivePasswordError } from '../zipDecryption.ts'

// What systems put beside the files: «__MACOSX/…», «.DS_Store», «Thumbs.db», Word's locks «~$…».
const LEFTOVER = /(?:^|\/)(?:__MACOSX\/|\.(?!\.?\/)|~\$|Thumbs\.db$|desktop\.ini$)/i

/** Reads an archive as one document, a member after another, or hands its members out and has no text of its own. */
export const readZip: Reader = async (bytes, options) => {
  const limits = options.keepMember ? ARCHIVE_LIMITS : PACKAGE_LIMITS
  const archive = await openArchive(bytes, limits, options.password)
  if (!archive.ok) return archive
  return readEntries(
    [...archive.value.values()].filter(({ isFile }) => isFile),
    options,
  )
}

/** Hands out the files of an archive that is too large to hold. Fails with `file_too_large` for anything else. */
export async function unpackLargeZip(path: string, options: ReadOptions): ReturnType<Reader> {
  const archive = await openArchiveFile(path, options.password)
  if (!archive.ok) return archive.failure.code === 'file_damaged' ? fail('file_too_large') : archive
  const { directory, close } = archive.value
  try {
    // A package of Word, Excel or OpenDocument is one document, and too large a one.
    if (directory.has('[Content_Types].xml') || directory.has('mimetype')) return fail('file_too_large')
    return await readEntries(
      [...directory.values()].filter(({ isFile }) => isFile),
      options,
    )
  } finally {
    close()
  }
}

/** Reads or hands out the files of an archive, whatever its format, without what systems left beside them. */
export async function readEntries(files: readonly Member[], options: ReadOptions): ReturnType<Reader> {
  const members = files
    .filter(({ name }) => !LEFTOVER.test(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
  if (members.length === 0) return fail('file_empty')
  try {
    const source = joinSources(await readMembers(members, options))
    if (options.keepMember) return succeed(plainSource(''))
    return source.text === '' ? fail('file_empty') : succeed(source)
  } catch (error) {
    if (error instanceof ExpectedFailure) return { ok: false, failure: error.failure }
    if (error instanceof ArchivePasswordError) return fail('password_protected')
    if (error instanceof ArchiveBombError) return fail('archive_bomb', undefined, error.message)
    if (error instanceof Error) return fail('file_damaged', undefined, error.message)
    throw error
  }
}
