/** `chido export originals`: filters and a pattern in, verified copies of originals under readable names out. */
import { resolve } from 'node:path'
import { NAME_FIELDS } from '../../../shared/documents/readableNames.ts'
import { formatCount } from '../../../shared/wording/dates.ts'
import { failureSentence } from '../../../shared/wording/errors.ts'
import { type AddCommand, collect, day } from '../command.ts'
import { EXIT } from '../exit.ts'
import { kindName } from '../kindName.ts'
import { type OpenLibrary, withLibrary } from '../library.ts'
import { bar } from '../terminal.ts'
import { exportGroup } from './export.ts'

interface OriginalsOptions {
  readonly out: string
  readonly pattern: string
  readonly kind?: string[]
  readonly issuer?: string[]
  readonly dossier?: string[]
  readonly from?: string
  readonly to?: string
}

/** Adds the command. */
export const exportOriginalsCommand: AddCommand = (program, settingOf) =>
  exportGroup(program)
    .command('originals')
    .description('bản gốc, chép ra dưới tên dễ đọc, kèm danh mục Excel; không ghi đè tệp nào')
    .requiredOption('--out <folder>', 'thư mục ghi ra')
    .option(
      '--pattern <pattern>',
      `mẫu tên, dấu / tách thư mục; các trường: ${NAME_FIELDS.map((field) => `{${field}}`).join(' ')}`,
      '{date} {number} {kind} {title}',
    )
    .option('--kind <kind>', 'loại: KH, «Kế hoạch»… (lặp lại được)', collect)
    .option('--issuer <name>', 'cơ quan ban hành (lặp lại được)', collect)
    .option('--dossier <name>', 'hồ sơ (lặp lại được)', collect)
    .option('--from <day>', 'từ ngày', day)
    .option('--to <day>', 'đến ngày', day)
    .action(async (options: OriginalsOptions, command) => {
      const { folder, terminal, language, finish } = settingOf(command)
      const report = await withLibrary({ folder, access: 'read' }, (library) =>
        run(library, options, language, (line) => terminal.progress(line)),
      )
      terminal.endProgress()
      const failed = report.failed.map(({ documentId, failure }) => ({
        documentId,
        code: failure?.code ?? 'internal',
        message: failure ? failureSentence(failure, language) : '',
      }))
      terminal.show({ ...report, failed }, () => [
        ...failed.map(({ message }) => `! ${message}`),
        `Đã xuất ${formatCount(report.written, language)} tệp, có sẵn ${formatCount(report.alreadyThere, language)}, lỗi ${formatCount(failed.length, language)}, trên ${formatCount(report.total, language)}.`,
        `Danh mục: ${report.manifest}`,
      ])
      if (failed.length > 0 || report.isCancelled) finish(EXIT.someFailed)
    })

/** Runs the export to its end; Ctrl-C stops it after the files being copied, and the same command goes on from there. */
async function run(
  library: OpenLibrary,
  { out, pattern, kind, issuer, dossier, from, to }: OriginalsOptions,
  language: 'vi' | 'en',
  progress: (line: string) => void,
) {
  library.on('originals.progress', ({ done, total }) =>
    progress(`${bar(total === 0 ? 1 : done / total)} ${done}/${total}`),
  )
  const cancel = (): void => {
    void library.call('documents.cancelExportOriginals', {})
  }
  process.once('SIGINT', cancel)
  try {
    return await library.call('documents.exportOriginals', {
      documents: {
        filter: {
          ...(kind && { kind: kind.map(kindName) }),
          ...(issuer && { issuer }),
          ...(dossier && { dossier }),
          ...(from && { from }),
          ...(to && { to }),
        },
      },
      pattern,
      folder: resolve(out),
      language,
    })
  } finally {
    process.off('SIGINT', cancel)
  }
}
