/** The terminal's words in, one command run, its exit code out. */
import { type Command, CommanderError, Option } from 'commander'
import { ExpectedFailure } from '../../shared/contract/result.ts'
import { failureSentence } from '../../shared/wording/errors.ts'
import type { Language } from '../../shared/wording/language.ts'
import type { CommandSetting } from './command.ts'
import { auditCommand } from './commands/audit.ts'
import { exportGraphCommand, exportRegisterCommand } from './commands/export.ts'
import { exportOriginalsCommand } from './commands/exportOriginals.ts'
import { importCommand } from './commands/import.ts'
import { listCommand } from './commands/list.ts'
import {
  backupCommand,
  reindexCommand,
  restoreCommand,
  statsCommand,
  verifyCommand,
} from './commands/maintenance.ts'
import { missingCommand } from './commands/missing.ts'
import { reviewCommand } from './commands/review.ts'
import { scanCommand } from './commands/scan.ts'
import { searchCommand } from './commands/search.ts'
import { showCommand } from './commands/show.ts'
import { synonymsCommand } from './commands/synonyms.ts'
import { traceCommand } from './commands/trace.ts'
import { EXIT, exitCodeOf } from './exit.ts'
import { createProgram, usageSentence } from './help.ts'
import { libraryFolder } from './library.ts'
import { createTerminal } from './terminal.ts'

const COMMANDS = [
  scanCommand,
  importCommand,
  listCommand,
  showCommand,
  searchCommand,
  synonymsCommand,
  traceCommand,
  missingCommand,
  reviewCommand,
  auditCommand,
  exportGraphCommand,
  exportRegisterCommand,
  exportOriginalsCommand,
  verifyCommand,
  backupCommand,
  restoreCommand,
  reindexCommand,
  statsCommand,
]

interface CommonOptions {
  readonly library?: string
  readonly json?: boolean
  readonly lang: Language
  readonly debug?: boolean
}

function build(): Command {
  const program = createProgram('chido')
    .description('Chỉ Đỏ: đọc, nối và tìm văn bản của Đảng và Nhà nước, không cần mạng')
    // Common to all commands: read wherever they stand, before the command or behind it.
    .option('--library <folder>', 'thư mục kho (mặc định: biến CHIDO_LIBRARY, rồi kho mặc định)')
    .option('--json', 'in đúng một giá trị JSON ra đầu ra chuẩn')
    .addOption(new Option('--lang <lang>', 'ngôn ngữ').choices(['vi', 'en']).default('vi'))
    .option('--debug', 'in cả vết lỗi')
  for (const add of COMMANDS) add(program, settingOf)
  return program
}

function settingOf(command: Command): CommandSetting {
  const options = command.optsWithGlobals<CommonOptions>()
  return {
    folder: libraryFolder(options.library),
    language: options.lang,
    terminal: createTerminal(options.json ?? false),
    finish: (code) => {
      process.exitCode = code
    },
  }
}

/** Says what went wrong in one sentence; a bug says so and keeps its trace for `--debug`. */
function report(error: unknown, isDebugging: boolean, language: Language): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.done
    // The overview of a group of commands, asked for by its bare name, says enough.
    if (error.code !== 'commander.help') process.stderr.write(`${usageSentence(error, language)}\n`)
    return EXIT.usage
  }
  if (error instanceof ExpectedFailure) {
    const detail = isDebugging && error.failure.detail ? ` (${error.failure.detail})` : ''
    process.stderr.write(`${failureSentence(error.failure, language)}${detail}\n`)
    return exitCodeOf(error.failure)
  }
  const trace = error instanceof Error && isDebugging ? error.stack : String(error)
  process.stderr.write(`Lỗi của chương trình: ${trace}\n`)
  return EXIT.someFailed
}

const words = process.argv.slice(2)
// A closed pipe (`chido list | head`) is no error: the reader has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done)
  throw error
})
try {
  await build().parseAsync(words, { from: 'user' })
} catch (error) {
  process.exitCode = report(error, words.includes('--debug'), words.includes('en') ? 'en' : 'vi')
}
