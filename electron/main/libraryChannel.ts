/** Takes the library process's entry, gives a running process of Electron's own kind as a channel. */
import { utilityProcess } from 'electron'
import { LIBRARY_V8_FLAGS } from './libraryFlags.ts'
import type { LibraryChannel } from './libraryMessages.ts'

/** Starts the process; its output goes to the program's own. */
export function startLibraryProcess(
  entry: string,
  processArguments: readonly [resourcesFolder: string, extractionEntry: string],
): LibraryChannel {
  const process = utilityProcess.fork(entry, [...processArguments], {
    serviceName: 'chi-do-library',
    execArgv: [`--js-flags=${LIBRARY_V8_FLAGS.join(' ')}`],
    stdio: 'inherit',
  })
  return {
    post: (message) => process.postMessage(message),
    onMessage: (receive) => {
      process.on('message', receive)
    },
    onExit: (ended) => {
      process.once('exit', ended)
    },
    kill: () => {
      process.kill()
    },
  }
}
