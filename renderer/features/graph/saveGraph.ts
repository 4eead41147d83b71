/** A picture comes in as it stands on the screen; it goes out as a PNG or an SVG, in base64. */
import type Sigma from 'sigma'
import type { NodeDisplayData } from 'sigma/types'
import { GROUP_SHAPES } from './kindGroups.ts'
import type { PictureColours } from './pictureColours.ts'
import type { PlacedWords } from './pictureWords.ts'
import type { Sign } from './signProgram.ts'

/** Layers from the ground up; the mouse's layer has nothing on it. */
const LAYERS = ['edges', 'edgeLabels', 'nodes', 'labels', 'hovers', 'hoverNodes', 'words'] as const

/** The picture's pixels on the theme's paper. */
export async function pictureAsPng(sigma: Sigma, colours: PictureColours): Promise<string> {
  const layers = sigma.getCanvases()
  const size = layers.nodes
  if (size === undefined) throw new Error('the picture has no layer of nodes')
  const canvas = document.createElement('canvas')
  canvas.width = size.width
  canvas.height = size.height
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no 2d canvas')
  context.fillStyle = colours.paper
  context.fillRect(0, 0, canvas.width, canvas.height)
  // What WebGL drew is gone at the end of the frame: it is drawn anew and copied in the same breath.
  sigma.refresh({ skipIndexation: true, schedule: false })
  for (const name of LAYERS) {
    const layer = layers[name]
    if (layer !== undefined && layer.width > 0) context.drawImage(layer, 0, 0, canvas.width, canvas.height)
  }
  return canvas.toDataURL('image/png').split(',')[1] ?? ''
}

const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/** What of a picture is seen as shapes and words, sharp at any size. */
export function pictureAsSvg(
  sigma: Sigma,
  colours: PictureColours,
  mapWords: readonly PlacedWords[],
): string {
  const { width, height } = sigma.getDimensions()
  const graph = sigma.getGraph()
  const places = new Map<string, Place>()
  graph.forEachNode((node) => {
    const data = sigma.getNodeDisplayData(node)
    if (data === undefined || data.hidden === true) return
    places.set(node, { ...sigma.framedGraphToViewport(data), size: sigma.scaleSize(data.size), data })
  })
  const lines: string[] = []
  graph.forEachEdge((edge, _, source, target) => {
    const data = sigma.getEdgeDisplayData(edge)
    const from = places.get(source)
    const to = places.get(target)
    if (data === undefined || data.hidden === true || from === undefined || to === undefined) return
    if (!isSeen(from, to, width, height)) return
    lines.push(
      `<line x1="${from.x.toFixed(1)}" y1="${from.y.toFixed(1)}" x2="${to.x.toFixed(1)}" y2="${to.y.toFixed(1)}" stroke="${data.color}" stroke-width="${data.size}"/>`,
    )
  })
  const signs: string[] = []
  const names: string[] = []
  const shownNames = sigma.getNodeDisplayedLabels()
  for (const [node, place] of places) {
    if (!isSeen(place, place, width, height)) continue
    signs.push(signAsSvg(place))
    if (shownNames.has(node) && place.data.label)
      names.push(
        `<text x="${place.x.toFixed(1)}" y="${(place.y + place.size + 12).toFixed(1)}">${escapeXml(place.data.label)}</text>`,
      )
  }
  const rim = mapWords.map(
    ({ words, x, y, isCentred }) =>
      `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-weight="600"${isCentred ? '' : ' text-anchor="start"'}>${escapeXml(words)}</text>`,
  )
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="100%" height="100%" fill="${colours.paper}"/>`,
    `<g>${lines.join('')}</g>`,
    `<g>${signs.join('')}</g>`,
    `<g font-family="${escapeXml(colours.font)}" font-size="12" text-anchor="middle" fill="${colours.strong}" stroke="${colours.paper}" stroke-width="3" paint-order="stroke">${names.join('')}${rim.join('')}</g>`,
    '</svg>',
  ].join('\n')
  return base64Of(new TextEncoder().encode(svg))
}

/** A sign where it stands, pixels. */
interface Place {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly data: NodeDisplayData & Partial<Sign>
}

/** False when both ends lie beyond the same side. */
const isSeen = (one: Place, other: Place, width: number, height: number): boolean =>
  Math.max(one.x + one.size, other.x + other.size) >= 0 &&
  Math.min(one.x - one.size, other.x - other.size) <= width &&
  Math.max(one.y + one.size, other.y + other.size) >= 0 &&
  Math.min(one.y - one.size, other.y - other.size) <= height

function signAsSvg({ x, y, size, data }: Place): string {
  const rimWidth = data.rimWidth ?? 0
  const look = `fill="${data.color}" stroke="${data.rimColor ?? data.color}" stroke-width="${rimWidth}"`
  // The rim lies inside the sign, an outline of SVG on its edge.
  const radius = Math.max(0.5, size - rimWidth / 2)
  const corners = GROUP_SHAPES[data.group ?? 'other']
  if (corners === null)
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius.toFixed(1)}" ${look}/>`
  const points = corners.map(([dx, dy]) => `${(x + dx * radius).toFixed(1)},${(y + dy * radius).toFixed(1)}`)
  return `<polygon points="${points.join(' ')}" ${look}/>`
}

/** In pieces: a call with a million arguments would overflow the stack. */
function base64Of(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(binary)
}
