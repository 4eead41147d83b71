/** Takes requests for dialogs and for opening files, gives what the person chose: the desktop as host methods see it. */
import path from 'node:path'
import {
  app,
  type BrowserWindow,
  dialog,
  nativeTheme,
  type OpenDialogOptions,
  type SaveDialogOptions,
  shell,
} from 'electron'
import type { ParsedParams } from '../../shared/contract/methods.ts'
import { MENU_WORDING } from './menuWording.ts'
import type { Settings } from './settings.ts'

/** What host methods need of the desktop; tests hand in another one. */
export interface Desktop {
  /** Paths of the files chosen, none when the person changed their mind. */
  chooseFiles(language: Settings['language']): Promise<readonly string[]>
  chooseFolder(
    purpose: ParsedParams<'host.chooseFolder'>['purpose'],
    language: Settings['language'],
  ): Promise<string | null>
  /** A path to write to, with an extension; null when the person changed their mind. */
  chooseSaveFile(
    suggestedName: string,
    extensions: readonly string[],
    language: Settings['language'],
  ): Promise<string | null>
  /** Opens a file with the program the system has for it; gives the reason when it cannot, else null. */
  openFile(file: string): Promise<string | null>
  showInFolder(file: string): void
  /** Puts theme and zoom into effect. */
  apply(settings: Settings): void
}

/** Kinds of file the program reads, as the file dialog filters them. */
const READABLE_EXTENSIONS = [
  ...['docx', 'docm', 'doc', 'odt', 'rtf', 'txt', 'pdf', 'html', 'htm', 'mht', 'mhtml'],
  ...['xlsx', 'xls', 'eml', 'msg', 'zip', '7z', 'rar', 'jpg', 'jpeg', 'png', 'tif', 'tiff'],
]

/** The real desktop, with dialogs on top of the window. */
export function createDesktop(window: () => BrowserWindow | null): Desktop {
  const open = async (options: OpenDialogOptions): Promise<readonly string[]> => {
    const parent = window()
    const answer = parent
      ? await dialog.showOpenDialog(parent, options)
      : await dialog.showOpenDialog(options)
    return answer.canceled ? [] : answer.filePaths
  }
  return {
    chooseFiles: (language) => {
      const wording = MENU_WORDING[language]
      return open({
        title: wording.chooseFiles,
        buttonLabel: wording.chooseFilesButton,
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: wording.documents, extensions: READABLE_EXTENSIONS },
          { name: wording.allFiles, extensions: ['*'] },
        ],
      })
    },
    chooseFolder: async (purpose, language) => {
      const wording = MENU_WORDING[language]
      const [folder] = await open({
        title: wording.chooseFolder[purpose],
        buttonLabel: wording.chooseFolderButton,
        properties: ['openDirectory', 'createDirectory'],
      })
      return folder ?? null
    },
    chooseSaveFile: async (suggestedName, extensions, language) => {
      const options: SaveDialogOptions = {
        title: MENU_WORDING[language].saveFile,
        defaultPath: path.join(app.getPath('documents'), suggestedName),
        filters: extensions.map((extension) => ({ name: extension.toUpperCase(), extensions: [extension] })),
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      }
      const parent = window()
      const answer = parent
        ? await dialog.showSaveDialog(parent, options)
        : await dialog.showSaveDialog(options)
      return answer.canceled || answer.filePath === '' ? null : answer.filePath
    },
    openFile: async (file) => (await shell.openPath(file)) || null,
    showInFolder: (file) => shell.showItemInFolder(file),
    apply: (settings) => {
      // High contrast is drawn by the page itself over the system's choice of light or dark.
      nativeTheme.themeSource = settings.theme === 'contrast' ? 'system' : settings.theme
      window()?.webContents.setZoomFactor(settings.zoomPercent / 100)
    },
  }
}
