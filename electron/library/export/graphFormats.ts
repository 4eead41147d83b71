/** A graph row by row in, its text in GraphML, GEXF, DOT, JSON of graphology or CSV out, piece by piece. */
import { csvLine } from './csv.ts'
import {
  EDGE_FACTS,
  edgeId,
  type Fact,
  type GraphRows,
  knownFacts,
  NODE_FACTS,
  nodeLabel,
} from './graphFacts.ts'
import { xmlText } from './xmlText.ts'

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
const GRAPHML_TYPES = { string: 'string', integer: 'int', boolean: 'boolean' } as const

/** GraphML (graphml.graphdrawing.org), as Gephi, yEd and graphology read it. */
export function* writeGraphml({ nodes, edges }: GraphRows): Generator<string> {
  yield `${XML}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n`
  yield '<key id="n.label" for="node" attr.name="label" attr.type="string"/>\n'
  const declare = <Row>(element: 'node' | 'edge', facts: readonly Fact<Row>[]): string =>
    facts
      .map(
        ({ name, type }, index) =>
          `<key id="${element[0]}${index}" for="${element}" attr.name="${name}" attr.type="${GRAPHML_TYPES[type]}"/>\n`,
      )
      .join('')
  yield declare('node', NODE_FACTS) + declare('edge', EDGE_FACTS)
  yield '<graph id="chi-do" edgedefault="directed">\n'
  const data = (prefix: string, facts: ReturnType<typeof knownFacts>): string =>
    facts.map(({ index, value }) => `<data key="${prefix}${index}">${xmlText(value)}</data>`).join('')
  for (const node of nodes)
    yield `<node id="${node.id}"><data key="n.label">${xmlText(nodeLabel(node))}</data>${data('n', knownFacts(NODE_FACTS, node))}</node>\n`
  for (const edge of edges)
    yield `<edge id="${xmlText(edgeId(edge))}" source="${edge.from}" target="${edge.to}">${data('e', knownFacts(EDGE_FACTS, edge))}</edge>\n`
  yield '</graph>\n</graphml>\n'
}

/** GEXF 1.2 (gexf.net), Gephi's own format. */
export function* writeGexf({ nodes, edges }: GraphRows): Generator<string> {
  yield `${XML}<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n<meta><creator>Chỉ Đỏ</creator></meta>\n`
  yield '<graph mode="static" defaultedgetype="directed">\n'
  const declare = <Row>(element: 'node' | 'edge', facts: readonly Fact<Row>[]): string =>
    `<attributes class="${element}">\n${facts
      .map(({ name, type }, index) => `<attribute id="${index}" title="${name}" type="${type}"/>\n`)
      .join('')}</attributes>\n`
  yield declare('node', NODE_FACTS) + declare('edge', EDGE_FACTS)
  const values = (facts: ReturnType<typeof knownFacts>): string =>
    `<attvalues>${facts.map(({ index, value }) => `<attvalue for="${index}" value="${xmlText(value)}"/>`).join('')}</attvalues>`
  yield '<nodes>\n'
  for (const node of nodes)
    yield `<node id="${node.id}" label="${xmlText(nodeLabel(node))}">${values(knownFacts(NODE_FACTS, node))}</node>\n`
  yield '</nodes>\n<edges>\n'
  for (const edge of edges)
    yield `<edge id="${xmlText(edgeId(edge))}" source="${edge.from}" target="${edge.to}" label="${edge.relation}">${values(knownFacts(EDGE_FACTS, edge))}</edge>\n`
  yield '</edges>\n</graph>\n</gexf>\n'
}

/** DOT of Graphviz: labels for people, edges by relation. */
export function* writeDot({ nodes, edges }: GraphRows): Generator<string> {
  yield 'digraph "Chỉ Đỏ" {\n  rankdir=TB;\n  node [shape=box];\n'
  for (const node of nodes) {
    const label = [nodeLabel(node), node.issued_on, node.issuer].filter((part) => part !== null).join('\n')
    yield `  ${node.id} [label=${dotText(label)}${node.held_document_id === null ? ', style=dashed' : ''}];\n`
  }
  for (const edge of edges) yield `  ${edge.from} -> ${edge.to} [label=${dotText(edge.relation)}];\n`
  yield '}\n'
}

/** A quoted DOT identifier: only quotes and backslashes are special, a line break is «\n». */
function dotText(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')
  return `"${escaped.replace(/\r\n|\r|\n/g, '\\n').replaceAll('\0', '')}"`
}

/** The serialisation of graphology: `Graph.from(JSON.parse(text))` reads it. */
export function* writeJson({ nodes, edges }: GraphRows): Generator<string> {
  const attributes = <Row>(
    facts: readonly Fact<Row>[],
    row: Row,
  ): Record<string, string | number | boolean> =>
    Object.fromEntries(knownFacts(facts, row).map(({ name, value }) => [name, value]))
  const options = { type: 'directed', multi: true, allowSelfLoops: true }
  yield `{"attributes":{"name":"Chỉ Đỏ"},"options":${JSON.stringify(options)},"nodes":[`
  let separator = '\n'
  for (const node of nodes) {
    const shown = { label: nodeLabel(node), ...attributes(NODE_FACTS, node) }
    yield `${separator}${JSON.stringify({ key: String(node.id), attributes: shown })}`
    separator = ',\n'
  }
  yield '\n],"edges":['
  separator = '\n'
  for (const edge of edges) {
    const { from, to } = edge
    yield `${separator}${JSON.stringify({ key: edgeId(edge), source: String(from), target: String(to), attributes: attributes(EDGE_FACTS, edge) })}`
    separator = ',\n'
  }
  yield '\n]}\n'
}

/** The table of nodes as Gephi imports it. */
export function* writeNodeTable({ nodes }: Pick<GraphRows, 'nodes'>): Generator<string> {
  yield csvLine(['Id', 'Label', ...NODE_FACTS.map(({ name }) => name)])
  for (const node of nodes)
    yield csvLine([node.id, nodeLabel(node), ...NODE_FACTS.map(({ read }) => read(node))])
}

/** The table of edges as Gephi imports it. */
export function* writeEdgeTable({ edges }: Pick<GraphRows, 'edges'>): Generator<string> {
  yield csvLine(['Source', 'Target', 'Type', 'Id', 'Label', ...EDGE_FACTS.map(({ name }) => name)])
  for (const edge of edges)
    yield csvLine([
      edge.from,
      edge.to,
      'Directed',
      edgeId(edge),
      edge.relation,
      ...EDGE_FACTS.map(({ read }) => read(edge)),
    ])
}
