/** Values in, what a terminal shows out: one JSON value, a table, a progress line. */
import { stripVTControlCharacters } from 'node:util'

/** Where a command writes. Results go to standard output, everything else to standard error. */
export interface Terminal {
  readonly isJson: boolean
  /** Prints a result: as JSON when asked for, else the lines. */
  show(value: unknown, lines: () => readonly string[]): void
  /** A remark on standard error. */
  remark(line: string): void
  /** Progress on standard error: redrawn in place on a terminal, a line every few seconds elsewhere. */
  progress(line: string): void
  /** Ends the progress line. */
  endProgress(): void
}

const PROGRESS_LINE_MS = 3000

/** The terminal of this process. */
export function createTerminal(isJson: boolean): Terminal {
  const isLive = process.stderr.isTTY === true
  let lastLine = 0
  let isDrawn = false
  return {
    isJson,
    show: (value, lines) => {
      process.stdout.write(isJson ? `${JSON.stringify(value)}\n` : `${lines().join('\n')}\n`)
    },
    remark: (line) => {
      process.stderr.write(`${line}\n`)
    },
    progress: (line) => {
      if (isLive) {
        isDrawn = true
        process.stderr.write(`\r\x1b[2K${line.slice(0, Math.max(20, (process.stderr.columns ?? 80) - 1))}`)
      } else if (Date.now() - lastLine >= PROGRESS_LINE_MS) {
        lastLine = Date.now()
        process.stderr.write(`${line}\n`)
      }
    },
    endProgress: () => {
      if (isDrawn) process.stderr.write('\r\x1b[2K')
      isDrawn = false
    },
  }
}

/** A bar of `width` characters for a share of 0..1. */
export function bar(share: number, width = 24): string {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * width)
  return '█'.repeat(filled) + '░'.repeat(width - filled)
}

/** One column of a table: its heading and the most characters it may take. */
export interface Column {
  readonly heading: string
  readonly width: number
  readonly isRight?: boolean
}

/** Lines of a table; cells longer than their column end in «…». Vietnamese letters in NFC are one cell each. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const widths = columns.map(({ heading, width }, index) =>
    Math.min(
      width,
      Math.max(heading.length, ...rows.map((row) => stripVTControlCharacters(row[index] ?? '').length)),
    ),
  )
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ isRight }, index) => {
        const width = widths[index] ?? 0
        const cell = clip(cells[index] ?? '', width)
        return isRight ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd()
  return [
    line(columns.map(({ heading }) => heading)),
    widths.map((width) => '─'.repeat(width)).join('  '),
    ...rows.map(line),
  ]
}

function clip(text: string, width: number): string {
  const flat = text.normalize('NFC').replace(/\s+/g, ' ')
  return flat.length <= width ? flat : `${flat.slice(0, Math.max(0, width - 1))}…`
}
