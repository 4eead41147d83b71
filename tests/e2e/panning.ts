/** A page with the graph on it comes in; frames a second while the mouse drags the picture about go out. */
import type { Page } from 'playwright-core'

/** How long frames are counted, milliseconds. */
const COUNTED_MS = 2000

/** Drags in circles and counts the frames the page was given. */
export async function framesWhilePanning(page: Page): Promise<number> {
  const box = await page.getByTestId('explorer').boundingBox()
  if (box === null) throw new Error('no picture')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  const counting = page.evaluate(
    (milliseconds) =>
      new Promise<number>((resolve) => {
        const start = performance.now()
        let frames = 0
        const count = (): void => {
          frames += 1
          const passed = performance.now() - start
          if (passed > milliseconds) resolve((frames * 1000) / passed)
          else requestAnimationFrame(count)
        }
        requestAnimationFrame(count)
      }),
    COUNTED_MS,
  )
  let isCounting = true
  void counting.finally(() => {
    isCounting = false
  })
  for (let step = 1; isCounting; step += 1) {
    await page.mouse.move(x + Math.sin(step / 6) * 120, y + Math.cos(step / 6) * 80)
    await new Promise((resolve) => setTimeout(resolve, 16))
  }
  await page.mouse.up()
  return counting
}
