/** The window's own requests: first start, sample library, opening originals safely, settings, unknown methods. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Desktop } from '../../../electron/main/desktop.ts'
import { createHostMethods } from '../../../electron/main/hostMethods.ts'
import { copyForOpening, safeName } from '../../../electron/main/originals.ts'
import { createRequestHandler } from '../../../electron/main/requests.ts'
import { openSettings } from '../../../electron/main/settings.ts'
import { fail, type Result, succeed } from '../../../shared/contract/result.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chi-do-host-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const statusOf = (library: string, documents = 0) => ({
  folder: library,
  name: path.basename(library),
  isReadOnly: false,
  isSample: false,
  documents,
  pages: 0,
  instruments: 0,
  citations: 0,
  missing: 0,
  toReview: 0,
  databaseBytes: 0,
})

/** A library that knows which folders exist, and writes down what it was asked. */
function openHost(existing: Readonly<Record<string, number>>, saveTo: string | null = null) {
  const asked: (readonly [string, unknown])[] = []
  const opened: string[] = []
  let current: string | null = null
  const library = {
    invoke: async (method: string, params: unknown): Promise<Result<unknown>> => {
      asked.push([method, params])
      if (method === 'library.status') {
        return current === null ? fail('library_not_open') : succeed(statusOf(current, existing[current]))
      }
      if (method === 'library.open') {
        const { folder: wanted, create } = params as { folder: string; create?: boolean }
        if (!create && !(wanted in existing)) return fail('library_missing', wanted)
        current = wanted
        return succeed(statusOf(wanted, existing[wanted]))
      }
      return succeed({ jobId: 1 })
    },
  }
  const desktop: Desktop = {
    chooseFiles: async () => ['a.pdf'],
    chooseFolder: async () => null,
    chooseSaveFile: async (suggestedName) => {
      opened.push(`save ${suggestedName}`)
      return saveTo
    },
    openFile: async (file) => {
      opened.push(file)
      return null
    },
    showInFolder: (file) => {
      opened.push(file)
    },
    apply: (settings) => {
      opened.push(`zoom ${settings.zoomPercent}`)
    },
  }
  const settings = openSettings(path.join(folder, 'settings.json'))
  const parts = {
    desktop,
    settings,
    library,
    sampleDocuments: path.join(folder, 'samples'),
    sampleLibrary: path.join(folder, 'Kho mẫu'),
    defaultLibrary: path.join(folder, 'Chỉ Đỏ'),
    temporary: path.join(folder, 'temporary'),
  }
  const handle = createRequestHandler(createHostMethods(parts), library, settings)
  return { handle, asked, opened, settings, parts }
}

describe('host.startup', () => {
  it('on a first start offers the default folder and opens nothing', async () => {
    const { handle, parts, asked } = openHost({})
    expect(await handle('host.startup', {})).toEqual(
      succeed({ library: null, failure: null, defaultFolder: parts.defaultLibrary, recent: [] }),
    )
    expect(asked.map(([method]) => method)).toEqual(['library.status'])
  })

  it('opens the library used last', async () => {
    const { handle, settings } = openHost({ 'Kho A': 3 })
    settings.rememberLibrary('Kho A')
    expect(await handle('host.startup', {})).toMatchObject({
      value: { library: { folder: 'Kho A', documents: 3 }, recent: ['Kho A'] },
    })
  })

  it('tells why the library used last cannot be opened', async () => {
    const { handle, settings } = openHost({})
    settings.rememberLibrary('Kho A')
    expect(await handle('host.startup', {})).toMatchObject({
      value: { library: null, failure: { code: 'library_missing', subject: 'Kho A' }, recent: ['Kho A'] },
    })
  })

  it('keeps an open library open when the page is loaded again', async () => {
    const { handle, asked } = openHost({ 'Kho A': 3 })
    await handle('library.open', { folder: 'Kho A' })
    await handle('host.startup', {})
    expect(asked.filter(([method]) => method === 'library.open')).toHaveLength(1)
  })
})

describe('host.openSampleLibrary', () => {
  it('creates the library once and imports the samples', async () => {
    const { handle, asked, parts, settings } = openHost({})
    expect(await handle('host.openSampleLibrary', {})).toMatchObject({ ok: true })
    expect(asked).toEqual([
      ['library.open', { folder: parts.sampleLibrary, create: true }],
      ['import.start', { paths: [parts.sampleDocuments], ocr: 'never' }],
    ])
    expect(settings.read().lastLibrary).toBe(parts.sampleLibrary)
  })

  it('only opens a sample library that has its documents', async () => {
    const sample = path.join(folder, 'Kho mẫu')
    const { handle, asked } = openHost({ [sample]: 8 })
    mkdirSync(sample)
    writeFileSync(path.join(sample, 'library.db'), '')
    await handle('host.openSampleLibrary', {})
    expect(asked).toEqual([['library.open', { folder: sample, create: false }]])
  })
})

