/** Takes nothing, gives a virtual display of Xvfb's own choosing, ended when the tests are. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'

/** A running display. `name` is what `DISPLAY` must be, «:99». */
export interface VirtualDisplay {
  readonly name: string
  stop(): void
}

/** Starts Xvfb, or gives null when it is not installed. 1600×1000 holds the window of a common office screen. */
export async function startVirtualDisplay(): Promise<VirtualDisplay | null> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const failed = once(server, 'error').then(() => null)
  const ended = once(server, 'exit').then(() => null)
  const numberPipe = server.stdio[3] as Readable | null
  if (!numberPipe) return null
  // Xvfb writes the number of the display it could take, and a line end, once it answers.
  const started = once(numberPipe, 'data').then(([number]) => `:${String(number).trim()}`)
  const name = await Promise.race([started, failed, ended])
  if (name === null) return null
  return {
    name,
    stop: () => {
      server.kill()
    },
  }
}
