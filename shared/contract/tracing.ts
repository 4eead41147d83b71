/** Tracing, gaps, deadlines, the missing work list and the audit of drafts: the shapes both hosts show. */
import { z } from 'zod'
import { citation, EDGE_RELATIONS } from './citation.ts'
import { isoDate, metadata, span, textWarning } from './document.ts'
import { evidence, instrument, LEVELS, VALIDITIES } from './instrument.ts'

const id = z.number().int()

/** What a person said of an edge: nothing yet, that it is right, that it is wrong (it then stays out of traces). */
export const EDGE_STATUSES = ['proposed', 'confirmed', 'rejected'] as const
/** @see EDGE_STATUSES */
export type EdgeStatus = (typeof EDGE_STATUSES)[number]

/** The side of an instrument a link is on. */
export const LINK_SIDES = ['actsOn', 'actedOnBy'] as const
/** @see LINK_SIDES */
export type LinkSide = (typeof LINK_SIDES)[number]

/**
 * An edge seen from one of its ends. `status` sums up its places: confirmed by one of them, rejected when all are.
 * `isContradicted` when the library also holds an edge of the same relation the other way round.
 */
export const tracedLink = z.object({
  relation: z.enum(EDGE_RELATIONS),
  instrument,
  status: z.enum(EDGE_STATUSES),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  isImpossible: z.boolean(),
  isContradicted: z.boolean(),
  evidenceTotal: id,
  /** The first place; the rest by `tracing.evidence`. */
  evidence: z.array(evidence),
})
/** @see tracedLink */
export type TracedLink = z.infer<typeof tracedLink>

/** Links of one relation and one level of the other end; `total` counts those beyond `links` too. */
export const linkGroup = z.object({
  relation: z.enum(EDGE_RELATIONS),
  level: z.enum(LEVELS),
  total: id,
  links: z.array(tracedLink),
})
/** @see linkGroup */
export type LinkGroup = z.infer<typeof linkGroup>

/** One act that changes the force of another, with the place that says so. */
export const validityReason = z.object({
  relation: z.enum(EDGE_RELATIONS),
  /** The finer kind («TERMINATES», «SUSPENDS»), null where only the coarse one is known. */
  detail: z.string().nullable(),
  /** Only a part («khoản 2 Điều 5») is repealed or replaced: the rest stays. */
  isPartial: z.boolean(),
  instrument,
  status: z.enum(EDGE_STATUSES),
  evidence,
})

/**
 * Validity as relations in the library tell it on `asAt` (null: all that is known). `since` is the date of the act that
 * decided it. `hasConflict` when a later act still continues what another replaced or repealed.
 */
export const validityReading = z.object({
  validity: z.enum(VALIDITIES),
  asAt: isoDate.nullable(),
  since: isoDate.nullable(),
  hasConflict: z.boolean(),
  /** The first of the acts that decide, by date; `reasonsTotal` counts the others too. */
  reasons: z.array(validityReason),
  reasonsTotal: id,
})
/** @see validityReading */
export type ValidityReading = z.infer<typeof validityReading>

/** The page of one instrument. Places where a document cites itself are no edges and are listed apart. */
export const instrumentPage = z.object({
  instrument,
  citedBy: id,
  validity: validityReading,
  actsOn: z.array(linkGroup),
  actedOnBy: z.array(linkGroup),
  rejected: id,
  selfCitations: z.array(evidence),
})
/** @see instrumentPage */
export type InstrumentPage = z.infer<typeof instrumentPage>

/** A walk's direction, as in `graph.trace`. */
export const direction = z.enum(['implementers', 'sources'])

/**
 * A line of the tree, in reading order: a parent stands before its children, children by level, issuer and date.
 * An instrument stands once, under the parent it is nearest the root by; other ways to it are `alsoUnder`, and those of
 * them that close a circle (the other end is below it) are `isCycle`.
 */
export const treeLine = z.object({
  instrument,
  /** Null for the root. */
  parentId: id.nullable(),
  depth: id,
  relation: z.enum(EDGE_RELATIONS).nullable(),
  status: z.enum(EDGE_STATUSES).nullable(),
  /** The dates make the direction impossible: shown, not followed. */
  isImpossible: z.boolean(),
  year: id.nullable(),
  children: id,
  evidenceTotal: id,
  evidence: evidence.nullable(),
  alsoUnder: z.array(z.object({ parentId: id, relation: z.enum(EDGE_RELATIONS), isCycle: z.boolean() })),
})
/** @see treeLine */
export type TreeLine = z.infer<typeof treeLine>

/** A tree; `isCut` when it stopped at its limit of instruments. */
export const tracingTree = z.object({ direction, depth: id, lines: z.array(treeLine), isCut: z.boolean() })
/** @see tracingTree */
export type TracingTree = z.infer<typeof tracingTree>

/**
 * A body expected to answer. `scope` is its territory key, null when the name could not be placed (it then matches by
 * name only); `series` the code of its numbers («HU», «UBND»), null for any body of the territory.
 */
export const expectedBody = z.object({
  name: z.string(),
  level: z.enum(LEVELS),
  scope: z.string().nullable(),
  series: z.string().nullable(),
})
/** @see expectedBody */
export type ExpectedBody = z.infer<typeof expectedBody>

/** A saved list of expected bodies. */
export const bodyList = z.object({ id, name: z.string(), madeAt: z.string(), bodies: z.array(expectedBody) })
/** @see bodyList */
export type BodyList = z.infer<typeof bodyList>

/** Which bodies are expected: a saved list, or all seen at a level (of a province) in this library. */
export const expectedBodies = z.union([
  z.object({ listId: id }),
  z.object({ level: z.enum(LEVELS), province: z.string().optional(), series: z.string().optional() }),
])
/** @see expectedBodies */
export type ExpectedBodies = z.infer<typeof expectedBodies>

