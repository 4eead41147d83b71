/** `chido synonyms`: phrases search takes for the same, listed, added and removed. */
import type { AddCommand } from '../command.ts'
import { withLibrary } from '../library.ts'
import { table } from '../terminal.ts'

const BETWEEN = ' = '
const NUMBER = /^[1-9]\d{0,8}$/ // «12»

/** Adds the command. */
export const synonymsCommand: AddCommand = (program, settingOf) =>
  program
    .command('synonyms')
    .description('các cách gọi được tìm như nhau')
    .argument('[action]', 'list | add | remove', 'list')
    .argument('[words...]', 'add: từ hai cách gọi trở lên; remove: số của một nhóm')
    .addHelpText('after', '\nVí dụ: chido synonyms add "bìa hồng" "sổ đỏ"')
    .action(async (action: string, words: string[], _options, command) => {
      const { folder, terminal } = settingOf(command)
      if (action === 'list') {
        const groups = await withLibrary({ folder, access: 'read' }, (library) =>
          library.call('search.synonyms', {}),
        )
        terminal.show(groups, () =>
          table(
            [
              { heading: 'Số', width: 6 },
              { heading: 'Các cách gọi', width: 110 },
            ],
            [
              ...groups.own.map(({ id, phrases }) => [String(id), phrases.join(BETWEEN)]),
              ...groups.shipped.map((phrases) => ['có sẵn', phrases.join(BETWEEN)]),
            ],
          ),
        )
      } else if (action === 'add') {
        if (words.length < 2) command.error('add: cần từ hai cách gọi trở lên')
        const added = await withLibrary({ folder, access: 'write' }, (library) =>
          library.call('search.saveSynonym', { phrases: words }),
        )
        terminal.show(added, () => [`Đã thêm nhóm ${added.id}: ${words.join(BETWEEN)}`])
      } else if (action === 'remove') {
        const [id = ''] = words
        if (words.length !== 1 || !NUMBER.test(id)) command.error('remove: cần số của một nhóm')
        await withLibrary({ folder, access: 'write' }, (library) =>
          library.call('search.removeSynonym', { id: Number(id) }),
        )
        terminal.show({ removed: Number(id) }, () => [`Đã bỏ nhóm ${id}`])
      } else command.error(`không có «${action}»: dùng list, add hoặc remove`)
    })
