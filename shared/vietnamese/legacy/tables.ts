/** Data: the code of every accented Vietnamese letter in each encoding from before Unicode. */

/** The 67 accented letters, the order of every row below. */
export const ACCENTED_LETTERS = [
  ...'àáảãạâầấẩẫậăằắẳẵặđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ',
] as const satisfies readonly string[]

const bytes = (row: string): readonly number[] => row.split(' ').map((code) => Number.parseInt(code, 16))

/** TCVN 5712:1993 part 3 (.VnTime fonts), lower case. Capitals come from the font. */
export const TCVN3_LOWER = bytes(
  'b5 b8 b6 b7 b9 a9 c7 ca c8 c9 cb a8 bb be bc bd c6 ae cc d0 ce cf d1 aa d2 d5 d3 d4 d6 d7 dd d8 dc de df e3 e1 e2 e4 ab e5 e8 e6 e7 e9 ac ea ed eb ec ee ef f3 f1 f2 f4 ad f5 f8 f6 f7 f9 fa fd fb fc fe',
)
/** The seven capitals TCVN3 has codes for. */
export const TCVN3_CAPITALS: Readonly<Record<string, number>> = {
  Ă: 0xa1,
  Â: 0xa2,
  Ê: 0xa3,
  Ô: 0xa4,
  Ơ: 0xa5,
  Ư: 0xa6,
  Đ: 0xa7,
}

/** VISCII 1.1 (RFC 1456); six capitals sit in the C0 control area. */
export const VISCII_LOWER = bytes(
  'e0 e1 e4 e3 d5 e2 a5 a4 a6 e7 a7 e5 a2 a1 c6 c7 a3 f0 e8 e9 eb a8 a9 ea ab aa ac ad ae ec ed ef ee b8 f2 f3 f6 f5 f7 f4 b0 af b1 b2 b5 bd b6 be b7 de fe f9 fa fc fb f8 df d7 d1 d8 e6 f1 cf fd d6 db dc',
)
/** @see VISCII_LOWER */
export const VISCII_UPPER = bytes(
  'c0 c1 c4 c3 80 c2 85 84 86 06 87 c5 82 81 02 05 83 d0 c8 c9 cb 88 89 ca 8b 8a 8c 8d 8e cc cd 9b ce 98 d2 d3 99 a0 9a d4 90 8f 91 92 93 b4 96 95 97 b3 94 d9 da 9c 9d 9e bf bb ba bc ff b9 9f dd 14 19 1e',
)

/** VPS (Vietnamese Professionals Society); sixteen capitals sit in the C0 control area. */
export const VPS_LOWER = bytes(
  'e0 e1 e4 e3 e5 e2 c0 c3 c4 c5 c6 e6 a2 a1 a3 a4 a5 c7 e8 e9 c8 eb cb ea 8a 89 8b cd 8c ec ed cc ef ce f2 f3 d5 f5 86 f4 d2 d3 b0 87 b6 d6 a9 a7 aa ab ae f9 fa fb db f8 dc d8 d9 ba bb bf ff 9a 9b cf 9c',
)
/** @see VPS_LOWER */
export const VPS_UPPER = bytes(
  '80 c1 81 82 02 c2 84 83 85 1c 03 88 8e 8d 8f f0 04 f1 d7 c9 de fe 05 ca 93 90 94 95 06 b5 b4 b7 b8 10 bc b9 bd be 11 d4 97 96 98 99 12 f7 9e 9d 9f a6 13 a8 da d1 ac 14 d0 af ad b1 1d 15 b2 dd fd b3 19',
)

/** VNI for Windows: a base letter followed by a mark, as windows-1252 shows them. Marks of the five tones. */
export const VNI_TONES = { ø: '\u0300', ù: '\u0301', û: '\u0309', õ: '\u0303', ï: '\u0323' } as const
/** VNI marks that carry a circumflex and a tone (after a, e, o) or a breve and a tone (after a). */
export const VNI_SHAPES = {
  â: '\u0302',
  à: '\u0302\u0300',
  á: '\u0302\u0301',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  è: '\u0306\u0300',
  é: '\u0306\u0301',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
} as const
/** VNI letters of one character; `ô` and `ö` also take a tone after them. */
export const VNI_SINGLES = { ô: 'ơ', ö: 'ư', ñ: 'đ', ì: 'ì', í: 'í', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' } as const

/** windows-1258: the codes that differ from windows-1252, tones being combining marks after the vowel. */
export const WINDOWS_1258: Readonly<Record<string, string>> = {
  Ã: 'Ă',
  ã: 'ă',
  Ì: '\u0300',
  ì: '\u0301',
  Ð: 'Đ',
  ð: 'đ',
  Ò: '\u0309',
  ò: '\u0323',
  Õ: 'Ơ',
  õ: 'ơ',
  Ý: 'Ư',
  ý: 'ư',
  Þ: '\u0303',
  þ: '₫',
}