describe('saving a file', () => {
  it.each([
    ['Cây 72-KH/HU.docx', 'D:/cây.docx', 'D:/cây.docx'],
    ['cây.docx', 'D:/cây.DOCX', 'D:/cây.DOCX'],
    ['cây.docx', 'D:/cây', 'D:/cây.docx'],
    ['cây.docx', 'D:/cây.v2', 'D:/cây.v2.docx'],
    ['cây.docx', null, null],
  ])('%s saved to %s is written to %s', async (suggestedName, chosen, target) => {
    const { handle, opened } = openHost({}, chosen)
    const answer = await handle('host.chooseSaveFile', { suggestedName, extensions: ['docx'] })
    expect(answer).toEqual(succeed(target))
    expect(opened).toEqual([`save ${suggestedName.replace('/', ' ')}`])
  })

  it('refuses an extension that is none', async () => {
    const { handle, opened } = openHost({}, 'D:/a')
    const answer = await handle('host.chooseSaveFile', { suggestedName: 'a', extensions: ['../exe'] })
    expect(answer).toMatchObject({ failure: { code: 'bad_request' } })
    expect(opened).toEqual([])
  })

  it('writes a picture to the chosen place, and says when it cannot', async () => {
    const picture = {
      suggestedName: 'sơ đồ',
      format: 'png',
      content: Buffer.from('\x89PNG').toString('base64'),
    }
    const target = path.join(folder, 'sơ đồ')
    expect(await openHost({}, target).handle('host.savePicture', picture)).toEqual(succeed(`${target}.png`))
    expect(readFileSync(`${target}.png`, 'utf8')).toBe('\x89PNG')
    const away = await openHost({}, path.join(folder, 'no', 'such')).handle('host.savePicture', picture)
    expect(away).toMatchObject({ ok: false, failure: { code: 'target_unwritable' } })
    expect(await openHost({}, null).handle('host.savePicture', picture)).toEqual(succeed(null))
  })
})

describe('requests', () => {
  it.each([
    ['no such method', 'library.destroy', {}],
    ['a name every object has', 'constructor', {}],
    ['a number', 7, {}],
    ['nothing', undefined, undefined],
    ['wrong parameters', 'host.changeSettings', { zoomPercent: 9000 }],
    ['a missing parameter', 'host.openOriginal', {}],
  ])('refuse %s', async (_what, method, params) => {
    const { handle, asked } = openHost({})
    expect(await handle(method, params)).toMatchObject({ ok: false, failure: { code: 'bad_request' } })
    expect(asked).toEqual([])
  })

  it('remember the library a page opened, not one that failed', async () => {
    const { handle, settings } = openHost({ 'Kho A': 0 })
    await handle('library.open', { folder: 'Kho A' })
    await handle('library.open', { folder: 'Kho B' })
    expect(settings.read().recentLibraries).toEqual(['Kho A'])
  })

  it('change only the settings named, and put them into effect', async () => {
    const { handle, opened } = openHost({})
    await handle('host.changeSettings', { zoomPercent: 125 })
    await handle('host.changeSettings', { theme: 'dark' })
    expect(await handle('host.settings', {})).toEqual(
      succeed({ theme: 'dark', language: 'vi', zoomPercent: 125 }),
    )
    expect(opened).toEqual(['zoom 125', 'zoom 125'])
  })
})

describe('opening an original', () => {
  it.each([
    ['Công văn 12.docx', 'docx', 'Công văn 12.docx'],
    ['Công văn 12.exe', 'txt', 'Công văn 12.txt'],
    ['kế hoạch.pdf.lnk', 'pdf', 'kế hoạch.pdf.pdf'],
    ['a:b?c.doc', 'doc', 'a b c.doc'],
    ['.docx', 'docx', '.docx.docx'],
    ['x.txt', 'exe', null],
    ['x.txt', '../sh', null],
  ])('%s that is %s opens as %s', (name, format, expected) => {
    expect(safeName({ name, format, sha256: 'aa' })).toBe(expected)
  })

  it('hands out a read-only copy and leaves the original alone', () => {
    const stored = path.join(folder, 'original')
    writeFileSync(stored, 'nội dung')
    const facts = { name: 'Công văn.txt', format: 'txt', sha256: 'ab'.repeat(32) }
    const copy = copyForOpening(stored, facts, path.join(folder, 'temporary'))
    if (!copy.ok) throw new Error(copy.failure.code)
    expect(path.basename(copy.value)).toBe('Công văn.txt')
    expect(readFileSync(copy.value, 'utf8')).toBe('nội dung')
    expect(statSync(copy.value).mode & 0o222).toBe(0)
    expect(copyForOpening(stored, facts, path.join(folder, 'temporary')).ok).toBe(true)
    expect(existsSync(stored)).toBe(true)
  })

  it('tells when the original is gone', () => {
    const facts = { name: 'a.txt', format: 'txt', sha256: 'ab' }
    expect(copyForOpening(path.join(folder, 'none'), facts, folder)).toMatchObject({
      failure: { code: 'file_missing', subject: 'a.txt' },
    })
  })
})
