/** Takes the checkout, gives every source file with what it imports, read by a real parser. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'

/** One import of a file. `target` is a path from the checkout's root for our own files, else the package's name. */
export interface Import {
  readonly target: string
  readonly isOwn: boolean
  /** Erased before running: only types cross. */
  readonly isTypeOnly: boolean
}

/** A source file: its path from the checkout's root with forward slashes, its text and its imports. */
export interface SourceFile {
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
  readonly hasDefaultExport: boolean
}

/** `import('./x.ts')`, as a call or as a type: `Promise<import('./x.ts').Shape>`. */
const INLINE_IMPORT = /\bimport\(\s*['"]([^'"]+)['"]/g
/** `require('electron')` */
const REQUIRE = /\brequire\(\s*['"]([^'"]+)['"]/g

/** Files of the repository, tracked or new, without the ignored ones; files deleted but not yet committed are left out. */
export function listFiles(checkout: string): readonly string[] {
  const listing = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: checkout,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return listing.split('\0').filter((file) => file !== '' && existsSync(path.join(checkout, file)))
}

/** Reads and parses every TypeScript file of `files`. */
export function readSources(checkout: string, files: readonly string[]): readonly SourceFile[] {
  return files
    .filter((file) => /\.(ts|tsx|mts|mjs)$/.test(file))
    .map((file) => parseSource(file, readFileSync(path.join(checkout, file), 'utf8')))
}

/** Parses one file. */
export function parseSource(file: string, text: string): SourceFile {
  const { module } = parseSync(file, text)
  const imports = new Map<string, boolean>()
  const add = (specifier: string, isTypeOnly: boolean): void => {
    imports.set(specifier, (imports.get(specifier) ?? true) && isTypeOnly)
  }
  for (const { moduleRequest, entries } of module.staticImports) {
    add(moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType))
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) if (moduleRequest) add(moduleRequest.value, isType)
  }
  for (const [, specifier = ''] of text.matchAll(INLINE_IMPORT)) add(specifier, false)
  for (const [, specifier = ''] of text.matchAll(REQUIRE)) add(specifier, false)
  return {
    path: file,
    text,
    imports: [...imports].map(([specifier, isTypeOnly]) => ({ ...resolve(file, specifier), isTypeOnly })),
    hasDefaultExport: module.staticExports.some(({ entries }) =>
      entries.some(({ exportName }) => exportName.kind === 'Default'),
    ),
  }
}

function resolve(from: string, specifier: string): Pick<Import, 'target' | 'isOwn'> {
  if (!specifier.startsWith('.')) return { target: specifier, isOwn: false }
  return { target: path.posix.join(path.posix.dirname(from), specifier.replace(/\?.*$/, '')), isOwn: true }
}
