/** What became of a file of an import comes in; its words go out, for the panel, the report and the command line. */
import type { ImportItem } from '../contract/views.ts'
import type { Language, Wording } from './language.ts'

const STATES = {
  waiting: { vi: 'đang chờ', en: 'waiting' },
  reading: { vi: 'đang đọc', en: 'reading' },
  imported: { vi: 'đã nhập', en: 'imported' },
  duplicate: { vi: 'đã có trong kho', en: 'already held' },
  opened: { vi: 'đã mở', en: 'opened' },
  failed: { vi: 'không nhập được', en: 'not imported' },
  cancelled: { vi: 'đã dừng', en: 'stopped' },
} as const satisfies Readonly<Record<ImportItem['state'], Wording>>

const UNREAD: Wording = { vi: 'đã giữ tệp, chưa đọc được', en: 'file kept, not read' }

/** True for a file that is kept although no text could be read from it. */
export const isKeptUnread = ({ state, documentId }: Pick<ImportItem, 'state' | 'documentId'>): boolean =>
  state === 'failed' && documentId !== null

/** «, 12 tệp bên trong» behind the outcome of an archive or a mail with attachments. */
function inside(members: number | null, language: Language): string {
  if (!members) return ''
  if (language === 'vi') return `, ${members} tệp bên trong`
  return members === 1 ? ', 1 file inside' : `, ${members} files inside`
}

/** The outcome in a few words. */
export const importItemWording = (item: ImportItem, language: Language = 'vi'): string =>
  (isKeptUnread(item) ? UNREAD : STATES[item.state])[language] + inside(item.members, language)

/** Headings of the report of an import. */
export const importReportWording = {
  vi: {
    summary: 'Tóm tắt',
    files: 'Từng tệp',
    item: 'Mục',
    count: 'Số lượng',
    startedAt: 'Bắt đầu lúc',
    finishedAt: 'Xong lúc',
    total: 'Tổng số tệp',
    imported: 'Nhập mới',
    duplicates: 'Đã có trong kho',
    opened: 'Tệp nén, thư đã mở ra',
    unread: 'Giữ tệp, chưa đọc được',
    failed: 'Không nhập được',
    ordinal: 'TT',
    file: 'Tệp',
    folder: 'Thư mục',
    outcome: 'Kết quả',
    title: 'Trích yếu',
    code: 'Mã',
    reason: 'Lý do',
    next: 'Việc nên làm',
    seconds: 'Giây',
  },
  en: {
    summary: 'Summary',
    files: 'Files',
    item: 'Item',
    count: 'Count',
    startedAt: 'Started at',
    finishedAt: 'Finished at',
    total: 'Files in all',
    imported: 'Imported',
    duplicates: 'Already held',
    opened: 'Archives and mails opened',
    unread: 'Kept, not read',
    failed: 'Not imported',
    ordinal: 'No.',
    file: 'File',
    folder: 'Folder',
    outcome: 'Outcome',
    title: 'Title',
    code: 'Code',
    reason: 'Reason',
    next: 'What to do',
    seconds: 'Seconds',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>
