/** Answers of bodies come in; the same go out with the gaps first, and how many bodies stand in each state. */
import type { BodyAnswer } from '../../../shared/contract/tracing.ts'

const ORDER: Readonly<Record<BodyAnswer['state'], number>> = {
  none: 0,
  report_without_plan: 1,
  plan_without_report: 2,
  complete: 3,
}

/** Those who did nothing first; inside a state the order of the list stays. */
export const gapsFirst = (answers: readonly BodyAnswer[]): readonly BodyAnswer[] =>
  answers.toSorted((one, other) => ORDER[one.state] - ORDER[other.state])

/** Bodies by state. */
export function countStates(answers: readonly BodyAnswer[]): Readonly<Record<BodyAnswer['state'], number>> {
  const counts = { none: 0, report_without_plan: 0, plan_without_report: 0, complete: 0 }
  for (const { state } of answers) counts[state] += 1
  return counts
}

/** Names of a pasted list, one a line: numbering and bullets («1. Huyện ủy Bình Gia», «- Xã Gia Lộc;») fall away. */
export const namesOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .normalize('NFC')
      .split(/\r?\n/)
      .map((line) =>
        line
          // «1. », «2) », «- », «• »
          .replace(/^\s*(?:\d+\s*[.)]|[-–•+*])\s*/, '')
          // «Xã Gia Lộc;»
          .replace(/[;,.\s]+$/, '')
          .trim(),
      )
      .filter((name) => name !== ''),
  ),
]
