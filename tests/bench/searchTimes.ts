/** Work comes in; how long it took by the clock and by the processor, and lines of a table, go out. */

/** Milliseconds. On a machine shared with others the processor's time is the fairer one. */
export interface Lap {
  readonly wallMs: number
  readonly cpuMs: number
}

/** Now, or what passed since `from`. */
export function lap(from: Lap = { wallMs: 0, cpuMs: 0 }): Lap {
  const { user, system } = process.cpuUsage()
  return { wallMs: performance.now() - from.wallMs, cpuMs: (user + system) / 1000 - from.cpuMs }
}

/** Times one piece of work. */
export function lapOf(work: () => void): Lap {
  const from = lap()
  work()
  return lap(from)
}

/** «3.1 (9.8) [3.0 (9.9)]»: median and 95th percentile by the clock, then by the processor. */
export function describe(laps: readonly Lap[]): string {
  const both = (times: readonly number[]): string => {
    const sorted = times.toSorted((one, other) => one - other)
    const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(1)
    return `${at(0.5)} (${at(0.95)})`
  }
  return `${both(laps.map(({ wallMs }) => wallMs))} [${both(laps.map(({ cpuMs }) => cpuMs))}]`
}

const WIDTHS = [14, 17, 10, 7, 7, 28, 28, 9]

/** One line of the table. */
export const row = (cells: readonly string[]): string =>
  cells.map((cell, at) => cell.padEnd(WIDTHS[at] ?? 10)).join(' ')
