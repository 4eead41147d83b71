/** Takes an address of the window's own scheme, gives the file of `out/renderer` it names and the headers to send. */
import path from 'node:path'

/** The window's own scheme: pages come from the program's folder, never from a server or an arbitrary file. */
export const PAGE_SCHEME = 'app'
/** The one origin pages have. */
export const PAGE_ORIGIN = `${PAGE_SCHEME}://chido`
/** The page the window opens. */
export const START_PAGE = `${PAGE_ORIGIN}/index.html`

/**
 * What a page may do: run and load only what ships with the program. Styles may be inline because Fluent's style
 * engine writes them at run time; scripts never. `data:`/`blob:` images are drawn by the page itself.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Types of the files a build puts out; anything else is not served. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
}

/** A file to serve and its headers. */
export interface PageFile {
  readonly file: string
  readonly headers: Readonly<Record<string, string>>
}

/** Gives the file an address names inside `folder`, or null for another origin, an unknown type or a way out of it. */
export function pageFile(folder: string, address: string): PageFile | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (`${url.protocol}//${url.host}` !== PAGE_ORIGIN) return null
  const name = decoded(url.pathname)
  // A NUL or a backslash has no place in our file names; on Windows the latter would be a separator.
  if (name === null || /[\0\\]/.test(name)) return null
  const file = path.join(folder, name === '/' ? 'index.html' : name)
  const relative = path.relative(folder, file)
  if (relative.startsWith('..') || path.isAbsolute(relative)) return null
  const type = CONTENT_TYPES[path.extname(file).toLowerCase()]
  if (!type) return null
  return {
    file,
    headers: {
      'Content-Type': type,
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
    },
  }
}

/** True for the page's own origin (in development: the development server's), the only one that may call in. */
export function isOwnPage(address: string, developmentUrl: string | undefined): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  if (`${url.protocol}//${url.host}` === PAGE_ORIGIN) return true
  return developmentUrl !== undefined && url.origin === new URL(developmentUrl).origin
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}
