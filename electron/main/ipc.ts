/** Takes calls from the page, gives results; refuses any caller that is not the main frame of our own page. */
import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { EventName } from '../../shared/contract/methods.ts'
import { fail } from '../../shared/contract/result.ts'
import { isOwnPage } from './pageFiles.ts'
import type { RequestHandler } from './requests.ts'

/** Connects the page's one channel to the request handler. */
export function connectPages(handle: RequestHandler, developmentUrl: string | undefined): void {
  ipcMain.handle('chido:invoke', async (event, method: unknown, params: unknown) => {
    if (!isTrusted(event, developmentUrl)) return fail('bad_request', undefined, 'unknown sender')
    try {
      return await handle(method, params)
    } catch (error) {
      // A bug of ours: the page gets a code to word, the log gets the trace.
      console.error(error)
      return fail('internal', undefined, error instanceof Error ? error.message : String(error))
    }
  })
}

/** Sends an event to every window. */
export function sendEvent(name: EventName, payload: unknown): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send('chido:event', name, payload)
  }
}

function isTrusted(event: IpcMainInvokeEvent, developmentUrl: string | undefined): boolean {
  const frame = event.senderFrame
  return frame !== null && frame === event.sender.mainFrame && isOwnPage(frame.url, developmentUrl)
}
