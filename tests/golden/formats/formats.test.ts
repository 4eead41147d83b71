/** The same plan as text, Word, PDF, OpenDocument and RTF must give the same citations. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { scanFile } from '../../../electron/library/scanFile.ts'
import type { Citation } from '../../../shared/contract/citation.ts'
import { extractionEntry, resourcesFolder } from '../../electron/library/temporaryLibrary.ts'

const PLANS = [
  { file: 's001', text: 'ke-hoach-dan-van-kheo-chi-lang-2023.txt', citations: 7 },
  { file: 's003', text: 'ke-hoach-dan-van-lang-son-2024.txt', citations: 32 },
]
const FORMATS = ['docx', 'doc', 'odt', 'rtf', 'pdf']

const folder = import.meta.dirname

async function scan(path: string) {
  const result = await scanFile(path, { resourcesFolder, extractionEntry })
  if (!result.ok) throw new Error(`${path}: ${result.failure.code}`)
  return result.value
}

/** What must not depend on the format: all but places, emphasis marks and white space. */
const facts = (citation: Citation) => ({
  raw: citation.raw.replace(/\s/g, ''),
  type: citation.type,
  date: citation.date,
  issuer: citation.issuer?.replace(/\s+/g, ' '),
  subject: citation.subject?.replace(/[*\s]/g, ''),
  relation: citation.relation,
  governedBy: citation.governedBy,
  nestedRelation: citation.nestedRelation,
})

describe.each(PLANS)('$file', ({ file, text, citations }) => {
  it.each(FORMATS)('as %s cites what its text cites', async (format) => {
    const [plain, formatted] = await Promise.all([
      scan(join(folder, '..', 'metadata', 'samples', text)),
      scan(join(folder, `${file}.${format}`)),
    ])
    expect(plain.citations).toHaveLength(citations)
    expect(formatted.citations.map(facts)).toEqual(plain.citations.map(facts))
    for (const { start, end, raw } of formatted.citations) expect(formatted.text.slice(start, end)).toBe(raw)
  })
})
