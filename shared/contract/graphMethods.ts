/** Requests of the graph explorer: the whole library's instruments and relations, page by page and without quotes. */
import { z } from 'zod'
import { EDGE_RELATIONS } from './citation.ts'
import { instrument } from './instrument.ts'

const id = z.number().int()
const limit = z.number().int().positive().max(20_000)

/** What a picture and its list show of an instrument; a long title is cut. `citedBy` counts documents. */
export const graphNode = instrument
  .pick({
    id: true,
    kind: true,
    number: true,
    symbol: true,
    year: true,
    issuedOn: true,
    issuer: true,
    level: true,
    title: true,
    heldDocumentId: true,
  })
  .extend({ citedBy: id })
/** @see graphNode */
export type GraphNode = z.infer<typeof graphNode>

/** What is thought of an edge: nothing yet, a person confirmed a place of it, or its dates forbid the direction. */
export const GRAPH_EDGE_STATES = ['proposed', 'confirmed', 'impossible'] as const
/** @see GRAPH_EDGE_STATES */
export type GraphEdgeState = (typeof GRAPH_EDGE_STATES)[number]

/** An edge in short: the id of the one that acts, the id of the one acted on, the relation, its state. */
export const graphEdge = z.tuple([id, id, z.enum(EDGE_RELATIONS), z.enum(GRAPH_EDGE_STATES)])
/** @see graphEdge */
export type GraphEdge = z.infer<typeof graphEdge>

/** Where a page of edges ended: they come in the order of these three. */
export const edgeCursor = z.tuple([id, z.enum(EDGE_RELATIONS), id])
/** @see edgeCursor */
export type EdgeCursor = z.infer<typeof edgeCursor>

/**
 * Pages follow an order that nothing changes, so what is in the library from the first page to the last comes once,
 * whatever is imported or removed meanwhile. `next` goes into `after` for the next page and is null on the last one.
 */
export const graphMethods = {
  /** Every instrument by id, those without any relation too. `total` counts all of them now. */
  'graph.nodes': {
    params: z.object({ after: id.default(0), limit }),
    result: z.object({ total: id, nodes: z.array(graphNode), next: id.nullable() }),
  },
  /** Every edge once, rejected ones left out. Its quotes are asked for by `tracing.evidence`. */
  'graph.edges': {
    params: z.object({ after: edgeCursor.optional(), limit }),
    result: z.object({ edges: z.array(graphEdge), next: edgeCursor.nullable() }),
  },
} as const
