/** A place on the canvas and words come in; the words stand there, with a rim of paper so that lines do not strike them. */
import type Sigma from 'sigma'
import type { NodeLabelDrawingFunction } from 'sigma/rendering'
import type { Level } from '../../../shared/contract/instrument.ts'
import type { BandMap } from './bandLayout.ts'
import type { PictureColours } from './pictureColours.ts'

type DrawName = NodeLabelDrawingFunction

/** Words at the rim of a map of time. */
export interface MapWords {
  readonly levelOf: (level: Level) => string
  readonly undated: string
}

/** The name under its circle. */
export function drawName(
  context: Parameters<DrawName>[0],
  data: Parameters<DrawName>[1],
  settings: Parameters<DrawName>[2],
  colours: PictureColours,
): void {
  if (!data.label) return
  context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`
  context.textAlign = 'center'
  writeRimmed(context, data.label, data.x, data.y + data.size + settings.labelSize + 1, colours)
  context.textAlign = 'start'
}

function writeRimmed(
  context: CanvasRenderingContext2D,
  words: string,
  x: number,
  y: number,
  colours: PictureColours,
): void {
  context.lineJoin = 'round'
  context.lineWidth = 4
  context.strokeStyle = colours.paper
  context.fillStyle = colours.strong
  context.strokeText(words, x, y)
  context.fillText(words, x, y)
}

const YEAR_FONT_PX = 12
/** Room a year's figures need; when columns are nearer, every second or fifth year is written. */
const YEAR_ROOM_PX = 44

/** Writes years along the top and levels along the left of a map, kept in sight, on a layer of their own. */
export function drawMapWords(
  sigma: Sigma,
  map: BandMap,
  words: MapWords,
  colours: PictureColours,
  isOnMap: () => boolean,
): void {
  sigma.createCanvasContext('words', { style: { pointerEvents: 'none' } })
  const canvas = sigma.getCanvases().words
  const context = canvas?.getContext('2d') ?? null
  if (canvas === undefined || context === null) return
  sigma.on('afterRender', () => {
    const { width, height } = sigma.getDimensions()
    const scale = window.devicePixelRatio || 1
    if (canvas.width !== width * scale || canvas.height !== height * scale) {
      canvas.width = width * scale
      canvas.height = height * scale
      canvas.style.width = `${width}px`
      canvas.style.height = `${height}px`
    }
    context.setTransform(scale, 0, 0, scale, 0, 0)
    context.clearRect(0, 0, width, height)
    if (!isOnMap()) return
    context.font = `600 ${YEAR_FONT_PX}px ${colours.font}`
    context.textAlign = 'center'
    const columns = map.years.map(({ year, x }) => ({
      year,
      at: sigma.graphToViewport({ x, y: map.top }),
    }))
    const step = Math.abs((columns[1]?.at.x ?? 0) - (columns[0]?.at.x ?? 0))
    const every = step <= 0 ? 1 : ([1, 2, 5, 10, 20].find((years) => step * years >= YEAR_ROOM_PX) ?? 50)
    for (const { year, at } of columns) {
      if (year !== null && year % every !== 0) continue
      writeRimmed(context, year === null ? words.undated : String(year), at.x, Math.max(16, at.y), colours)
    }
    context.textAlign = 'left'
    for (const { level, y } of map.levels) {
      const at = sigma.graphToViewport({ x: map.left, y })
      if (at.y > 24 && at.y < height) {
        const name = words.levelOf(level)
        writeRimmed(context, name, Math.max(8, at.x - context.measureText(name).width), at.y + 4, colours)
      }
    }
  })
}
