/** Holds the sources to the table of docs/architecture.md: who may import whom, and what never enters the repository. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  findCircles,
  findDefaultExports,
  findForbiddenImports,
  findForeignPlaces,
  findLongFiles,
  findUnopenedFiles,
} from './architecture/rules.ts'
import { listFiles, parseSource, readSources } from './architecture/sources.ts'

const checkout = path.resolve(import.meta.dirname, '..')
const files = listFiles(checkout)
const sources = readSources(checkout, files)

describe('the sources', () => {
  it('are found', () => {
    expect(sources.length).toBeGreaterThan(50)
    expect(sources.flatMap((source) => source.imports).length).toBeGreaterThan(100)
  })
  it('import only what their room may', () => expect(findForbiddenImports(sources)).toEqual([]))
  it('have no circles', () => expect(findCircles(sources)).toEqual([]))
  it('are short', () => expect(findLongFiles(sources)).toEqual([]))
  it('export by name', () => expect(findDefaultExports(sources)).toEqual([]))
  it('open with a sentence', () => expect(findUnopenedFiles(sources)).toEqual([]))
  it('name no place of one machine and no package host', () => {
    const texts = files.filter((file) => /\.(tsx?|m?js|json|md|html|css|ya?ml|sh)$|^\.|^LICENSE$/.test(file))
    const found = texts.flatMap((file) =>
      findForeignPlaces(file, readFileSync(path.join(checkout, file), 'utf8')),
    )
    expect(found).toEqual([])
  })
})

describe('the rules themselves', () => {
  it.each([
    ['shared/a.ts', "import { x } from '../electron/db/b.ts'"],
    ['shared/a.ts', "import { readFile } from 'node:fs'"],
    ['shared/a.ts', "import data from '../resources/vocabulary/a.json' with { type: 'json' }"],
    ['shared/a.ts', "import { app } from 'electron'"],
    ['electron/library/a.ts', "import { app } from 'electron'"],
    ['electron/ingest/a.ts', "import type { B } from '../db/b.ts'"],
    ['electron/ingest/a.ts', "type B = import('../db/b.ts').B"],
    ['electron/db/a.ts', "export { b } from '../search/b.ts'"],
    ['electron/cli/a.ts', "const b = await import('../main/b.ts')"],
    ['electron/main/a.ts', "import { b } from '../db/b.ts'"],
    ['renderer/a.tsx', "import { b } from '../electron/library/b.ts'"],
    ['renderer/a.tsx', "import { b } from '../tests/b.ts'"],
  ])('refuse in %s: %s', (file, text) => {
    expect(findForbiddenImports([parseSource(file, text)])).toHaveLength(1)
  })

  it.each([
    ['electron/main/a.ts', "import { app } from 'electron'"],
    ['electron/search/a.ts', "import { b } from '../db/b.ts'"],
    ['electron/library/a.ts', "import data from '../../resources/vocabulary/a.json' with { type: 'json' }"],
    ['tests/a.ts', "import { b } from '../electron/main/b.ts'"],
  ])('allow in %s: %s', (file, text) => {
    expect(findForbiddenImports([parseSource(file, text)])).toEqual([])
  })

  it('see a circle, but not one of types', () => {
    const one = parseSource('shared/one.ts', "import { two } from './two.ts'\nexport const one = two")
    const two = parseSource('shared/two.ts', "import { one } from './one.ts'\nexport const two = one")
    const types = parseSource('shared/two.ts', "import type { One } from './one.ts'\nexport type Two = One")
    expect(findCircles([one, two])).toHaveLength(1)
    expect(findCircles([one, types])).toEqual([])
  })

  it('see long files, default exports and files without a first sentence', () => {
    const long = parseSource('shared/a.ts', `export default 1${'\n'.repeat(401)}`)
    expect(findLongFiles([long])).toHaveLength(1)
    expect(findDefaultExports([long])).toHaveLength(1)
    expect(findUnopenedFiles([long])).toHaveLength(1)
  })

  it.each([
    ['a path', ['const folder = "', '/ho', 'me/lan/chi-do"']],
    ['a Windows path', ['C:', '\\Users', '\\Lan']],
    ['a registry', ['https://regi', 'stry.npm', 'js.org/zod']],
    ['a lock file with hosts', ['  "resolved": "ht', 'tps://x/zod.tgz"']],
    ['a mirror', ['https://mirror.example/arti', 'factory/npm-all']],
  ])('see %s', (_what, parts) => {
    expect(findForeignPlaces('a.ts', parts.join(''))).not.toEqual([])
  })
})
