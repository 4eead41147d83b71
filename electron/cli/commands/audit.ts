/** `chido audit`: a draft in, each of its citations held against the library out; nothing is imported. */
import { resolve } from 'node:path'
import type { AuditItem } from '../../../shared/contract/tracing.ts'
import { formatDate } from '../../../shared/wording/dates.ts'
import type { Language } from '../../../shared/wording/language.ts'
import { auditProblemWording, auditStateWording } from '../../../shared/wording/tracing.ts'
import { type AddCommand, day } from '../command.ts'
import { withLibrary } from '../library.ts'
import { table } from '../terminal.ts'

/** Adds the command. */
export const auditCommand: AddCommand = (program, settingOf) =>
  program
    .command('audit')
    .description('rà soát viện dẫn của một dự thảo: có trong kho, còn hiệu lực, đúng ngày, đúng cơ quan')
    .argument('<file>', 'tệp dự thảo')
    .option('--as-at <day>', 'xét hiệu lực đến ngày này (mặc định: ngày của dự thảo, rồi hôm nay)', day)
    .option('--out <file>', 'ghi báo cáo Word (.docx)')
    .action(async (file: string, options: { asAt?: string; out?: string }, command) => {
      const { folder, terminal, language } = settingOf(command)
      const request = { path: resolve(file), ...(options.asAt && { asAt: options.asAt }) }
      await withLibrary({ folder, access: 'read' }, async (library) => {
        const audit = await library.call('audit.file', request)
        if (options.out) await library.call('export.audit', { ...request, out: resolve(options.out) })
        terminal.show(audit, () => describeItems(audit.items, audit.asAt, language))
      })
    })

function describeItems(items: readonly AuditItem[], asAt: string, language: Language): string[] {
  const troubled = items.filter(({ problems }) => problems.length > 0)
  return [
    ...table(
      [
        { heading: 'Trang', width: 5, isRight: true },
        { heading: 'Viện dẫn', width: 24 },
        { heading: 'Ngày', width: 10 },
        { heading: 'Kết quả', width: 70 },
      ],
      items.map((item) => [
        String(item.page),
        item.citation.raw,
        formatDate(item.citation.date),
        [
          auditStateWording(item.state, language),
          ...item.problems.map((problem) => auditProblemWording(problem, language)),
        ].join('; '),
      ]),
    ),
    ...troubled.flatMap(({ citation, suggestion }) =>
      suggestion === null ? [] : [`  ${citation.raw} → ${suggestion}`],
    ),
    `${items.length} viện dẫn, ${troubled.length} cần xem lại (xét đến ngày ${formatDate(asAt)})`,
  ]
}
