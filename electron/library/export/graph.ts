/** A library, a format and a selection in, the graph as a file out; CSV makes a second file for the nodes. */
import { basename, dirname, extname, join } from 'node:path'
import { assertNever, type Result, succeed } from '../../../shared/contract/result.ts'
import type { GraphFormat, Written } from '../../../shared/contract/tracing.ts'
import { iterateEdges, iterateNodes } from '../../db/graphRows.ts'
import type { ReadHandle } from '../../db/handles.ts'
import { SCHEMA_VERSION } from '../../db/migrate.ts'
import { openForReading } from '../../db/open.ts'
import { BYTE_ORDER_MARK } from './csv.ts'
import {
  writeDot,
  writeEdgeTable,
  writeGexf,
  writeGraphml,
  writeJson,
  writeNodeTable,
} from './graphFormats.ts'
import { writeWhole } from './writeWhole.ts'

/** Writes the graph. `ids` null takes the whole library. `rows` counts nodes and edges together. */
export async function exportGraph(
  folder: string,
  request: { readonly format: GraphFormat; readonly out: string; readonly ids: readonly number[] | null },
): Promise<Result<Written>> {
  // A handle of its own: rows are read while imports go on, and all from one moment.
  const opened = openForReading(folder, SCHEMA_VERSION)
  if (!opened.ok) return opened
  const db = opened.value
  try {
    db.exec('BEGIN')
    return await writeGraph(db, request)
  } finally {
    db.close()
  }
}

async function writeGraph(
  db: ReadHandle,
  { format, out, ids }: { format: GraphFormat; out: string; ids: readonly number[] | null },
): Promise<Result<Written>> {
  let rows = 0
  const counted = function* <T>(items: Iterable<T>): Generator<T> {
    for (const item of items) {
      rows++
      yield item
    }
  }
  const parts = { nodes: counted(iterateNodes(db, ids)), edges: counted(iterateEdges(db, ids)) }
  const also: string[] = []
  if (format === 'csv') {
    const nodes = await writeWhole(nodeTablePath(out), marked(writeNodeTable(parts)))
    if (!nodes.ok) return nodes
    also.push(nodes.value)
  }
  const written = await writeWhole(out, textOf(format, parts))
  return written.ok ? succeed({ written: out, rows, also }) : written
}

function textOf(format: GraphFormat, parts: Parameters<typeof writeGraphml>[0]): Iterable<string> {
  switch (format) {
    case 'graphml':
      return writeGraphml(parts)
    case 'gexf':
      return writeGexf(parts)
    case 'dot':
      return writeDot(parts)
    case 'json':
      return writeJson(parts)
    case 'csv':
      return marked(writeEdgeTable(parts))
    default:
      return assertNever(format)
  }
}

function* marked(lines: Iterable<string>): Generator<string> {
  yield BYTE_ORDER_MARK
  yield* lines
}

/** «graph.csv» holds the edges, «graph.nodes.csv» beside it the nodes. */
function nodeTablePath(out: string): string {
  const extension = extname(out)
  return join(dirname(out), `${basename(out, extension)}.nodes${extension || '.csv'}`)
}
