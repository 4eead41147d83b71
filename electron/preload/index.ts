/** The only door between the page and the program: comes in method calls, goes out their results and events. */
import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'

contextBridge.exposeInMainWorld('chido', {
  /** Resolves to `{ ok: true, value }` or `{ ok: false, failure }`; the host checks method and parameters. */
  invoke: (method: string, params: unknown): Promise<unknown> =>
    ipcRenderer.invoke('chido:invoke', method, params),
  /** Calls `handler` with each payload of an event; returns the function that stops it. */
  on: (name: string, handler: (payload: unknown) => void): (() => void) => {
    // The event object carries `sender`, which would hand the page all of IPC: only the payload goes on.
    const listener = (_event: IpcRendererEvent, sent: string, payload: unknown): void => {
      if (sent === name) handler(payload)
    }
    ipcRenderer.on('chido:event', listener)
    return () => {
      ipcRenderer.removeListener('chido:event', listener)
    }
  },
  /** Paths of files dropped on the window; a file made by a page has none and is left out. */
  pathsOf: (files: readonly File[]): string[] =>
    files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== ''),
})
