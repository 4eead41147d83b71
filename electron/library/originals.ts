/** Originals: a file on disk in, an untouched copy under its SHA-256 in the library out. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fail, type Result, succeed } from '../../shared/contract/result.ts'

/** What identifies a file's bytes. */
export interface FileIdentity {
  readonly sha256: string
  readonly bytes: number
}

/**
 * Hashes a file by streaming. Fails with `file_missing` or `file_unreadable`; an empty file with `file_empty`; one of more
 * than `maximum` bytes with `file_too_large`, before any of it is read.
 */
export async function identifyFile(
  path: string,
  signal?: AbortSignal,
  maximum = Number.POSITIVE_INFINITY,
): Promise<Result<FileIdentity>> {
  try {
    const { size, isFile } = await stat(path).then((found) => ({ size: found.size, isFile: found.isFile() }))
    if (!isFile) return fail('file_unreadable', path, 'not a regular file')
    if (size === 0) return fail('file_empty', path)
    if (size > maximum) return fail('file_too_large', path, `${size} bytes`)
    const hash = createHash('sha256')
    let bytes = 0
    await pipeline(
      createReadStream(path),
      async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) {
          hash.update(chunk)
          bytes += chunk.length
        }
      },
      signal ? { signal } : {},
    )
    return succeed({ sha256: hash.digest('hex'), bytes })
  } catch (error) {
    return failFromSystem(error, path)
  }
}

/** Where the library keeps an original: by content alone, so that no name or type can be wrong. */
export const originalPath = (folder: string, sha256: string): string => join(folder, 'files', sha256)

/**
 * Copies a file into the library and hashes the copy again. The copy gets its name only once it is known to be right,
 * so a crash leaves at most a `.part`. Fails with `file_changed_while_reading` when the copy is not what was hashed.
 */
export async function keepOriginal(
  folder: string,
  path: string,
  identity: FileIdentity,
): Promise<Result<string>> {
  const target = originalPath(folder, identity.sha256)
  try {
    await mkdir(join(target, '..'), { recursive: true })
  } catch (error) {
    return failFromSystem(error, path)
  }
  return copyVerified(path, target, `${target}.part`, identity.sha256)
}

/**
 * Copies a file to `part`, hashes the copy, and gives it the name `target` once it is right; a copy that is not leaves
 * nothing behind. Fails with `file_changed_while_reading` when it is not what `sha256` says.
 */
export async function copyVerified(
  path: string,
  target: string,
  part: string,
  sha256: string,
): Promise<Result<string>> {
  try {
    await copyFile(path, part)
    const copied = await identifyFile(part)
    if (!copied.ok || copied.value.sha256 !== sha256) {
      await rm(part, { force: true })
      return copied.ok ? fail('file_changed_while_reading', path) : copied
    }
    await rename(part, target)
    return succeed(target)
  } catch (error) {
    await rm(part, { force: true })
    return failFromSystem(error, path)
  }
}

/** Removes the copy of a document that did not come to be. */
export async function dropOriginal(path: string): Promise<void> {
  await rm(path, { force: true })
}

/** An error of the file system as a coded failure; anything else is a bug and thrown on. */
function failFromSystem(error: unknown, path: string): Result<never> {
  if (!(error instanceof Error)) throw error
  if (error.name === 'AbortError') return fail('cancelled', path)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  switch (code) {
    case null:
      throw error
    case 'ENOENT':
      return fail('file_missing', path)
    case 'ENOSPC':
      return fail('disk_full', path)
    default:
      return fail('file_unreadable', path, code)
  }
}
