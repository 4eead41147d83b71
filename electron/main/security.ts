/** Takes the session and every page that is ever made, shuts all ways out of the built page (docs/security.md). */
import { app, type Session } from 'electron'
import { isOwnPage, PAGE_SCHEME } from './pageFiles.ts'

/** Copying to the clipboard and full-screen reading; everything else (camera, location, notifications …) is refused. */
const GRANTED_PERMISSIONS: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen'])
/** Addresses a page may load from: its own, and what it draws itself. */
const LOCAL_SCHEMES: ReadonlySet<string> = new Set([`${PAGE_SCHEME}:`, 'data:', 'blob:', 'devtools:'])

/** Refuses permissions, devices, downloads and every address that is not local. */
export function secureSession(session: Session, developmentUrl: string | undefined): void {
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(GRANTED_PERMISSIONS.has(permission)),
  )
  session.setPermissionCheckHandler((_contents, permission) => GRANTED_PERMISSIONS.has(permission))
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !isLocal(request.url, developmentUrl) })
  })
}

/** Keeps every page where it is: no navigation away, no new window, no embedded browser. */
export function securePages(developmentUrl: string | undefined): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    const keep = (event: { preventDefault(): void; url: string }): void => {
      if (!isOwnPage(event.url, developmentUrl)) event.preventDefault()
    }
    contents.on('will-navigate', keep)
    contents.on('will-redirect', keep)
    contents.on('will-frame-navigate', keep)
  })
}

function isLocal(address: string, developmentUrl: string | undefined): boolean {
  const url = new URL(address)
  if (LOCAL_SCHEMES.has(url.protocol)) return true
  // The development server also talks over a web socket on the same host and port.
  return developmentUrl !== undefined && url.host === new URL(developmentUrl).host
}
