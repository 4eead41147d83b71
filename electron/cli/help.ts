/** Commander's help and its complaints come in, the same in Vietnamese go out. */
import { Command, type CommanderError, type Option } from 'commander'
import type { Language } from '../../shared/wording/language.ts'

/** Titles of a help page. */
const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Cách gọi:',
  'Arguments:': 'Cho biết:',
  'Options:': 'Tùy chọn:',
  'Global Options:': 'Tùy chọn chung:',
  'Commands:': 'Lệnh:',
}

/** What went wrong in a call, by Commander's code; `subject` is what its message puts between quotes. */
const COMPLAINTS: Readonly<Record<string, Readonly<Record<Language, (subject: string) => string>>>> = {
  'commander.unknownCommand': {
    vi: (subject) => `Không có lệnh «${subject}».`,
    en: (subject) => `There is no command “${subject}”.`,
  },
  'commander.unknownOption': {
    vi: (subject) => `Không có tùy chọn «${subject}».`,
    en: (subject) => `There is no option “${subject}”.`,
  },
  'commander.missingArgument': {
    vi: (subject) => `Còn thiếu «${subject}».`,
    en: (subject) => `“${subject}” is missing.`,
  },
  'commander.optionMissingArgument': {
    vi: (subject) => `Sau «${subject}» còn thiếu giá trị.`,
    en: (subject) => `“${subject}” needs a value.`,
  },
  'commander.missingMandatoryOptionValue': {
    vi: (subject) => `Phải có tùy chọn «${subject}».`,
    en: (subject) => `The option “${subject}” is required.`,
  },
  'commander.excessArguments': {
    vi: () => 'Thừa từ sau lệnh. Nếu một tên có dấu cách, hãy đặt trong dấu nháy.',
    en: () => 'Too many words after the command. Put a name with spaces between quotes.',
  },
}

/** A program whose help is in Vietnamese; commands added to it inherit that. It throws instead of ending the process. */
export function createProgram(name: string): Command {
  return new Command(name)
    .exitOverride()
    .helpOption('-h, --help', 'xem cách dùng')
    .helpCommand('help [command]', 'xem cách dùng một lệnh')
    .configureOutput({ outputError: () => undefined }) // told by `usageSentence`
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => TITLES[title] ?? title,
      optionDescription: describeOption,
    })
}

/** «ngôn ngữ (vi, en; mặc định: vi)». */
function describeOption({ description, argChoices, defaultValue }: Option): string {
  const remarks = [
    argChoices?.join(', '),
    defaultValue === undefined || defaultValue === false ? undefined : `mặc định: ${defaultValue}`,
  ].filter((remark) => remark !== undefined)
  return remarks.length === 0 ? description : `${description} (${remarks.join('; ')})`
}

/** What is wrong with a call, one sentence a line, and where help is. */
export function usageSentence({ code, message }: CommanderError, language: Language): string {
  const [subject = ''] = message.match(/(?<=')[^']*(?=')/) ?? []
  const near = message.match(/\(Did you mean (?:one of )?(.*)\?\)/)?.[1]
  const isVietnamese = language === 'vi'
  return [
    COMPLAINTS[code]?.[language](subject) ?? plain(message, isVietnamese),
    near && (isVietnamese ? `Có phải «${near}»?` : `Did you mean “${near}”?`),
    isVietnamese ? 'Xem cách dùng: chido --help' : 'See: chido --help',
  ]
    .filter(Boolean)
    .join(' ')
}

/** A value of the wrong kind: Commander names it, our own check behind it says what is wanted. */
function plain(message: string, isVietnamese: boolean): string {
  const [, name, given, reason = ''] =
    message.match(/^error: (?:option|command-argument) '(.*?)' argument '(.*?)' is invalid\. ?(.*)$/s) ?? []
  if (name === undefined) return message.replace(/^error: /, '')
  const choices = reason.match(/^Allowed choices are (.*)\.$/)?.[1]
  if (!isVietnamese) return `“${given}” does not fit “${name}”. ${reason}`.trim()
  return `«${given}» không hợp với «${name}»: ${choices ? `chọn một trong ${choices}` : reason}.`
}
