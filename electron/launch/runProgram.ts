/** Takes a program and its arguments, gives its exit code and collected output, killed at a time limit. */
import { spawn } from 'node:child_process'

/** How a program ended. `code` is null when it was killed or could not be started. */
export interface ProgramOutcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  readonly isTimedOut: boolean
}

/** Where a program runs, for how long at most, and whether its output goes straight to the terminal. */
export interface ProgramOptions {
  readonly folder: string
  readonly timeoutMs: number
  readonly environment?: Readonly<Record<string, string | undefined>>
  readonly isShown?: boolean
}

/** Runs a program to its end. A program that cannot be started is an outcome with the reason in `stderr`. */
export function runProgram(
  program: string,
  programArguments: readonly string[],
  options: ProgramOptions,
): Promise<ProgramOutcome> {
  return new Promise((resolve) => {
    const child = spawn(program, programArguments, {
      cwd: options.folder,
      env: { ...process.env, ...options.environment },
      stdio: options.isShown ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    })
    let stdout = ''
    let stderr = ''
    let isTimedOut = false
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk
    })
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk
    })
    const timer = setTimeout(() => {
      isTimedOut = true
      child.kill('SIGKILL')
    }, options.timeoutMs)
    child.on('error', (error) => {
      clearTimeout(timer)
      resolve({ code: null, stdout, stderr: stderr + error.message, isTimedOut })
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ code, stdout, stderr, isTimedOut })
    })
  })
}
