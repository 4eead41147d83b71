/** The result of reading one file without a library, and what the library stores of it. */
import { z } from 'zod'
import { citation } from './citation.ts'
import { metadata, span, textWarning } from './document.ts'

/** `chido scan FILE --json`. `pages` are spans of `text`, in order, covering it; a text file has one. */
export const scanResult = z.object({
  text: z.string(),
  pages: z.array(span),
  document: metadata,
  citations: z.array(citation),
  warnings: z.array(textWarning),
})
/** @see scanResult */
export type ScanResult = z.infer<typeof scanResult>
