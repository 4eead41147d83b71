/** A finished import and its files in, an Excel workbook out: the counts, then every file with its reason and what to do. */
import { dirname } from 'node:path'
import type { Result } from '../../../shared/contract/result.ts'
import type { ImportItem, ImportJob } from '../../../shared/contract/views.ts'
import { formatMoment } from '../../../shared/wording/dates.ts'
import { describeItemFailure, fileNameOf } from '../../../shared/wording/errors.ts'
import { importItemWording, importReportWording } from '../../../shared/wording/imports.ts'
import type { Language } from '../../../shared/wording/language.ts'
import type { Cell } from './csv.ts'
import { drawRows, writeWorkbook } from './workbook.ts'

/** Writes the report. Files a person must act on come first, as the items are given. */
export function writeImportReport(
  path: string,
  job: ImportJob,
  items: readonly ImportItem[],
  language: Language,
): Promise<Result<string>> {
  const words = importReportWording[language]
  return writeWorkbook(path, [
    {
      name: words.summary,
      columns: [
        { heading: words.item, width: 40 },
        { heading: words.count, width: 24 },
      ],
      rows: [
        [words.startedAt, formatMoment(job.startedAt)],
        [words.finishedAt, job.finishedAt === null ? null : formatMoment(job.finishedAt)],
        [words.total, job.total],
        [words.imported, job.imported],
        [words.duplicates, job.duplicates],
        [words.opened, job.opened],
        [words.unread, job.unread],
        [words.failed, job.failed],
      ],
    },
    {
      name: words.files,
      columns: [
        { heading: words.ordinal, width: 6 },
        { heading: words.file, width: 44 },
        { heading: words.folder, width: 44 },
        { heading: words.outcome, width: 20 },
        { heading: words.title, width: 50 },
        { heading: words.code, width: 20 },
        { heading: words.reason, width: 50 },
        { heading: words.next, width: 60 },
        { heading: words.seconds, width: 9 },
      ],
      rows: drawRows(items, (item, ordinal) => rowOf(item, ordinal, language)),
    },
  ])
}

function rowOf(item: ImportItem, ordinal: number, language: Language): Cell[] {
  const failure = item.failure && describeItemFailure(item, language)
  return [
    ordinal,
    fileNameOf(item.path),
    dirname(item.path),
    importItemWording(item, language),
    item.title,
    item.failure?.code ?? null,
    failure && [failure.what, failure.safe].filter(Boolean).join(' '),
    failure?.next ?? null,
    item.seconds === null ? null : Math.round(item.seconds * 10) / 10,
  ]
}
