/** A font name goes in; the legacy encoding its letters are in comes out. */
import type { LegacyEncoding } from './encodings.ts'

/** What a font says of the text set in it. `isCapital`: its lower-case codes show capital letters (.VnTimeH). */
export interface FontEncoding {
  readonly encoding: LegacyEncoding
  readonly isCapital: boolean
}

const FONT_FAMILIES: readonly { readonly pattern: RegExp; readonly encoding: LegacyEncoding }[] = [
  { pattern: /^\.vn/i, encoding: 'tcvn3' }, // «.VnTime», «.VnArialH», «.VNHELVETINSH»
  { pattern: /^Vn(?=[A-Z])(?!i\b)/, encoding: 'tcvn3' }, // «VnTime» where a converter dropped the dot
  { pattern: /^vni[-\s_]/i, encoding: 'vni' }, // «VNI-Times», «VNI Helve»
  { pattern: /^vps[-\s_]/i, encoding: 'vps' }, // «VPS Times», «VPS-Long An»
  { pattern: /^(?:viscii|vi)[-\s_]/i, encoding: 'viscii' }, // «VI Times», «VISCII Arial»
]

/** A capital font of the .Vn family: «.VnTimeH», «.VnArial NarrowH», also in bold: «.VnTimeH,Bold». */
const CAPITAL_FONT = /[a-z\s]H(?:[,\s-]*(?:Bold|Italic|BoldItalic))*$/

/**
 * The encoding a font was made for, or null for a Unicode font.
 * PDF subset prefixes («ABCDEF+») are ignored; UTM, UVN and SVN families are Unicode.
 */
export function fontEncoding(fontName: string): FontEncoding | null {
  const name = fontName.replace(/^[A-Z]{6}\+/, '').trim() // «BCDEEE+.VnTime»
  const family = FONT_FAMILIES.find(({ pattern }) => pattern.test(name))
  if (family === undefined) return null
  const isCapital = family.encoding === 'tcvn3' && (CAPITAL_FONT.test(name) || /^\.VN[A-Z]+H$/.test(name)) // «.VNTIMEH»
  return { encoding: family.encoding, isCapital }
}
