/** A picture comes in as it stands on the screen; it goes out as a PNG or an SVG, in base64. */
import type Sigma from 'sigma'
import { mixColours } from './colours.ts'
import type { PictureColours } from './pictureColours.ts'

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

/** The picture as shapes and words, sharp at any size. */
export function pictureAsSvg(sigma: Sigma, colours: PictureColours): string {
  const { width, height } = sigma.getDimensions()
  const graph = sigma.getGraph()
  const at = (node: string) => {
    const data = sigma.getNodeDisplayData(node)
    if (data === undefined || data.hidden === true) return null
    return { ...sigma.framedGraphToViewport(data), size: sigma.scaleSize(data.size), data }
  }
  const lines: string[] = []
  graph.forEachEdge((edge, _, source, target) => {
    const data = sigma.getEdgeDisplayData(edge)
    const from = at(source)
    const to = at(target)
    if (data === undefined || data.hidden === true || from === null || to === null) return
    lines.push(
      `<line x1="${from.x.toFixed(1)}" y1="${from.y.toFixed(1)}" x2="${to.x.toFixed(1)}" y2="${to.y.toFixed(1)}" stroke="${data.color}" stroke-width="${data.size}"/>`,
    )
  })
  const circles: string[] = []
  const names: string[] = []
  const shownNames = sigma.getNodeDisplayedLabels()
  graph.forEachNode((node, attributes) => {
    const place = at(node)
    if (place === null) return
    const rim = String(attributes.borderColor ?? mixColours(colours.node, colours.paper, 1))
    circles.push(
      `<circle cx="${place.x.toFixed(1)}" cy="${place.y.toFixed(1)}" r="${place.size.toFixed(1)}" fill="${place.data.color}" stroke="${rim}" stroke-width="1.5"/>`,
    )
    if (shownNames.has(node) && place.data.label)
      names.push(
        `<text x="${place.x.toFixed(1)}" y="${(place.y + place.size + 12).toFixed(1)}">${escapeXml(place.data.label)}</text>`,
      )
  })
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="100%" height="100%" fill="${colours.paper}"/>`,
    `<g>${lines.join('')}</g>`,
    `<g>${circles.join('')}</g>`,
    `<g font-family="${escapeXml(colours.font)}" font-size="12" text-anchor="middle" fill="${colours.strong}" stroke="${colours.paper}" stroke-width="3" paint-order="stroke">${names.join('')}</g>`,
    '</svg>',
  ].join('\n')
  return base64Of(new TextEncoder().encode(svg))
}

/** In pieces: a call with a million arguments would overflow the stack. */
function base64Of(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(binary)
}
