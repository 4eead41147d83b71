/** Prepared parts of a Word document come in, mammoth's model of them goes out. */
import { strToU8, zipSync } from 'fflate'
import mammoth from 'mammoth'
import { emptyTag, openingTag, partOf } from './preparedXml.ts'

/** What mammoth's model holds of the elements a preparation lets through (mammoth 1.13, lib/documents.js). */
export type ModelNode =
  | {
      readonly type: 'paragraph'
      readonly children: readonly ModelNode[]
      readonly styleId: string | null
      /** The paragraph's own `w:jc`, null where its style decides. */
      readonly alignment: string | null
    }
  | {
      readonly type: 'run'
      readonly children: readonly ModelNode[]
      readonly styleId: string | null
      /** The run's own weight; false also where nothing is said. */
      readonly isBold: boolean
      readonly font: string | null
    }
  | { readonly type: 'hyperlink'; readonly children: readonly ModelNode[] }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'tab' }
  | { readonly type: 'break'; readonly breakType: 'line' | 'page' | 'column' }
  | { readonly type: 'checkbox'; readonly checked: boolean }
  | { readonly type: 'noteReference'; readonly noteType: string; readonly noteId: string }
  | { readonly type: 'bookmarkStart'; readonly name: string }
  | { readonly type: 'table'; readonly children: readonly ModelNode[] }
  | { readonly type: 'tableRow'; readonly children: readonly ModelNode[] }
  | {
      readonly type: 'tableCell'
      readonly children: readonly ModelNode[]
      readonly colSpan: number
      readonly rowSpan: number
    }

/** A note of the model. */
export interface ModelNote {
  readonly body: readonly ModelNode[]
}

/** The model of some blocks and of the notes they refer to. */
export interface ModelDocument {
  readonly children: readonly ModelNode[]
  readonly notes: {
    resolve(reference: { readonly noteType: string; readonly noteId: string }): ModelNote | null
  }
}

/** What is read at once: blocks of the body and, by kind, the notes they need as «id → XML». */
export interface ModelParts {
  readonly blocks: string
  readonly footnotes: ReadonlyMap<string, string>
  readonly endnotes: ReadonlyMap<string, string>
  readonly styleIds: Iterable<string>
}

/**
 * Lets mammoth read the parts and takes the model out of its hands before it writes HTML, which knows neither lists nor
 * fonts nor pages. The parts are well-formed by construction, so a rejection is a bug.
 */
export async function readModel(parts: ModelParts): Promise<ModelDocument> {
  const models: ModelDocument[] = []
  await mammoth.convertToHtml(
    { buffer: Buffer.from(packageOf(parts)) },
    {
      includeDefaultStyleMap: false,
      includeEmbeddedStyleMap: false,
      transformDocument: (model: ModelDocument) => {
        models.push(model)
        return { ...model, children: [] }
      },
    },
  )
  const [model] = models
  if (!model) throw new Error('mammoth gave no document')
  return model
}

function packageOf(parts: ModelParts): Uint8Array {
  const files: Record<string, Uint8Array> = {
    'word/document.xml': strToU8(partOf('document', `<w:body>${parts.blocks}</w:body>`)),
    'word/styles.xml': strToU8(partOf('styles', stylesOf(parts.styleIds))),
  }
  if (parts.footnotes.size > 0) files['word/footnotes.xml'] = strToU8(notesOf('footnote', parts.footnotes))
  if (parts.endnotes.size > 0) files['word/endnotes.xml'] = strToU8(notesOf('endnote', parts.endnotes))
  return zipSync(files, { level: 0 })
}

const notesOf = (kind: 'footnote' | 'endnote', notes: ReadonlyMap<string, string>): string =>
  partOf(`${kind}s`, [...notes].map(([id, xml]) => `${openingTag(kind, { id })}${xml}</w:${kind}>`).join(''))

// mammoth warns of every style it does not find, and compares all its warnings with each other.
const stylesOf = (ids: Iterable<string>): string =>
  [...ids]
    .flatMap((styleId) => [
      emptyTag('style', { type: 'paragraph', styleId }),
      emptyTag('style', { type: 'character', styleId }),
    ])
    .join('')
