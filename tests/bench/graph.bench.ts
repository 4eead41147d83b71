/** Libraries of several sizes come in; how long the whole graph takes in the real window, and how it moves, goes out. */
import { cpus } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { hasDisplay } from '../../electron/launch/display.ts'
import { resolveElectron } from '../../electron/launch/electronBinary.ts'
import { ensureBuilt } from '../../electron/launch/freshBuild.ts'
import { framesWhilePanning } from '../e2e/panning.ts'
import { type OpenProgram, startProgram } from '../e2e/startProgram.ts'
import { startVirtualDisplay } from '../e2e/virtualDisplay.ts'
import type { BenchRow } from './citations.bench.ts'
import { generateLibrary } from './libraryGenerator.ts'

/** Instruments are documents and cited-only ones; edges about 1.1 times the citations, less those met twice. */
const SIZES = [
  { name: '1,000 instruments', documents: 700, citationsEach: 5, citedOnly: 300 },
  { name: '10,000 instruments', documents: 7000, citationsEach: 5, citedOnly: 3000 },
  { name: '100,000 edges', documents: 12_000, citationsEach: 9, citedOnly: 6000 },
] as const
/** Openings of each library; the median is told. */
const TIMES = 3
const LIMIT_MS = 120_000
const checkout = path.resolve(import.meta.dirname, '..', '..')

/** Runs in the real window; needs a display or Xvfb. */
export async function run(): Promise<readonly BenchRow[]> {
  const say = (line: string): void => console.log(line)
  await ensureBuilt(checkout, say)
  const display = hasDisplay(process.env, process.platform) ? null : await startVirtualDisplay()
  try {
    const { program } = await resolveElectron(checkout, process.env, say)
    const opened = await startProgram({
      program,
      checkout,
      display: display?.name ?? process.env.DISPLAY ?? '',
    })
    try {
      return await measure(opened)
    } finally {
      await opened.close()
    }
  } finally {
    display?.stop()
  }
}

async function measure({ page, folder, invoke }: OpenProgram): Promise<BenchRow[]> {
  page.setDefaultTimeout(LIMIT_MS)
  const rows: BenchRow[] = []
  const drawnBy = `${await rendererOf(page)}, ${cpus().length} cores`
  await page.getByTestId('create-library').click()
  for (const size of SIZES) {
    const library = path.join(folder, size.name)
    generateLibrary(library, size)
    await invoke('library.open', { folder: library })
    const openings: Opening[] = []
    for (let time = 0; time < TIMES; time += 1) {
      await page.getByTestId('rail-library').click()
      await page.getByTestId('rail-trace').click()
      openings.push(await openGraph(page))
    }
    const median = (of: (opening: Opening) => number): number =>
      openings.map(of).toSorted((a, b) => a - b)[Math.floor(TIMES / 2)] ?? Number.NaN
    const note = `${openings[0]?.nodes} drawn, ${openings[0]?.edges} edges; ${drawnBy}`
    rows.push(
      { name: `${size.name}: all nodes`, value: median(({ nodesMs }) => nodesMs), unit: 'ms', note },
      {
        name: '  complete',
        value: median(({ completeMs }) => completeMs),
        unit: 'ms',
        note: 'edges drawn too',
      },
      { name: '  longest pause', value: median(({ pauseMs }) => pauseMs), unit: 'ms', note: 'while opening' },
      { name: '  panning', value: await framesWhilePanning(page), unit: 'fps', note: '' },
    )
  }
  return rows
}

interface Opening {
  readonly nodes: string
  readonly edges: string
  readonly nodesMs: number
  readonly completeMs: number
  readonly pauseMs: number
}

/** From the click to the frame on which every instrument stands, and to the one with its edges; measured in the page. */
const openGraph = (page: Page): Promise<Opening> =>
  page.evaluate(
    () =>
      new Promise<Opening>((resolve) => {
        const find = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)
        const start = performance.now()
        let last = start
        let pauseMs = 0
        let nodesMs: number | null = null
        const watch = (now: number): void => {
          pauseMs = Math.max(pauseMs, now - last)
          last = now
          const { nodes, edges, total, drawn } = find('explorer')?.dataset ?? {}
          // What was drawn before this frame is on the screen by now.
          if (nodesMs === null && nodes !== undefined && Number(nodes) > 0 && drawn !== 'no')
            nodesMs = now - start
          if (nodesMs !== null && find('graph-screen')?.dataset.complete === 'true')
            resolve({
              nodes: `${nodes}/${total}`,
              edges: String(edges),
              nodesMs,
              completeMs: now - start,
              pauseMs,
            })
          else requestAnimationFrame(watch)
        }
        find('tracing-graph')?.click()
        requestAnimationFrame(watch)
      }),
  )

const rendererOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl2')
    const info = gl?.getExtension('WEBGL_debug_renderer_info')
    return info ? String(gl?.getParameter(info.UNMASKED_RENDERER_WEBGL)) : 'no WebGL'
  })
