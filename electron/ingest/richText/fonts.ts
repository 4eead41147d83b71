/** What an RTF font table says comes in; how to turn that font's bytes into Unicode goes out. */
import iconv from 'iconv-lite'

/** A font of the table: its name and the code page of its characters. */
export interface RtfFont {
  readonly name: string
  readonly codePage: string
}

// Windows character sets («\fcharset163» is Vietnamese) by number.
const CODE_PAGES: ReadonlyMap<number, string> = new Map([
  [77, 'macroman'],
  [128, 'win932'],
  [129, 'win949'],
  [134, 'win936'],
  [136, 'win950'],
  [161, 'win1253'],
  [162, 'win1254'],
  [163, 'win1258'],
  [177, 'win1255'],
  [178, 'win1256'],
  [186, 'win1257'],
  [204, 'win1251'],
  [222, 'win874'],
  [238, 'win1250'],
])

/** The code page of a character set; sets 0 and 1 mean the document's own («\ansicpg1258»). */
export function codePageOf(charset: number, documentPage: string): string {
  return CODE_PAGES.get(charset) ?? documentPage
}

/** Decodes bytes; a page iconv does not know reads as Western, as Word does. */
export function decodeBytes(bytes: readonly number[], codePage: string): string {
  return iconv.decode(Buffer.from(bytes), iconv.encodingExists(codePage) ? codePage : 'win1252')
}
