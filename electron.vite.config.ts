/** Takes the sources of the three worlds (main, preload, page), says how each is bundled into `out/`. */
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const at = (file: string): string => path.join(import.meta.dirname, file)

export default defineConfig({
  main: {
    build: {
      // Every process and thread of the window is an entry of its own; packages stay outside the bundle (natives must). The
      // command line runs from its sources.
      rolldownOptions: {
        input: {
          index: at('electron/main/index.ts'),
          libraryProcess: at('electron/main/libraryProcess.ts'),
          extractionProcess: at('electron/ingest/extractionProcess.ts'),
          workbookThread: at('electron/library/export/workbookThread.ts'),
          wordThread: at('electron/library/export/wordThread.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload cannot load modules: one CommonJS file with everything inside.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    build: {
      target: 'es2024',
      // The graph and the interface library come with the program from disk: one large file costs no download.
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: at('renderer/index.html') },
    },
    plugins: [react(), allowDevelopmentScripts()],
  },
})

/** Vite's development server injects inline scripts, which the page's policy rightly forbids: serve without it. */
function allowDevelopmentScripts(): Plugin {
  return {
    name: 'chido:development-without-policy',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace(/<meta[^>]+Content-Security-Policy[^>]*>/i, ''),
  }
}
