/** A text in any Unicode form comes in; one in composed letters, and the way back to its offsets, goes out. */
import { normalise } from '../vietnamese/normalise.ts'
import type { SourceText } from './sourceText.ts'

/** A source whose letters are composed. `toSource` maps its offsets to those of the text given. */
export interface ComposedSource {
  readonly source: SourceText
  readonly toSource: (offset: number) => number
}

/**
 * Composes decomposed letters and drops invisible ones (soft hyphens), so that the patterns of metadata meet them as
 * usual. Text that is composed already, as readers give it, comes back as it is: dashes and tabs stay as written.
 */
export function composeSource(source: SourceText): ComposedSource {
  const plain = normalise(source.text)
  if (plain.isAligned) return { source, toSource: (offset) => offset }
  const characters = plain.text.split('')
  // A tab is a column gap: normalising made it a space.
  for (let at = source.text.indexOf('\t'); at !== -1; at = source.text.indexOf('\t', at + 1)) {
    characters[plain.fromSource(at)] = '\t'
  }
  const place = <T extends { readonly start: number; readonly end: number }>(span: T): T => ({
    ...span,
    start: plain.fromSource(span.start),
    end: plain.fromSource(span.end),
  })
  const composed: SourceText = {
    ...source,
    text: characters.join(''),
    pages: source.pages.map(place),
    blocks: source.blocks.map(place),
  }
  return { source: composed, toSource: plain.toSource }
}
