/** A file's name and why it could not be read in, what the library stores in place of a reading out. */
import type { Metadata } from '../../shared/contract/document.ts'
import type { FailureCode } from '../../shared/contract/result.ts'
import type { ScannedText } from './saveDocument.ts'

const EXTENSION = /\.([\p{L}\p{N}]{1,10})$/u // «Bản đồ.dwg» → «dwg»

/** No text and no citations; the title is the file's name, so that lists show it and search finds it. */
export function unreadText(fileName: string, unreadCode: FailureCode): ScannedText {
  return {
    format: EXTENSION.exec(fileName)?.[1]?.toLowerCase() ?? '',
    blocks: [],
    unreadCode,
    scan: {
      text: '',
      pages: [{ start: 0, end: 0 }],
      document: { ...NOTHING_READ, title: fileName },
      citations: [],
      warnings: [],
    },
  }
}

const NOTHING_READ: Metadata = {
  kind: null,
  number: null,
  symbol: null,
  year: null,
  issuedOn: null,
  issuer: null,
  organ: null,
  place: null,
  title: null,
  signer: null,
  signerTitle: null,
  recipients: [],
  secrecy: null,
  urgency: null,
  province: null,
  confidence: {},
}
