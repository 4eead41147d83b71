/** Originals written out in, the table of them as an Excel workbook out. */
import type { ExportedOriginal } from '../../../shared/contract/dossierMethods.ts'
import type { Result } from '../../../shared/contract/result.ts'
import { failureSentence } from '../../../shared/wording/errors.ts'
import { printedNumber } from '../../../shared/wording/instruments.ts'
import type { Language } from '../../../shared/wording/language.ts'
import { originalsTableWording, originalWording } from '../../../shared/wording/originals.ts'
import type { NamedOriginal } from '../originalNames.ts'
import type { Cell } from './csv.ts'
import { drawRows, writeWorkbook } from './workbook.ts'

/** A row of the table. */
export interface OriginalLine {
  readonly original: NamedOriginal
  readonly exported: ExportedOriginal
}

/** Writes the table. */
export function writeOriginalsTable(
  path: string,
  lines: readonly OriginalLine[],
  language: Language,
): Promise<Result<string>> {
  const words = originalsTableWording[language]
  return writeWorkbook(path, [
    {
      name: words.name,
      columns: [
        { heading: words.ordinal, width: 6 },
        { heading: words.path, width: 60 },
        { heading: words.number, width: 20 },
        { heading: words.date, width: 13, isDay: true },
        { heading: words.kind, width: 16 },
        { heading: words.issuer, width: 34 },
        { heading: words.title, width: 60 },
        { heading: words.dossiers, width: 34 },
        { heading: words.fileName, width: 40 },
        { heading: words.bytes, width: 12 },
        { heading: words.sha256, width: 68 },
        { heading: words.outcome, width: 16 },
        { heading: words.reason, width: 50 },
      ],
      rows: drawRows(lines, (line, ordinal) => rowOf(line, ordinal, language)),
    },
  ])
}

function rowOf({ original, exported }: OriginalLine, ordinal: number, language: Language): Cell[] {
  return [
    ordinal,
    exported.path,
    printedNumber(original),
    original.issuedOn,
    original.kind,
    original.issuer,
    original.title,
    original.dossiers.join('; '),
    original.fileName,
    original.byteSize,
    original.sha256,
    originalWording(exported.outcome, language),
    exported.failure && failureSentence(exported.failure, language),
  ]
}
