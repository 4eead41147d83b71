/** Takes what Electron knows of the machine, gives the folders and files the program uses. */
import path from 'node:path'
import { app } from 'electron'

const built = path.join(import.meta.dirname, '..')

/** Icons, vocabularies, samples: beside the checkout's sources, or in the installed program's resources. */
export const resourcesFolder = (): string =>
  app.isPackaged ? process.resourcesPath : path.join(app.getAppPath(), 'resources')

/** The built page. */
export const pageFolder = path.join(built, 'renderer')
/** The one preload script. */
export const preloadFile = path.join(built, 'preload', 'index.cjs')
/** Entry of the library process. */
export const libraryEntry = path.join(built, 'main', 'libraryProcess.js')
/** Entry of extraction processes. */
export const extractionEntry = path.join(built, 'main', 'extractionProcess.js')

/** Sample documents that ship with the program. */
export const samplesFolder = (): string => path.join(resourcesFolder(), 'samples')
/** The sample library, made on demand. */
export const sampleLibraryFolder = (): string => path.join(app.getPath('userData'), 'Kho mẫu')
/** Where a new library goes unless the person says otherwise. */
export const defaultLibraryFolder = (): string => path.join(app.getPath('documents'), 'Chỉ Đỏ')
/** The settings file. */
export const settingsFile = (): string => path.join(app.getPath('userData'), 'settings.json')
