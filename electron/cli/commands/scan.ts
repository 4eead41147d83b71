/** `chido scan`: one file in, its text, metadata and citations out; needs no library. */
import { resolve } from 'node:path'
import type { Metadata } from '../../../shared/contract/document.ts'
import type { ScanResult } from '../../../shared/contract/scan.ts'
import { formatDate } from '../../../shared/wording/dates.ts'
import { fieldLabel } from '../../../shared/wording/fields.ts'
import type { Language } from '../../../shared/wording/language.ts'
import { relationWording } from '../../../shared/wording/relations.ts'
import { scanFile } from '../../library/scanFile.ts'
import type { AddCommand } from '../command.ts'
import { unwrap } from '../exit.ts'
import { extractionEntry, resourcesFolder } from '../library.ts'
import { table } from '../terminal.ts'

/** Adds the command. */
export const scanCommand: AddCommand = (program, settingOf) =>
  program
    .command('scan')
    .description('đọc một tệp: siêu dữ liệu và viện dẫn, không cần kho')
    .argument('<file>', 'tệp cần đọc')
    .action(async (file: string, _options, command) => {
      const { terminal, language } = settingOf(command)
      const scan = unwrap(await scanFile(resolve(file), { resourcesFolder, extractionEntry }))
      terminal.show(scan, () => describeScan(scan, language))
    })

/** A scan as a person reads it: the document's facts, then its citations. */
export function describeScan(scan: ScanResult, language: Language): string[] {
  return [
    ...describeMetadata(scan.document, language),
    '',
    ...table(
      [
        { heading: 'Viện dẫn', width: 22 },
        { heading: 'Ngày', width: 10 },
        { heading: 'Quan hệ', width: 22 },
        { heading: 'Cơ quan ban hành', width: 36 },
        { heading: 'Trích yếu', width: 60 },
      ],
      scan.citations.map((citation) => [
        citation.raw,
        formatDate(citation.date),
        citation.nestedRelation
          ? `└ ${relationWording(citation.nestedRelation, language).passive}`
          : relationWording(citation.relation, language).active,
        citation.issuer ?? '—',
        citation.subject ?? '—',
      ]),
    ),
    `${scan.citations.length} viện dẫn, ${scan.pages.length} trang`,
    ...scan.warnings.map(({ message }) => `! ${message}`),
  ]
}

function describeMetadata(metadata: Metadata, language: Language): string[] {
  const { confidence, ...fields } = metadata
  return Object.entries(fields).flatMap(([field, value]) => {
    const written = Array.isArray(value) ? value.join('; ') : value === null ? '' : String(value)
    const text = field === 'issuedOn' ? formatDate(written) : written
    if (text === '') return []
    const name = field as keyof typeof fields
    const share = confidence[name]
    return [
      `${fieldLabel(name, language)}: ${text}${share === undefined ? '' : `  (${Math.round(share * 100)} %)`}`,
    ]
  })
}
