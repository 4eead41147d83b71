/** The program of an extraction process: requests come in over the channel, each file's text or failure goes back. */
import { Worker } from 'node:worker_threads'
import { fail, type Result } from '../../shared/contract/result.ts'
import {
  type ExtractionReply,
  type ExtractionRequest,
  MEMORY_LIMIT_VARIABLE,
  OUT_OF_MEMORY_MARK,
} from './extractionProtocol.ts'
import { readBytes } from './fileBytes.ts'
import { type ReadText, readFile } from './readers/index.ts'

/**
 * A thread of its own looks at the memory of the whole process, since a reader stuck in a loop answers nobody and a
 * heap limit does not count Buffers (0.8–2.1 GB were seen beside a 256 MB heap).
 */
function watchMemory(limitBytes: number): void {
  const code = `
    const { writeSync } = require('node:fs')
    setInterval(() => {
      if (process.memoryUsage.rss() <= ${limitBytes}) return
      writeSync(2, ${JSON.stringify(`${OUT_OF_MEMORY_MARK}\n`)})
      process.kill(process.pid, 'SIGKILL')
    }, 100)`
  new Worker(code, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } }).unref()
}

async function extract(request: ExtractionRequest): Promise<Result<ReadText>> {
  const bytes = await readBytes(request.path, request.fileBytes)
  if (!bytes.ok) return bytes
  let lastReport = 0
  return readFile(request.fileName, bytes.value, {
    password: request.password,
    ocr: request.ocr,
    onPage: (page, pages) => {
      // The first page carries the count, which sets the time limit; then a few times a second is enough.
      if (page > 1 && page !== pages && Date.now() - lastReport < 200) return
      lastReport = Date.now()
      reply({ id: request.id, type: 'page', page, pages })
    },
  })
}

function reply(message: ExtractionReply): void {
  process.send?.(message)
}

/** A reader's bug must cost one file: its message goes back and the process lives on. */
async function answer(request: ExtractionRequest): Promise<void> {
  let result: Result<ReadText>
  try {
    result = await extract(request)
  } catch (error) {
    result = fail(
      'extraction_crashed',
      request.path,
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    )
  }
  reply({ id: request.id, type: 'done', result, rss: process.memoryUsage.rss() })
}

const limit = Number(process.env[MEMORY_LIMIT_VARIABLE] ?? 0)
if (limit > 0) watchMemory(limit)
process.on('message', (request: ExtractionRequest) => void answer(request))
process.on('disconnect', () => process.exit(0))
