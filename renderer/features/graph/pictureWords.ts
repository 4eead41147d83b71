/** A place on the canvas and words come in; the words stand there, with a rim of paper so that lines do not strike them. */
import type Sigma from 'sigma'
import type { NodeLabelDrawingFunction } from 'sigma/rendering'
import type { Level } from '../../../shared/contract/instrument.ts'
import type { BandMap } from './bandLayout.ts'
import type { NameRoom } from './nameRoom.ts'
import type { PictureColours } from './pictureColours.ts'

type DrawName = NodeLabelDrawingFunction

/** Room left beside a name. */
const NAME_GAP_PX = 3

/** Words at the rim of a map of time. */
export interface MapWords {
  readonly levelOf: (level: Level) => string
  readonly undated: string
}

/** The name under its sign. */
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

/** Draws names that keep clear of each other; a marked one is drawn whatever stands there. */
export const drawNamesIn =
  (room: NameRoom, colours: PictureColours): DrawName =>
  (context, data, settings) => {
    if (!data.label) return
    context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`
    const half = context.measureText(data.label).width / 2 + NAME_GAP_PX
    const top = data.y + data.size
    const box = { left: data.x - half, right: data.x + half, top, bottom: top + settings.labelSize + 2 }
    const isMarked = 'forceLabel' in data && data.forceLabel === true
    if (room.take(box, isMarked)) drawName(context, data, settings, colours)
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

/** Words at a place of the canvas, in pixels. */
export interface PlacedWords {
  readonly words: string
  readonly x: number
  readonly y: number
  readonly isCentred: boolean
}

/**
 * Writes years along the top and levels along the left of the map there is, kept in sight, on a layer of their own.
 * Gives a way to ask what stands there now.
 */
export function drawMapWords(
  sigma: Sigma,
  words: MapWords,
  colours: PictureColours,
  mapNow: () => BandMap | null,
): () => readonly PlacedWords[] {
  sigma.createCanvasContext('words', { style: { pointerEvents: 'none' } })
  const canvas = sigma.getCanvases().words
  const context = canvas?.getContext('2d') ?? null
  let placed: readonly PlacedWords[] = []
  sigma.on('afterRender', () => {
    if (canvas === undefined || context === null) return
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
    const map = mapNow()
    context.font = `600 ${YEAR_FONT_PX}px ${colours.font}`
    placed = map === null ? [] : placeWords(sigma, map, words, (name) => context.measureText(name).width)
    for (const { words: name, x, y, isCentred } of placed) {
      context.textAlign = isCentred ? 'center' : 'left'
      writeRimmed(context, name, x, y, colours)
    }
  })
  return () => placed
}

function placeWords(
  sigma: Sigma,
  map: BandMap,
  words: MapWords,
  widthOf: (name: string) => number,
): readonly PlacedWords[] {
  const { height } = sigma.getDimensions()
  const columns = map.years.map(({ year, x }) => ({ year, at: sigma.graphToViewport({ x, y: map.top }) }))
  const step = Math.abs((columns[1]?.at.x ?? 0) - (columns[0]?.at.x ?? 0))
  const every = step <= 0 ? 1 : ([1, 2, 5, 10, 20].find((years) => step * years >= YEAR_ROOM_PX) ?? 50)
  const years = columns
    .filter(({ year }) => year === null || year % every === 0)
    .map(({ year, at }) => ({
      words: year === null ? words.undated : String(year),
      x: at.x,
      y: Math.max(16, at.y),
      isCentred: true,
    }))
  const levels = map.levels.flatMap(({ level, y }) => {
    const at = sigma.graphToViewport({ x: map.left, y })
    const name = words.levelOf(level)
    if (at.y <= 24 || at.y >= height) return []
    return [{ words: name, x: Math.max(8, at.x - widthOf(name)), y: at.y + 4, isCentred: false }]
  })
  return [...years, ...levels]
}
