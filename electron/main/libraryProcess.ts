/** The library process: comes in requests over Electron's parent port, goes out answers and events. Its only window is that port. */
import { fail } from '../../shared/contract/result.ts'
import { createLibraryHost } from '../library/host.ts'
import type { FromLibraryProcess, ToLibraryProcess } from './libraryMessages.ts'

const [resourcesFolder, extractionEntry] = process.argv.slice(2)
if (!resourcesFolder || !extractionEntry) {
  throw new Error('usage: libraryProcess <resources folder> <extraction entry>')
}

// Extraction processes are forked from here. In Electron the program to fork is Electron itself: this makes the
// children plain Node instead of another window.
process.env.ELECTRON_RUN_AS_NODE = '1'

const port = process.parentPort
const post = (message: FromLibraryProcess): void => port.postMessage(message)

const host = createLibraryHost({
  resourcesFolder,
  extractionEntry,
  emit: (name, payload) => post({ kind: 'event', name, payload }),
})

port.on('message', (event: { data: ToLibraryProcess }) => {
  const message = event.data
  if (message.kind === 'close') void closeAndEnd()
  else void answer(message.id, message.method, message.params)
})

async function answer(id: number, method: string, params: unknown): Promise<void> {
  try {
    post({ kind: 'answer', id, result: await host.dispatch(method, params) })
  } catch (error) {
    // A bug in one method: told to the caller and to the log, but the library stays open for the others.
    console.error(error)
    const detail = error instanceof Error ? `${method}: ${error.message}` : method
    post({ kind: 'answer', id, result: fail('internal', undefined, detail) })
  }
}

async function closeAndEnd(): Promise<void> {
  try {
    await host.close()
    process.exit(0)
  } catch (error) {
    console.error(error)
    process.exit(1)
  }
}
