/** Missing instruments come in, a table in Excel or a letter that asks for them in Word goes out. */
import type { Result } from '../../../shared/contract/result.ts'
import type { MissingItem } from '../../../shared/contract/tracing.ts'
import { formatDate } from '../../../shared/wording/dates.ts'
import { printedNumber } from '../../../shared/wording/instruments.ts'
import { missingWording } from '../../../shared/wording/tracing.ts'
import { line, sideBySide, table, type WordPart, writeWordDocument } from './wordDocument.ts'
import { drawRows, writeWorkbook } from './workbook.ts'

/** The work list as a table. */
export function writeMissingWorkbook(path: string, items: readonly MissingItem[]): Promise<Result<string>> {
  return writeWorkbook(path, [
    {
      name: 'Chưa có trong kho',
      columns: [
        { heading: 'TT', width: 6 },
        { heading: 'Được dẫn', width: 9 },
        { heading: 'Loại', width: 16 },
        { heading: 'Số, ký hiệu', width: 20 },
        { heading: 'Ngày ban hành', width: 13, isDay: true },
        { heading: 'Cơ quan ban hành', width: 36 },
        { heading: 'Trích yếu', width: 60 },
        { heading: 'Tình trạng', width: 20 },
        { heading: 'Ghi chú', width: 40 },
      ],
      rows: drawRows(items, (item, ordinal) => [
        ordinal,
        item.citedBy,
        item.kind,
        printedNumber(item) || null,
        item.issuedOn,
        item.issuer,
        item.title,
        missingWording(item.state),
        item.note || null,
      ]),
    },
  ])
}

/** What only the person who writes knows; an empty part is left as dots to fill in. */
export interface LetterParts {
  readonly sender: string
  readonly recipient: string
  readonly place: string
  readonly signer: string
  readonly style: 'party' | 'state'
}

/** The letter, in the layout of a công văn (Hướng dẫn 36-HD/VPTW, Nghị định 30/2020 Phụ lục III). `today` is `YYYY-MM-DD`. */
export function writeRequestLetter(
  path: string,
  items: readonly MissingItem[],
  letter: LetterParts,
  today: string,
): Promise<Result<string>> {
  const parts: WordPart[] = [
    letterhead(letter, today),
    line(`Kính gửi: ${letter.recipient || DOTS}`, { align: 'center', before: 18, isBold: true }),
    line(
      `Để phục vụ công tác lưu trữ, tra cứu và theo dõi việc thực hiện văn bản, ${letter.sender || DOTS} đề nghị quý cơ quan cung cấp bản sao ${items.length === 1 ? 'văn bản' : `${items.length} văn bản`} sau đây:`,
      { firstLineMm: 10, align: 'both', before: 12 },
    ),
    line('', { before: 0, size: 6 }),
    table(
      [
        { heading: 'TT', share: 1 },
        { heading: 'Số, ký hiệu', share: 3.9 },
        { heading: 'Ngày ban hành', share: 2.6 },
        { heading: 'Cơ quan ban hành', share: 4 },
        { heading: 'Trích yếu nội dung', share: 6 },
      ],
      items.map((item, index) => [
        String(index + 1),
        [item.kind, printedNumber(item)].filter(Boolean).join(' '),
        formatDate(item.issuedOn),
        item.issuer ?? '',
        item.title ?? '',
      ]),
    ),
    line('Rất mong nhận được sự quan tâm, phối hợp của quý cơ quan./.', {
      firstLineMm: 10,
      before: 12,
      align: 'both',
    }),
    line('', { before: 6 }),
    sideBySide(
      [
        line('Nơi nhận:', { isBold: true, isItalic: true, size: 12 }),
        line('- Như trên,', { size: 12, before: 0 }),
        line(`- Lưu ${letter.style === 'party' ? 'Văn phòng' : 'VT'}.`, { size: 12, before: 0 }),
      ],
      [
        line('NGƯỜI KÝ', { isBold: true, align: 'center' }),
        line('', { before: 48 }),
        line(letter.signer || DOTS, { isBold: true, align: 'center' }),
      ],
    ),
  ]
  return writeWordDocument(path, 'Đề nghị cung cấp văn bản', parts)
}

const DOTS = '……………………'

function letterhead({ sender, place, style }: LetterParts, today: string): WordPart {
  const [year = '', month = '', day = ''] = today.split('-')
  const monthWritten = Number(month) <= 2 ? month : String(Number(month))
  const dated = line(`${place || '………'}, ngày ${day} tháng ${monthWritten} năm ${year}`, {
    isItalic: true,
    align: 'center',
    before: 6,
  })
  const own = (sender || DOTS).toUpperCase()
  const subject = line('V/v đề nghị cung cấp văn bản', { align: 'center', size: 12 })
  if (style === 'party')
    return sideBySide(
      [
        line(own, { isBold: true, align: 'center' }),
        line('*', { align: 'center', before: 0 }),
        line('Số        -CV/…', { align: 'center', before: 0 }),
        subject,
      ],
      [line('ĐẢNG CỘNG SẢN VIỆT NAM', { isBold: true, align: 'center', size: 15 }), dated],
    )
  return sideBySide(
    [
      line(own, { isBold: true, align: 'center', size: 13 }),
      line('Số:        /…', { align: 'center', size: 13 }),
      subject,
    ],
    [
      line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { isBold: true, align: 'center', size: 13, before: 3 }),
      line('Độc lập - Tự do - Hạnh phúc', { isBold: true, align: 'center', before: 0 }),
      dated,
    ],
    0.42,
  )
}
