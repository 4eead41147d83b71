/** Bytes of a 7z or RAR archive come in; the text of every file in it that can be read goes out, or its files one by one. */
import { fail } from '../../../shared/contract/result.ts'
import { openPacked } from '../packed.ts'
import { isRarIncomplete } from '../rarEnd.ts'
import type { Reader } from '../reader.ts'
import { readEntries } from './zip.ts'

/** Reads an archive as `readZip` does. */
export const readPacked: Reader = async (bytes, options) => {
  if (isRarIncomplete(bytes)) return fail('file_damaged', undefined, 'RAR without its end')
  const archive = await openPacked(bytes)
  if (!archive.ok) return archive
  try {
    return await readEntries(archive.value.members, options)
  } finally {
    await archive.value.close()
  }
}
