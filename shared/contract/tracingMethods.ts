/** Requests of tracing, the missing list, audits and exports: each method with its parameters and result. */
import { z } from 'zod'
import { EDGE_RELATIONS } from './citation.ts'
import { isoDate } from './document.ts'
import { evidence, LEVELS } from './instrument.ts'
import {
  basisLine,
  bodyAnswer,
  bodyList,
  checkedNumber,
  direction,
  draftAudit,
  EDGE_STATUSES,
  expectedBodies,
  expectedBody,
  GRAPH_FORMATS,
  instrumentPage,
  LINK_SIDES,
  MISSING_STATES,
  missingItem,
  timelineMark,
  tracedLink,
  tracingTree,
  written,
} from './tracing.ts'

const id = z.number().int()
const page = {
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().positive().max(5000),
}
const nothing = z.object({})
const out = z.string().min(1)
const by = z.string().min(1).optional()
const thread = {
  instrumentId: id,
  direction: direction.default('implementers'),
  depth: z.number().int().min(1).max(20).default(6),
}
const tree = {
  ...thread,
  relations: z.array(z.enum(EDGE_RELATIONS)).optional(),
  limit: z.number().int().positive().max(5000).default(1000),
}
const missing = {
  state: z.array(z.enum(MISSING_STATES)).optional(),
  issuer: z.array(z.string()).optional(),
  level: z.array(z.enum(LEVELS)).optional(),
}
const window = { from: isoDate, to: isoDate }

