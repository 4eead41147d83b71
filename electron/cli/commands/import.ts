/** `chido import`: files and folders in, what became of each out. */
import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { Option } from 'commander'
import type { ImportItem, ImportJob } from '../../../shared/contract/views.ts'
import { formatAmount } from '../../../shared/wording/dates.ts'
import { itemFailureSentence } from '../../../shared/wording/errors.ts'
import { importItemWording } from '../../../shared/wording/imports.ts'
import { type AddCommand, wholeNumber } from '../command.ts'
import { EXIT } from '../exit.ts'
import { type OpenLibrary, withLibrary } from '../library.ts'
import { bar } from '../terminal.ts'

/** Items fetched from the library at a time. */
const PAGE = 1000

interface ImportOptions {
  readonly ocr: 'auto' | 'never' | 'force'
  readonly watch?: boolean
  readonly jobs?: number
  readonly dossiers?: boolean
}

/** Adds the command. */
export const importCommand: AddCommand = (program, settingOf) =>
  program
    .command('import')
    .description('nhập tệp và thư mục vào kho')
    .argument('<path...>', 'tệp hoặc thư mục')
    .addOption(
      new Option('--ocr <choice>', 'nhận dạng trang ảnh').choices(['auto', 'never', 'force']).default('auto'),
    )
    .option('--watch', 'sau đó theo dõi các thư mục, nhập tệp mới cho tới khi nhấn Ctrl-C')
    .addOption(
      new Option('--dossiers', 'mỗi thư mục nhập vào, cùng các thư mục con, thành một hồ sơ').conflicts(
        'watch',
      ),
    )
    .option('--jobs <n>', 'số tệp đọc cùng lúc', wholeNumber(1))
    .action(async (given: string[], options: ImportOptions, command) => {
      const { folder, terminal, language, finish } = settingOf(command)
      const startedAt = performance.now()
      const paths = given.map((path) => resolve(path))
      const items = await withLibrary(
        { folder, access: 'write', create: true, jobs: options.jobs },
        (library) => {
          const progress = (line: string): void => terminal.progress(line)
          return options.watch
            ? watchAndImport(library, paths, options, progress)
            : runImport(library, paths, options, progress)
        },
      )
      terminal.endProgress()
      const seconds = (performance.now() - startedAt) / 1000
      const imported = items.filter(({ state }) => state === 'imported')
      const duplicates = items.filter(({ state }) => state === 'duplicate')
      const opened = items.filter(({ state }) => state === 'opened')
      const failed = items
        .filter(({ state }) => state === 'failed' || state === 'cancelled')
        .map((item) => ({
          path: item.path,
          code: item.failure?.code ?? ('cancelled' as const),
          message: itemFailureSentence(item, language),
        }))
      terminal.show(
        {
          imported: imported.map(({ path, documentId, seconds }) => ({ path, documentId, seconds })),
          duplicates: duplicates.map(({ path, documentId }) => ({ path, documentId })),
          failed,
          seconds,
        },
        () => [
          ...imported.map(({ path, title }) => `+ ${path}${title ? `  ${title}` : ''}`),
          ...duplicates.map(({ path }) => `= ${path}  (đã có trong kho)`),
          ...opened.map((item) => `~ ${item.path}  (${importItemWording(item, language)})`),
          ...failed.map(({ message }) => `! ${message}`),
          `Đã nhập ${imported.length}, trùng ${duplicates.length}, không đọc được ${failed.length}; ${formatAmount(seconds, language)} giây.`,
        ],
      )
      if (failed.length > 0) finish(EXIT.someFailed)
    })

/** Imports files at once, then what folders hold and what comes into them, until Ctrl-C. */
async function watchAndImport(
  library: OpenLibrary,
  paths: readonly string[],
  options: ImportOptions,
  progress: (line: string) => void,
): Promise<ImportItem[]> {
  const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory()
  const files = paths.filter((path) => !isFolder(path))
  const items = files.length > 0 ? await runImport(library, files, options, progress) : []
  const { promise: interrupted, resolve: interrupt } = Promise.withResolvers<void>()
  library.on('import.item', ({ item }) => {
    items.push(item)
    progress(`${items.length} tệp; vừa xong: ${item.path}`)
  })
  process.once('SIGINT', () => interrupt())
  for (const folder of paths.filter(isFolder)) await library.call('watch.add', { folder, isTemporary: true })
  progress('Đang theo dõi; nhấn Ctrl-C để dừng.')
  await interrupted
  return items
}

/** Runs one import to its end; Ctrl-C cancels it, keeping what is done. */
async function runImport(
  library: OpenLibrary,
  paths: string[],
  options: ImportOptions,
  progress: (line: string) => void,
): Promise<ImportItem[]> {
  const { promise, resolve: finished } = Promise.withResolvers<void>()
  let jobId: number | null = null
  const isOver = (job: ImportJob): boolean =>
    job.id === jobId && (job.state === 'finished' || job.state === 'cancelled')
  library.on('import.progress', (job) => {
    if (job.id !== jobId) return
    const pages = job.pages && job.pages.total > 1 ? ` (trang ${job.pages.finished}/${job.pages.total})` : ''
    progress(
      `${bar(job.total === 0 ? 0 : job.done / job.total)} ${job.done}/${job.total}  ${job.current ?? ''}${pages}`,
    )
    if (isOver(job)) finished()
  })
  ;({ jobId } = await library.call('import.start', {
    paths,
    ocr: options.ocr,
    dossiers: options.dossiers ? 'folders' : 'none',
  }))
  const id = jobId
  // A second Ctrl-C ends the program at once, since this handler is gone by then.
  const cancel = (): void => {
    void library.call('import.cancel', { jobId: id })
  }
  process.once('SIGINT', cancel)
  try {
    if (!(await library.call('import.jobs', {})).some(isOver)) await promise
  } finally {
    process.off('SIGINT', cancel)
  }
  const items: ImportItem[] = []
  for (let offset = 0; ; offset += PAGE) {
    const page = await library.call('import.items', { jobId: id, offset, limit: PAGE })
    items.push(...page.items)
    if (items.length >= page.total || page.items.length === 0) return items
  }
}
