/** `chido trace`: a number in, the thread through the instruments that carry it out, or that it rests on. */
import { Option } from 'commander'
import type { Edge, Instrument } from '../../../shared/contract/instrument.ts'
import { fail } from '../../../shared/contract/result.ts'
import type { TraceGraph } from '../../../shared/contract/views.ts'
import { formatDate } from '../../../shared/wording/dates.ts'
import { instrumentName } from '../../../shared/wording/instruments.ts'
import type { Language } from '../../../shared/wording/language.ts'
import { relationWording } from '../../../shared/wording/relations.ts'
import { type AddCommand, day, wholeNumber } from '../command.ts'
import { EXIT, unwrap } from '../exit.ts'
import { describeInstruments } from '../instrumentLines.ts'
import { withLibrary } from '../library.ts'

type Direction = 'implementers' | 'sources'

/** Adds the command. */
export const traceCommand: AddCommand = (program, settingOf) =>
  program
    .command('trace')
    .description('cây triển khai của một văn bản, hoặc những căn cứ của nó')
    .argument('<number>', 'số, ký hiệu, hoặc «#mã» của một văn bản trong kho không có số')
    .option('--date <day>', 'ngày ban hành, khi một số chỉ nhiều văn bản', day)
    .addOption(
      new Option('--direction <direction>', 'xuôi hay ngược')
        .choices(['implementers', 'sources'])
        .default('implementers'),
    )
    .option('--depth <n>', 'số bậc', wholeNumber(1), 6)
    .action(
      async (number: string, options: { date?: string; direction: Direction; depth: number }, command) => {
        const { folder, terminal, language, finish } = settingOf(command)
        await withLibrary({ folder, access: 'read' }, async (library) => {
          const documentId = /^#(\d+)$/.exec(number)?.[1]
          const found = documentId
            ? [(await library.call('documents.get', { id: Number(documentId) })).instrument]
            : await library.call('instruments.find', { number, ...(options.date && { date: options.date }) })
          const [root] = found
          if (!root) unwrap(fail('not_found', number))
          else if (found.length > 1) {
            terminal.show({ ambiguous: found }, () => [
              `«${number}» chỉ ${found.length} văn bản; thêm --date để chọn:`,
              ...describeInstruments(found),
            ])
            finish(EXIT.someFailed)
          } else {
            const graph = await library.call('graph.trace', {
              instrumentId: root.id,
              direction: options.direction,
              depth: options.depth,
            })
            terminal.show(graph, () => drawTree(graph, options.direction, language))
          }
        })
      },
    )

/** The trace as an indented tree; an instrument met again is named, not opened again. */
function drawTree(graph: TraceGraph, direction: Direction, language: Language): string[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  const lines = [nameOf(graph.root, language)]
  const open = new Set([graph.root.id])
  const grow = (id: number, indent: string): void => {
    for (const edge of graph.edges.filter((candidate) => near(candidate, direction) === id)) {
      const other = nodes.get(far(edge, direction))
      if (!other) continue
      const words = relationWording(edge.relation, language)
      const relation = direction === 'implementers' ? words.passive : words.active
      const isSeen = open.has(other.id)
      lines.push(`${indent}└ ${relation}: ${nameOf(other, language)}${isSeen ? ' (đã nêu)' : ''}`)
      const [quote] = edge.evidence
      if (quote)
        lines.push(`${indent}    «${quote.quote}» (văn bản ${quote.documentId}, trang ${quote.page})`)
      if (isSeen) continue
      open.add(other.id)
      grow(other.id, `${indent}   `)
    }
  }
  grow(graph.root.id, ' ')
  return [...lines, `${graph.nodes.length} văn bản, ${graph.edges.length} quan hệ`]
}

const near = (edge: Edge, direction: Direction): number =>
  direction === 'implementers' ? edge.to : edge.from
const far = (edge: Edge, direction: Direction): number => (direction === 'implementers' ? edge.from : edge.to)

function nameOf(instrument: Instrument, language: Language): string {
  const held = instrument.heldDocumentId === null ? ' [chưa có trong kho]' : ''
  const date = instrument.issuedOn ? `, ${formatDate(instrument.issuedOn)}` : ''
  return `${instrumentName(instrument, language)}${date}${instrument.issuer ? `, ${instrument.issuer}` : ''}${held}`
}
