/** `chido missing`: instruments cited but not held out, most cited first. */

import { formatDate } from '../../../shared/wording/dates.ts'
import { printedNumber } from '../../../shared/wording/instruments.ts'
import { type AddCommand, wholeNumber } from '../command.ts'
import { withLibrary } from '../library.ts'
import { table } from '../terminal.ts'

/** Adds the command. */
export const missingCommand: AddCommand = (program, settingOf) =>
  program
    .command('missing')
    .description('văn bản được viện dẫn nhưng chưa có trong kho')
    .option('--limit <n>', 'số dòng', wholeNumber(1), 100)
    .action(async ({ limit }: { limit: number }, command) => {
      const { folder, terminal } = settingOf(command)
      const { total, items } = await withLibrary({ folder, access: 'read' }, (library) =>
        library.call('instruments.missing', { limit }),
      )
      terminal.show(items, () => [
        ...table(
          [
            { heading: 'Được dẫn', width: 8, isRight: true },
            { heading: 'Số, ký hiệu', width: 22 },
            { heading: 'Ngày', width: 10 },
            { heading: 'Cơ quan ban hành', width: 40 },
            { heading: 'Trích yếu', width: 70 },
          ],
          items.map((item) => [
            String(item.citedBy),
            printedNumber(item),
            formatDate(item.issuedOn),
            item.issuer ?? '—',
            item.title ?? '—',
          ]),
        ),
        `${items.length}/${total} văn bản chưa có trong kho`,
      ])
    })
