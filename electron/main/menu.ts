/** Takes the language and what the menu's commands do, sets the window's menu. */
import { Menu, type MenuItemConstructorOptions } from 'electron'
import { MENU_WORDING } from './menuWording.ts'
import type { Settings } from './settings.ts'

/** What each command of the menu does. */
export interface MenuCommands {
  importFiles(): void
  importFolder(): void
  openLibrary(): void
  openSample(): void
  /** By how many percent the text grows; 0 puts it back to normal. */
  zoom(changePercent: number): void
}

/** Builds and shows the menu. Developer tools are there only outside the installed program. */
export function showMenu(language: Settings['language'], commands: MenuCommands, isDeveloper: boolean): void {
  const wording = MENU_WORDING[language]
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const template: MenuItemConstructorOptions[] = [
    {
      label: wording.file,
      submenu: [
        { label: wording.importFiles, accelerator: 'CmdOrCtrl+O', click: () => commands.importFiles() },
        {
          label: wording.importFolder,
          accelerator: 'CmdOrCtrl+Shift+O',
          click: () => commands.importFolder(),
        },
        separator,
        { label: wording.openLibrary, click: () => commands.openLibrary() },
        { label: wording.openSample, click: () => commands.openSample() },
        separator,
        { label: wording.quit, role: 'quit' },
      ],
    },
    {
      label: wording.edit,
      submenu: [
        { label: wording.undo, role: 'undo' },
        { label: wording.redo, role: 'redo' },
        separator,
        { label: wording.cut, role: 'cut' },
        { label: wording.copy, role: 'copy' },
        { label: wording.paste, role: 'paste' },
        { label: wording.selectAll, role: 'selectAll' },
      ],
    },
    {
      label: wording.view,
      submenu: [
        { label: wording.zoomIn, accelerator: 'CmdOrCtrl+=', click: () => commands.zoom(10) },
        { label: wording.zoomOut, accelerator: 'CmdOrCtrl+-', click: () => commands.zoom(-10) },
        { label: wording.zoomReset, accelerator: 'CmdOrCtrl+0', click: () => commands.zoom(0) },
        separator,
        { label: wording.fullScreen, role: 'togglefullscreen' },
        ...(isDeveloper ? [separator, { label: wording.developer, role: 'toggleDevTools' as const }] : []),
      ],
    },
    { label: wording.help, submenu: [{ label: wording.about, role: 'about' }] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
