/** A text whose lines were lost in copying comes in; the same text with its lines opened again goes out, length unchanged. */
import { KIND_WORDS } from './kinds.ts'

const HEADING = '(?:CỘNG H[ÒO][ÀA] XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM)'
/** Quốc hiệu or the Party's name, the number and the day on one line: a first page that was flattened. */
const FLAT = new RegExp(`^(?=[^\\n]*${HEADING})(?=[^\\n]*\\sSố\\s?:?\\s)(?=[^\\n]*\\sngày\\s)`, 'mu')
/** The two cells of a letterhead, each on a line of its own: issuer and number, then heading, motto, place and day. */
const FLAT_CELLS = new RegExp(
  `^[\\p{Lu}\\s.,–-]{6,160}\\sSố\\s?:[^\\n]{1,80}\\n(?:[\\s|]*\\n)?${HEADING}\\s[^\\n]*,\\sngày\\s`,
  'mu',
)
/** A first page stands within these characters. */
const HEAD_LENGTH = 1500
const KINDS = KIND_WORDS.map((word) => word.toUpperCase()).join('|')
/** Spaces where a line of a first page began. The motto, the number, the place and day, the kind. */
const HEADER_BREAKS: readonly RegExp[] = [
  /\s(?=-{3,})|(?<=-{3})\s/gu, // LẠNG SƠN ------- Số: 52/2018/QĐ-UBND
  /\s(?=CỘNG H[ÒO][ÀA] XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM)/gu, // ỦY BAN NHÂN DÂN CỘNG HÒA …
  /(?<=VIỆT NAM)\s(?=\p{Lu}{2})/gu, // … VIỆT NAM HUYỆN GIÁ RAI
  /\s(?=Độc lập\s[-–]\sTự do)|(?<=Hạnh phúc)\s/gu, // Độc lập - Tự do - Hạnh phúc Số:
  /\s(?=\*\s)|(?<=\s\*)\s/gu, // … XÃ LA BẰNG * Số 09-KH/ĐU
  /(?<=^ĐẢNG BỘ\s[\p{Lu}\s]{2,40})\s(?=(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|ĐẢNG)\sỦY\s|CHI BỘ\s)/gmu, // ĐẢNG BỘ HUYỆN ĐẠI TỪ ĐẢNG ỦY XÃ LA BẰNG
  /\s(?=Số\s?:?\s?[\d/.…])/gu, // … Số: 12/QĐ-UBND
  /(?<=\p{Lu}|\*|-)\s(?=(?:\p{Lu}\p{Ll}+[\s-]){0,4}\p{Lu}\p{Ll}+,\sngày\s)/gu, // QĐ-UBND Giá Rai, ngày
  /(?<=\d{4})\s(?=V\/v\s)|(?<=[.\p{Ll}])\s(?=Kính gửi\s?:)/gu, // … năm 2010 V/v báo cáo … Kính gửi:
  /(?<=^\s*\d{1,2}\.)\s(?=\p{Lu}{2})/gu, // 1. UBND TỈNH NINH THUẬN
  new RegExp(`(?<=\\d{4})\\s(?=(?:${KINDS})(?!\\p{L}))`, 'gu'), // … năm 2013 QUYẾT ĐỊNH
  new RegExp(`(?<=\\d{4}\\s(?:${KINDS}))\\s`, 'gu'), // QUYẾT ĐỊNH Ban hành Quy chế
  /(?<=\p{Ll}|\d)\s(?=(?:CHỦ TỊCH|ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|BỘ TRƯỞNG|GIÁM ĐỐC)\s(?:\p{Lu}+\s)*Căn cứ\s)/gu, // … huyện CHỦ TỊCH ỦY BAN … Căn cứ
]
/** Spaces where a line of the text or of the last page began. */
const TEXT_BREAKS =
  /(?<=[;:.,]|\p{Lu})\s(?=(?:-\s)?(?:Căn cứ|Xét đề nghị|Theo đề nghị)\s)|(?<=\p{Ll}|\d)\s(?=-\s?Căn cứ\s)|(?<=;)\s(?=Thực hiện\s)|(?<=[,.;])\s(?=(?:QUYẾT ĐỊNH|QUYẾT NGHỊ)\s?:)|(?<=[.:/])\s(?=Điều\s\d{1,3}\.\s)|(?<=[.:/])\s(?=Nơi nhận\s?:)|(?<=[.;/])\s(?=(?:T\/M|TM\.|K\/T|KT\.|TL\.|T\/L)\s\p{Lu}{2})/gu
const RECIPIENTS = /Nơi nhận\s?:[^\n]*/gu
/** A signature block on one line: authority, office, «(đã ký)», the name at the very end. */
const SIGNATURE = /^(?:T\/M|TM\.|K\/T|KT\.|TL\.|T\/L)\s\p{Lu}{2}[^\n]*$/gmu
const SIGNATURE_BREAKS =
  /(?<=\p{Lu})\s(?=(?:KT\.|K\/T)\s)|(?<=\p{Lu}{2})(?<!\s(?:PHÓ|BAN|ĐOÀN|TỔNG|K\/T|T\/L|T\/M))\s(?=(?:PHÓ |TỔNG )?(?:BÍ THƯ|CHỦ TỊCH|CHỦ NHIỆM|TRƯỞNG BAN|TRƯỞNG PHÒNG|GIÁM ĐỐC|HIỆU TRƯỞNG|CHÁNH VĂN PHÒNG|BỘ TRƯỞNG|THỨ TRƯỞNG)(?!\p{L}))|\s(?=\([Đđ]ã ký)|(?<=\p{Lu}{2}|\))\s(?=(?:\p{Lu}\p{Ll}+\s){1,4}\p{Lu}\p{Ll}+\s*$)/gu // T/M ĐẢNG ỦY BÍ THƯ Nịnh Quốc Hoàn

/** Opens the lines of a flattened text; any other text comes back as it is. */
export function openLines(text: string): string {
  const head = text.slice(0, HEAD_LENGTH)
  const cells = FLAT_CELLS.exec(head)
  const start = cells?.index ?? FLAT.exec(head)?.index
  if (start === undefined) return text
  const newline = text.indexOf('\n', start + (cells?.[0].length ?? 0))
  const end = newline < 0 ? text.length : newline
  const flat = text.slice(start, end)
  const cited = /\s(?:(?:Căn cứ|Thực hiện|Xét)\s|Kính gửi\s?:?\s)/u.exec(flat)
  const headerEnd = cited === null ? flat.length : cited.index + cited[0].length
  let header = flat.slice(0, headerEnd)
  for (const pattern of HEADER_BREAKS) header = header.replace(pattern, '\n')
  const body = (header + flat.slice(headerEnd))
    .replace(TEXT_BREAKS, '\n')
    .replace(RECIPIENTS, (list) => list.replace(/(?<=[:;,.])\s(?=-\s)/gu, '\n'))
    .replace(SIGNATURE, (block) => block.replace(SIGNATURE_BREAKS, '\n'))
  return text.slice(0, start) + body + text.slice(end)
}
