/** `chido export graph` and `chido export register`: the library in, a file for Gephi, Excel or another program out. */
import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { fail } from '../../../shared/contract/result.ts'
import { GRAPH_FORMATS, type GraphFormat, type Written } from '../../../shared/contract/tracing.ts'
import { formatCount } from '../../../shared/wording/dates.ts'
import { type AddCommand, type CommandSetting, day, wholeNumber } from '../command.ts'
import { unwrap } from '../exit.ts'
import { type OpenLibrary, withLibrary } from '../library.ts'

interface GraphOptions {
  readonly format: GraphFormat
  readonly out: string
  readonly from?: string
  readonly date?: string
  readonly direction: 'implementers' | 'sources'
  readonly depth: number
}

/** Adds `chido export graph`. */
export const exportGraphCommand: AddCommand = (program, settingOf) =>
  exportGroup(program)
    .command('graph')
    .description('đồ thị viện dẫn cho Gephi, Graphviz hoặc chương trình khác')
    .addOption(new Option('--format <format>', 'dạng tệp').choices(GRAPH_FORMATS).makeOptionMandatory())
    .requiredOption('--out <file>', 'tệp ghi ra')
    .option('--from <number>', 'chỉ những văn bản nối với văn bản mang số này')
    .option('--date <day>', 'ngày ban hành, khi một số chỉ nhiều văn bản', day)
    .addOption(
      new Option('--direction <direction>', 'xuôi hay ngược, cùng với --from')
        .choices(['implementers', 'sources'])
        .default('implementers'),
    )
    .option('--depth <n>', 'số bậc, cùng với --from', wholeNumber(1), 6)
    .action(async (options: GraphOptions, command) => {
      const setting = settingOf(command)
      const written = await withLibrary({ folder: setting.folder, access: 'read' }, async (library) => {
        const selection =
          options.from === undefined ? undefined : await threadOf(library, options.from, options)
        return library.call('export.graph', {
          format: options.format,
          out: resolve(options.out),
          ...(selection && { selection }),
        })
      })
      report(setting, written)
    })

/** Adds `chido export register`. */
export const exportRegisterCommand: AddCommand = (program, settingOf) =>
  exportGroup(program)
    .command('register')
    .description('sổ văn bản: mọi văn bản trong kho')
    .addOption(new Option('--format <format>', 'dạng tệp').choices(['xlsx', 'csv']).makeOptionMandatory())
    .requiredOption('--out <file>', 'tệp ghi ra')
    .action(async (options: { format: 'xlsx' | 'csv'; out: string }, command) => {
      const setting = settingOf(command)
      const written = await withLibrary({ folder: setting.folder, access: 'read' }, (library) =>
        library.call('export.register', { format: options.format, out: resolve(options.out) }),
      )
      report(setting, written)
    })

/** All of them hang under one `export`. */
export function exportGroup(program: Command): Command {
  return (
    program.commands.find((command) => command.name() === 'export') ??
    program.command('export').description('ghi đồ thị, sổ văn bản hoặc bản gốc ra tệp')
  )
}

async function threadOf(library: OpenLibrary, number: string, options: GraphOptions) {
  const found = await library.call('instruments.find', {
    number,
    ...(options.date && { date: options.date }),
  })
  const [root] = found
  if (!root) return unwrap<never>(fail('not_found', number))
  if (found.length > 1) return unwrap<never>(fail('ambiguous', number))
  return { instrumentId: root.id, direction: options.direction, depth: options.depth }
}

function report({ terminal, language }: CommandSetting, { written, rows, also }: Written): void {
  terminal.show({ written, rows, ...(also.length > 0 && { also }) }, () => [
    `Đã ghi ${formatCount(rows, language)} dòng vào ${[written, ...also].join(' và ')}.`,
  ])
}
