/** `chido search`: a query in lunr's syntax in, hits with the passage that matches out. */
import { styleText } from 'node:util'
import type { SearchAnswer, SearchHit } from '../../../shared/contract/views.ts'
import { formatAmount, formatDate } from '../../../shared/wording/dates.ts'
import { searchNoticeWording } from '../../../shared/wording/search.ts'
import { type AddCommand, collect, day, wholeNumber } from '../command.ts'
import { describeInstruments } from '../instrumentLines.ts'
import { kindName } from '../kindName.ts'
import { withLibrary } from '../library.ts'

interface SearchOptions {
  readonly kind?: string[]
  readonly dossier?: string[]
  readonly from?: string
  readonly to?: string
  readonly limit: number
}

/** Adds the command. */
export const searchCommand: AddCommand = (program, settingOf) =>
  program
    .command('search')
    .description('tìm trong kho, có dấu hay không dấu')
    .argument(
      '<query...>',
      'câu tìm: từ, "cụm từ", +bắt_buộc, -loại_trừ, title:"…", +kind:KH, year:2021..2024, cites:25-NQ/TW, in:"một câu tìm khác", dân*, vân~1',
    )
    .option('--kind <kind>', 'loại (lặp lại được)', collect)
    .option('--dossier <name>', 'hồ sơ, kể cả hồ sơ bên trong (lặp lại được)', collect)
    .option('--from <day>', 'từ ngày', day)
    .option('--to <day>', 'đến ngày', day)
    .option('--limit <n>', 'số kết quả', wholeNumber(1), 20)
    .action(async (words: string[], options: SearchOptions, command) => {
      const { folder, terminal, language } = settingOf(command)
      const query = queryOf(words)
      const answer = await withLibrary({ folder, access: 'read' }, (library) =>
        library.call('search.query', {
          query,
          filter: {
            ...(options.kind && { kind: options.kind.map(kindName) }),
            ...(options.dossier && { dossier: options.dossier }),
            ...(options.from && { from: options.from }),
            ...(options.to && { to: options.to }),
          },
          limit: options.limit,
        }),
      )
      if (answer.notice) terminal.remark(searchNoticeWording(answer.notice, language))
      terminal.show(answer, () => [
        ...(answer.instruments.length > 0 ? [...describeInstruments(answer.instruments), ''] : []),
        ...answer.hits.flatMap(describeHit),
        ...answer.wider.map(describeWider),
        ...answer.suggestions.map(({ label, query }) => `Thử thêm (${label}): ${query}`),
        ...(answer.didYouMean ? [`Ý bạn là: ${answer.didYouMean}?`] : []),
        `${answer.total} kết quả, ${formatAmount(answer.milliseconds)} ms`,
      ])
    })

const NAMED = /^([+-]?(?:\w+:)?)([^"“]*\s[^"]*)$/u // «in:dân vận», «quy chế dân chủ»

/** A shell takes quotes away: where several words were given, those with a space had them. */
const queryOf = (words: readonly string[]): string =>
  words.length === 1 ? (words[0] ?? '') : words.map((word) => word.replace(NAMED, '$1"$2"')).join(' ')

/** What a person may leave out when nothing was found. */
const DROPPED = {
  filters: 'bỏ --kind, --from, --to',
  conditions: 'bỏ điều kiện',
  phrases: 'bỏ dấu ngoặc kép',
  requirements: 'bỏ +, - và tên trường',
  spelling: 'cho phép sai chính tả',
} as const satisfies Readonly<Record<SearchAnswer['wider'][number]['dropped'], string>>

const describeWider = ({ dropped, query, total }: SearchAnswer['wider'][number]): string =>
  `Thử rộng hơn (${DROPPED[dropped]}): ${query} → ${total} kết quả`

function describeHit(hit: SearchHit): string[] {
  const facts = [hit.number, formatDate(hit.issuedOn), hit.issuer].filter((fact) => fact).join(' · ')
  return [`[${hit.documentId}] ${hit.title}`, `    ${facts} · trang ${hit.page}`, `    ${marked(hit)}`, '']
}

function marked({ snippet, matches }: SearchHit): string {
  let at = 0
  const parts: string[] = []
  for (const [start, end] of matches) {
    parts.push(
      snippet.slice(at, start),
      styleText('bold', snippet.slice(start, end), { stream: process.stdout }),
    )
    at = end
  }
  return [...parts, snippet.slice(at)].join('').replace(/\s+/g, ' ')
}
