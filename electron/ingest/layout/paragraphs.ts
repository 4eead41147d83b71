/** Lines of one column come in, in reading order and over page ends; paragraphs rejoined from them go out. */
import { type FlowNote, type FlowParagraph, paragraphOf } from '../flow.ts'
import { type Line, medianOf } from './page.ts'

/** A line, the page it stands on, and the notes its marks point at. */
export interface PlacedLine {
  readonly line: Line
  readonly page: number
  readonly notes: readonly FlowNote[]
}

/** The edges of the column lines were set in, in points. */
export interface Frame {
  readonly left: number
  readonly right: number
}

// What opens a list item: «- », «+ », «• », «1. », «2.1. », «a) », «(1) », «IV. ».
const LIST_MARKER =
  /^(?:[-–—+•*]\s|\(?\d{1,3}(?:\.\d{1,3})*[.)]\s|\d{1,3}(?:\.\d{1,3})+\s|[a-zđ]\)\s|[IVX]{1,6}[.)]\s)/u

// What opens a division of a decree: «Điều 5.», «Chương II», «Mục 1.», «Phần thứ nhất».
const DIVISION = /^(?:Điều \d+|Chương [IVXLC\d]+|Mục \d+|Phần (?:thứ|[IVX]))/u

const leadingMedian = (lines: readonly PlacedLine[]): number =>
  medianOf(
    lines.slice(1).flatMap((placed, index) => {
      const above = lines[index]
      const gap = placed.line.baseline - (above?.line.baseline ?? 0)
      return above?.page === placed.page && gap > 0 ? [gap / placed.line.size] : []
    }),
  )

/** Whether a line stands in the middle of its column with room on both sides. */
export function isCentred(line: Line, frame: Frame): boolean {
  const off = Math.abs((line.left + line.right) / 2 - (frame.left + frame.right) / 2)
  return (
    off < 0.8 * line.size &&
    line.left > frame.left + 1.5 * line.size &&
    line.right < frame.right - 1.5 * line.size
  )
}

const firstWordWidth = (line: Line): number => {
  const word = line.text.split(/\s/, 1)[0] ?? ''
  return ((line.right - line.left) / Math.max(1, line.text.length)) * word.length
}

/** Had the next line's first word fitted, the writer broke the line on purpose. */
function wouldFit(above: Line, next: Line, width: number): boolean {
  return above.right - above.left + 0.3 * above.size + firstWordWidth(next) < width - 0.4 * above.size
}

const isAllCapitals = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)

type Joint = 'wrapped' | 'broken' | 'apart'

interface Context {
  readonly frame: Frame
  /** The usual distance of baselines, in font sizes. */
  readonly leading: number
}

