/** Cells of a workbook come in as they are met, its sheets as text (a sheet a page, a row a line) go out. */
import { type FlowCell, type FlowElement, paragraphOf } from '../flow.ts'

/** A sheet: its name and its cells by row, each with its column from 0. */
export class SheetDraft {
  readonly name: string
  readonly #rows = new Map<number, { column: number; text: string }[]>()

  constructor(name: string) {
    this.name = name
  }

  put(row: number, column: number, text: string): void {
    if (text.trim() === '') return
    const cells = this.#rows.get(row)
    if (cells) cells.push({ column, text })
    else this.#rows.set(row, [{ column, text }])
  }

  get isEmpty(): boolean {
    return this.#rows.size === 0
  }

  /** The rows that hold anything, in order. */
  rows(): readonly (readonly FlowCell[])[] {
    return [...this.#rows]
      .sort(([one], [other]) => one - other)
      .map(([, cells]) =>
        cells
          .sort((one, other) => one.column - other.column)
          .map(({ column, text }) => ({ column, content: [paragraphOf(text.trim())] })),
      )
  }
}

/** Sheets as flow: a heading with the sheet's name, then its table; empty sheets are left out. */
export function sheetsAsFlow(sheets: readonly SheetDraft[]): readonly FlowElement[] {
  return sheets
    .filter((sheet) => !sheet.isEmpty)
    .flatMap((sheet): readonly FlowElement[] => [
      paragraphOf(sheet.name, { kind: 'heading', pageBreaks: [0] }),
      { type: 'table', isLayout: false, rows: sheet.rows() },
    ])
}

// Formats 14–22 and 45–47 are dates and times in every Excel; 9–10 percentages.
const isBuiltInDate = (format: number): boolean =>
  (format >= 14 && format <= 22) || (format >= 45 && format <= 47)

/** Whether a number format shows a date («dd/mm/yyyy», «[$-42A]dd mmmm yyyy», not «0.00», not «"ngày" 0»). */
export function isDateFormat(format: number, code: string | undefined): boolean {
  if (code === undefined) return isBuiltInDate(format)
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  return /[dy]/i.test(bare) || (/m/i.test(bare) && !/[0#]/.test(bare))
}

const DAY_MS = 86_400_000

/** A date serial as «25/01/2023»; workbooks from old Macs count from 1904. */
export function writeSerialDate(serial: number, is1904: boolean): string {
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  const day = new Date(epoch + Math.floor(serial) * DAY_MS)
  if (Number.isNaN(day.getTime()) || serial < 1) return String(serial)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(day.getUTCDate())}/${two(day.getUTCMonth() + 1)}/${day.getUTCFullYear()}`
}

/** A number without the noise of binary fractions: 0.30000000000000004 is «0.3». */
export const writeSheetNumber = (value: number): string => String(Number(value.toPrecision(15)))
