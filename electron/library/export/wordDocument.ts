/** Paragraphs and tables come in, a Word file in the measures of Vietnamese office papers goes out. */
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Span } from '../../../shared/contract/document.ts'
import type { Result } from '../../../shared/contract/result.ts'
import { writeWhole } from './writeWhole.ts'

/** How a line looks; sizes in points. */
export interface LineLook {
  readonly isBold?: boolean
  readonly isItalic?: boolean
  readonly size?: number
  readonly align?: 'left' | 'center' | 'right' | 'both'
  /** Left indent in millimetres. */
  readonly indentMm?: number
  /** Indent of the first line in millimetres. */
  readonly firstLineMm?: number
  /** Space before, in points. */
  readonly before?: number
  readonly isKeptWithNext?: boolean
  /** Words of the text in bold, UTF-16 offsets. */
  readonly marked?: Span
}

/** Body size of office papers: 13–14 points (Nghị định 30/2020; Hướng dẫn 36-HD/VPTW). */
const BODY_SIZE = 14
const FONT = 'Times New Roman'
/** A4 with the margins both rules allow. */
const PAGE = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 } as const

/** A page part: what a document is put together from. */
export type WordPart = Paragraph | Table

/** One paragraph. A line break in the text stays one. */
export function line(text: string, look: LineLook = {}): Paragraph {
  return new Paragraph({
    alignment: ALIGNMENTS[look.align ?? 'left'],
    keepNext: look.isKeptWithNext ?? false,
    spacing: { before: (look.before ?? 3) * 20, after: 0 },
    indent: {
      left: convertMillimetersToTwip(look.indentMm ?? 0),
      firstLine: convertMillimetersToTwip(look.firstLineMm ?? 0),
    },
    children: piecesOf(text, look.marked).flatMap(({ piece, isMarked }) =>
      writable(piece)
        .split('\n')
        .map(
          (part, index) =>
            new TextRun({
              text: part,
              break: index === 0 ? 0 : 1,
              bold: isMarked || (look.isBold ?? false),
              italics: look.isItalic ?? false,
              size: (look.size ?? BODY_SIZE) * 2,
            }),
        ),
    ),
  })
}

const piecesOf = (text: string, marked: Span | undefined): { piece: string; isMarked: boolean }[] =>
  marked === undefined
    ? [{ piece: text, isMarked: false }]
    : [
        { piece: text.slice(0, marked.start), isMarked: false },
        { piece: text.slice(marked.start, marked.end), isMarked: true },
        { piece: text.slice(marked.end), isMarked: false },
      ]

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.JUSTIFIED,
} as const

/** XML has no way to write control characters. */
const writable = (text: string): string => text.replace(/[^\t\n\P{Cc}]/gu, ' ')

/** A table of the page's width; the heading row comes again on every page. Widths are shares. */
export function table(
  columns: readonly { readonly heading: string; readonly share: number }[],
  rows: readonly (readonly string[])[],
): Table {
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  const usable = convertMillimetersToTwip(PAGE.width - PAGE.left - PAGE.right)
  const widths = columns.map(({ share }) => Math.floor((usable * share) / total))
  const cell = (text: string, index: number, isHeading: boolean): TableCell =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      verticalAlign: isHeading ? VerticalAlign.CENTER : VerticalAlign.TOP,
      margins: { left: 80, right: 80, top: 40, bottom: 40 },
      children: [
        line(text, { size: 12, isBold: isHeading, align: isHeading ? 'center' : 'left', before: 0 }),
      ],
    })
  return new Table({
    columnWidths: widths,
    width: { size: usable, type: WidthType.DXA },
    rows: [
      new TableRow({
        tableHeader: true,
        children: columns.map(({ heading }, index) => cell(heading, index, true)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: columns.map((_, index) => cell(row[index] ?? '', index, false)),
          }),
      ),
    ],
  })
}

/** Two blocks side by side without lines: a letterhead, a signature. */
export function sideBySide(left: readonly Paragraph[], right: readonly Paragraph[], leftShare = 0.45): Table {
  const usable = convertMillimetersToTwip(PAGE.width - PAGE.left - PAGE.right)
  const widths = [Math.floor(usable * leftShare), Math.ceil(usable * (1 - leftShare))]
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
  const borders = {
    top: none,
    bottom: none,
    left: none,
    right: none,
    insideHorizontal: none,
    insideVertical: none,
  }
  return new Table({
    columnWidths: widths,
    width: { size: usable, type: WidthType.DXA },
    borders,
    rows: [
      new TableRow({
        children: [left, right].map(
          (children, index) =>
            new TableCell({
              width: { size: widths[index] ?? 0, type: WidthType.DXA },
              children: [...children],
            }),
        ),
      }),
    ],
  })
}

/** Writes the file, pages numbered. */
export async function writeWordDocument(
  path: string,
  title: string,
  parts: readonly WordPart[],
): Promise<Result<string>> {
  const document = new Document({
    title,
    creator: 'Chỉ Đỏ',
    styles: { default: { document: { run: { font: FONT, size: BODY_SIZE * 2 } } } },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: convertMillimetersToTwip(PAGE.width),
              height: convertMillimetersToTwip(PAGE.height),
            },
            margin: {
              top: convertMillimetersToTwip(PAGE.top),
              bottom: convertMillimetersToTwip(PAGE.bottom),
              left: convertMillimetersToTwip(PAGE.left),
              right: convertMillimetersToTwip(PAGE.right),
            },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT], size: 24 })],
              }),
            ],
          }),
        },
        children: [...parts],
      },
    ],
  })
  return writeWhole(path, [await Packer.toBuffer(document)])
}
