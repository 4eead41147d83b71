/** Sample pages as scans of every kind go in; error rate, numbers, time against Debian's tesseract and memory come out. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { layOut } from '../../electron/ingest/layout/document.ts'
import { createOcr, defaultModelFolder } from '../../electron/ingest/ocr/ocr.ts'
import type { OcrPage } from '../../electron/ingest/ocr/page.ts'
import { scaleCanvas, turnCanvas } from '../../electron/ingest/ocr/pixels.ts'
import { warnOfNumbers } from '../../electron/ingest/ocr/placed.ts'
import { renderPdfPage } from '../../electron/ingest/ocr/render.ts'
import { PDF_SOURCES } from '../../electron/ingest/pdf/sources.ts'
import { readPdf } from '../../electron/ingest/readers/pdf.ts'
import { findNumbers, formatNumber } from '../../shared/documents/number.ts'

const FIXTURES = new URL('../fixtures/ocr/', import.meta.url)
const LAYOUTS = ['m01', 'm02', 'm03', 'm04', 'm05', 'm06'] as const

/** One way a page gets onto glass. `files` name the born-digital PDFs it is made from, the truth beside them. */
interface Case {
  readonly name: string
  readonly files: readonly (readonly [picture: string, truth: string])[]
  readonly dpi: number
  readonly spoil?: (page: Canvas) => Canvas
}

const layouts = LAYOUTS.map((name) => [name, name] as const)
const long = [['s001', 's001']] as const

/** One bit a pixel, as a fax sends it. */
function asFax(page: Canvas): Canvas {
  const copy = createCanvas(page.width, page.height)
  const context = copy.getContext('2d')
  context.drawImage(page, 0, 0)
  const image = context.getImageData(0, 0, page.width, page.height)
  for (let at = 0; at < image.data.length; at += 4) {
    const value = (image.data[at] ?? 0) < 150 ? 0 : 255
    image.data.fill(value, at, at + 3)
  }
  context.putImageData(image, 0, 0)
  return copy
}

/** A round red stamp over the signature. */
function stamped(page: Canvas): Canvas {
  const copy = createCanvas(page.width, page.height)
  const context = copy.getContext('2d')
  context.drawImage(page, 0, 0)
  context.globalAlpha = 0.75
  context.strokeStyle = '#d0202a'
  context.lineWidth = page.width / 200
  for (const radius of [0.07, 0.058, 0.02]) {
    context.beginPath()
    context.arc(page.width * 0.6, page.height * 0.49, page.width * radius, 0, 7)
    context.stroke()
  }
  return copy
}

const CASES: readonly Case[] = [
  { name: 'scan 200 dpi (real JPEG scan)', files: [['s001-scan-200dpi', 's001']], dpi: 200 },
  { name: 'long 200 dpi', files: long, dpi: 200 },
  { name: 'long 300 dpi', files: long, dpi: 300 },
  { name: 'layouts 200 dpi', files: layouts, dpi: 200 },
  { name: 'layouts 300 dpi', files: layouts, dpi: 300 },
  { name: 'layouts turned 90°', files: layouts, dpi: 200, spoil: (page) => turnCanvas(page, 90, 0) },
  { name: 'layouts upside down', files: layouts, dpi: 200, spoil: (page) => turnCanvas(page, 180, 0) },
  { name: 'layouts +2°', files: layouts, dpi: 200, spoil: (page) => turnCanvas(page, 0, 2) },
  { name: 'layouts −2°', files: layouts, dpi: 200, spoil: (page) => turnCanvas(page, 0, -2) },
  { name: 'layouts stamped', files: layouts, dpi: 200, spoil: stamped },
  { name: 'layouts fax 1 bit', files: layouts, dpi: 200, spoil: asFax },
]

/** Letters, figures and marks without white space; lines that are only a drawn rule are no text. */
const essence = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/^[\s\-–—*_]+$/gm, '')
    .replace(/\s+/g, '')

function distance(one: string, other: string): number {
  let above = Uint32Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row += 1) {
    const current = new Uint32Array(other.length + 1)
    current[0] = row
    for (let column = 1; column <= other.length; column += 1) {
      const change = (above[column - 1] ?? 0) + Number(one[row - 1] !== other[column - 1])
      current[column] = Math.min(change, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1)
    }
    above = current
  }
  return above[other.length] ?? 0
}

const numbersOf = (text: string): readonly string[] =>
  findNumbers(text).map(({ value }) => formatNumber(value))

/** Members of `wanted` found in `given`, each once. */
function countShared(wanted: readonly string[], given: readonly string[]): number {
  const left = [...given]
  return wanted.filter((one) => {
    const at = left.indexOf(one)
    if (at < 0) return false
    left.splice(at, 1)
    return true
  }).length
}

