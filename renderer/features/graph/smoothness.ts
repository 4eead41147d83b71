/** A picture comes in; when its frames come too slowly while it moves, its edges are left away until it stands still. */
import type Sigma from 'sigma'

/** A frame that takes longer than this (30 a second) is a slow one. */
const SLOW_FRAME_MS = 34
/** So many slow frames in a row are no accident. */
const SLOW_FRAMES = 4
/** A longer pause is no frame of a movement. */
const PAUSE_MS = 400

/** Watches movements of the camera; how fast a computer draws is known only once it does. */
export function keepSmooth(sigma: Sigma): void {
  let last = 0
  let slow = 0
  const measure = (): void => {
    const now = performance.now()
    const passed = now - last
    last = now
    if (passed > PAUSE_MS) return
    slow = passed > SLOW_FRAME_MS ? slow + 1 : 0
    if (slow < SLOW_FRAMES || sigma.getSetting('hideEdgesOnMove')) return
    slow = 0
    sigma.setSetting('hideEdgesOnMove', true)
  }
  let isDue = false
  sigma.getCamera().on('updated', () => {
    if (isDue) return
    isDue = true
    requestAnimationFrame(() => {
      isDue = false
      measure()
    })
  })
}