/** How a line goes on from the one above: wrapped by the margin, broken on purpose, or a paragraph of its own. */
function jointOf(above: PlacedLine, next: PlacedLine, { frame, leading }: Context): Joint {
  const upper = above.line
  const lower = next.line
  const isSamePage = above.page === next.page
  if (Math.abs(upper.size - lower.size) > 0.12 * Math.max(upper.size, lower.size)) return 'apart'
  const gap = (lower.baseline - upper.baseline) / lower.size
  const isLoose = isSamePage && gap > Math.max(leading * 1.25, 1.3)
  const isUpperCentred = isCentred(upper, frame)
  const isLowerCentred = isCentred(lower, frame)
  if (isUpperCentred || isLowerCentred)
    return centredJoint(
      upper,
      lower,
      isUpperCentred && isLowerCentred,
      frame,
      gap > Math.max(leading * 1.6, 1.7),
    )
  if (
    isAllCapitals(upper.text) !== isAllCapitals(lower.text) &&
    isAllCapitals(upper.text) &&
    /^\S+ \S+/.test(upper.text)
  )
    return 'apart'
  if (wouldFit(upper, lower, frame.right - upper.left)) return 'apart'
  const isIndented = lower.left > frame.left + 0.8 * lower.size
  if (DIVISION.test(lower.text) && isIndented) return 'apart'
  if (LIST_MARKER.test(lower.text) && (isIndented || /[.;:,…”"]$/.test(upper.text))) return 'apart'
  // A hanging list item goes on deeper than its marker; anything else that moves right opens a paragraph.
  const isHanging = LIST_MARKER.test(upper.text)
  if (isIndented && lower.left > upper.left + 0.8 * lower.size && !isHanging) return 'apart'
  if (isIndented && Math.abs(lower.left - upper.left) < 0.5 * lower.size && /[.;:!?…]$/.test(upper.text)) {
    return isLoose || isFirstIndent(lower, frame) ? 'apart' : 'wrapped'
  }
  return isLoose && /[.;:!?…”"]$/.test(upper.text) ? 'apart' : isLoose && isIndented ? 'apart' : 'wrapped'
}

// Word's usual first-line indent is 1 to 1.27 cm: 28 to 36 points.
const isFirstIndent = (line: Line, frame: Frame): boolean => {
  const indent = line.left - frame.left
  return indent > 20 && indent < 60
}

function centredJoint(upper: Line, lower: Line, areBoth: boolean, frame: Frame, isLoose: boolean): Joint {
  const isWrap = !wouldFit(upper, lower, frame.right - frame.left)
  const isSameCase = isAllCapitals(upper.text) === isAllCapitals(lower.text)
  if (isLoose || !isSameCase || LIST_MARKER.test(lower.text) || DIVISION.test(lower.text)) return 'apart'
  if (/^[-–—_*\s]+$/.test(upper.text) || /^[-–—_*\s]+$/.test(lower.text)) return 'apart'
  if (isWrap) return 'wrapped'
  return areBoth ? 'broken' : 'apart'
}

/**
 * Whether the two ends join without a space: «217-» + «QĐ/TW», «59/2023/» + «NĐ-CP», «25» + «-NQ/TW».
 * «2021 -» + «2025» keeps its space, since a space already stood before the dash.
 */
export function joinsTight(upper: string, lower: string): boolean {
  if (/[\p{L}\d][-‑/]$/u.test(upper) && /^[\p{L}\d]/u.test(lower)) return true
  return /\d$/.test(upper) && /^[-‑/]\p{Lu}/u.test(lower)
}

/** Rejoins lines into paragraphs. */
export function joinLines(lines: readonly PlacedLine[], frame: Frame): readonly FlowParagraph[] {
  const context = { frame, leading: leadingMedian(lines) }
  const groups: { members: PlacedLine[]; joints: Joint[] }[] = []
  for (const placed of lines) {
    const group = groups.at(-1)
    const above = group?.members.at(-1)
    const joint = above ? jointOf(above, placed, context) : 'apart'
    if (group && joint !== 'apart') {
      group.members.push(placed)
      group.joints.push(joint)
    } else groups.push({ members: [placed], joints: ['apart'] })
  }
  let page = lines[0]?.page ?? 0
  return groups.map(({ members, joints }) => {
    // Pieces and a running length: a paragraph of 90,000 lines is a real trap, and looking at its end each time is not free.
    const pieces: string[] = []
    let length = 0
    const add = (piece: string): void => {
      pieces.push(piece)
      length += piece.length
    }
    const notes: FlowNote[] = []
    const pageBreaks: number[] = []
    members.forEach((placed, index) => {
      const above = members[index - 1]
      if (above && !joinsTight(above.line.text, placed.line.text))
        add(joints[index] === 'broken' ? '\n' : ' ')
      for (; page < placed.page; page += 1) pageBreaks.push(length)
      for (const note of placed.notes) notes.push({ ...note, offset: note.offset + length })
      add(placed.line.text)
    })
    const text = pieces.join('')
    const centred = members.every((placed) => isCentred(placed.line, frame))
    const kind = LIST_MARKER.test(text) ? 'listItem' : 'paragraph'
    return paragraphOf(text, { kind, notes, pageBreaks, isCentred: centred })
  })
}
