/** Takes the sample documents, shows the main job through the command line: import, list, citations, search, trace. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runProgram } from './runProgram.ts'

const STEP_LIMIT_MS = 5 * 60_000

/** One step of the tour: what it shows, and the command a person would type for it. */
interface TourStep {
  readonly title: string
  readonly command: readonly string[]
}

/** The steps, over a folder of documents. */
export function tourSteps(samples: string): readonly TourStep[] {
  return [
    { title: '1. Nhập tài liệu mẫu', command: ['import', samples] },
    { title: '2. Các văn bản trong kho', command: ['list'] },
    { title: '3. Viện dẫn tìm thấy trong một văn bản', command: ['show', '118-BC/HU'] },
    { title: '4. Tìm không cần dấu', command: ['search', '"dan van kheo"', '--limit', '5'] },
    {
      title: '5. Cây triển khai Nghị quyết 25-NQ/TW',
      command: ['trace', '25-NQ/TW', '--date', '2013-06-03'],
    },
    { title: '6. Văn bản được dẫn nhưng chưa có trong kho', command: ['missing', '--limit', '5'] },
  ]
}

/**
 * Runs the tour in a temporary library, which is removed afterwards. Gives 0 when every step ended well; a step
 * that fails is told with its exit code and the tour goes on.
 */
export async function runTerminalTour(checkout: string, say: (line: string) => void): Promise<number> {
  const samples = path.join(checkout, 'resources', 'samples')
  const commandLine = path.join(checkout, 'electron', 'cli', 'main.ts')
  const temporary = await mkdtemp(path.join(tmpdir(), 'chi-do-'))
  const library = path.join(temporary, 'kho-mau')
  let failures = 0
  try {
    say(`${(await readdir(samples)).length} tài liệu mẫu; kho tạm: ${library}`)
    for (const step of tourSteps(samples)) {
      say(`\n── ${step.title}\n$ chido ${step.command.map(asTyped).join(' ')}`)
      const outcome = await runProgram(
        process.execPath,
        [commandLine, ...step.command, '--library', library],
        {
          folder: checkout,
          timeoutMs: STEP_LIMIT_MS,
          isShown: true,
        },
      )
      if (outcome.code !== 0) {
        failures += 1
        say(`Bước này kết thúc với mã ${outcome.code ?? 'không rõ'}.`)
      }
    }
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
  say(failures === 0 ? '\nXong: mọi bước đều chạy được.' : `\nXong, nhưng ${failures} bước có lỗi.`)
  return failures === 0 ? 0 : 1
}

/** Quotes an argument the way a shell needs it: `two words` → `'two words'`. */
function asTyped(argument: string): string {
  return /[\s"]/.test(argument) ? `'${argument}'` : argument
}
