/** A library in, the register of its documents as an Excel or CSV file out. */
import { type Result, succeed } from '../../../shared/contract/result.ts'
import type { Written } from '../../../shared/contract/tracing.ts'
import { formatDate } from '../../../shared/wording/dates.ts'
import { printedNumber } from '../../../shared/wording/instruments.ts'
import { SCHEMA_VERSION } from '../../db/migrate.ts'
import { openForReading } from '../../db/open.ts'
import { iterateRegister, type RegisterRow } from '../../db/registerRows.ts'
import { BYTE_ORDER_MARK, type Cell, csvLine } from './csv.ts'
import { writeWorkbook } from './workbook.ts'
import { writeWhole } from './writeWhole.ts'

/** Columns in the order of a register of documents; `read` gives days as `YYYY-MM-DD`. */
const COLUMNS: readonly {
  readonly heading: string
  readonly width: number
  readonly isDay?: boolean
  readonly read: (row: RegisterRow, ordinal: number) => Cell
}[] = [
  { heading: 'STT', width: 6, read: (_, ordinal) => ordinal },
  { heading: 'Số, ký hiệu', width: 20, read: printedNumber },
  { heading: 'Ngày ban hành', width: 13, isDay: true, read: ({ issuedOn }) => issuedOn },
  { heading: 'Loại văn bản', width: 16, read: ({ kind }) => kind },
  { heading: 'Cơ quan ban hành', width: 34, read: ({ issuer }) => issuer },
  { heading: 'Thẩm quyền ban hành', width: 28, read: ({ organ }) => organ },
  { heading: 'Trích yếu', width: 70, read: ({ title }) => title },
  { heading: 'Người ký', width: 22, read: ({ signer }) => signer },
  { heading: 'Chức vụ người ký', width: 28, read: ({ signerTitle }) => signerTitle },
  { heading: 'Nơi nhận', width: 40, read: ({ recipients }) => recipients.join('; ') || null },
  { heading: 'Độ mật', width: 10, read: ({ secrecy }) => secrecy },
  { heading: 'Độ khẩn', width: 12, read: ({ urgency }) => urgency },
  { heading: 'Tỉnh, thành phố', width: 18, read: ({ province }) => province },
  { heading: 'Số trang', width: 9, read: ({ pageCount }) => pageCount },
  { heading: 'Tệp', width: 40, read: ({ fileName }) => fileName },
]

/** Writes the register. CSV is streamed; a workbook is made in the memory of a thread. */
export async function exportRegister(
  folder: string,
  { format, out }: { readonly format: 'xlsx' | 'csv'; readonly out: string },
): Promise<Result<Written>> {
  const opened = openForReading(folder, SCHEMA_VERSION)
  if (!opened.ok) return opened
  const db = opened.value
  let rows = 0
  const cells = function* (): Generator<Cell[]> {
    for (const row of iterateRegister(db)) {
      rows++
      yield COLUMNS.map(({ read }) => read(row, rows))
    }
  }
  try {
    db.exec('BEGIN')
    const written =
      format === 'csv'
        ? await writeWhole(out, csvText(cells()))
        : await writeWorkbook(out, [{ name: 'Sổ văn bản', columns: COLUMNS, rows: cells() }])
    return written.ok ? succeed({ written: out, rows, also: [] }) : written
  } finally {
    db.close()
  }
}

function* csvText(rows: Iterable<readonly Cell[]>): Generator<string> {
  yield BYTE_ORDER_MARK + csvLine(COLUMNS.map(({ heading }) => heading))
  for (const row of rows)
    yield csvLine(
      row.map((cell, index) => (COLUMNS[index]?.isDay && typeof cell === 'string' ? formatDate(cell) : cell)),
    )
}
