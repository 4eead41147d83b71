/** A line of the first page comes in; the kind of document it announces and what else it says go out. */
import { foldWord } from '../vietnamese/fold.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A title line taken apart: «BÁO CÁO KẾT QUẢ CÔNG TÁC» → «Báo cáo» and «KẾT QUẢ CÔNG TÁC». */
export interface KindLine {
  readonly kind: string
  /** Words after the kind on the same line, empty when it stands alone. */
  readonly rest: string
  /** Characters of the line before `rest`. */
  readonly restAt: number
}

interface KnownKind {
  readonly name: string
  readonly bare: string
}

const known = new WeakMap<Vocabulary, readonly KnownKind[]>()

/** Kinds met as title lines that the list of kinds holds under a longer name. */
const FURTHER_KINDS: readonly string[] = [
  'Luật',
  'Bộ luật',
  'Hiến pháp',
  'Lệnh',
  'Sắc lệnh',
  'Công điện',
  'Kế hoạch liên tịch',
  'Hướng dẫn liên tịch',
  'Kế hoạch liên ngành',
  'Hướng dẫn liên ngành',
]

function kindsOf(vocabulary: Vocabulary): readonly KnownKind[] {
  const cached = known.get(vocabulary)
  if (cached) return cached
  const names = vocabulary.kinds.kinds
    .map((kind) => kind.name.replace(/\s*\(.*\)$/, '')) // Nghị quyết (cá biệt)
    .filter((name) => !/,| của | trước |QPPL| HĐ/.test(name)) // Nghị quyết của Quốc hội
  const list = [...new Set([...names, ...FURTHER_KINDS])]
    .filter((name) => name !== 'Công văn')
    .map((name) => ({ name, bare: foldWord(name) }))
    .sort((one, other) => other.bare.length - one.bare.length)
  known.set(vocabulary, list)
  return list
}

/** Characters of the longest title line with its kind; longer lines are paragraphs. */
const MAX_TITLE_LINE = 240
const STARTS_CAPITAL = /^\p{Lu}/u // KẾ HOẠCH
/** Letters set apart, «K Ế   H O Ạ C H», as some title lines are, or one by a scan, «K ẾT LUẬN». */
const SPACED_OUT = /^(?=.*(?:^|\s)\p{Lu}\s)[\p{Lu}\s]+$/u

/**
 * Reads a title line: the kind alone, or the kind in capitals before further words. Null for other lines, also for
 * sentences that begin with a kind («Kế hoạch này …»).
 */
export function readKindLine(line: string, vocabulary: Vocabulary): KindLine | null {
  if (line.length > MAX_TITLE_LINE || !STARTS_CAPITAL.test(line)) return null
  const text = line.replace(/\s*[:.]$/, '')
  const bare = foldWord(text)
  const isSpaced = SPACED_OUT.test(text)
  const squashed = bare.replace(/\s+/g, '')
  for (const kind of kindsOf(vocabulary)) {
    if (bare === kind.bare || (isSpaced && squashed === kind.bare.replace(/\s+/g, ''))) {
      return { kind: kind.name, rest: '', restAt: line.length }
    }
    if (!bare.startsWith(`${kind.bare} `)) continue
    const head = text.slice(0, kind.bare.length)
    if (head !== head.toUpperCase()) continue
    const rest = line.slice(kind.bare.length).trimStart()
    return { kind: kind.name, rest, restAt: line.length - rest.length }
  }
  return null
}

/** The kind a symbol's code names, «KH» → «Kế hoạch», in the system of the number; null for an unknown code. */
export function kindOfCode(code: string, system: 'party' | 'state', vocabulary: Vocabulary): string | null {
  const holds = (kind: Vocabulary['kinds']['kinds'][number]): boolean =>
    kind.codes.includes(code) || kind.variants.includes(code)
  const { kinds } = vocabulary.kinds
  const kind =
    kinds.find((each) => each.system === system && each.codes.includes(code)) ??
    kinds.find((each) => each.system === system && holds(each)) ??
    kinds.find((each) => each.codes.some((known) => known === code || known.split('-')[0] === code)) ??
    kinds.find(holds)
  return kind ? (kind.name.replace(/\s*\(.*\)$/, '').split(', ')[0] ?? null) : null
}
