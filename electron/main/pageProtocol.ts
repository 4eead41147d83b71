/** Takes Electron's protocol and session, lets the window load the built page and nothing else at all. */
import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { PAGE_SCHEME, pageFile } from './pageFiles.ts'

/** Must run before the application is ready: tells Chromium that our scheme is an ordinary secure origin. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves files of `folder` on the page's origin, with the content security policy as a header. */
export function servePages(session: Session, folder: string): void {
  session.protocol.handle(PAGE_SCHEME, async (request) => {
    const page = request.method === 'GET' ? pageFile(folder, request.url) : null
    if (!page) return new Response(null, { status: 404 })
    try {
      return new Response(new Uint8Array(await readFile(page.file)), { headers: page.headers })
    } catch (error) {
      if (error instanceof Error && 'code' in error) return new Response(null, { status: 404 })
      throw error
    }
  })
}
