/** A golden document comes in; the same document as other programs would hand it over (wrapped, cut by pages …) goes out. */
import type { BlindCase } from './blind.ts'

/** Rewrites one character of the text: what stands there instead, or null to keep it. Offsets are UTF-16. */
type Edit = (text: string, offset: number) => string | null

/** A way texts differ between programs, by name. */
export interface Variant {
  readonly name: string
  readonly make: (each: BlindCase) => BlindCase
}

/** The same case with its text edited, gold spans moved along. */
function edited(each: BlindCase, edit: Edit): BlindCase {
  const places: number[] = []
  let text = ''
  for (let offset = 0; offset < each.text.length; offset++) {
    places.push(text.length)
    text += edit(each.text, offset) ?? each.text[offset]
  }
  places.push(text.length)
  const mentions = each.gold.mentions.map((mention) => {
    const start = places[mention.start] ?? 0
    const end = places[mention.end] ?? 0
    return { ...mention, start, end, raw: text.slice(start, end) }
  })
  return { name: each.name, text, gold: { ...each.gold, mentions } }
}

const COLUMNS = 80
const PAGE = 900
/** A page breaks inside running text, not in lines of a header, a list of recipients or a signature. */
const RUNNING_TEXT = 60

/** Lines broken at 80 columns, as text out of a PDF has them. */
function wrapped(): Edit {
  let column = 0
  return (text, offset) => {
    if (text[offset] === '\n') column = 0
    else column++
    const word = text.slice(offset + 1, offset + 24).search(/\s|$/)
    if (text[offset] !== ' ' || column + word < COLUMNS) return null
    column = 0
    return '\n'
  }
}

/** A break in the middle of a sentence about every page, with what stands between the pages. */
function paged(between: (page: number) => string): Edit {
  let since = 0
  let page = 1
  return (text, offset) => {
    since++
    const isInside =
      text[offset] === ' ' &&
      /[\p{Ll},]/u.test(text[offset - 1] ?? '') &&
      /\p{Ll}/u.test(text[offset + 1] ?? '') &&
      text.lastIndexOf('\n', offset) < offset - RUNNING_TEXT
    if (since < PAGE || !isInside) return null
    since = 0
    page++
    return between(page)
  }
}

/** Every seventh space doubled, as justified text has it. */
function spaced(): Edit {
  let count = 0
  return (text, offset) =>
    text[offset] === ' ' && text[offset + 1] !== ' ' && count++ % 7 === 0 ? '  ' : null
}

/** «số 25-NQ/TW ngày» with a comma, as Party papers have had it since 2026. */
const withCommas: Edit = (text, offset) =>
  /^ ngày \d/.test(text.slice(offset, offset + 7)) && /[\p{Lu}\d]/u.test(text[offset - 1] ?? '') ? ', ' : null

/** All ways the golden documents are read in. */
export const VARIANTS: readonly Variant[] = [
  { name: 'wrapped lines', make: (each) => edited(each, wrapped()) },
  {
    name: 'page breaks',
    make: (each) =>
      edited(
        each,
        paged(() => '\n\n'),
      ),
  },
  {
    name: 'page numbers',
    make: (each) =>
      edited(
        each,
        paged((page) => `\n\n${page}\n\n`),
      ),
  },
  { name: 'wide spaces', make: (each) => edited(each, spaced()) },
  { name: 'commas before dates', make: (each) => edited(each, withCommas) },
]