/** How a body answered. */
export const GAP_STATES = ['none', 'plan_without_report', 'report_without_plan', 'complete'] as const

/** One expected body and what it issued below the root; reports are those of the year asked for. */
export const bodyAnswer = z.object({
  body: expectedBody,
  state: z.enum(GAP_STATES),
  plans: z.array(instrument),
  reports: z.array(instrument),
})
/** @see bodyAnswer */
export type BodyAnswer = z.infer<typeof bodyAnswer>

/** When something falls due. Days without a year belong to the first such day after the document's own date. */
export const dueTime = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('day'), date: isoDate }),
  z.object({ kind: z.literal('dayOfYear'), month: id, day: id }),
  /** The end of a month or quarter: «xong trong quý II/2024». `year` null: the first one after the document. */
  z.object({ kind: z.literal('month'), month: id, year: id.nullable() }),
  /** Every week, month, quarter or year. `month` counts inside the period (1–12 of a year, 1–3 of a quarter). */
  z.object({
    kind: z.literal('recurring'),
    every: z.enum(['week', 'month', 'quarter', 'year']),
    month: id.nullable(),
    day: id.nullable(),
  }),
])
/** @see dueTime */
export type DueTime = z.infer<typeof dueTime>

/** A deadline as written: the words of the deadline, the sentence around them, when it falls due. */
export const deadline = span.extend({ sentence: span, due: dueTime })
/** @see deadline */
export type Deadline = z.infer<typeof deadline>

/** What a mark on the timeline stands for. */
export const TIMELINE_KINDS = ['issued', 'review', 'review_due', 'deadline'] as const

/**
 * A mark on the timeline, by date. `issued` and `review` (sơ kết, tổng kết, a report) are instruments of the thread;
 * `review_due` is the 5th, 10th, … year of one (`years`), done when `doneBy` is set; `deadline` is written in a document.
 */
export const timelineMark = z.object({
  kind: z.enum(TIMELINE_KINDS),
  on: isoDate,
  instrument,
  years: id.nullable(),
  doneBy: instrument.nullable(),
  /** The sentence of a deadline or a review, with its place. */
  evidence: evidence.omit({ citationId: true }).nullable(),
  recurrence: z.enum(['week', 'month', 'quarter', 'year']).nullable(),
})
/** @see timelineMark */
export type TimelineMark = z.infer<typeof timelineMark>

/** State of a missing instrument on the work list. */
export const MISSING_STATES = ['open', 'requested', 'not_found'] as const
/** @see MISSING_STATES */
export type MissingState = (typeof MISSING_STATES)[number]

/** One instrument that is cited and not held, and what was done about it. */
export const missingItem = instrument.extend({
  citedBy: id,
  state: z.enum(MISSING_STATES),
  note: z.string(),
  changedBy: z.string().nullable(),
  changedAt: z.string().nullable(),
})
/** @see missingItem */
export type MissingItem = z.infer<typeof missingItem>

/** One number of a pasted list. `missing` also when the library never met it (`instrument` is then null). */
export const checkedNumber = z.object({
  line: id,
  /** The words as pasted: the number, or the whole line when none was read in it. */
  raw: z.string(),
  state: z.enum(['held', 'missing', 'ambiguous', 'unreadable']),
  instrument: instrument.nullable(),
  candidates: z.array(instrument),
})
/** @see checkedNumber */
export type CheckedNumber = z.infer<typeof checkedNumber>

/** What can be wrong with a citation of a draft. */
export const AUDIT_PROBLEMS = [
  'superseded',
  'repealed',
  'amended',
  'date_mismatch',
  'issuer_mismatch',
  'title_mismatch',
  'newer_than_draft',
] as const
/** @see AUDIT_PROBLEMS */
export type AuditProblem = (typeof AUDIT_PROBLEMS)[number]

/** One citation of a draft held against the library. `unknown`: no document of the library names this number. */
export const auditItem = z.object({
  citation,
  page: id,
  quote: z.string(),
  /** Where in the quote the citation stands. */
  quoteStart: id,
  quoteEnd: id,
  state: z.enum(['held', 'missing', 'unknown', 'ambiguous', 'self']),
  problems: z.array(z.enum(AUDIT_PROBLEMS)),
  instrument: instrument.nullable(),
  candidates: z.array(instrument),
  /** Acts that replaced, repealed or amended it, with the place that says so. */
  changedBy: z.array(validityReason),
  /** «Quyết định số 23-QĐ/TW, ngày 30/7/2021 của Bộ Chính trị về …» as it should read, null when not known well enough. */
  suggestion: z.string().nullable(),
})
/** @see auditItem */
export type AuditItem = z.infer<typeof auditItem>

/** A draft held against the library; nothing of it is stored. */
export const draftAudit = z.object({
  path: z.string(),
  document: metadata,
  asAt: isoDate,
  items: z.array(auditItem),
  warnings: z.array(textWarning),
})
/** @see draftAudit */
export type DraftAudit = z.infer<typeof draftAudit>

/** A «Căn cứ …» line, and what it lacks to be complete. */
export const basisLine = z.object({
  party: z.string(),
  state: z.string(),
  lacks: z.array(z.enum(['date', 'issuer', 'title'])),
})

/** Formats a graph is written in. */
export const GRAPH_FORMATS = ['graphml', 'gexf', 'csv', 'json', 'dot'] as const
/** @see GRAPH_FORMATS */
export type GraphFormat = (typeof GRAPH_FORMATS)[number]

/** What was written. `also` are further files (the table of nodes beside the table of edges). */
export const written = z.object({ written: z.string(), rows: id, also: z.array(z.string()) })
/** @see written */
export type Written = z.infer<typeof written>
