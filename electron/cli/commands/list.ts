/** `chido list`: filters in, the documents of the library out. */
import type { DocumentRow } from '../../../shared/contract/views.ts'
import { fullNumber } from '../../../shared/documents/fullNumber.ts'
import { formatCount, formatDate } from '../../../shared/wording/dates.ts'
import { type AddCommand, collect, day, wholeNumber } from '../command.ts'
import { kindName } from '../kindName.ts'
import { withLibrary } from '../library.ts'
import { table } from '../terminal.ts'

interface ListOptions {
  readonly kind?: string[]
  readonly issuer?: string[]
  readonly dossier?: string[]
  readonly from?: string
  readonly to?: string
  readonly limit: number
  readonly offset: number
}

/** Adds the command. */
export const listCommand: AddCommand = (program, settingOf) =>
  program
    .command('list')
    .description('liệt kê văn bản trong kho')
    .option('--kind <kind>', 'loại: KH, «Kế hoạch»… (lặp lại được)', collect)
    .option('--issuer <name>', 'cơ quan ban hành (lặp lại được)', collect)
    .option('--dossier <name>', 'hồ sơ, kể cả hồ sơ bên trong (lặp lại được)', collect)
    .option('--from <day>', 'từ ngày', day)
    .option('--to <day>', 'đến ngày', day)
    .option('--limit <n>', 'số dòng', wholeNumber(1), 100)
    .option('--offset <n>', 'bỏ qua số dòng đầu', wholeNumber(0), 0)
    .action(async (options: ListOptions, command) => {
      const { folder, terminal, language } = settingOf(command)
      const { total, documents } = await withLibrary({ folder, access: 'read' }, (library) =>
        library.call('documents.list', {
          filter: {
            ...(options.kind && { kind: options.kind.map(kindName) }),
            ...(options.issuer && { issuer: options.issuer }),
            ...(options.dossier && { dossier: options.dossier }),
            ...(options.from && { from: options.from }),
            ...(options.to && { to: options.to }),
          },
          limit: options.limit,
          offset: options.offset,
        }),
      )
      terminal.show({ total, documents }, () => [
        ...table(
          [
            { heading: 'Mã', width: 6, isRight: true },
            { heading: 'Số, ký hiệu', width: 20 },
            { heading: 'Ngày', width: 10 },
            { heading: 'Loại', width: 14 },
            { heading: 'Trích yếu', width: 60 },
            { heading: 'Cơ quan ban hành', width: 34 },
            { heading: 'Dẫn', width: 4, isRight: true },
          ],
          documents.map(cells),
        ),
        `${formatCount(documents.length, language)}/${formatCount(total, language)} văn bản`,
      ])
    })

const cells = (document: DocumentRow): string[] => [
  String(document.id),
  fullNumber(document) ?? '—',
  formatDate(document.issuedOn),
  document.kind ?? '—',
  document.title ?? document.fileName,
  document.issuer ?? '—',
  String(document.citationCount),
]
