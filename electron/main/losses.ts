/** Takes the sudden end of the library process or of the page, tells the person what is safe and what happens next. */
import { type BrowserWindow, dialog } from 'electron'
import type { LibraryLoss } from './libraryClient.ts'
import { MENU_WORDING } from './menuWording.ts'
import type { Settings } from './settings.ts'

/** A page that dies again this soon would be loaded in circles. */
const RELOAD_PAUSE_MS = 30_000

/** Says that the library stopped, and whether it runs again. */
export function tellLibraryLoss(
  loss: LibraryLoss,
  window: BrowserWindow | null,
  language: Settings['language'],
): void {
  const { libraryLost, close } = MENU_WORDING[language]
  console.error(`library process ended with code ${loss.exitCode}`)
  const isOpenAgain = loss.reopening === null || loss.reopening.ok
  const message = loss.isRestarted
    ? isOpenAgain
      ? libraryLost.reopened
      : libraryLost.restarted
    : libraryLost.stopped
  tell(window, libraryLost.title, message, close)
}

/** Loads the page again when its process dies. */
export function watchPage(window: BrowserWindow, language: () => Settings['language']): void {
  let lastReloadAt = Number.NEGATIVE_INFINITY
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    console.error(`page process gone: ${details.reason}`)
    const now = performance.now()
    if (now - lastReloadAt < RELOAD_PAUSE_MS) return
    lastReloadAt = now
    window.webContents.reload()
    const { pageLost, close } = MENU_WORDING[language()]
    tell(window, pageLost.title, pageLost.message, close)
  })
}

function tell(window: BrowserWindow | null, title: string, message: string, button: string): void {
  const options = {
    type: 'warning' as const,
    title: 'Chỉ Đỏ',
    message: title,
    detail: message,
    buttons: [button],
  }
  void (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options))
}
