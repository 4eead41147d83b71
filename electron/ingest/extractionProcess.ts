/** The program of an extraction process: requests come in over the channel, each file's text, page or failure goes back. */
import { Worker } from 'node:worker_threads'
import { fail, type Result, succeed } from '../../shared/contract/result.ts'
import {
  type Extracted,
  type ExtractionReply,
  type ExtractionRequest,
  type ExtractionShare,
  type ExtractionValue,
  MEMORY_LIMIT_VARIABLE,
  OUT_OF_MEMORY_MARK,
} from './extractionProtocol.ts'
import { readBytes } from './fileBytes.ts'
import { packPage, unpackPage } from './ocr/keptPage.ts'
import { readFile } from './readers/index.ts'
import { allowRecognising } from './recognised.ts'
import { createUnpacking } from './unpack.ts'

/** Bytes this process may take, shared with the thread that watches; 0 for no limit. */
const memoryLimit = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT))

/**
 * A thread of its own looks at the memory of the whole process, since a reader stuck in a loop answers nobody and a
 * heap limit does not count Buffers (0.8–2.1 GB were seen beside a 256 MB heap).
 */
function watchMemory(): void {
  const code = `
    const { writeSync } = require('node:fs')
    const { workerData } = require('node:worker_threads')
    setInterval(() => {
      if (process.memoryUsage.rss() <= workerData[0]) return
      writeSync(2, ${JSON.stringify(`${OUT_OF_MEMORY_MARK}\n`)})
      process.kill(process.pid, 'SIGKILL')
    }, 100)`
  new Worker(code, {
    eval: true,
    workerData: memoryLimit,
    resourceLimits: { maxOldGenerationSizeMb: 16 },
  }).unref()
}

async function perform(request: ExtractionRequest): Promise<Result<ExtractionValue>> {
  const { path, fileName, fileBytes, password } = request
  const bytes = await readBytes(path, fileBytes)
  if (!bytes.ok) return bytes.failure.code === 'file_too_large' ? unpackLarge(request) : bytes
  if (request.task === 'read') return read(request, bytes.value)
  // Loaded only here: most processes never draw.
  const { drawPage } = await import('./pageImage.ts')
  return drawPage(fileName, bytes.value, request, password)
}

/** An archive larger than any file may be is unpacked from the disk; its files are bounded each by itself. */
async function unpackLarge(request: ExtractionRequest): Promise<Result<Extracted>> {
  const { path, password } = request
  const unpack = request.task === 'read' ? request.unpack : undefined
  if (typeof unpack !== 'object') return fail('file_too_large', path)
  const unpacking = createUnpacking(unpack)
  const { unpackLargeZip } = await import('./readers/zip.ts')
  const text = await unpackLargeZip(path, { password, keepMember: unpacking.keep })
  if (!text.ok) return fail(text.failure.code, path, text.failure.detail)
  return succeed({ ...text.value, format: 'zip', members: unpacking.members })
}

const leaveAside = (): Promise<void> => Promise.resolve()

async function read(
  { id, fileName, password, ocr, known, unpack }: Extract<ExtractionRequest, { task: 'read' }>,
  bytes: Uint8Array,
): Promise<Result<Extracted>> {
  let lastReport = 0
  const unpacking = typeof unpack === 'object' ? createUnpacking(unpack) : undefined
  const text = await readFile(fileName, bytes, {
    password,
    ocr,
    depth: typeof unpack === 'object' ? unpack.depth : 0,
    keepMember: unpack === 'nowhere' ? leaveAside : unpacking?.keep,
    known: new Map(known.map(({ page, packed }) => [page, unpackPage(packed)])),
    onRecognised: (page, recognised) =>
      reply({ id, type: 'recognised', kept: { page, packed: packPage(recognised) } }),
    onPage: (page, pages) => {
      // The first report carries the count, which sets the time limit; then a few times a second is enough.
      if (lastReport > 0 && page !== pages && Date.now() - lastReport < 200) return
      lastReport = Date.now()
      reply({ id, type: 'page', page, pages })
    },
  })
  return text.ok ? succeed({ ...text.value, members: unpacking?.members ?? [] }) : text
}

function reply(message: ExtractionReply): void {
  process.send?.(message)
}

/** A reader's bug must cost one file: its message goes back and the process lives on. */
async function answer(request: ExtractionRequest): Promise<void> {
  let result: Result<ExtractionValue>
  try {
    result = await perform(request)
  } catch (error) {
    result = fail(
      'extraction_crashed',
      request.path,
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    )
  }
  reply({ id: request.id, type: 'done', result, rss: process.memoryUsage.rss() })
}

/** Recognising takes more memory than reading, and more with every page read at the same time. */
function share({ engines, memoryBytes }: ExtractionShare): void {
  allowRecognising(engines, () => {
    if (memoryLimit[0]) memoryLimit[0] = memoryBytes
  })
}

memoryLimit[0] = Number(process.env[MEMORY_LIMIT_VARIABLE] ?? 0)
if (memoryLimit[0]) watchMemory()
process.on('message', (message: ExtractionRequest | ExtractionShare) => {
  if (message.task === 'share') share(message)
  else void answer(message)
})
process.on('disconnect', () => process.exit(0))
