/** The split number of metadata, a citation or an instrument in, the number as it is written out. */

/** Number, year and symbol as they are stored apart. */
export interface SplitNumber {
  readonly number: string | null
  readonly symbol: string | null
  readonly year: number | null
}

/** Symbols with a slash are the Party's («KH/BDVTU») and follow a hyphen; the old Council's acts do too («53-HĐBT»). */
const FOLLOWS_HYPHEN = /\/|^(?:HĐBT|HĐCP)$/ // NQ/TW

/**
 * «41», «KH/BDVTU» → «41-KH/BDVTU» (Hướng dẫn 36-HD/VPTW); «59», 2023, «NĐ-CP» → «59/2023/NĐ-CP» (Nghị định 30/2020); null
 * without number or symbol. An empty part counts as none.
 */
export function fullNumber({ number, symbol, year }: SplitNumber): string | null {
  if (!number) return symbol || null
  if (!symbol) return number
  if (year !== null) return `${number}/${year}/${symbol}`
  return `${number}${FOLLOWS_HYPHEN.test(symbol) ? '-' : '/'}${symbol}`
}
