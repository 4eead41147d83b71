/** Bytes of a ZIP archive come in; the text of every file in it that can be read goes out, in the order of their names. */
import { fail, succeed } from '../../../shared/contract/result.ts'
import { ArchiveBombError, type ArchiveEntry, openArchive } from '../archive.ts'
import { joinSources, readMembers } from '../members.ts'
import type { Reader } from '../reader.ts'

// What systems put beside the files: «__MACOSX/…», «.DS_Store», «Thumbs.db», Word's locks «~$…».
const LEFTOVER = /(?:^|\/)(?:__MACOSX\/|\.|~\$|Thumbs\.db$|desktop\.ini$)/i

/** The files of an archive worth reading, sorted by name. */
function readableEntries(entries: Iterable<ArchiveEntry>): readonly ArchiveEntry[] {
  return [...entries]
    .filter((entry) => !entry.isFolder && !LEFTOVER.test(entry.name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}

/** Reads an archive as one document, a member after another. */
export const readZip: Reader = async (bytes, options) => {
  const archive = await openArchive(bytes)
  if (!archive.ok) return archive
  const entries = readableEntries(archive.value.values())
  if (entries.some((entry) => entry.isEncrypted)) return fail('password_protected')
  if (entries.length === 0) return fail('file_empty')
  try {
    const source = joinSources(await readMembers(entries, options))
    return source.text === '' ? fail('file_empty') : succeed(source)
  } catch (error) {
    if (error instanceof ArchiveBombError) return fail('archive_bomb', undefined, error.message)
    if (error instanceof Error) return fail('file_damaged', undefined, error.message)
    throw error
  }
}
