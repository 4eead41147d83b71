/** A running library host comes in; how long its process was blocked, how long requests waited and what memory it took go out. */
import { readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { LibraryHost } from '../../electron/library/host.ts'

/** Times in ms, memory in bytes. `waits` are of a small request as the window sends it. */
export interface Gauged {
  readonly longestBlock: number
  readonly waits: { readonly middle: number; readonly p95: number; readonly longest: number }
  readonly memory: number
  readonly extractionMemory: number
  readonly cpu: number
}

const ASK_EVERY_MS = 100

/** Starts measuring; the function ends it. */
export function gauge(host: LibraryHost): () => Gauged {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  const cpuBefore = process.cpuUsage()
  const waits: number[] = []
  let memory = 0
  let extractionMemory = 0
  // The next request is due so long after the last was sent; what the process was busy beyond that, it has waited.
  let sent = performance.now()
  const asking = setInterval(() => {
    const due = sent + ASK_EVERY_MS
    sent = performance.now()
    void host.dispatch('library.status', {}).then(() => waits.push(performance.now() - due))
  }, ASK_EVERY_MS)
  const looking = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage().rss)
    extractionMemory = Math.max(extractionMemory, memoryOfChildren())
  }, 250)
  delay.enable()
  return () => {
    clearInterval(asking)
    clearInterval(looking)
    delay.disable()
    const cpu = process.cpuUsage(cpuBefore)
    const sorted = waits.sort((one, other) => one - other)
    const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0
    return {
      longestBlock: delay.max / 1e6,
      waits: { middle: at(0.5), p95: at(0.95), longest: at(1) },
      memory,
      extractionMemory,
      cpu: (cpu.user + cpu.system) / 1000,
    }
  }
}

/** Resident bytes of the processes this one started; 0 where the system does not tell (outside Linux). */
function memoryOfChildren(): number {
  try {
    const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim()
    if (children === '') return 0
    const kilobytes = children.split(' ').map((pid) => {
      const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      return Number(resident ?? 0)
    })
    return kilobytes.reduce((sum, one) => sum + one, 0) * 1024
  } catch (error) {
    // A child may have gone between the two looks.
    if (error instanceof Error && 'code' in error) return 0
    throw error
  }
}
