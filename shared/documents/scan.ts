/** The text of a file comes in; its metadata, citations and warnings go out, all spans into that text. */

import { readCitations } from '../citations/read.ts'
import type { Span, TextWarning } from '../contract/document.ts'
import type { ScanResult } from '../contract/scan.ts'
import { type MetadataReading, readMetadata } from './metadata.ts'
import { openLines } from './openLines.ts'
import type { SourceText } from './sourceText.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Everything `chido scan` says of a file, and what the library stores of a document. Pure and repeatable. */
export function scanSource(source: SourceText, vocabulary: Vocabulary): ScanResult {
  // Same length, so that every span holds in the text as it is stored.
  const text = openLines(source.text)
  const reading = readMetadata({ ...source, text }, vocabulary)
  const { citations, warnings } = readCitations(text, {
    vocabulary,
    pages: source.pages,
    blocks: source.blocks,
    ownNumber: ownNumberOf(reading),
    document: reading.metadata,
  })
  return {
    text: source.text,
    pages: source.pages.map(({ start, end }) => ({ start, end })),
    document: reading.metadata,
    citations: citations.map((citation) => ({
      ...citation,
      unverified: citation.unverified || isDoubted(citation, source.warnings),
    })),
    warnings: [...source.warnings, ...reading.warnings, ...warnings].sort(
      (one, other) => one.start - other.start || one.end - other.end,
    ),
  }
}

/** True when recognition itself doubts the number: a repaired reading waits for a person or a second citation. */
function isDoubted(citation: Span, warnings: readonly TextWarning[]): boolean {
  return warnings.some(
    ({ code, start, end }) => code === 'unverified' && start < citation.end && end > citation.start,
  )
}

/** Where the document's own number stands, so that it is not taken for a citation. */
function ownNumberOf(reading: MetadataReading): Span | null {
  return reading.spans.number ?? reading.spans.symbol ?? null
}
