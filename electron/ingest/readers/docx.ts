/** Bytes of a Word document (docx, docm, dotx) come in, its text in reading order goes out. */
import { fail, type Result, succeed } from '../../../shared/contract/result.ts'
import type { SourceText } from '../../../shared/documents/sourceText.ts'
import { openArchive } from '../archive.ts'
import { writeFlow } from '../flow.ts'
import type { Reader } from '../reader.ts'
import { type ModelParts, readModel } from '../word/model.ts'
import { ModelFlow } from '../word/modelFlow.ts'
import { prepareNotes } from '../word/notes.ts'
import { readNumbering } from '../word/numbering.ts'
import { readWordParts, type WordParts } from '../word/parts.ts'
import { type PreparedBlocks, WordPreparation } from '../word/preparation.ts'
import { readStyles } from '../word/styles.ts'
import { feedXml } from '../word/xml.ts'

/** UTF-16 units of the body walked between two looks at what is ready. */
const PIECE_LENGTH = 256 * 1024

/**
 * The largest block mammoth is given: 200,000 tags and texts took it 160 MB of the 280 MB a process has for objects.
 * Long tables come row by row, so only a trap has a larger one.
 */
const MAXIMUM_BLOCK = { pieces: 200_000, length: 8 * 1024 * 1024 } as const

/**
 * Reads by mammoth, stretch by stretch: the parts are prepared so that hostile XML stays small and list numbers, fonts
 * and pages are not lost, and the flow is made of mammoth's model. Fails with `file_too_large` when a single block passes
 * the measured bound.
 */
export const readDocx: Reader = async (bytes) => {
  const archive = await openArchive(bytes)
  if (!archive.ok) return archive
  const parts = await readWordParts(archive.value)
  return parts.ok ? readParts(parts.value) : parts
}

async function readParts(parts: WordParts): Promise<Result<SourceText>> {
  const styles = readStyles(parts.styles)
  const numbering = readNumbering(parts.numbering)
  const flow = new ModelFlow({ styles, numbering })
  const notes = new Map([
    ...prepareNotes(parts.footnotes, 'footnote', styles),
    ...prepareNotes(parts.endnotes, 'endnote', styles),
  ])
  const read = async (blocks: PreparedBlocks): Promise<boolean> => {
    const taken = takeNotes(blocks, notes)
    if (!isBounded([...taken.footnotes.values(), ...taken.endnotes.values()])) return false
    flow.read(await readModel({ ...taken, styleIds: styles.byId.keys() }))
    return true
  }
  const tooLargeNotes = fail('file_too_large', undefined, 'notes larger than any block may be')

  const preparation = new WordPreparation(styles)
  const feed = feedXml(preparation)
  for (let at = 0; at < parts.body.length; at += PIECE_LENGTH) {
    feed.write(parts.body.slice(at, at + PIECE_LENGTH))
    for (const blocks of preparation.takeReady()) if (!(await read(blocks))) return tooLargeNotes
    const { pieces, length } = preparation.pending
    if (pieces > MAXIMUM_BLOCK.pieces || length > MAXIMUM_BLOCK.length) {
      return fail('file_too_large', undefined, `a block of ${pieces} tags and ${length} characters`)
    }
    if (preparation.isTooDeep) return fail('file_damaged', undefined, 'elements nested too deep')
  }
  feed.end()
  for (const blocks of [...preparation.takeReady(), preparation.finish()]) {
    if (!(await read(blocks))) return tooLargeNotes
  }
  const source = writeFlow(flow.elements)
  return source.text === '' ? fail('file_empty') : succeed(source)
}

/** Whether notes stay under what one block may cost, their tags counted by «<». */
function isBounded(notes: readonly string[]): boolean {
  let length = 0
  let pieces = 0
  for (const xml of notes) {
    length += xml.length
    if (length > MAXIMUM_BLOCK.length) return false
    for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) pieces += 1
    if (pieces > MAXIMUM_BLOCK.pieces) return false
  }
  return true
}

/** The blocks with their notes. Each note is handed out once: Word prints it once, a trap a million times. */
function takeNotes(blocks: PreparedBlocks, notes: Map<string, string>): Omit<ModelParts, 'styleIds'> {
  const taken = { footnote: new Map<string, string>(), endnote: new Map<string, string>() }
  for (const key of blocks.notes) {
    const xml = notes.get(key)
    if (xml === undefined) continue
    const kind = key.startsWith('footnote/') ? 'footnote' : 'endnote'
    taken[kind].set(key.slice(kind.length + 1), xml)
    notes.delete(key)
  }
  return { blocks: blocks.xml, footnotes: taken.footnote, endnotes: taken.endnote }
}
