/** Placed runs of a page come in, rows of lines go out: same baseline together, raised marks apart, cut at wide gaps. */
import type { Line, PlacedRun, RaisedMark, Row } from './page.ts'

/** A gap this many font sizes wide may part two columns; the widest gaps of justified text stay below it. */
const COLUMN_GAP = 1.8

// A gap above this share of the font size is a space the PDF did not write.
const SPACE_GAP = 0.12

// What a note's mark may be: «1», «(2)», «[3]», «*».
const MARK = /^[([]?(?:\d{1,3}|\*{1,3})[)\]]?$/

/** Where more than the gap tells of columns this much is enough; no space inside a line of a letterhead is so wide. */
export const TOLD_GAP = 0.6 * COLUMN_GAP

// A long issuer comes close to the motto beside it.
const MOTTO = /^(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG S\S+N VIỆT NAM)/

interface RowDraft {
  runs: PlacedRun[]
  raised: PlacedRun[]
  baseline: number
  size: number
}

/** Rows of a page, top to bottom. */
export function gatherRows(runs: readonly PlacedRun[]): readonly Row[] {
  const drafts = groupByBaseline(runs.filter((run) => run.text.trim() !== ''))
  const rows = attachRaised(drafts).map((draft) => cutRow(draft))
  return mergeOffsetColumns(rows)
}

function groupByBaseline(runs: readonly PlacedRun[]): RowDraft[] {
  const sorted = [...runs].sort((one, other) => one.baseline - other.baseline || one.left - other.left)
  const rows: RowDraft[] = []
  for (const run of sorted) {
    const last = rows.at(-1)
    const tolerance = 0.25 * Math.min(run.size, last?.size ?? run.size)
    if (last && Math.abs(run.baseline - last.baseline) <= tolerance) {
      last.runs.push(run)
      if (run.size > last.size) Object.assign(last, { size: run.size, baseline: run.baseline })
    } else rows.push({ runs: [run], raised: [], baseline: run.baseline, size: run.size })
  }
  return rows
}

/** Hangs rows of small raised marks on the line below them; in the PDF they have a baseline of their own. */
function attachRaised(rows: readonly RowDraft[]): readonly RowDraft[] {
  const kept: RowDraft[] = []
  rows.forEach((row, index) => {
    const host = rows.slice(index + 1, index + 4).find((other) => {
      const rise = other.baseline - row.baseline
      return row.size <= 0.85 * other.size && rise > 0.1 * other.size && rise < 0.7 * other.size
    })
    const marks = host ? row.runs.filter((run) => MARK.test(run.text.trim())) : []
    const rest = row.runs.filter((run) => !marks.includes(run))
    if (host) host.raised.push(...marks)
    if (rest.length > 0) kept.push({ ...row, runs: rest })
  })
  return kept
}

/** Whether the motto begins with this run: it may come whole or word by word. */
function isMottoFrom(runs: readonly PlacedRun[], index: number): boolean {
  const first = runs[index]?.text.trimStart() ?? ''
  if (!first.startsWith('CỘNG') && !first.startsWith('ĐẢNG')) return false
  const text = runs.slice(index).map((run) => run.text.trim())
  return MOTTO.test(text.join(' '))
}

function cutRow(draft: RowDraft): Row {
  const runs = [...draft.runs].sort((one, other) => one.left - other.left)
  const groups: PlacedRun[][] = []
  for (const [index, run] of runs.entries()) {
    const group = groups.at(-1)
    const previous = group?.at(-1)
    const gap = run.left - (previous?.right ?? run.left)
    const least = isMottoFrom(runs, index) ? TOLD_GAP : COLUMN_GAP
    if (group && previous && gap < least * Math.max(run.size, previous.size)) {
      group.push(run)
    } else groups.push([run])
  }
  return groups.map((group, index) => {
    const until = groups[index + 1]?.[0]?.left ?? Number.POSITIVE_INFINITY
    const from = group[0]?.left ?? 0
    const isMine = (mark: PlacedRun): boolean =>
      (index === 0 || mark.left >= from - 2 * mark.size) && mark.left < until - 2 * mark.size
    return lineOf(group, draft.raised.filter(isMine))
  })
}

/** Joins runs (left to right) into a line; a space goes where a gap shows one. */
export function lineOf(runs: readonly PlacedRun[], raised: readonly PlacedRun[] = []): Line {
  const size = Math.max(...runs.map((run) => run.size))
  const waiting = [...raised].sort((one, other) => one.left - other.left)
  const marks: RaisedMark[] = []
  let text = ''
  let end = Number.NEGATIVE_INFINITY
  for (const run of runs) {
    while (waiting[0] && waiting[0].left < run.left + 0.2 * run.size) {
      const mark = waiting.shift()
      if (!mark) break
      marks.push({ offset: text.trimEnd().length, text: mark.text.trim() })
      end = Math.max(end, mark.right)
    }
    const isApart = run.left - end > SPACE_GAP * size && text !== ''
    if (isApart && !/\s$/.test(text) && !/^\s/.test(run.text)) text += ' '
    text += run.text
    end = Math.max(end, run.right)
  }
  for (const mark of waiting) marks.push({ offset: text.trimEnd().length, text: mark.text.trim() })
  const lead = text.length - text.trimStart().length
  return {
    text: text.trim(),
    marks: marks.map((mark) => ({ ...mark, offset: Math.max(0, mark.offset - lead) })),
    left: runs[0]?.left ?? 0,
    right: Math.max(...runs.map((run) => run.right)),
    baseline: runs[0]?.baseline ?? 0,
    size,
    runs,
  }
}

/**
 * A letterhead's columns often stand on baselines of their own (three lines against two). Rows that overlap in height
 * and not in width become one row, so that the two columns are seen side by side.
 */
function mergeOffsetColumns(rows: readonly Row[]): readonly Row[] {
  const merged: Row[] = []
  for (const row of rows) {
    const last = merged.at(-1)
    if (last && isBeside(last, row)) {
      merged[merged.length - 1] = [...last, ...row].sort((one, other) => one.left - other.left)
    } else merged.push(row)
  }
  return merged
}

function isBeside(upper: Row, lower: Row): boolean {
  const top = Math.min(...upper.map((line) => line.baseline))
  const isNear = lower.every((line) => line.baseline - top < 0.7 * line.size)
  return (
    isNear && lower.every((line) => upper.every((other) => gapBetween(line, other) > COLUMN_GAP * line.size))
  )
}

const gapBetween = (one: Line, other: Line): number =>
  Math.max(one.left - other.right, other.left - one.right)
