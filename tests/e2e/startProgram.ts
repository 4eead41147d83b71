/** Takes a built program and a display, gives its real window in a profile of its own, with screenshots on request. */
import { mkdirSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'

/** Starting a window on a busy two-core machine, milliseconds. */
export const START_LIMIT_MS = 90_000

/** What a window is started from: Electron's executable, the checkout, the display. */
export interface ProgramFiles {
  readonly program: string
  readonly checkout: string
  readonly display: string
}

/** A running program. `folder` is thrown away at the end; libraries of a test go into it. */
export interface OpenProgram {
  readonly app: ElectronApplication
  readonly page: Page
  readonly folder: string
  /** Lines the page wrote as errors, and errors nobody caught. */
  readonly pageErrors: readonly string[]
  /** Calls a method through the page's own door; answers `{ ok, value }` or `{ ok, failure }`. */
  invoke(method: string, params: unknown): Promise<unknown>
  /** Writes `test-results/screenshots/<name>.png`. */
  picture(name: string): Promise<void>
  /** Closes the window as a person would, and waits for the program to end. */
  close(): Promise<void>
}

/** Starts the program; the same `folder` again is the same person coming back. */
export async function startProgram(
  { program, checkout, display }: ProgramFiles,
  options: { folder?: string } = {},
): Promise<OpenProgram> {
  const folder = options.folder ?? (await mkdtemp(path.join(tmpdir(), 'chi-do-e2e-')))
  // Given a path, Playwright attaches to a program that is already opening its window and now and then waits for ever;
  // left to find Electron itself it holds the program back until it is attached. So it is told by Electron's own switch.
  process.env.ELECTRON_OVERRIDE_DIST_PATH = path.dirname(program)
  const app = await _electron.launch({
    // No GPU under a virtual display: Chromium then needs leave to draw WebGL in software. Root needs no-sandbox.
    args: [
      '.',
      '--no-sandbox',
      '--enable-unsafe-swiftshader',
      `--user-data-dir=${path.join(folder, 'profile')}`,
    ],
    cwd: checkout,
    env: {
      ...onlyText(process.env),
      DISPLAY: display,
      HOME: folder,
      XDG_CACHE_HOME: path.join(folder, 'cache'),
      XDG_CONFIG_HOME: path.join(folder, 'config'),
      XDG_DOCUMENTS_DIR: folder,
    },
    // Playwright pretends a light theme unless told not to; here the program's own choice is looked at.
    colorScheme: null,
    timeout: START_LIMIT_MS,
  })
  const page = await app.firstWindow({ timeout: START_LIMIT_MS })
  const pageErrors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') pageErrors.push(message.text())
  })
  page.on('pageerror', (error) => pageErrors.push(error.message))
  await page.waitForLoadState('load')
  const pictures = path.join(checkout, 'test-results', 'screenshots')
  return {
    app,
    page,
    folder,
    pageErrors,
    invoke: (method, params) =>
      page.evaluate(
        ([name, given]) => {
          const door = Reflect.get(window, 'chido') as {
            invoke(method: unknown, params: unknown): Promise<unknown>
          }
          return door.invoke(name, given)
        },
        [method, params],
      ),
    picture: async (name) => {
      mkdirSync(pictures, { recursive: true })
      await page.screenshot({ path: path.join(pictures, `${name}.png`) })
    },
    close: () => app.close(),
  }
}

function onlyText(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
