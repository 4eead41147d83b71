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

/** «3.1/9.8 (3.0/9.6)»: median and 95th percentile by the clock, in brackets by the processor. */
export function describe(laps: readonly Lap[]): string {
  const both = (times: readonly number[]): string => `${at(times, 0.5)}/${at(times, 0.95)}`
  return `${both(laps.map(({ wallMs }) => wallMs))} (${both(laps.map(({ cpuMs }) => cpuMs))})`
}

/** «9.8 (9.6)»: the 95th percentile alone. */
export const describeSlow = (laps: readonly Lap[]): string =>
  `${at(
    laps.map(({ wallMs }) => wallMs),
    0.95,
  )} (${at(
    laps.map(({ cpuMs }) => cpuMs),
    0.95,
  )})`

function at(times: readonly number[], share: number): string {
  const sorted = times.toSorted((one, other) => one - other)
  return (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(1)
}

/** The most memory this process ever held, MB. */
export const peakMemory = (): string => `${Math.round(process.resourceUsage().maxRSS / 1000)}`

/** Prints lines of cells, each column as wide as it needs. */
export function printTable(lines: readonly (readonly string[])[]): void {
  const widths: number[] = []
  for (const line of lines) {
    line.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, cell.length)
    })
  }
  for (const line of lines) console.log(line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '))
}
