/** Tables come in, an Excel workbook (.xlsx) as a file goes out; text stays text, so nothing in it can run. */
import writeXlsxFile, { type Row } from 'write-excel-file/node'
import type { Result } from '../../../shared/contract/result.ts'
import type { Cell } from './csv.ts'
import { writeWhole } from './writeWhole.ts'

/** A sheet: its name, columns with their width in characters, and rows of cells. Days are `YYYY-MM-DD` in day columns. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly { readonly heading: string; readonly width: number; readonly isDay?: boolean }[]
  readonly rows: readonly (readonly Cell[])[]
}

/** Most characters Excel keeps in a cell. */
const CELL_LENGTH = 32_767
/** What Excel allows in a sheet's name. */
const SHEET_NAME_LENGTH = 31

/** Writes the workbook; the first row of each sheet stays in sight. */
export async function writeWorkbook(path: string, sheets: readonly Sheet[]): Promise<Result<string>> {
  const book = writeXlsxFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name.replace(/[[\]*?/\\:]/g, ' ').slice(0, SHEET_NAME_LENGTH),
      columns: columns.map(({ width }) => ({ width })),
      orientation: 'landscape' as const,
      stickyRowsCount: 1,
      dateFormat: 'dd/mm/yyyy',
      data: [
        columns.map(({ heading }) => ({
          value: heading,
          type: String,
          fontWeight: 'bold' as const,
          wrap: true,
        })),
        ...rows.map((row): Row => row.map((cell, index) => excelCell(cell, columns[index]?.isDay ?? false))),
      ],
    })),
    { fontFamily: 'Times New Roman', fontSize: 12 },
  )
  return writeWhole(path, [await book.toBuffer()])
}

function excelCell(cell: Cell, isDay: boolean): Row[number] {
  if (cell === null || cell === '') return null
  if (typeof cell === 'string') {
    if (isDay && /^\d{4}-\d{2}-\d{2}$/.test(cell))
      return { value: new Date(`${cell}T00:00:00Z`), type: Date, alignVertical: 'top' }
    return { value: writable(cell), type: String, wrap: true, alignVertical: 'top' }
  }
  return typeof cell === 'number'
    ? { value: cell, type: Number, alignVertical: 'top' }
    : { value: cell, type: Boolean, alignVertical: 'top' }
}

/** Control characters have no place in a workbook's XML. */
const writable = (text: string): string => text.slice(0, CELL_LENGTH).replace(/[^\t\n\r\P{Cc}]/gu, ' ')
