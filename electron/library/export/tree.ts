/** A tree and the answers of expected bodies come in, an outline in Word or a table in Excel goes out. */
import type { Instrument } from '../../../shared/contract/instrument.ts'
import type { Result } from '../../../shared/contract/result.ts'
import type { BodyAnswer, TracingTree, TreeLine } from '../../../shared/contract/tracing.ts'
import { formatDate } from '../../../shared/wording/dates.ts'
import {
  instrumentName,
  levelWording,
  printedNumber,
  validityWording,
} from '../../../shared/wording/instruments.ts'
import { relationWording } from '../../../shared/wording/relations.ts'
import { edgeStatusWording, gapWording } from '../../../shared/wording/tracing.ts'
import type { Cell } from './csv.ts'
import { line, table, type WordPart, writeWordDocument } from './wordDocument.ts'
import { drawRows, writeWorkbook } from './workbook.ts'

/** Indent of a level in the outline, and the depth at which it stops growing. */
const INDENT_MM = 7
const DEEPEST_INDENT = 10

const headingOf = ({ direction }: TracingTree): string =>
  direction === 'implementers' ? 'CÂY TRIỂN KHAI' : 'CĂN CỨ NGƯỢC DÒNG'

/** The outline in Word: every instrument under the one it carries out, with the sentence that says so. */
export function writeTreeDocument(
  path: string,
  tree: TracingTree,
  answers: readonly BodyAnswer[] | null,
): Promise<Result<string>> {
  const [root, ...lines] = tree.lines
  const parts: WordPart[] = [
    line(headingOf(tree), { isBold: true, align: 'center' }),
    ...(root ? [line(describe(root.instrument), { isBold: true, align: 'center' })] : []),
    ...lines.flatMap((each) => outlineLines(each, tree)),
  ]
  if (tree.isCut)
    parts.push(line('… (cây còn nữa, đã dừng ở giới hạn số văn bản)', { isItalic: true, before: 6 }))
  if (answers) parts.push(...answerParts(answers))
  return writeWordDocument(path, headingOf(tree), parts)
}

function outlineLines(
  { instrument, depth, relation, isImpossible, evidence }: TreeLine,
  tree: TracingTree,
): WordPart[] {
  const indentMm = Math.min(depth - 1, DEEPEST_INDENT) * INDENT_MM
  const words = relation ? relationWording(relation) : null
  const said = (tree.direction === 'implementers' ? words?.passive : words?.active) ?? ''
  const held = instrument.heldDocumentId === null ? ' [chưa có trong kho]' : ''
  const doubt = isImpossible ? ' [ngày tháng mâu thuẫn]' : ''
  const parts = [
    line(`– ${said}: ${describe(instrument)}${held}${doubt}`, {
      indentMm,
      before: 6,
      isKeptWithNext: evidence !== null,
    }),
  ]
  if (evidence)
    parts.push(
      line(`«${evidence.quote}» (văn bản mã ${evidence.documentId}, trang ${evidence.page})`, {
        indentMm: indentMm + 4,
        isItalic: true,
        size: 12,
        // The opening « stands before the quote.
        marked: { start: evidence.quoteStart + 1, end: evidence.quoteEnd + 1 },
      }),
    )
  return parts
}

function answerParts(answers: readonly BodyAnswer[]): WordPart[] {
  return [
    line('Tình hình triển khai của các cơ quan', { isBold: true, before: 18, isKeptWithNext: true }),
    table(
      [
        { heading: 'TT', share: 1 },
        { heading: 'Cơ quan', share: 5 },
        { heading: 'Tình hình', share: 4 },
        { heading: 'Văn bản triển khai', share: 5 },
        { heading: 'Báo cáo', share: 4 },
      ],
      answers.map(({ body, state, plans, reports }, index) => [
        String(index + 1),
        body.name,
        gapWording(state),
        namesOf(plans),
        namesOf(reports),
      ]),
    ),
  ]
}

/** The tree as a table in Excel, and the answers on a second sheet. */
export function writeTreeWorkbook(
  path: string,
  tree: TracingTree,
  answers: readonly BodyAnswer[] | null,
): Promise<Result<string>> {
  const numbers = new Map(tree.lines.map(({ instrument }) => [instrument.id, instrumentName(instrument)]))
  const sheets = [
    {
      name: tree.direction === 'implementers' ? 'Cây triển khai' : 'Căn cứ ngược dòng',
      columns: [
        { heading: 'Bậc', width: 6 },
        { heading: 'Cấp', width: 14 },
        { heading: 'Cơ quan ban hành', width: 36 },
        { heading: 'Loại', width: 16 },
        { heading: 'Số, ký hiệu', width: 20 },
        { heading: 'Ngày ban hành', width: 13, isDay: true },
        { heading: 'Trích yếu', width: 60 },
        { heading: 'Quan hệ', width: 24 },
        { heading: 'Với văn bản', width: 26 },
        { heading: 'Trạng thái', width: 16 },
        { heading: 'Hiệu lực', width: 20 },
        { heading: 'Trong kho', width: 10 },
        { heading: 'Câu dẫn', width: 80 },
        { heading: 'Trang', width: 7 },
      ],
      rows: drawRows(tree.lines, (each) => treeRow(each, tree, numbers)),
    },
  ]
  if (!answers) return writeWorkbook(path, sheets)
  const gaps = {
    name: 'Khoảng trống',
    columns: [
      { heading: 'TT', width: 6 },
      { heading: 'Cơ quan', width: 40 },
      { heading: 'Cấp', width: 14 },
      { heading: 'Tình hình', width: 32 },
      { heading: 'Văn bản triển khai', width: 50 },
      { heading: 'Báo cáo', width: 50 },
    ],
    rows: answers.map(({ body, state, plans, reports }, index): Cell[] => [
      index + 1,
      body.name,
      levelWording(body.level),
      gapWording(state),
      namesOf(plans),
      namesOf(reports),
    ]),
  }
  return writeWorkbook(path, [...sheets, gaps])
}

function treeRow(each: TreeLine, tree: TracingTree, names: ReadonlyMap<number, string>): Cell[] {
  const { instrument, relation, status, evidence } = each
  const words = relation ? relationWording(relation) : null
  return [
    each.depth,
    levelWording(instrument.level),
    instrument.issuer,
    instrument.kind,
    printedNumber(instrument) || null,
    instrument.issuedOn,
    instrument.title,
    words && (tree.direction === 'implementers' ? words.active : words.passive),
    each.parentId === null ? null : (names.get(each.parentId) ?? null),
    status && edgeStatusWording(status),
    validityWording(instrument.validity),
    instrument.heldDocumentId === null ? 'Chưa có' : 'Có',
    evidence?.quote ?? null,
    evidence?.page ?? null,
  ]
}

const namesOf = (instruments: readonly Instrument[]): string =>
  instruments
    .map((each) => [instrumentName(each), formatDate(each.issuedOn)].filter(Boolean).join(', '))
    .join('\n')

/** «Kế hoạch 41-KH/BDVTU, ngày 23/11/2021, Ban Dân vận Tỉnh ủy Lạng Sơn: …» */
function describe(instrument: Instrument): string {
  const { issuedOn, issuer, title, number } = instrument
  const facts = [instrumentName(instrument), issuedOn && `ngày ${formatDate(issuedOn)}`, issuer]
    .filter(Boolean)
    .join(', ')
  return number !== null && title ? `${facts}: ${title}` : facts
}
