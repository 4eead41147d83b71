/** Takes the checkout, gives an `out/` folder that is newer than every source, building only when it is not. */
import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { runProgram } from './runProgram.ts'

const SOURCES = [
  'electron',
  'shared',
  'renderer',
  'resources/vocabulary',
  'electron.vite.config.ts',
  'package.json',
]
/** One file of each of the three builds; the oldest of them dates the whole. */
export const BUILT_FILES = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'] as const
const BUILD_LIMIT_MS = 5 * 60_000

/** True when all built files exist and none is older than a source. */
export async function isBuildFresh(checkout: string): Promise<boolean> {
  const built = BUILT_FILES.map((file) => path.join(checkout, file))
  if (!built.every((file) => existsSync(file))) return false
  const builtAt = Math.min(...(await Promise.all(built.map(modifiedAt))))
  const sourcesAt = await Promise.all(SOURCES.map((source) => newestChange(path.join(checkout, source))))
  return builtAt >= Math.max(...sourcesAt)
}

/** Builds unless fresh. Throws with the builder's own output when the build fails. */
export async function ensureBuilt(checkout: string, say: (line: string) => void): Promise<void> {
  if (await isBuildFresh(checkout)) return
  say('Đang dựng giao diện…')
  const builder = path.join(checkout, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const outcome = await runProgram(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
    folder: checkout,
    timeoutMs: BUILD_LIMIT_MS,
  })
  if (outcome.code !== 0) throw new Error(`Dựng không thành:\n${outcome.stdout}${outcome.stderr}`)
}

async function modifiedAt(file: string): Promise<number> {
  return (await stat(file)).mtimeMs
}

/** The newest change of a file or of anything under a folder, milliseconds since 1970; 0 when it does not exist. */
async function newestChange(entry: string): Promise<number> {
  if (!existsSync(entry)) return 0
  const info = await stat(entry)
  if (!info.isDirectory()) return info.mtimeMs
  const names = await readdir(entry)
  const changes = await Promise.all(names.map((name) => newestChange(path.join(entry, name))))
  // The folder's own time counts too: it moves when a file is removed.
  return Math.max(info.mtimeMs, ...changes)
}
