/** The graph explorer in the real window: nothing moves on expanding, hiding is undone, large libraries come whole and say what is cut. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openForWriting } from '../../electron/db/open.ts'
import { generateLibrary, type LibrarySize } from '../bench/libraryGenerator.ts'
import { discard, type OpenProgram, openProgram, START_LIMIT_MS, skipReason } from './program.ts'

const SMALL = { documents: 60, citationsEach: 2, citedOnly: 20 }
/** About 10,000 instruments and 38,000 edges. */
const LARGE = { documents: 7000, citationsEach: 5, citedOnly: 3000 }
/** More instruments than a picture carries. */
const HUGE = { documents: 14_000, citationsEach: 2, citedOnly: 7500 }

describe.skipIf(skipReason() !== null)('the graph explorer', () => {
  let program: OpenProgram
  let page: Page

  /** Opens a generated library and its whole graph; gives how many edges the library holds. */
  async function openLibrary(name: string, size: LibrarySize): Promise<number> {
    const folder = path.join(program.folder, name)
    generateLibrary(folder, size)
    const opened = openForWriting(folder, false)
    if (!opened.ok) throw new Error(opened.failure.code)
    const edges = opened.value
      .prepare<[], number>(
        'SELECT count(*) FROM (SELECT DISTINCT from_id, relation, to_id FROM edges WHERE from_id <> to_id)',
      )
      .pluck()
      .get()
    opened.value.close()
    await program.invoke('library.open', { folder })
    await expect.poll(() => page.getByTestId('status-bar').textContent()).toContain(name)
    await page.getByTestId('rail-library').click()
    await page.getByTestId('rail-trace').click()
    // The tab first returns to where it was left; once more begins anew.
    await page.getByTestId('tracing-graph').click()
    await page.getByTestId('graph-screen').waitFor()
    await page.getByTestId('tracing-graph').click()
    await page.getByRole('heading', { name: 'Sơ đồ cả kho' }).waitFor()
    await isComplete()
    return edges ?? 0
  }
  const isComplete = () =>
    expect
      .poll(() => page.getByTestId('graph-screen').getAttribute('data-complete'), { timeout: 90_000 })
      .toBe('true')
  const drawn = async (): Promise<[nodes: number, total: number, edges: number]> => {
    const explorer = page.getByTestId('explorer')
    await expect.poll(() => explorer.getAttribute('data-drawn'), { timeout: 90_000 }).toBe('yes')
    const read = async (name: string): Promise<number> => Number(await explorer.getAttribute(name))
    return [await read('data-nodes'), await read('data-total'), await read('data-edges')]
  }
  /** Where signs stand, as the saved SVG tells it. */
  async function signs(name: string): Promise<ReadonlySet<string>> {
    const target = path.join(program.folder, `${name}.svg`)
    await program.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, target)
    await page.getByTestId('save-svg').click()
    await page
      .getByTestId('saved')
      .filter({ hasText: `${name}.svg` })
      .waitFor()
    const svg = readFileSync(target, 'utf8')
    const [, , shapes = ''] = svg.split('<g')
    const circles = [...shapes.matchAll(/cx="([\d.-]+)" cy="([\d.-]+)"/g)].map(([, x, y]) => `${x} ${y}`)
    const polygons = [...shapes.matchAll(/points="([^"]+)"/g)].map(([, points]) => String(points))
    return new Set([...circles, ...polygons])
  }

  beforeAll(async () => {
    program = await openProgram()
    page = program.page
    page.setDefaultTimeout(20_000)
    await page.getByTestId('create-library').click()
    await page.getByTestId('rail-trace').waitFor()
  }, START_LIMIT_MS)
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await program.picture(`failed-graph-${task.id}`)
  })
  afterAll(async () => {
    await program.close()
    await discard(program.folder)
  })

  it('shows an empty library as empty', async () => {
    await openLibrary('Kho rỗng', { documents: 0, citationsEach: 0, citedOnly: 0 })
    await page.getByTestId('graph-empty').waitFor()
  })

  it('counts and finds what has no relation', async () => {
    await openLibrary('Kho nhỏ', SMALL)
    const [nodes, total] = await drawn()
    expect([nodes, total]).toEqual([80, 80])
    const said = /(\d+) văn bản không có quan hệ/.exec(
      (await page.getByTestId('graph-summary').textContent()) ?? '',
    )
    const alone = Number(said?.[1])
    expect(alone).toBeGreaterThan(0)
    await page.getByTestId('graph-shown').click()
    await page.getByTestId('graph-ties-alone').click()
    await page.keyboard.press('Escape')
    await expect
      .poll(() => page.getByTestId('graph-summary').textContent())
      .toContain(`Hiện ${alone}/80 văn bản · 0 quan hệ`)
    expect(await page.getByTestId('graph-row').first().textContent()).toContain('0 quan hệ')
    await page.getByRole('button', { name: 'Bỏ mọi bộ lọc' }).click()
    await expect.poll(() => page.getByTestId('graph-summary').textContent()).toContain('Hiện 80/80')
  })

  it('hides with a key and takes that back, with a key or the button', async () => {
    const summary = () => page.getByTestId('graph-summary').textContent()
    const list = page.getByTestId('graph-list')
    await list.press('ArrowDown')
    await page.getByTestId('graph-selected').waitFor()
    await list.press('Delete')
    await expect.poll(summary).toContain('Hiện 79/80')
    await list.press('Delete')
    await expect.poll(summary).toContain('Hiện 78/80')
    await list.press('Control+z')
    await expect.poll(summary).toContain('Hiện 79/80')
    await page.getByTestId('graph-undo-hide').click()
    await expect.poll(summary).toContain('Hiện 80/80')
    await expect.poll(() => page.getByTestId('graph-undo-hide').count()).toBe(0)
  })

  it('reads the sentences of one relation when they are asked for', async () => {
    await page.getByTestId('graph-list').press('Home')
    await page.getByTestId('graph-evidence').first().click()
    const quote = page.getByTestId('graph-selected').getByTestId('evidence').first()
    expect(await quote.textContent()).toContain('Tiếp tục thực hiện')
  })

  it('leaves everything in its place when an instrument is expanded', async () => {
    await page.getByTestId('graph-around').click()
    await isComplete()
    const [before] = await drawn()
    // The notice of a first saving takes room from the picture: from then on its size stays.
    await signs('lần đầu')
    const former = await signs('trước')
    expect(former.size).toBe(before)
    await page.getByTestId('graph-row').nth(1).click()
    await page.getByTestId('graph-expand').click()
    await expect.poll(async () => (await drawn())[0]).toBeGreaterThan(before)
    // Marking one makes its sign larger: nothing marked, nothing differs but what came.
    await page.getByTestId('explorer').click({ position: { x: 5, y: 5 } })
    await page.getByTestId('graph-selected').waitFor({ state: 'detached' })
    const circles = (places: ReadonlySet<string>) => [...places].filter((place) => !place.includes(','))
    const later = new Set(circles(await signs('sau')))
    expect(circles(former).length).toBeGreaterThan(0)
    expect(circles(former).filter((place) => !later.has(place))).toEqual([])
    await program.picture('graph-1-expanded')
  })

  it('lets a sign be dragged, keeps it there and pins it', async () => {
    const [place = ''] = [...(await signs('chưa kéo'))].filter((each) => !each.includes(','))
    const [x = 0, y = 0] = place.split(' ').map(Number)
    const pane = await page.getByTestId('explorer').boundingBox()
    if (pane === null) throw new Error('no picture')
    await page.mouse.move(pane.x + x, pane.y + y)
    await page.mouse.down()
    await page.mouse.move(pane.x + x + 30, pane.y + y + 20, { steps: 4 })
    await page.mouse.move(pane.x + x + 40, pane.y + y + 30, { steps: 4 })
    await page.mouse.up()
    await page.mouse.click(pane.x + x + 40, pane.y + y + 30)
    await expect.poll(() => page.getByTestId('graph-pin').getAttribute('aria-pressed')).toBe('true')
    expect([...(await signs('đã kéo'))]).not.toContain(place)
  })

  it('draws a rejected relation no more, and leaves the rest', async () => {
    const relations = async () => (await drawn())[2]
    const before = await relations()
    const rejected = await page.evaluate(async () => {
      const { invoke } = Reflect.get(window, 'chido') as {
        invoke(method: string, params: unknown): Promise<{ value: { edges: [number, number, string][] } }>
      }
      const { value } = await invoke('graph.edges', { limit: 1 })
      const [from, to, relation] = value.edges[0] ?? []
      await invoke('tracing.decideEdge', { from, to, relation, status: 'rejected' })
      return { from, to, relation }
    })
    expect(rejected.relation).toBeDefined()
    await page.getByTestId('tracing-graph').click()
    await page.getByRole('heading', { name: 'Sơ đồ cả kho' }).waitFor()
    await isComplete()
    const whole = await relations()
    expect(whole).toBeGreaterThan(before)
    await program.invoke('tracing.decideEdge', { ...rejected, status: 'proposed' })
    // A decision is drawn by itself, in the picture as it stands.
    await expect.poll(relations).toBe(whole + 1)
  })

  it('brings a library of ten thousand whole', async () => {
    const edges = await openLibrary('Kho lớn', LARGE)
    expect(await drawn()).toEqual([10_000, 10_000, edges])
    expect(await page.getByTestId('graph-cut').count()).toBe(0)
    await page.getByTestId('graph-list').press('ArrowDown')
    await page.getByTestId('graph-tie').first().waitFor()
    await program.picture('graph-2-large')
    const near = (await signs('gần')).size
    expect(near).toBeLessThan(10_000)
    await page.getByTestId('graph-minimap').click({ position: { x: 75, y: 50 } })
    // Another place at the same scale.
    expect((await signs('chỗ khác')).size).toBeGreaterThan(near / 10)
  })

  it('says what a picture has no room for, and shows it once the filter is narrower', async () => {
    await openLibrary('Kho rất lớn', HUGE)
    expect((await drawn()).slice(0, 2)).toEqual([20_000, 21_500])
    await page.getByTestId('graph-cut').filter({ hasText: '1.500 văn bản' }).waitFor()
    await program.picture('graph-3-cut')
    await page.getByTestId('graph-shown').click()
    await page.getByTestId('graph-ties-tied').click()
    await page.keyboard.press('Escape')
    await page.getByTestId('graph-cut').waitFor({ state: 'detached' })
    const [nodes] = await drawn()
    expect(nodes).toBeGreaterThan(5000)
    expect(program.pageErrors).toEqual([])
  })
})
