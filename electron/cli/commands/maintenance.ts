/** `chido stats`, `verify`, `backup`, `restore` and `reindex`: the library as a whole in, its counts and condition out. */
import { resolve } from 'node:path'
import { formatAmount, formatBytes, formatCount } from '../../../shared/wording/dates.ts'
import { restoreLibrary } from '../../library/backup.ts'
import type { AddCommand } from '../command.ts'
import { EXIT, unwrap } from '../exit.ts'
import { withLibrary } from '../library.ts'

/** Adds `chido stats`. */
export const statsCommand: AddCommand = (program, settingOf) =>
  program
    .command('stats')
    .description('số liệu của kho')
    .action(async (_options, command) => {
      const { folder, terminal, language } = settingOf(command)
      const stats = await withLibrary({ folder, access: 'read' }, (library) =>
        library.call('library.statistics', {}),
      )
      terminal.show(stats, () => [
        `Văn bản: ${formatCount(stats.documents, language)} (${formatCount(stats.pages, language)} trang)`,
        `Văn bản được biết: ${formatCount(stats.instruments, language)}, trong đó chưa có trong kho ${formatCount(stats.citedOnlyInstruments, language)}`,
        `Viện dẫn: ${formatCount(stats.citations, language)}; quan hệ: ${formatCount(stats.edges, language)}`,
        `Cơ sở dữ liệu: ${formatBytes(stats.databaseBytes, language)}`,
      ])
    })

/** Adds `chido verify`. */
export const verifyCommand: AddCommand = (program, settingOf) =>
  program
    .command('verify')
    .description('kiểm tra kho: cơ sở dữ liệu, tệp gốc, chỉ mục')
    .action(async (_options, command) => {
      const { folder, terminal, finish } = settingOf(command)
      const report = await withLibrary({ folder, access: 'read' }, (library) =>
        library.call('library.verify', {}),
      )
      terminal.show(report, () =>
        report.ok
          ? ['Kho nguyên vẹn.']
          : report.problems.map(({ subject, message }) => `! ${subject}: ${message}`),
      )
      if (!report.ok) finish(EXIT.someFailed)
    })

/** Adds `chido backup`. */
export const backupCommand: AddCommand = (program, settingOf) =>
  program
    .command('backup')
    .description('sao lưu cả kho vào một thư mục mới')
    .argument('<target>', 'thư mục sao lưu, chưa có')
    .action(async (target: string, _options, command) => {
      const { folder, terminal, language } = settingOf(command)
      const written = await withLibrary({ folder, access: 'read' }, (library) =>
        library.call('library.backup', { target: resolve(target) }),
      )
      terminal.show(written, () => [
        `Đã sao lưu ${formatCount(written.documents, language)} văn bản vào ${written.written} (${formatBytes(written.bytes, language)}).`,
      ])
    })

/** Adds `chido restore`. */
export const restoreCommand: AddCommand = (program, settingOf) =>
  program
    .command('restore')
    .description('dựng lại một kho từ bản sao lưu')
    .argument('<backup>', 'thư mục sao lưu')
    .argument('<folder>', 'thư mục kho mới, chưa có')
    .action(async (backup: string, folder: string, _options, command) => {
      const { terminal, language } = settingOf(command)
      const written = unwrap(await restoreLibrary(resolve(backup), resolve(folder)))
      terminal.show(written, () => [
        `Đã dựng lại ${formatCount(written.documents, language)} văn bản vào ${written.written}.`,
      ])
    })

/** Adds `chido reindex`. */
export const reindexCommand: AddCommand = (program, settingOf) =>
  program
    .command('reindex')
    .description('dựng lại chỉ mục tìm kiếm từ văn bản đã lưu')
    .action(async (_options, command) => {
      const { folder, terminal } = settingOf(command)
      const done = await withLibrary({ folder, access: 'write' }, (library) =>
        library.call('library.reindex', {}),
      )
      terminal.show(done, () => [
        `Đã dựng lại chỉ mục của ${done.documents} văn bản trong ${formatAmount(done.seconds)} giây.`,
      ])
    })
