/** Before the window's tests: takes the checkout, gives a fresh build, an Electron and a display, or the reason to skip. */
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { hasDisplay } from '../../electron/launch/display.ts'
import { resolveElectron } from '../../electron/launch/electronBinary.ts'
import { ensureBuilt } from '../../electron/launch/freshBuild.ts'
import { startVirtualDisplay } from './virtualDisplay.ts'

/** What the tests need to start the program; `skipReason` is null when they can. */
export interface ProgramUnderTest {
  readonly program: string
  readonly checkout: string
  readonly display: string
  readonly skipReason: string | null
}

declare module 'vitest' {
  interface ProvidedContext {
    programUnderTest: ProgramUnderTest
  }
}

const checkout = path.resolve(import.meta.dirname, '..', '..')
const say = (line: string): void => console.log(line)

/** Vitest's entry. On a continuous-integration machine (`CI`) nothing may be skipped. */
export default async function setup(project: TestProject): Promise<() => void> {
  let stop = (): void => undefined
  try {
    await ensureBuilt(checkout, say)
    let display = process.env.DISPLAY ?? ''
    if (!hasDisplay(process.env, process.platform)) {
      const virtual = await startVirtualDisplay()
      if (!virtual) throw new MissingPart('máy không có màn hình và chưa cài Xvfb (apt-get install xvfb)')
      display = virtual.name
      stop = virtual.stop
    }
    const electron = await resolveElectron(checkout, process.env, say).catch((error: unknown) => {
      throw new MissingPart(error instanceof Error ? error.message : String(error))
    })
    say(electron.description)
    project.provide('programUnderTest', { program: electron.program, checkout, display, skipReason: null })
  } catch (error) {
    stop()
    // A build that fails is a failure everywhere; only a missing display or Electron is the machine's.
    if (!(error instanceof MissingPart) || process.env.CI) throw error
    const line = '!'.repeat(78)
    console.error(`\n${line}\nBỎ QUA TOÀN BỘ KIỂM THỬ CỬA SỔ: ${error.message}\n${line}\n`)
    project.provide('programUnderTest', { program: '', checkout, display: '', skipReason: error.message })
  }
  return stop
}

/** Something this machine lacks, as opposed to something we broke. */
class MissingPart extends Error {}
