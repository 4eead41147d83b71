/** Stamps and marks of a header come in; secrecy and urgency go out in ordinary case. */
import type { Span } from '../contract/document.ts'
import { foldWord } from '../vietnamese/fold.ts'
import { SECRECY, URGENCY } from './headerPatterns.ts'
import type { HeaderPiece } from './headerZone.ts'

/** A mark read: its words as the law names them, and where it stands. */
export interface Mark extends Span {
  readonly value: string
}

/** Degrees of secrecy (Luật Bảo vệ bí mật nhà nước 117/2025/QH15) by their bare words. */
const SECRECY_NAMES: Readonly<Record<string, string>> = {
  mat: 'Mật',
  'toi mat': 'Tối mật',
  'tuyet mat': 'Tuyệt mật',
}
/** Degrees of urgency (Nghị định 30/2020/NĐ-CP) by their bare words. */
const URGENCY_NAMES: Readonly<Record<string, string>> = {
  khan: 'Khẩn',
  'thuong khan': 'Thượng khẩn',
  'hoa toc': 'Hỏa tốc',
  'hoa toc hen gio': 'Hỏa tốc hẹn giờ',
}

/** The secrecy stamp, null for an open document. */
export function readSecrecy(pieces: readonly HeaderPiece[]): Mark | null {
  return readMark(pieces, 'secrecy', SECRECY, SECRECY_NAMES)
}

/** The urgency stamp, null when there is none. */
export function readUrgency(pieces: readonly HeaderPiece[]): Mark | null {
  return readMark(pieces, 'urgency', URGENCY, URGENCY_NAMES)
}

function readMark(
  pieces: readonly HeaderPiece[],
  role: 'secrecy' | 'urgency',
  pattern: RegExp,
  names: Readonly<Record<string, string>>,
): Mark | null {
  const found = pieces.find((each) => each.role === role)
  if (!found) return null
  const value = names[pattern.exec(foldWord(found.piece.text))?.[1] ?? '']
  return value === undefined ? null : { value, start: found.piece.start, end: found.piece.end }
}
