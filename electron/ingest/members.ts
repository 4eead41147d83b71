/** The files inside a container (mail, archive) come in with a text before them, one joined `SourceText` goes out. */
import type { Result } from '../../shared/contract/result.ts'
import type { SourceText } from '../../shared/documents/sourceText.ts'
import type { ConvertedPiece } from '../../shared/vietnamese/legacy/convert.ts'
import { collect } from './archive.ts'
import { pagesBetween, shiftPiece } from './flow.ts'
import type { ReadOptions } from './reader.ts'

/** A file inside another; `chunks` gives its contents and throws as `ArchiveEntry` does. */
export interface Member {
  readonly name: string
  chunks(): AsyncIterable<Uint8Array>
}

/** A file whose bytes are at hand. */
export const memberOf = (name: string, bytes: () => Uint8Array): Member => ({
  name,
  async *chunks() {
    yield bytes()
  },
})

/** Joins texts one after another, each beginning a page; table numbers stay apart. */
export function joinSources(parts: readonly SourceText[]): SourceText {
  let text = ''
  let tables = 0
  const breaks: number[] = []
  const blocks: SourceText['blocks'][number][] = []
  const warnings: SourceText['warnings'][number][] = []
  const converted: ConvertedPiece[] = []
  for (const part of parts) {
    if (text !== '') text += '\n\n'
    const shift = text.length
    const firstTable = tables
    breaks.push(...part.pages.map((page) => page.start + shift))
    for (const block of part.blocks) {
      if (block.table !== undefined) tables = Math.max(tables, firstTable + block.table + 1)
      blocks.push({
        ...block,
        start: block.start + shift,
        end: block.end + shift,
        ...(block.table === undefined ? {} : { table: block.table + firstTable }),
        ...(block.noteFor === undefined ? {} : { noteFor: block.noteFor + shift }),
      })
    }
    for (const one of part.warnings) {
      warnings.push({ ...one, start: one.start + shift, end: one.end + shift })
    }
    for (const piece of part.converted ?? []) converted.push(shiftPiece(piece, shift))
    text += part.text
  }
  const source = { text, pages: pagesBetween(breaks, text.length), blocks, warnings }
  return converted.length === 0 ? source : { ...source, converted }
}

/** A text of plain lines. */
export const plainSource = (text: string): SourceText => ({
  text,
  pages: [{ start: 0, end: text.length }],
  blocks: [],
  warnings: [],
})

/**
 * Reads the members that can be read, each under a line with its name; one that cannot is a warning there with the
 * failure's code, and the others are read all the same. Where the options keep members apart nothing is read here.
 */
export async function readMembers(
  members: readonly Member[],
  options: ReadOptions,
): Promise<readonly SourceText[]> {
  const parts: SourceText[] = []
  if (options.keepMember) {
    for (const member of members) await options.keepMember(member)
    return parts
  }
  for (const [index, member] of members.entries()) {
    if (options.signal?.aborted) break
    const title = `Tệp: ${member.name.normalize('NFC')}`
    const read: Result<SourceText> | undefined = await options.readMember?.(
      member.name,
      await collect(member.chunks()),
    )
    if (read?.ok) parts.push(joinLines(title, read.value))
    else {
      const failure = read?.failure
      parts.push({
        ...plainSource(title),
        warnings: [
          {
            start: 0,
            end: title.length,
            code: failure?.code ?? 'format_unsupported',
            message: `Không đọc được tệp bên trong: ${member.name}`,
          },
        ],
      })
    }
    options.onPage?.(index + 1, members.length)
  }
  return parts
}

const joinLines = (title: string, source: SourceText): SourceText => {
  const joined = joinSources([plainSource(title), source])
  // The name's line stands on the member's first page.
  const [, first, ...rest] = joined.pages
  const pages = first ? [{ start: 0, end: first.end }, ...rest] : joined.pages
  return { ...joined, pages }
}
