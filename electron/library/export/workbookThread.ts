/** Runs in a thread of its own: sheets come in a piece at a time, the bytes of their Excel workbook go out. */
import { fileURLToPath } from 'node:url'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import writeXlsxFile, { type Row } from 'write-excel-file/node'
import type { Cell } from './csv.ts'

/** A column: its heading, its width in characters, and whether its cells are days as `YYYY-MM-DD`. */
export interface Column {
  readonly heading: string
  readonly width: number
  readonly isDay?: boolean
}

/** What the thread is told, in this order: each sheet before its rows, the end once. It answers with a `Uint8Array`. */
export type ToWorkbookThread =
  | { readonly kind: 'sheet'; readonly name: string; readonly columns: readonly Column[] }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'end' }

/** The file to start: this one in a checkout, the chunk that holds it in the built program, packed or not. */
export const threadFile = fileURLToPath(import.meta.url)
/** The `workerData` that makes this file a thread; whoever imports it for the place and the types runs nothing. */
export const THREAD_DATA = 'workbook'

/** Most characters Excel keeps in a cell. */
const CELL_LENGTH = 32_767
/** What Excel allows in a sheet's name. */
const SHEET_NAME_LENGTH = 31

function serve(port: MessagePort): void {
  const sheets: { name: string; columns: readonly Column[]; data: Row[] }[] = []
  port.on('message', (message: ToWorkbookThread) => {
    const sheet = sheets.at(-1)
    if (message.kind === 'sheet') {
      const { name, columns } = message
      sheets.push({ name, columns, data: [columns.map(headingCell)] })
    } else if (message.kind === 'end') void build(sheets).then((bytes) => port.postMessage(bytes))
    else if (sheet) {
      for (const row of message.rows)
        sheet.data.push(row.map((cell, at) => excelCell(cell, sheet.columns[at]?.isDay ?? false)))
    }
  })
}

/** The first row of each sheet stays in sight. */
function build(
  sheets: readonly { readonly name: string; readonly columns: readonly Column[]; readonly data: Row[] }[],
): Promise<Uint8Array> {
  return writeXlsxFile(
    sheets.map(({ name, columns, data }) => ({
      sheet: name.replace(/[[\]*?/\\:]/g, ' ').slice(0, SHEET_NAME_LENGTH),
      columns: columns.map(({ width }) => ({ width })),
      orientation: 'landscape' as const,
      stickyRowsCount: 1,
      dateFormat: 'dd/mm/yyyy',
      data,
    })),
    { fontFamily: 'Times New Roman', fontSize: 12 },
  ).toBuffer()
}

const headingCell = ({ heading }: Column): Row[number] => ({
  value: heading,
  type: String,
  fontWeight: 'bold',
  wrap: true,
})

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

if (parentPort && workerData === THREAD_DATA) serve(parentPort)
