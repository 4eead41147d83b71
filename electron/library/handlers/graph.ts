/** Requests of the graph explorer: pages of all instruments and of all edges, light enough for a whole library. */
import { succeed } from '../../../shared/contract/result.ts'
import { readEdgePage, readNodePage } from '../../db/graphPages.ts'
import type { Handlers } from '../dispatch.ts'
import type { LibraryContext } from '../session.ts'

/** Handlers of `graph.nodes` and `graph.edges`; `graph.trace` and `graph.neighbourhood` stand with the instruments. */
export function graphHandlers({ session }: LibraryContext): Pick<Handlers, 'graph.nodes' | 'graph.edges'> {
  const db = session.reader
  return {
    'graph.nodes': ({ after, limit }) => succeed(readNodePage(db, after, limit)),
    'graph.edges': ({ after, limit }) => succeed(readEdgePage(db, after ?? null, limit)),
  }
}
