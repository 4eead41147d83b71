/** A task, and later other pins, come in by message; places of moved circles go out until the worker is ended. */
import { createForces, type Forces, type ForceTask } from './forceSteps.ts'

/** The task to begin with, or the circles pinned from now on. */
export type ForceMessage = ForceTask | { readonly pinned: readonly number[] }

let forces: Forces | null = null

self.onmessage = ({ data }: MessageEvent<ForceMessage>): void => {
  if ('pinned' in data) {
    forces?.pin(data.pinned)
    return
  }
  const begun = createForces(data)
  forces = begun
  const work = (): void => {
    self.postMessage(begun.step())
    // Between two steps other pins may come in.
    setTimeout(work, 0)
  }
  work()
}
