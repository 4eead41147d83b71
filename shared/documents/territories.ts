/** A body's name comes in; the places named in it («xã Bằng Mạc, huyện Chi Lăng, tỉnh Lạng Sơn») go out. */
import type { Span } from '../contract/document.ts'

/** Kinds of places with a committee or a council of their own. */
export const PLACE_KINDS = [
  'tỉnh',
  'thành phố',
  'huyện',
  'quận',
  'thị xã',
  'thị trấn',
  'xã',
  'phường',
  'đặc khu',
] as const
/** @see PLACE_KINDS */
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** A place named with its kind. `written` is exactly the stretch of text, offsets in the text given. */
export interface NamedPlace extends Span {
  readonly kind: PlaceKind
  readonly name: string
  readonly written: string
}

/** «huyện Chi Lăng», «thành phố Hồ Chí Minh», «phường 12», «TP. Lạng Sơn»: kind, then capitalised words or a number. */
const PLACE =
  /(?<!\p{L})(tỉnh|thành phố|TP\.?|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)\s+(\d{1,2}(?!\d)|\p{Lu}[\p{L}'’]*(?:(?:\s+-\s+|[\s-])\p{Lu}[\p{L}'’]*)*)/gu

/** The places named with their kind, in order. */
export function placesIn(text: string): readonly NamedPlace[] {
  const places: NamedPlace[] = []
  for (const match of text.matchAll(PLACE)) {
    const [written, kindWord = '', name = ''] = match
    places.push({
      kind: placeKind(kindWord),
      name,
      written,
      start: match.index,
      end: match.index + written.length,
    })
  }
  return places
}

function placeKind(word: string): PlaceKind {
  return PLACE_KINDS.find((kind) => kind === word) ?? 'thành phố' // TP. Lạng Sơn
}
