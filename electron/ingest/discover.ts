/** Files and folders come in, every file below them goes out one by one, in a steady order; nothing is opened. */
import { access, opendir, realpath, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Result } from '../../shared/contract/result.ts'
import { fail, succeed } from '../../shared/contract/result.ts'
import { failureOfSystem } from './fileBytes.ts'

// What systems leave in folders beside documents: «.DS_Store», «~$bao-cao.docx» (Word's lock), «Thumbs.db».
const LEFTOVER = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i

/** True for what programs and systems leave beside documents, by name or path. */
export const isLeftover = (path: string): boolean => LEFTOVER.test(basename(path))

/** What Node puts where bytes of a name are no UTF-8: such a name leads nowhere. */
const REPLACEMENT = '\ufffd'

/** Entries between two breaths: the process that lists also answers the window. */
const BREATH = 500

interface Folder {
  readonly path: string
  /** Real paths of the folders above, to know a loop of symbolic links when one is met. */
  readonly above: ReadonlySet<string>
}

/**
 * Walks paths depth first. A folder's entries come sorted by name (NFC, Vietnamese order is the list's business), so
 * two runs agree. A path that cannot be read is given as a failure and the walk goes on. Names are passed on exactly as
 * the disk has them: an NFD name opened in NFC is another file on Linux.
 */
export async function* discover(
  paths: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<Result<string>, void, undefined> {
  const pace = { seen: 0 }
  const given = new Set<string>()
  for (const path of paths) {
    if (signal?.aborted) return
    try {
      const found = await stat(path)
      if (found.isDirectory()) yield* walk({ path, above: new Set() }, signal, pace)
      else if (!given.has(path)) yield succeed(path)
      given.add(path)
    } catch (error) {
      yield failureOfSystem(error, path)
    }
  }
}

async function* walk(
  folder: Folder,
  signal: AbortSignal | undefined,
  pace: { seen: number },
): AsyncGenerator<Result<string>, void, undefined> {
  const files: string[] = []
  const folders: string[] = []
  const failed = new Map<string, Result<string>>()
  let above: ReadonlySet<string>
  try {
    const real = await realpath(folder.path)
    if (folder.above.has(real)) return
    above = new Set([...folder.above, real])
    // A large buffer: entries arrive 1,000 at a time and not 32, which matters at 164,800 of them.
    for await (const entry of await opendir(folder.path, { bufferSize: 1000 })) {
      if (signal?.aborted) return
      pace.seen += 1
      if (pace.seen % BREATH === 0) await nextTurn()
      if (isLeftover(entry.name)) continue
      const path = join(folder.path, entry.name)
      if (entry.name.includes(REPLACEMENT) && !(await exists(path))) {
        failed.set(path, fail('name_not_unicode', path))
      } else if (entry.isDirectory()) folders.push(path)
      else if (entry.isFile()) files.push(path)
      else if (entry.isSymbolicLink()) {
        try {
          const target = await stat(path)
          if (target.isDirectory()) folders.push(path)
          else if (target.isFile()) files.push(path)
        } catch (error) {
          // A link to nowhere, or one of a ring of links (ELOOP).
          failed.set(path, failureOfSystem(error, path))
        }
      }
    }
  } catch (error) {
    yield failureOfSystem(error, folder.path)
    return
  }
  for (const path of byName(files)) {
    if (signal?.aborted) return
    // Whoever takes them writes them down, which costs as much as listing.
    pace.seen += 1
    if (pace.seen % BREATH === 0) await nextTurn()
    yield succeed(path)
  }
  for (const path of byName([...failed.keys()])) {
    const failure = failed.get(path)
    if (failure) yield failure
  }
  for (const path of byName(folders)) yield* walk({ path, above }, signal, pace)
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

const byName = (paths: readonly string[]): readonly string[] =>
  paths
    .map((path) => [path.normalize('NFC'), path] as const)
    .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    .map(([, path]) => path)
