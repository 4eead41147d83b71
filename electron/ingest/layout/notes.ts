/** Rows of one page come in; out come the body's rows and the footnotes under it, told by font size and by their marks. */
import type { Line, Row } from './page.ts'

/** A footnote as it stands at the foot of the page. */
export interface FootNote {
  readonly mark: string
  readonly lines: readonly Line[]
}

/** A page parted into body and notes. `continued` are note lines with no mark: they go on from the page before. */
export interface NotedPage {
  readonly body: readonly Row[]
  readonly notes: readonly FootNote[]
  readonly continued: readonly Line[]
}

const bareMark = (text: string): string => text.replace(/[()[\]\s.]/g, '')

/** The mark a note's first line starts with, raised («¹ Xem …») or not («1. Xem …», «(1) Xem …»), null without one. */
function leadingMark(line: Line): { mark: string; line: Line } | null {
  const raised = line.marks[0]
  if (raised && raised.offset === 0) {
    return { mark: bareMark(raised.text), line: { ...line, marks: line.marks.slice(1) } }
  }
  const match = /^([([]?(?:\d{1,3}|\*{1,3})[)\]]?[.:]?)(?=\s|\p{L})\s*/u.exec(line.text)
  if (!match?.[1]) return null
  const rest = { ...line, text: line.text.slice(match[0].length), marks: [] }
  return { mark: bareMark(match[1]), line: rest }
}

/**
 * Notes are the smaller rows at the foot of the page whose marks stand raised in the body: «Nơi nhận» is small and at
 * the foot too, but nothing points at it.
 */
export function partNotes(rows: readonly Row[], bodySize: number, wasInNotes: boolean): NotedPage {
  let first = rows.length
  while (first > 0 && rows[first - 1]?.every((line) => line.size < 0.94 * bodySize)) first -= 1
  const body = rows.slice(0, first)
  const marks = new Set(
    body.flatMap((row) => row.flatMap((line) => line.marks.map((one) => bareMark(one.text)))),
  )
  const zone = rows.slice(first)
  const notes: { mark: string; lines: Line[] }[] = []
  const loose: Row[] = []
  const continued: Line[] = []
  for (const row of zone) {
    const [line, ...others] = row
    if (!line) continue
    const lead = leadingMark(line)
    if (lead && marks.has(lead.mark) && !notes.some((note) => note.mark === lead.mark)) {
      notes.push({ mark: lead.mark, lines: [lead.line, ...others] })
    } else if (notes.length > 0) notes.at(-1)?.lines.push(...row)
    else if (wasInNotes && body.length > 0) continued.push(...row)
    else loose.push(row)
  }
  // Small rows with no note after them and none before are body text in a small font.
  return { body: [...body, ...loose], notes, continued: notes.length > 0 || wasInNotes ? continued : [] }
}

/** Puts raised marks that are no notes back into the text («m²» stays «m2», glued as it was). */
export function restoreMarks(line: Line, isNote: (mark: string) => boolean): Line {
  if (line.marks.length === 0) return line
  let text = line.text
  const kept: { offset: number; text: string }[] = []
  let shift = 0
  for (const mark of line.marks) {
    if (isNote(bareMark(mark.text))) kept.push({ offset: mark.offset + shift, text: bareMark(mark.text) })
    else {
      text = text.slice(0, mark.offset + shift) + mark.text + text.slice(mark.offset + shift)
      shift += mark.text.length
    }
  }
  return { ...line, text, marks: kept }
}
