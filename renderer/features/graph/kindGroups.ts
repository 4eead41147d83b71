/** A kind of document comes in; the group it is drawn in goes out, with the colour and the codes that tell it in a legend. */
import { foldWord } from '../../../shared/vietnamese/fold.ts'

/** Groups by what a kind does: sets the course, regulates, plans, reports, or asks and informs. */
export const KIND_GROUPS = ['course', 'rule', 'plan', 'report', 'other'] as const
/** @see KIND_GROUPS */
export type KindGroup = (typeof KIND_GROUPS)[number]

const KINDS: Readonly<Record<Exclude<KindGroup, 'other'>, readonly string[]>> = {
  course: ['nghi quyet', 'chi thi', 'ket luan', 'nghi quyet lien tich'],
  rule: [
    'quyet dinh',
    'quy dinh',
    'quy che',
    'luat',
    'bo luat',
    'nghi dinh',
    'thong tu',
    'phap lenh',
    'dieu le',
  ],
  plan: ['ke hoach', 'chuong trinh', 'chuong trinh hanh dong', 'de an', 'huong dan', 'phuong an'],
  report: ['bao cao', 'bien ban', 'to trinh'],
}

/** The group of a kind; null and unknown kinds are «other». */
export function kindGroupOf(kind: string | null): KindGroup {
  if (kind === null) return 'other'
  const folded = foldWord(kind.trim())
  return KIND_GROUPS.find((group) => group !== 'other' && KINDS[group].includes(folded)) ?? 'other'
}

/** A corner of a sign; its circle has radius 1, y grows downwards. */
export type Corner = readonly [x: number, y: number]

/** Signs of groups, so that colour is not all that tells them apart. Null is the full circle. */
export const GROUP_SHAPES: Readonly<Record<KindGroup, readonly Corner[] | null>> = {
  course: null,
  rule: [
    [-0.86, -0.86],
    [0.86, -0.86],
    [0.86, 0.86],
    [-0.86, 0.86],
  ],
  plan: [
    [0, -1],
    [0.99, 0.72],
    [-0.99, 0.72],
  ],
  report: [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ],
  other: [
    [0, 1],
    [-0.99, -0.72],
    [0.99, -0.72],
  ],
}

/** Colours of groups on light and on dark paper: no red among them, and each of its own lightness. */
export const GROUP_COLOURS: Readonly<Record<'light' | 'dark', Readonly<Record<KindGroup, string>>>> = {
  light: { course: '#1F3A5F', rule: '#5B4B8A', plan: '#2F7F6F', report: '#9A7B1F', other: '#7A7F85' },
  dark: { course: '#9CC3F5', rule: '#C3B1F0', plan: '#6FCBB6', report: '#E3C565', other: '#A5ABB2' },
}