/** Methods of tracing; merged into `libraryMethods`. Paths are absolute. */
export const tracingMethods = {
  'tracing.instrument': {
    params: z.object({
      id,
      asAt: isoDate.optional(),
      withRejected: z.boolean().default(false),
      perGroup: z.number().int().min(1).max(500).default(20),
    }),
    result: instrumentPage,
  },
  /** More links of one group of an instrument's page. */
  'tracing.links': {
    params: z.object({
      id,
      side: z.enum(LINK_SIDES),
      relation: z.enum(EDGE_RELATIONS),
      level: z.enum(LEVELS),
      withRejected: z.boolean().default(false),
      ...page,
    }),
    result: z.object({ total: id, links: z.array(tracedLink) }),
  },
  /** Every place that shows one edge. */
  'tracing.evidence': {
    params: z.object({ from: id, to: id, relation: z.enum(EDGE_RELATIONS), ...page }),
    result: z.object({
      total: id,
      places: z.array(
        evidence.extend({
          status: z.enum(EDGE_STATUSES),
          decidedBy: z.string().nullable(),
          decidedAt: z.string().nullable(),
        }),
      ),
    }),
  },
  /** Confirms or rejects an edge at all its places, or at one; `proposed` takes it back. `by` defaults to the system's user. */
  'tracing.decideEdge': {
    params: z.object({
      from: id,
      to: id,
      relation: z.enum(EDGE_RELATIONS),
      status: z.enum(EDGE_STATUSES),
      citationId: id.optional(),
      by,
    }),
    result: z.object({ places: id }),
  },
  'tracing.tree': { params: z.object(tree), result: tracingTree },
  /** Expected bodies and how each answered below the root. Without `year` reports of every year count. */
  'tracing.gaps': {
    params: z.object({ ...thread, expected: expectedBodies, year: z.number().int().optional() }),
    result: z.array(bodyAnswer),
  },
  'tracing.bodyLists': { params: nothing, result: z.array(bodyList) },
  /** Saves a list of bodies by their names, one each; with `id` it replaces that list. `province` places bare names. */
  'tracing.saveBodyList': {
    params: z.object({
      id: id.optional(),
      name: z.string().min(1),
      bodies: z.array(z.string().min(1)).min(1).max(5000),
      province: z.string().optional(),
    }),
    result: bodyList,
  },
  'tracing.removeBodyList': { params: z.object({ id }), result: nothing },
  /** Bodies this library has met at a level, to choose expected ones from. */
  'tracing.seenBodies': {
    params: z.object({
      level: z.enum(LEVELS),
      province: z.string().optional(),
      series: z.string().optional(),
    }),
    result: z.array(expectedBody),
  },
  /** The thread above and below an instrument along time, with what falls due; `limit` instruments each way, then `isCut`. */
  'tracing.timeline': {
    params: z.object({
      instrumentId: id,
      depth: z.number().int().min(1).max(20).default(6),
      limit: z.number().int().positive().max(20_000).default(1000),
      ...window,
    }),
    result: z.object({ marks: z.array(timelineMark), isCut: z.boolean() }),
  },
  /** What falls due in the whole library: reviews of held or often cited instruments, deadlines written in documents. */
  'tracing.due': {
    params: z.object({ ...window, citedAtLeast: z.number().int().min(1).default(3) }),
    result: z.array(timelineMark),
  },

  'missing.list': {
    params: z.object({ ...missing, ...page }),
    result: z.object({
      total: id,
      items: z.array(missingItem),
      issuers: z.array(z.object({ value: z.string(), count: id })),
    }),
  },
  /** Everything the list holds, however long, to mark it at once. */
  'missing.ids': { params: z.object(missing), result: z.array(id) },
  'missing.mark': {
    params: z.object({
      instrumentIds: z.array(id).min(1),
      state: z.enum(MISSING_STATES).optional(),
      note: z.string().optional(),
      by,
    }),
    result: z.object({ changed: id }),
  },
  /** Reads numbers out of pasted text, line by line. */
  'missing.check': {
    params: z.object({ text: z.string().max(2_000_000) }),
    result: z.array(checkedNumber),
  },

  'audit.file': {
    params: z.object({ path: z.string().min(1), asAt: isoDate.optional() }),
    result: draftAudit,
  },
  /** The «Căn cứ …» line for an instrument in both styles. */
  'audit.basisLine': { params: z.object({ instrumentId: id }), result: basisLine },

  /** Writes a graph: the whole library, the thread of an instrument, or the instruments listed. */
  'export.graph': {
    params: z.object({
      format: z.enum(GRAPH_FORMATS),
      out,
      selection: z.union([z.object(thread), z.object({ instrumentIds: z.array(id) })]).optional(),
    }),
    result: written,
  },
  'export.register': { params: z.object({ format: z.enum(['xlsx', 'csv']), out }), result: written },
  /** The tree as an outline (docx) or a table (xlsx), with the gaps when bodies are expected. */
  'export.tree': {
    params: z.object({
      ...tree,
      format: z.enum(['docx', 'xlsx']),
      out,
      expected: expectedBodies.optional(),
      year: z.number().int().optional(),
      /** The lines to write and their order, as a person narrowed and sorted them; without it all of the tree. */
      shown: z.array(id).optional(),
    }),
    result: written,
  },
  /** The missing list as a table (xlsx), or as a letter that asks for the documents (docx). */
  'export.missing': {
    params: z.object({
      format: z.enum(['xlsx', 'docx']),
      out,
      instrumentIds: z.array(id).optional(),
      ...missing,
      letter: z
        .object({
          sender: z.string().default(''),
          recipient: z.string().default(''),
          place: z.string().default(''),
          signer: z.string().default(''),
          style: z.enum(['party', 'state']).default('party'),
        })
        .default({ sender: '', recipient: '', place: '', signer: '', style: 'party' }),
    }),
    result: written,
  },
  /** What falls due as an `.ics` calendar: of one thread, or of the whole library. */
  'export.calendar': {
    params: z.object({
      out,
      instrumentId: id.optional(),
      depth: z.number().int().min(1).max(20).default(6),
      citedAtLeast: z.number().int().min(1).default(3),
      ...window,
    }),
    result: written,
  },
  /** The audit of a draft as a report to print (docx). */
  'export.audit': {
    params: z.object({ path: z.string().min(1), out, asAt: isoDate.optional() }),
    result: written,
  },
} as const
