/** Takes source files, gives every break of the rules in docs/architecture.md as one line naming the file. */
import type { SourceFile } from './sources.ts'

/** The rooms, and which other rooms each may import. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  'electron/ingest': ['shared'],
  'electron/db': ['shared'],
  'electron/search': ['shared', 'electron/db'],
  'electron/library': ['shared', 'electron/ingest', 'electron/db', 'electron/search'],
  'electron/main': ['shared', 'electron/library'],
  'electron/preload': ['shared'],
  'electron/cli': ['shared', 'electron/library'],
  'electron/launch': ['shared', 'electron/cli'],
  renderer: ['shared'],
}

/** Rooms that run inside Electron and may import it. */
const ELECTRON_ROOMS = ['electron/main', 'electron/preload']
/** Rooms that know nothing of Node: pages, and code that runs in both worlds. */
const ROOMS_WITHOUT_NODE = ['shared', 'renderer', 'electron/preload']
/** Tables and word lists may be long; code may not. */
const DATA_TABLES = [/^renderer\/i18n\/(vi|en)\.ts$/, /^shared\/wording\//, /^shared\/vietnamese\/legacy\//]
const LONGEST_FILE = 400
/** A tool that reads its settings by default export. */
const DEFAULT_EXPORTS = [/^[^/]+\.config\.ts$/, /^tests\/e2e\/globalSetup\.ts$/]

/** The room of a file, null for tests, configuration and documents. */
export function roomOf(file: string): string | null {
  return Object.keys(ROOMS).find((room) => file.startsWith(`${room}/`)) ?? null
}

/** Imports across rooms that the table does not allow, and packages a room must not know. */
export function findForbiddenImports(sources: readonly SourceFile[]): readonly string[] {
  return sources.flatMap((source) => {
    const room = roomOf(source.path)
    if (room === null) return []
    const allowed = ROOMS[room] ?? []
    return source.imports.flatMap(({ target, isOwn }) => {
      const line = `${source.path} → ${target}`
      if (!isOwn) return isPackageAllowed(room, target) ? [] : [`${line}: ${room} may not know this`]
      const other = roomOf(target)
      if (other === room || (other !== null && allowed.includes(other))) return []
      // Data beside the code: the root's package.json and resources; shared code is handed its data instead.
      if (other === null && room !== 'shared' && /^(resources\/|package\.json$)/.test(target)) return []
      return [`${line}: ${room} may not import ${other ?? 'this'}`]
    })
  })
}

function isPackageAllowed(room: string, name: string): boolean {
  if (name === 'electron' || name.startsWith('electron/')) return ELECTRON_ROOMS.includes(room)
  return !(name.startsWith('node:') && ROOMS_WITHOUT_NODE.includes(room))
}

/** Rings of files that need each other to start; types may refer to each other freely. */
export function findCircles(sources: readonly SourceFile[]): readonly string[] {
  const importsOf = new Map(
    sources.map((source) => [
      source.path,
      source.imports.filter(({ isOwn, isTypeOnly }) => isOwn && !isTypeOnly).map(({ target }) => target),
    ]),
  )
  const circles: string[] = []
  const finished = new Set<string>()
  const walk = (file: string, way: readonly string[]): void => {
    const start = way.indexOf(file)
    if (start >= 0) {
      circles.push([...way.slice(start), file].join(' → '))
      return
    }
    if (finished.has(file)) return
    for (const target of importsOf.get(file) ?? []) walk(target, [...way, file])
    finished.add(file)
  }
  for (const file of importsOf.keys()) walk(file, [])
  return circles
}

/** Files too long to hold in the head. */
export function findLongFiles(sources: readonly SourceFile[]): readonly string[] {
  return sources
    .filter((source) => roomOf(source.path) !== null && !DATA_TABLES.some((table) => table.test(source.path)))
    .map((source) => ({ path: source.path, lines: source.text.split('\n').length }))
    .filter(({ lines }) => lines > LONGEST_FILE)
    .map(({ path, lines }) => `${path}: ${lines} lines`)
}

/** Files exported under no name of their own. */
export function findDefaultExports(sources: readonly SourceFile[]): readonly string[] {
  return sources
    .filter((source) => source.hasDefaultExport)
    .filter((source) => !DEFAULT_EXPORTS.some((config) => config.test(source.path)))
    .map((source) => source.path)
}

/** Source files that do not open with a sentence saying what comes in and goes out. */
export function findUnopenedFiles(sources: readonly SourceFile[]): readonly string[] {
  return sources.filter((source) => !/^(#!.*\n)?\/\*\*\s/.test(source.text)).map((source) => source.path)
}

/** Folders of one machine: «/home/lan/chi-do», «C:, Users, Lan». Patterns are split so that they do not match here. */
const MACHINE_FOLDERS = new RegExp(['(^|[\\s\'"`(=:])/(home|root|Users|work)', '/[\\w.-]'].join(''), 'm')
const WINDOWS_FOLDERS = new RegExp(['[A-Z]:[\\\\/]', 'Users[\\\\/]'].join(''))
/** Hosts that packages come from: which one is the business of each person's own npm settings. */
const REGISTRY_HOSTS = new RegExp(['registry\\.', '(npmjs|npmmirror|yarnpkg)'].join(''), 'i')
const MIRROR_HOSTS = new RegExp(['https?://[^\\s"\']*', '(artifactory|verdaccio|/api/npm/)'].join(''), 'i')
/** A lock file written without `omit-lockfile-registry-resolved`. */
const LOCKED_HOSTS = /"resolved": "https?:/

/** Places that exist on one machine only, and package hosts, in any text file. */
export function findForeignPlaces(file: string, text: string): readonly string[] {
  const kinds: readonly (readonly [string, RegExp])[] = [
    ['absolute path', MACHINE_FOLDERS],
    ['absolute path', WINDOWS_FOLDERS],
    ['package host', REGISTRY_HOSTS],
    ['package host', MIRROR_HOSTS],
    ['package host', LOCKED_HOSTS],
  ]
  return kinds.flatMap(([kind, pattern]) => {
    const found = pattern.exec(text)
    return found ? [`${file}: ${kind} «${found[0].trim()}»`] : []
  })
}
