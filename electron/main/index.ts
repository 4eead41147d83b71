/** The window's host: comes in the operating system's start, goes out one window over one library process. */
import path from 'node:path'
import { app, type BrowserWindow, dialog, session } from 'electron'
import { createDesktop } from './desktop.ts'
import { createHostMethods } from './hostMethods.ts'
import { connectPages, sendEvent } from './ipc.ts'
import { startLibraryProcess } from './libraryChannel.ts'
import { createLibraryClient } from './libraryClient.ts'
import { tellLibraryLoss, watchPage } from './losses.ts'
import { showMenu } from './menu.ts'
import { menuCommands } from './menuCommands.ts'
import { registerPageScheme, servePages } from './pageProtocol.ts'
import {
  defaultLibraryFolder,
  extractionEntry,
  libraryEntry,
  pageFolder,
  resourcesFolder,
  sampleLibraryFolder,
  samplesFolder,
  settingsFile,
} from './places.ts'
import { createRequestHandler } from './requests.ts'
import { markSample } from './sampleLibrary.ts'
import { securePages, secureSession } from './security.ts'
import { openSettings } from './settings.ts'
import { openWindow } from './window.ts'

/** An orderly end finishes the file being written; longer than this and the process is ended for it. */
const CLOSE_LIMIT_MS = 10_000

// In a checkout the development server serves the page; an installed program never listens to the environment.
const developmentUrl = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL

// A plain folder name: profile paths with Vietnamese letters trip up other programs' scripts.
if (!app.commandLine.hasSwitch('user-data-dir')) {
  app.setPath('userData', path.join(app.getPath('appData'), 'chi-do'))
}
// As root the launcher must switch Chromium's sandbox off (electron/launch/start.ts); insisting would end every process.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
const settings = openSettings(settingsFile())
// Date fields and the system's own menus speak the language chosen, not the one Windows was bought in.
app.commandLine.appendSwitch('lang', settings.read().language)
registerPageScheme()
if (app.requestSingleInstanceLock()) app.whenReady().then(start).catch(giveUp)
else app.quit()

function giveUp(error: unknown): void {
  console.error(error)
  dialog.showErrorBox('Chỉ Đỏ', error instanceof Error ? error.message : String(error))
  app.exit(1)
}

function start(): void {
  let window: BrowserWindow | null = null
  const language = () => settings.read().language

  securePages(developmentUrl)
  secureSession(session.defaultSession, developmentUrl)
  servePages(session.defaultSession, pageFolder)

  const libraryProcess = createLibraryClient({
    start: () => startLibraryProcess(libraryEntry, [resourcesFolder(), extractionEntry]),
    now: () => performance.now(),
    emit: sendEvent,
    onLoss: (loss) => {
      // An opening that went well told the page itself; else it must learn that there is no library any more.
      if (!loss.reopening?.ok) sendEvent('library.changed', { reason: 'opened' })
      tellLibraryLoss(loss, window, language())
    },
  })

  const library = markSample(libraryProcess, sampleLibraryFolder())
  const commandSettings = {
    ...settings,
    change: (changes: Parameters<typeof settings.change>[0]) => {
      settings.change(changes)
      if (changes.language) refreshMenu()
    },
  }
  const desktop = createDesktop(() => window)
  desktop.apply(settings.read())
  const hostMethods = createHostMethods({
    desktop,
    settings: commandSettings,
    library,
    sampleDocuments: samplesFolder(),
    sampleLibrary: sampleLibraryFolder(),
    defaultLibrary: defaultLibraryFolder(),
    temporary: path.join(app.getPath('temp'), 'chi-do'),
  })
  const handle = createRequestHandler(hostMethods, library, settings)
  const refreshMenu = (): void => showMenu(language(), menuCommands(handle, commandSettings), !app.isPackaged)

  connectPages(handle, developmentUrl)
  refreshMenu()
  app.setAboutPanelOptions({ applicationName: 'Chỉ Đỏ', applicationVersion: app.getVersion() })

  const show = (): void => {
    window = openWindow(settings, developmentUrl)
    watchPage(window, language)
    window.on('closed', () => {
      window = null
    })
  }
  show()

  app.on('second-instance', () => {
    if (!window) return
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('activate', () => {
    if (!window) show()
  })
  app.on('window-all-closed', () => app.quit())

  let isLibraryClosed = false
  app.on('will-quit', (event) => {
    if (isLibraryClosed) return
    event.preventDefault()
    void libraryProcess.close(CLOSE_LIMIT_MS).then(() => {
      isLibraryClosed = true
      app.quit()
    })
  })
}

process.on('uncaughtException', (error) => {
  console.error(error)
  dialog.showErrorBox('Chỉ Đỏ', error.message)
})
