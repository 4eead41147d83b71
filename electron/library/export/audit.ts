/** The audit of a draft comes in, a report to print (Word) goes out. */
import { basename } from 'node:path'
import type { Result } from '../../../shared/contract/result.ts'
import type { AuditItem, DraftAudit } from '../../../shared/contract/tracing.ts'
import { formatDate } from '../../../shared/wording/dates.ts'
import { instrumentName } from '../../../shared/wording/instruments.ts'
import { relationWording } from '../../../shared/wording/relations.ts'
import { auditProblemWording, auditStateWording } from '../../../shared/wording/tracing.ts'
import { line, table, writeWordDocument } from './wordDocument.ts'

/** Writes the report: counts first, then one row a citation, then what was odd in the text. */
export function writeAuditReport(path: string, audit: DraftAudit): Promise<Result<string>> {
  const isTroubled = ({ problems }: AuditItem): boolean => problems.length > 0
  const counts = [
    `${audit.items.length} viện dẫn`,
    `${audit.items.filter(({ state }) => state === 'held').length} có trong kho`,
    `${audit.items.filter(({ state }) => state === 'missing' || state === 'unknown').length} chưa có`,
    `${audit.items.filter(({ state }) => state === 'ambiguous').length} chưa phân biệt được`,
    `${audit.items.filter(isTroubled).length} cần xem lại`,
  ]
  return writeWordDocument(path, 'Rà soát viện dẫn của dự thảo', [
    line('RÀ SOÁT VIỆN DẪN CỦA DỰ THẢO', { isBold: true, align: 'center' }),
    line(basename(audit.path), { align: 'center', isItalic: true }),
    line(`Xét đến ngày ${formatDate(audit.asAt)}: ${counts.join('; ')}.`, { before: 12 }),
    line('', { before: 0, size: 6 }),
    table(
      [
        { heading: 'TT', share: 1 },
        { heading: 'Viện dẫn', share: 3.6 },
        { heading: 'Trang', share: 1.5 },
        { heading: 'Kết quả', share: 3.6 },
        { heading: 'Nên viết', share: 7 },
      ],
      audit.items.map((item, index) => [
        String(index + 1),
        [item.citation.type, item.citation.raw, formatDate(item.citation.date)].filter(Boolean).join(' '),
        String(item.page),
        describeFinding(item),
        item.suggestion ?? '',
      ]),
    ),
    ...audit.warnings.map(({ message }) => line(`– ${message}`, { before: 6, size: 12 })),
  ])
}

/** «Chưa có trong kho; Đã bị thay thế (bởi Quyết định 23-QĐ/TW)». */
export function describeFinding({ state, problems, changedBy }: AuditItem): string {
  const by = changedBy
    .map(({ relation, instrument }) => `${relationWording(relation).passive} ${instrumentName(instrument)}`)
    .join('; ')
  const found = [auditStateWording(state), ...problems.map((problem) => auditProblemWording(problem))].join(
    '; ',
  )
  return by === '' || problems.length === 0 ? found : `${found} (${by})`
}
