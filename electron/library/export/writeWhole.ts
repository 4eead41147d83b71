/** A path and its content, piece by piece, come in; the file stands there whole, or not at all. */
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { fail, type Result, succeed } from '../../../shared/contract/result.ts'

/** Characters gathered before they are handed to the disk. */
const PIECE_LENGTH = 64 * 1024
/** Making the content holds the process no longer than this at a time. */
const TURN_MS = 15

/**
 * Writes beside the target and renames, so that a full disk or a crash leaves the old file. Text is UTF-8. Fails with
 * `target_unwritable` or `disk_full`.
 */
export async function writeWhole(
  path: string,
  content: Iterable<string> | Iterable<Uint8Array>,
): Promise<Result<string>> {
  const partial = `${path}.part`
  try {
    await pipeline(Readable.from(gather(content)), createWriteStream(partial))
    await rename(partial, path)
    return succeed(path)
  } catch (error) {
    await rm(partial, { force: true })
    if (!isSystemError(error)) throw error
    return error.code === 'ENOSPC'
      ? fail('disk_full', path, error.message)
      : fail('target_unwritable', path, error.message)
  }
}

async function* gather(
  content: Iterable<string> | Iterable<Uint8Array>,
): AsyncGenerator<string | Uint8Array> {
  let pending = ''
  let turnEnds = performance.now() + TURN_MS
  for (const piece of content) {
    if (performance.now() >= turnEnds) {
      await nextTurn()
      turnEnds = performance.now() + TURN_MS
    }
    if (typeof piece !== 'string') {
      yield piece
      continue
    }
    pending += piece
    if (pending.length < PIECE_LENGTH) continue
    yield pending
    pending = ''
  }
  if (pending !== '') yield pending
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && 'syscall' in error
