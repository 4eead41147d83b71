/** Takes the settings, gives the one window, sandboxed and isolated, where it last stood. */
import path from 'node:path'
import { BrowserWindow, screen } from 'electron'
import { START_PAGE } from './pageFiles.ts'
import { preloadFile, resourcesFolder } from './places.ts'
import type { SettingsStore, WindowBounds } from './settings.ts'

const FIRST_SIZE = { width: 1366, height: 768 } as const
/** Below this the reader's panels no longer fit beside each other (design: narrow window 1024 px, 200 % text). */
const MINIMUM_SIZE = { minWidth: 720, minHeight: 480 } as const

/** Opens the window and loads the page; it shows itself once there is something to see. */
export function openWindow(settings: SettingsStore, developmentUrl: string | undefined): BrowserWindow {
  const remembered = settings.read().window
  const isStillOnScreen = remembered !== null && isVisible(remembered)
  const window = new BrowserWindow({
    ...FIRST_SIZE,
    ...(isStillOnScreen && placeOf(remembered)),
    ...MINIMUM_SIZE,
    title: 'Chỉ Đỏ',
    icon: path.join(resourcesFolder(), 'icons', 'icon.png'),
    show: false,
    webPreferences: {
      preload: preloadFile,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // Chromium fetches spelling dictionaries from the net; documents are read here, not written.
      spellcheck: false,
    },
  })
  if (isStillOnScreen && remembered.isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    settings.change({ window: { ...window.getNormalBounds(), isMaximized: window.isMaximized() } })
  })
  // The title is the program's: a page must not be able to dress up as another one.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.webContents.on('did-finish-load', () => {
    window.webContents.setZoomFactor(settings.read().zoomPercent / 100)
  })
  void window.loadURL(developmentUrl ?? START_PAGE)
  return window
}

function placeOf({ x, y, width, height }: WindowBounds) {
  return { x, y, width, height }
}

/** A second monitor may be gone since: the title bar must lie on a screen that is there. */
function isVisible(bounds: WindowBounds): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const isAcross =
      bounds.x < workArea.x + workArea.width - 100 && bounds.x + bounds.width > workArea.x + 100
    return isAcross && bounds.y >= workArea.y - 10 && bounds.y < workArea.y + workArea.height - 50
  })
}
