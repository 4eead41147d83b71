/** One file on disk in, what it says and cites out; nothing is stored. */
import { basename } from 'node:path'
import type { Result } from '../../shared/contract/result.ts'
import { succeed } from '../../shared/contract/result.ts'
import type { ScanResult } from '../../shared/contract/scan.ts'
import { scanSource } from '../../shared/documents/scan.ts'
import { createExtractor } from '../ingest/extraction.ts'
import { loadVocabulary } from './vocabulary.ts'

/** Reads a file in a process of its own and scans its text. */
export async function scanFile(
  path: string,
  options: { readonly resourcesFolder: string; readonly extractionEntry: string },
): Promise<Result<ScanResult>> {
  const extractor = createExtractor({ entry: options.extractionEntry, jobs: 1 })
  try {
    const source = await extractor.extract(path, { fileName: basename(path) })
    if (!source.ok) return { ok: false, failure: { ...source.failure, subject: path } }
    return succeed(scanSource(source.value, loadVocabulary(options.resourcesFolder)))
  } finally {
    await extractor.close()
  }
}
