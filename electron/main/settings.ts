/** Takes the settings file, gives the person's choices and the libraries they used; writes it whole or not at all. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

/** How many libraries the start screen remembers. */
const RECENT_LIMIT = 8

const windowBounds = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(400),
  height: z.number().int().min(300),
  isMaximized: z.boolean(),
})
/** Where the window stood, in screen points. */
export type WindowBounds = z.infer<typeof windowBounds>

// Each field falls back on its own: one unreadable value must not lose the others.
const settings = z.object({
  theme: z.enum(['system', 'light', 'dark', 'contrast']).catch('system'),
  language: z.enum(['vi', 'en']).catch('vi'),
  zoomPercent: z.number().int().min(50).max(300).catch(100),
  lastLibrary: z.string().nullable().catch(null),
  recentLibraries: z.array(z.string()).catch([]),
  window: windowBounds.nullable().catch(null),
})
/** Everything the window's host remembers between starts. */
export type Settings = z.infer<typeof settings>

/** The settings of a first start, and of a file that cannot be read. */
export const DEFAULT_SETTINGS: Settings = settings.parse({})

/** Settings in memory with their file. */
export interface SettingsStore {
  read(): Settings
  /** Changes some fields and writes the file at once. */
  change(changes: Partial<Settings>): void
  /** Puts a library first among the recent ones and makes it the one opened at the next start. */
  rememberLibrary(folder: string): void
}

/** Opens the store. A missing or damaged file gives the defaults: settings are never worth a failed start. */
export function openSettings(file: string): SettingsStore {
  let current = load(file)
  const change = (changes: Partial<Settings>): void => {
    current = { ...current, ...changes }
    save(file, current)
  }
  return {
    read: () => current,
    change,
    rememberLibrary: (folder) => {
      const others = current.recentLibraries.filter((recent) => recent !== folder)
      change({ lastLibrary: folder, recentLibraries: [folder, ...others].slice(0, RECENT_LIMIT) })
    },
  }
}

function load(file: string): Settings {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return DEFAULT_SETTINGS
    throw error
  }
  try {
    return settings.catch(DEFAULT_SETTINGS).parse(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) return DEFAULT_SETTINGS
    throw error
  }
}

/**
 * Writes beside and renames, so that a crash leaves the old file or the new one. A full disk or a read-only profile
 * costs the memory of the setting, not the action it belongs to.
 */
function save(file: string, value: Settings): void {
  const beside = `${file}.new`
  try {
    writeFileSync(beside, `${JSON.stringify(value, null, 2)}\n`)
    renameSync(beside, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    console.error(`settings not saved: ${error.message}`)
  }
}
