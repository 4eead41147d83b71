/** A kind code as read from a symbol comes in; the canonical code, its system and the kinds it can stand for go out. */

/** Kinds each code stands for, most usual first. Names as in `resources/vocabulary/kinds.json`, lower case. */
const KINDS_BY_CODE: Readonly<Record<string, readonly string[]>> = {
  NQ: ['nghị quyết'],
  QĐ: ['quyết định', 'quy định', 'quy chế'],
  QĐi: ['quy định'],
  QyĐ: ['quy định'],
  QĐNS: ['quyết định'],
  CT: ['chỉ thị', 'chương trình'],
  KL: ['kết luận'],
  QC: ['quy chế'],
  QCPH: ['quy chế phối hợp', 'quy chế'],
  TT: ['thông tư', 'thông tri', 'tờ trình'],
  HD: ['hướng dẫn'],
  HDLT: ['hướng dẫn liên tịch', 'hướng dẫn'],
  TB: ['thông báo', 'thông báo kết luận'],
  TBKL: ['thông báo kết luận', 'thông báo'],
  TC: ['thông cáo'],
  BC: ['báo cáo'],
  KH: ['kế hoạch'],
  KHLT: ['kế hoạch liên tịch', 'kế hoạch'],
  KHPH: ['kế hoạch phối hợp', 'kế hoạch'],
  QH: ['quy hoạch'],
  CTr: ['chương trình', 'chương trình hành động'],
  CTHĐ: ['chương trình hành động', 'chương trình'],
  CTrHĐ: ['chương trình hành động', 'chương trình'],
  CTPH: ['chương trình phối hợp', 'chương trình'],
  CTrPH: ['chương trình phối hợp', 'chương trình'],
  ĐA: ['đề án'],
  PA: ['phương án'],
  DA: ['dự án', 'đề án'],
  TTr: ['tờ trình'],
  CV: ['công văn'],
  BB: ['biên bản'],
  GGT: ['giấy giới thiệu'],
  GCN: ['giấy chứng nhận'],
  GĐĐ: ['giấy đi đường'],
  GNP: ['giấy nghỉ phép'],
  GM: ['giấy mời'],
  GUQ: ['giấy ủy quyền'],
  PC: ['phiếu chuyển'],
  PG: ['phiếu gửi'],
  PB: ['phiếu báo'],
  PTr: ['phiếu trình'],
  LCT: ['lịch công tác', 'luật', 'pháp lệnh', 'lệnh'],
  QTr: ['quy trình'],
  BS: ['bản sao'],
  SY: ['bản sao'],
  TrS: ['bản trích sao'],
  SL: ['bản sao', 'sắc lệnh'],
  SLu: ['sắc luật'],
  CL: ['chiến lược'],
  ĐC: ['đề cương'],
  CĐ: ['công điện'],
  BGN: ['bản ghi nhớ'],
  BTT: ['bản thỏa thuận'],
  VBHN: ['văn bản hợp nhất'],
  NĐ: ['nghị định'],
  TTLT: ['thông tư liên tịch', 'thông tư'],
  NQLT: ['nghị quyết liên tịch', 'nghị quyết'],
  L: ['lệnh'],
  PL: ['pháp lệnh'],
  GXN: ['giấy xác nhận'],
}

/** Spellings of a code that are not damage, only habit: letter case, an older or local form. */
const SPELLINGS: Readonly<Record<string, string>> = { 'QĐ-I': 'QĐi', 'QĐ-NS': 'QĐNS', 'TB-KL': 'TBKL' }

/** Damage seen in scans and texts without marks (kinds.json `variants`, domain orthography): read, but unverified. */
const DAMAGED: Readonly<Record<string, string>> = {
  QD: 'QĐ',
  Q0: 'QĐ',
  OĐ: 'QĐ',
  GĐ: 'QĐ',
  QDI: 'QĐi',
  QYD: 'QyĐ',
  ND: 'NĐ',
  HĐ: 'HĐ',
  CTF: 'CTr',
  TTF: 'TTr',
}

const CODE_BY_UPPER: ReadonlyMap<string, string> = new Map(
  Object.keys(KINDS_BY_CODE).map((code) => [code.toLocaleUpperCase('vi'), code]),
)

/** A kind code brought to its canonical spelling. */
export interface KindCode {
  readonly code: string
  /** True when letters had to be repaired (QD → QĐ), not merely re-cased. */
  readonly isRepaired: boolean
}

/** Reads a kind code in any letter case («nq», «CTR», «QD»); null when it is none. */
export function readKindCode(written: string): KindCode | null {
  if (written in KINDS_BY_CODE) return { code: written, isRepaired: false }
  const upper = written.toLocaleUpperCase('vi').replace(/\s+/g, '')
  const known = CODE_BY_UPPER.get(upper) ?? SPELLINGS[upper]
  if (known !== undefined) return { code: known, isRepaired: false }
  const repaired = DAMAGED[upper]
  return repaired === undefined ? null : { code: repaired, isRepaired: true }
}

/** Lower-case names a code can stand for («QĐ» → quyết định, quy định); empty for an unknown code. */
export function kindNamesOf(code: string): readonly string[] {
  return KINDS_BY_CODE[code] ?? []
}

/** Words that name a kind of document, compound ones first, lower case, modern tone placement. */
export const KIND_WORDS: readonly string[] = [
  'thông báo kết luận',
  'thông báo ý kiến kết luận',
  'chương trình hành động',
  'chương trình công tác',
  'chương trình phối hợp',
  'kế hoạch liên tịch',
  'kế hoạch liên ngành',
  'kế hoạch phối hợp',
  'kế hoạch hành động',
  'hướng dẫn liên ngành',
  'hướng dẫn liên tịch',
  'quy chế phối hợp',
  'nghị quyết liên tịch',
  'thông tư liên tịch',
  'văn bản hợp nhất',
  'văn bản chỉ đạo',
  'tờ trình',
  'báo cáo tổng kết',
  'báo cáo sơ kết',
  'bộ luật',
  'sắc lệnh',
  'sắc luật',
  'pháp lệnh',
  'luật',
  'lệnh',
  'nghị quyết',
  'nghị định',
  'quyết định',
  'quy định',
  'quy chế',
  'quy hoạch',
  'quy trình',
  'chỉ thị',
  'kết luận',
  'thông tri',
  'thông tư',
  'thông báo',
  'thông cáo',
  'hướng dẫn',
  'báo cáo',
  'kế hoạch',
  'chương trình',
  'chiến lược',
  'đề án',
  'đề cương',
  'dự án',
  'phương án',
  'công văn',
  'công điện',
  'biên bản',
  'giấy mời',
  'giấy giới thiệu',
  'phiếu chuyển',
  'văn bản',
]

/** What begins with a contract's code («15/HĐKT», «123/HĐ-XD») is no document of an office. */
export function isContractCode(code: string): boolean {
  return /^HĐ(?!ND|BT|NN|TP|CP|TW|LL|QT|TĐ|GDQP|PH|BC)/.test(code) // HĐMB
}
