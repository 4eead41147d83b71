/** A path comes in, the file's bytes or the reason they cannot be had go out. */
import { open } from 'node:fs/promises'
import { fail, type Result, succeed } from '../../shared/contract/result.ts'

/** An error of the file system as a coded failure; anything else is a bug and thrown on. */
export function failureOfSystem(error: unknown, path: string): Result<never> {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return fail('file_missing', path, error.code)
  return fail('file_unreadable', path, error.code)
}

/**
 * Reads a whole file of at most `maximum` bytes. A file that changes meanwhile (a scanner still writing, a share being
 * copied to) is `file_changed_while_reading`: half of it would be stored as the whole.
 */
export async function readBytes(path: string, maximum: number): Promise<Result<Uint8Array>> {
  try {
    const handle = await open(path, 'r')
    try {
      const before = await handle.stat()
      if (!before.isFile()) return fail('file_unreadable', path, 'not a regular file')
      if (before.size === 0) return fail('file_empty', path)
      if (before.size > maximum) return fail('file_too_large', path, `${before.size} bytes`)
      const bytes = await handle.readFile()
      const after = await handle.stat()
      const isChanged = after.mtimeMs !== before.mtimeMs || bytes.length !== before.size
      return isChanged ? fail('file_changed_while_reading', path) : succeed(bytes)
    } finally {
      await handle.close()
    }
  } catch (error) {
    return failureOfSystem(error, path)
  }
}
