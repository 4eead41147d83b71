/** Runs in a thread of its own: what a Word document is to say comes in, the file as written goes out. */
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type MessagePort, parentPort, Worker, workerData } from 'node:worker_threads'
import type { Result } from '../../../shared/contract/result.ts'
import { writeAuditReport } from './audit.ts'
import { writeRequestLetter } from './missing.ts'
import { writeTreeDocument } from './tree.ts'

/** Each takes what can be sent to a thread: no functions. */
const writers = { audit: writeAuditReport, letter: writeRequestLetter, tree: writeTreeDocument }

/** Which document to write, with what its writer is given. */
type ToWordThread = {
  [W in keyof typeof writers]: { readonly writer: W; readonly given: Parameters<(typeof writers)[W]> }
}[keyof typeof writers]

/** The `workerData` that makes this file a thread; in the process that starts it nothing runs. */
const THREAD_DATA = 'word'

/**
 * Writes a Word document beside the library: three thousand rows take it two seconds. Answers as the writer does. The
 * file started is this one in a checkout, the chunk that holds it in the built program, packed or not.
 */
export async function writeInThread(message: ToWordThread): Promise<Result<string>> {
  const thread = new Worker(fileURLToPath(import.meta.url), { workerData: THREAD_DATA })
  try {
    thread.postMessage(message)
    const [written] = await once(thread, 'message')
    // The channel between threads has no types.
    return written as Result<string>
  } finally {
    await thread.terminate()
  }
}

function write(message: ToWordThread): Promise<Result<string>> {
  switch (message.writer) {
    case 'audit':
      return writers.audit(...message.given)
    case 'letter':
      return writers.letter(...message.given)
    case 'tree':
      return writers.tree(...message.given)
  }
}

function serve(port: MessagePort): void {
  port.on('message', (message: ToWordThread) => {
    void write(message).then((written) => port.postMessage(written))
  })
}

if (parentPort && workerData === THREAD_DATA) serve(parentPort)
