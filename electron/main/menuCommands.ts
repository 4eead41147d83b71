/** Takes the request handler, gives what each menu command does: the same requests the page would make. */
import { dialog } from 'electron'
import { z } from 'zod'
import type { Failure } from '../../shared/contract/result.ts'
import { describeFailure } from '../../shared/wording/errors.ts'
import type { MenuCommands } from './menu.ts'
import { MENU_WORDING } from './menuWording.ts'
import type { RequestHandler } from './requests.ts'
import type { SettingsStore } from './settings.ts'

const ZOOM_LIMITS = { smallest: 50, largest: 300 } as const
const chosenFiles = z.array(z.string())
const chosenFolder = z.string().nullable()

/** Builds the commands. A failure is told in a dialog, since the page did not ask and would not show it. */
export function menuCommands(handle: RequestHandler, settings: SettingsStore): MenuCommands {
  async function request(method: string, params: unknown): Promise<unknown> {
    const result = await handle(method, params)
    if (result.ok) return result.value
    tellFailure(result.failure, settings.read().language)
    return null
  }
  async function importPaths(paths: readonly string[]): Promise<void> {
    if (paths.length > 0) await request('import.start', { paths })
  }
  async function openLibrary(folder: string | null): Promise<void> {
    if (folder === null) return
    await request('library.open', { folder })
  }
  return {
    importFiles: () => {
      void request('host.chooseFiles', {}).then((files) => importPaths(chosenFiles.parse(files ?? [])))
    },
    importFolder: () => {
      void request('host.chooseFolder', { purpose: 'import' }).then((answer) => {
        const folder = chosenFolder.parse(answer)
        return importPaths(folder === null ? [] : [folder])
      })
    },
    openLibrary: () => {
      void request('host.chooseFolder', { purpose: 'library' }).then((answer) =>
        openLibrary(chosenFolder.parse(answer)),
      )
    },
    openSample: () => {
      void request('host.openSampleLibrary', {})
    },
    zoom: (changePercent) => {
      const wanted = changePercent === 0 ? 100 : settings.read().zoomPercent + changePercent
      const zoomPercent = Math.min(ZOOM_LIMITS.largest, Math.max(ZOOM_LIMITS.smallest, wanted))
      void request('host.changeSettings', { zoomPercent })
    },
  }
}

function tellFailure(failure: Failure, language: keyof typeof MENU_WORDING): void {
  const { what, safe, next } = describeFailure(failure, language)
  dialog.showErrorBox(what || MENU_WORDING[language].failed, [safe, next].filter(Boolean).join(' '))
}
