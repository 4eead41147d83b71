/** Takes the window's own requests (dialogs, settings, first start), gives their results; the library does the rest. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { HostMethod, MethodResult, ParsedParams } from '../../shared/contract/methods.ts'
import { fail, type Result, succeed } from '../../shared/contract/result.ts'
import { documentDetail, type LibraryStatus, libraryStatus } from '../../shared/contract/views.ts'
import { originalPath } from '../library/originals.ts'
import type { Desktop } from './desktop.ts'
import type { LibraryClient } from './libraryClient.ts'
import { copyForOpening } from './originals.ts'
import { chooseTarget, writePicture } from './savedFiles.ts'
import type { SettingsStore } from './settings.ts'

/** One handler a host method. */
export type HostHandlers = {
  readonly [M in HostMethod]: (params: ParsedParams<M>) => Promise<Result<MethodResult<M>>>
}

/** What host methods work with. Folders are absolute paths. */
export interface HostParts {
  readonly desktop: Desktop
  readonly settings: SettingsStore
  readonly library: Pick<LibraryClient, 'invoke'>
  readonly sampleDocuments: string
  readonly sampleLibrary: string
  readonly defaultLibrary: string
  /** Copies of originals handed to other programs go here. */
  readonly temporary: string
}

/** Builds the handlers. */
export function createHostMethods(parts: HostParts): HostHandlers {
  const { desktop, settings, library } = parts

  async function status(
    method: 'library.open' | 'library.status',
    params: unknown,
  ): Promise<Result<LibraryStatus>> {
    const result = await library.invoke(method, params)
    return result.ok ? succeed(libraryStatus.parse(result.value)) : result
  }

  /** The stored original of a document, with the facts needed to open it. */
  async function findOriginal(documentId: number) {
    const [document, opened] = await Promise.all([
      library.invoke('documents.get', { id: documentId }),
      status('library.status', {}),
    ])
    if (!document.ok) return document
    if (!opened.ok) return opened
    const { file } = documentDetail.parse(document.value)
    return succeed({ facts: file, stored: originalPath(opened.value.folder, file.sha256) })
  }

  return {
    'host.chooseFiles': async () => succeed([...(await desktop.chooseFiles(settings.read().language))]),

    'host.chooseFolder': async ({ purpose }) =>
      succeed(await desktop.chooseFolder(purpose, settings.read().language)),

    'host.chooseSaveFile': async ({ suggestedName, extensions }) =>
      succeed(await chooseTarget(desktop, suggestedName, extensions, settings.read().language)),

    'host.savePicture': async ({ suggestedName, format, content }) => {
      const target = await chooseTarget(desktop, suggestedName, [format], settings.read().language)
      return target === null ? succeed(null) : writePicture(target, content)
    },

    'host.startup': async () => {
      const { lastLibrary, recentLibraries } = settings.read()
      const answer = { defaultFolder: parts.defaultLibrary, recent: [...recentLibraries] }
      // The page may be loaded again while the library stays open.
      const open = await status('library.status', {})
      if (open.ok) return succeed({ library: open.value, failure: null, ...answer })
      if (lastLibrary === null) return succeed({ library: null, failure: null, ...answer })
      const opened = await status('library.open', { folder: lastLibrary })
      if (opened.ok) return succeed({ library: opened.value, failure: null, ...answer })
      const { code, subject } = opened.failure
      return succeed({ library: null, failure: { code, ...(subject && { subject }) }, ...answer })
    },

    'host.openSampleLibrary': async () => {
      const isNew = !existsSync(path.join(parts.sampleLibrary, 'library.db'))
      const opened = await status('library.open', { folder: parts.sampleLibrary, create: isNew })
      if (!opened.ok) return opened
      settings.rememberLibrary(parts.sampleLibrary)
      // Also when a first import was cut short: documents already there are recognised by their content.
      if (isNew || opened.value.documents === 0) {
        const started = await library.invoke('import.start', { paths: [parts.sampleDocuments], ocr: 'never' })
        if (!started.ok) return started
      }
      return opened
    },

    'host.openOriginal': async ({ documentId }) => {
      const original = await findOriginal(documentId)
      if (!original.ok) return original
      const copy = copyForOpening(original.value.stored, original.value.facts, parts.temporary)
      if (!copy.ok) return copy
      const refusal = await desktop.openFile(copy.value)
      return refusal === null ? succeed({}) : fail('file_unreadable', original.value.facts.name, refusal)
    },

    'host.showInFolder': async ({ documentId }) => {
      const original = await findOriginal(documentId)
      if (!original.ok) return original
      const { facts, stored } = original.value
      const shown = [facts.sourcePath, stored].find((file) => existsSync(file))
      if (shown === undefined) return fail('file_missing', facts.name)
      desktop.showInFolder(shown)
      return succeed({})
    },

    'host.settings': async () => {
      const { theme, language, zoomPercent } = settings.read()
      return succeed({ theme, language, zoomPercent })
    },

    'host.changeSettings': async ({ theme, language, zoomPercent }) => {
      settings.change({
        ...(theme && { theme }),
        ...(language && { language }),
        ...(zoomPercent && { zoomPercent }),
      })
      desktop.apply(settings.read())
      return succeed({})
    },
  }
}
