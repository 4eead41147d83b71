/** Requests to write something out of the library: the graph, the register, a tree, the missing list, a calendar, an audit. */
import { fail, type Result, succeed } from '../../../shared/contract/result.ts'
import type {
  BodyAnswer,
  TimelineMark,
  TracingTree,
  TreeLine,
  Written,
} from '../../../shared/contract/tracing.ts'
import { answersOf } from '../../../shared/graph/answers.ts'
import { instrumentName } from '../../../shared/wording/instruments.ts'
import { timelineWording } from '../../../shared/wording/tracing.ts'
import { findInstrument, findInstruments } from '../../db/instruments.ts'
import { listMissingWork } from '../../db/missingWork.ts'
import type { Handlers } from '../dispatch.ts'
import { expectedBodiesOf } from '../expectedBodies.ts'
import { type CalendarEvent, writeCalendar } from '../export/calendar.ts'
import { exportGraph } from '../export/graph.ts'
import { writeMissingWorkbook } from '../export/missing.ts'
import { exportRegister } from '../export/register.ts'
import { writeTreeWorkbook } from '../export/tree.ts'
import { writeInThread } from '../export/wordThread.ts'
import { writeWhole } from '../export/writeWhole.ts'
import type { LibraryContext } from '../session.ts'
import { buildTree, threadIds } from '../threadTree.ts'
import { dueMarks, threadMarks } from '../timeline.ts'
import { today } from '../today.ts'
import { auditFile, type ScanDraft } from './audit.ts'
import { freshenDeadlines, THREAD_LIMIT, wholeThread } from './tracing.ts'

type ExportHandlers = Pick<Handlers, Extract<keyof Handlers, `export.${string}`>>
type Request<M extends keyof ExportHandlers> = Parameters<ExportHandlers[M]>[0]

/** Rows below the heading that a sheet of Excel holds. */
const MISSING_LIMIT = 1_048_575

/** Handlers of `export.*`. */
export function exportHandlers(context: LibraryContext, scan: ScanDraft): ExportHandlers {
  const { session } = context
  const db = session.reader
  return {
    'export.graph': ({ format, out, selection }) => {
      const ids = !selection
        ? null
        : 'instrumentIds' in selection
          ? selection.instrumentIds
          : threadIds(db, { ...selection, limit: THREAD_LIMIT })
      return exportGraph(session.folder, { format, out, ids })
    },
    'export.register': (request) => exportRegister(session.folder, request),
    'export.tree': (request) => exportTree(context, request),
    'export.missing': async ({ format, out, instrumentIds, letter, ...filter }) => {
      const { items } = listMissingWork(db, { ids: instrumentIds, ...filter }, MISSING_LIMIT, 0)
      const written =
        format === 'xlsx'
          ? await writeMissingWorkbook(out, items)
          : await writeInThread({ writer: 'letter', given: [out, items, letter, today()] })
      return wrote(written, items.length)
    },
    'export.calendar': async ({ out, instrumentId, depth, citedAtLeast, from, to }) => {
      await freshenDeadlines(session)
      const root = instrumentId === undefined ? null : findInstrument(db, instrumentId)
      if (root === undefined) return fail('not_found', String(instrumentId))
      const marks = root
        ? threadMarks(db, wholeThread(db, root.id, depth, THREAD_LIMIT).ids, { from, to })
        : dueMarks(db, { from, to }, citedAtLeast)
      const events = marks.filter(
        ({ kind, doneBy }) => kind === 'deadline' || (kind === 'review_due' && !doneBy),
      )
      const name = root ? `Chỉ Đỏ: ${instrumentName(root)}` : 'Chỉ Đỏ: việc đến hạn'
      const text = writeCalendar(events.map(toEvent), name, new Date().toISOString())
      return wrote(await writeWhole(out, text), events.length)
    },
    'export.audit': async ({ path, out, asAt }) => {
      const audit = await auditFile(context, scan, path, asAt)
      if (!audit.ok) return audit
      return wrote(
        await writeInThread({ writer: 'audit', given: [out, audit.value] }),
        audit.value.items.length,
      )
    },
  }
}

async function exportTree(
  context: LibraryContext,
  request: Request<'export.tree'>,
): Promise<Result<Written>> {
  const db = context.session.reader
  const tree = buildTree(db, request)
  if (!tree.ok) return tree
  let answers: readonly BodyAnswer[] | null = null
  if (request.expected) {
    const bodies = expectedBodiesOf(db, request.expected, context.vocabulary)
    if (!bodies.ok) return bodies
    const ids = threadIds(db, { ...request, limit: THREAD_LIMIT }).filter((id) => id !== request.instrumentId)
    answers = answersOf(bodies.value, [...findInstruments(db, ids).values()], request.year ?? null)
  }
  const lines = request.shown ? linesOf(tree.value, request.shown) : tree.value.lines
  const shown = { ...tree.value, lines }
  const written =
    request.format === 'docx'
      ? await writeInThread({ writer: 'tree', given: [request.out, shown, answers] })
      : await writeTreeWorkbook(request.out, shown, answers)
  return wrote(written, lines.length)
}

/** These instruments' lines in this order; one the tree no longer has is left out. */
function linesOf({ lines }: TracingTree, shown: readonly number[]): TreeLine[] {
  const known = new Map(lines.map((line) => [line.instrument.id, line]))
  return shown.flatMap((id) => known.get(id) ?? [])
}

const wrote = (written: Result<string>, rows: number): Result<Written> =>
  written.ok ? succeed({ written: written.value, rows, also: [] }) : written

/** The same deadline or review keeps its identity through every export. */
function toEvent({ kind, on, instrument, years, evidence }: TimelineMark): CalendarEvent {
  const name = instrumentName(instrument)
  const words = timelineWording({ kind, years })
  return {
    identity: [kind, instrument.key, on, years, evidence?.start].join('|'),
    on,
    summary: `${words}: ${name}`,
    description: [
      evidence && `«${evidence.quote}» (trang ${evidence.page})`,
      instrument.issuer,
      instrument.title,
    ]
      .filter(Boolean)
      .join('\n'),
  }
}
