/** A document's facts in, the fields the search index stores out. */
import type { Metadata } from '../../shared/contract/document.ts'
import { fullNumber } from '../../shared/documents/fullNumber.ts'
import { parseNumber } from '../../shared/documents/number.ts'
import type { IndexedDocument } from '../search/fields.ts'

/** Fields for the index; what the text does not say is an empty string. */
export function indexedDocument(documentId: number, metadata: Metadata, text: string): IndexedDocument {
  return {
    documentId,
    fields: {
      body: text,
      number: fullNumber(metadata) ?? '',
      title: metadata.title ?? '',
      issuer: [metadata.issuer, metadata.organ].filter((name) => name !== null).join(' '),
      signer: metadata.signer ?? '',
      // The code beside the name, so that «kind:KH» and «kind:"kế hoạch"» both find it.
      kind: [metadata.kind, kindCodeOf(metadata)].filter((name) => name !== null).join(' '),
    },
  }
}

function kindCodeOf(metadata: Metadata): string | null {
  const written = fullNumber(metadata)
  return (written && parseNumber(written)?.kindCode) || null
}
