/** `npm start`, `npm run dev`: comes in a checkout, goes out a window; without a display, the main job in the terminal. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { hasDisplay, isRoot } from './display.ts'
import { resolveElectron } from './electronBinary.ts'
import { ensureBuilt } from './freshBuild.ts'
import { runTerminalTour } from './terminalTour.ts'

const checkout = path.resolve(import.meta.dirname, '..', '..')
const say = (line: string): void => console.log(line)

/** Runs to the end of the window (or of the tour) and gives the exit code. */
async function start(programArguments: readonly string[]): Promise<number> {
  if (!hasDisplay(process.env, process.platform)) {
    say(
      'Máy này không có màn hình (DISPLAY, WAYLAND_DISPLAY đều trống): chạy thử trên tài liệu mẫu ngay trong cửa sổ lệnh.',
    )
    return runTerminalTour(checkout, say)
  }
  const electron = await resolveElectron(checkout, process.env, say)
  say(electron.description)
  const isDevelopment = programArguments.includes('--dev')
  const passedOn = programArguments.filter((argument) => argument !== '--dev')
  if (isRoot()) {
    say(
      'Đang chạy bằng quyền root: Electron buộc phải tắt hộp cát (--no-sandbox). Nên dùng tài khoản thường.',
    )
    passedOn.push('--no-sandbox')
  }
  if (isDevelopment) return develop(electron.program, passedOn)
  await ensureBuilt(checkout, say)
  return runToEnd(electron.program, ['.', ...passedOn], {})
}

/** Pages reload and processes restart as sources change. */
function develop(program: string, programArguments: readonly string[]): Promise<number> {
  const builder = path.join(checkout, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  return runToEnd(process.execPath, [builder, 'dev', '--watch', '--', ...programArguments], {
    ELECTRON_EXEC_PATH: program,
  })
}

/** Runs a program in this terminal and passes Ctrl-C on, so that it can close its library. */
function runToEnd(
  program: string,
  programArguments: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, programArguments, {
      cwd: checkout,
      env: { ...process.env, ...environment },
      stdio: 'inherit',
    })
    const passOn = (signal: NodeJS.Signals): void => {
      child.kill(signal)
    }
    process.on('SIGINT', passOn).on('SIGTERM', passOn)
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}

try {
  process.exitCode = await start(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
