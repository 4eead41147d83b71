/** `chido review`: what a person should look at out. */
import { reviewKindWording, warningTitle } from '../../../shared/wording/warnings.ts'
import { type AddCommand, wholeNumber } from '../command.ts'
import { withLibrary } from '../library.ts'
import { table } from '../terminal.ts'

/** Adds the command. */
export const reviewCommand: AddCommand = (program, settingOf) =>
  program
    .command('review')
    .description('những điều cần người xem lại')
    .option('--limit <n>', 'số dòng', wholeNumber(1), 100)
    .action(async ({ limit }: { limit: number }, command) => {
      const { folder, terminal, language } = settingOf(command)
      const { total, items } = await withLibrary({ folder, access: 'read' }, (library) =>
        library.call('review.list', { limit }),
      )
      terminal.show({ total, items }, () => [
        ...table(
          [
            { heading: 'Loại', width: 24 },
            { heading: 'Văn bản', width: 44 },
            { heading: 'Nội dung', width: 80 },
            { heading: 'Gợi ý', width: 30 },
          ],
          items.map((item) => [
            warningTitle(item.code, language) ?? reviewKindWording(item.kind, language),
            `[${item.documentId}] ${item.documentTitle}`,
            item.message || item.quote || '',
            item.suggestion ?? '',
          ]),
        ),
        `${items.length}/${total} điều cần xem`,
      ])
    })
