/** Hits of a search in, a table of them as Excel or CSV out. */
import type { Result } from '../../../shared/contract/result.ts'
import type { SearchHit } from '../../../shared/contract/views.ts'
import { formatDate } from '../../../shared/wording/dates.ts'
import { BYTE_ORDER_MARK, type Cell, csvLine } from './csv.ts'
import { drawRows, writeWorkbook } from './workbook.ts'
import { writeWhole } from './writeWhole.ts'

const COLUMNS = [
  { heading: 'TT', width: 6 },
  { heading: 'Số, ký hiệu', width: 20 },
  { heading: 'Ngày ban hành', width: 13, isDay: true },
  { heading: 'Loại văn bản', width: 16 },
  { heading: 'Cơ quan ban hành', width: 34 },
  { heading: 'Trích yếu', width: 60 },
  { heading: 'Trang', width: 7 },
  { heading: 'Đoạn khớp', width: 80 },
  { heading: 'Số chỗ khớp', width: 8 },
] as const

const LINE_ENDS = /\s*\n\s*/g // a passage over two lines

const rowOf = (hit: SearchHit, ordinal: number): Cell[] => [
  ordinal,
  hit.number,
  hit.issuedOn,
  hit.kind,
  hit.issuer,
  hit.title,
  hit.page,
  hit.snippet.replace(LINE_ENDS, ' '),
  hit.textMatches.length,
]

/** Writes the table; CSV is streamed, a workbook is made in the memory of a thread. */
export function writeResults(
  path: string,
  format: 'xlsx' | 'csv',
  hits: Iterable<SearchHit>,
): Promise<Result<string>> {
  if (format === 'csv') return writeWhole(path, csvText(hits))
  const rows = drawRows(hits, rowOf)
  return writeWorkbook(path, [{ name: 'Kết quả tìm', columns: COLUMNS, rows }])
}

function* csvText(hits: Iterable<SearchHit>): Generator<string> {
  yield BYTE_ORDER_MARK + csvLine(COLUMNS.map(({ heading }) => heading))
  let ordinal = 0
  for (const hit of hits) {
    ordinal += 1
    const cells = rowOf(hit, ordinal)
    yield csvLine(cells.map((cell, at) => (at === 2 && typeof cell === 'string' ? formatDate(cell) : cell)))
  }
}