/** Seconds of processor time Debian's command takes for a picture, or null where it is not installed. */
function timeDebian(picture: string, isSingle: boolean): number | null {
  const env = isSingle ? { ...process.env, OMP_THREAD_LIMIT: '1' } : process.env
  const script = `TIMEFORMAT='%U %S'; time tesseract '${picture}' - -l vie --psm 3 >/dev/null 2>&1`
  const run = spawnSync('bash', ['-c', `command -v tesseract >/dev/null || exit 9; ${script}`], {
    env,
    encoding: 'utf8',
  })
  if (run.status === 9) return null
  const [user = 0, system = 0] = run.stderr.trim().split(/\s+/).slice(-2).map(Number)
  return user + system
}

const processorSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const openPdf = (name: string) =>
  getDocument({
    data: Uint8Array.from(readFileSync(new URL(`${name}.pdf`, FIXTURES))),
    verbosity: 0,
    ...PDF_SOURCES,
  }).promise

/** The recogniser gives its picture back; Debian's command is to read it too. */
function copyOf(picture: Canvas): Canvas {
  const copy = createCanvas(picture.width, picture.height)
  copy.getContext('2d').drawImage(picture, 0, 0)
  return copy
}

/** The picture as a scanner would have stored it, brought to the engine's resolution as a reader would. */
async function recogniseFile(
  ocr: ReturnType<typeof createOcr>,
  pictures: readonly Canvas[],
  dpi: number,
): Promise<readonly OcrPage[]> {
  const pages = await Promise.all(
    pictures.map((picture) => ocr.recognise(async () => scaleCanvas(copyOf(picture), 200 / dpi, 200 / dpi))),
  )
  return pages.map((page) => {
    if (!page.ok || !page.value) throw new Error(JSON.stringify(page))
    return page.value
  })
}

const wanted = process.argv.slice(2).find((argument) => argument !== 'ocr')
const folder = mkdtempSync(join(tmpdir(), 'ocr-bench-'))
const ocr = createOcr({ jobs: 1, modelFolder: defaultModelFolder() })
try {
  for (const { name, files, dpi, spoil } of CASES.filter(
    (one) => wanted === undefined || one.name.includes(wanted),
  )) {
    const sum = { pages: 0, errors: 0, letters: 0, numbers: 0, right: 0, silent: 0, ours: 0, one: 0, many: 0 }
    for (const [picture, truth] of files) {
      const document = await openPdf(picture)
      const pictures: Canvas[] = []
      for (let number = 1; number <= document.numPages; number += 1) {
        const page = await renderPdfPage(await document.getPage(number), dpi)
        pictures.push(spoil ? spoil(page) : page)
      }
      await document.loadingTask.destroy()
      const expected = await readPdf(readFileSync(new URL(`${truth}.pdf`, FIXTURES)), {})
      if (!expected.ok) throw new Error(expected.failure.code)
      const start = processorSeconds()
      const pages = await recogniseFile(ocr, pictures, dpi)
      sum.ours += processorSeconds() - start
      const { text } = layOut(pages.map((page) => page.placed))
      const [read, real] = [essence(text), essence(expected.value.text)]
      if (process.env.SHOW)
        writeFileSync(
          join(process.env.SHOW, `${name}-${picture}.txt`),
          `${text}\n=====\n${expected.value.text}`,
        )
      sum.pages += pages.length
      sum.errors += distance(read, real)
      sum.letters += real.length
      const truths = numbersOf(expected.value.text)
      sum.numbers += truths.length
      sum.right += countShared(truths, numbersOf(text))
      const listed = warnOfNumbers(text, [])
      sum.silent += findNumbers(text).filter(
        ({ start: at }) => !listed.some((warning) => warning.start === at),
      ).length
      for (const [index, canvas] of pictures.entries()) {
        const file = join(folder, `${index}.jpg`)
        writeFileSync(file, canvas.toBuffer('image/jpeg', 90))
        sum.one += timeDebian(file, true) ?? Number.NaN
        sum.many += timeDebian(file, false) ?? Number.NaN
      }
    }
    const per = (seconds: number): string => (seconds / sum.pages).toFixed(2)
    console.log(
      [
        name.padEnd(30),
        `CER ${((100 * sum.errors) / sum.letters).toFixed(2)} % (${sum.errors}/${sum.letters})`,
        `numbers ${sum.right}/${sum.numbers}, unlisted ${sum.silent}`,
        `cpu ${per(sum.ours)} s a page; tesseract ${per(sum.many)} s (${(sum.ours / sum.many).toFixed(2)}×), one thread ${per(sum.one)} s (${(sum.ours / sum.one).toFixed(2)}×)`,
        `rss ${Math.round(process.memoryUsage.rss() / 1e6)} MB`,
      ].join(' | '),
    )
  }
} finally {
  await ocr.close()
  rmSync(folder, { recursive: true })
}
