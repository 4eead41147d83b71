/** Files found inside a container come in one after another; each is written below a work folder, and their list goes out. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ExpectedFailure, type Failure } from '../../shared/contract/result.ts'
import { ArchiveBombError } from './archive.ts'
import { freeName, memberPath } from './memberName.ts'
import type { Member } from './members.ts'
import { ArchivePasswordError } from './zipDecryption.ts'

/** Where to unpack, and what may still come of this container and all it stands in. */
export interface UnpackRequest {
  readonly folder: string
  /** The container as the person knows it: members are named below it. */
  readonly path: string
  /** How many containers the container itself stands in. */
  readonly depth: number
  readonly files: number
  readonly bytes: number
}

/** A file found inside a container; with a failure its contents could not be had. */
export interface UnpackedMember {
  readonly path: string
  readonly bytes: number
  readonly failure: Failure | null
}

/** Where the file of a path stands: names of members may be anything, so none is given to the disk. */
export const unpackedFile = (folder: string, path: string): string =>
  join(folder, createHash('sha256').update(path).digest('hex'))

/** Takes the members of one container. `keep` throws when the whole container is to be refused. */
export function createUnpacking(request: UnpackRequest): {
  readonly members: readonly UnpackedMember[]
  keep(member: Member): Promise<void>
} {
  const members: UnpackedMember[] = []
  const taken = new Set<string>()
  let total = 0

  async function* counted(member: Member): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const chunk of member.chunks()) {
      total += chunk.length
      if (total > request.bytes) throw new ArchiveBombError(member.name)
      yield chunk
    }
  }

  return {
    members,
    keep: async (member) => {
      if (members.length >= request.files) throw new ArchiveBombError(`more than ${request.files} files`)
      const name = freeName(memberPath(member.name) || 'không tên', taken)
      taken.add(name)
      const path = `${request.path}/${name}`
      const file = unpackedFile(request.folder, path)
      const before = total
      try {
        await mkdir(request.folder, { recursive: true })
        await pipeline(counted(member), createWriteStream(file))
        members.push({ path, bytes: total - before, failure: null })
      } catch (error) {
        await rm(file, { force: true })
        if (!(error instanceof Error) || isOfTheWhole(error)) throw error
        if ('code' in error && error.code === 'ENOSPC') throw new ExpectedFailure({ code: 'disk_full' })
        members.push({ path, bytes: 0, failure: { code: 'file_damaged', detail: error.message } })
      }
    },
  }
}

const isOfTheWhole = (error: Error): boolean =>
  error instanceof ArchiveBombError ||
  error instanceof ArchivePasswordError ||
  error instanceof ExpectedFailure
