/** A coded failure comes in; out goes what happened, to which file, what is safe and what to do. */
import type { Failure, FailureCode } from '../contract/result.ts'
import type { Language } from './language.ts'

/** The parts of an error message, each a sentence or empty. */
export interface FailureWording {
  readonly what: string
  readonly safe: string
  readonly next: string
}

type Sentences = Readonly<Record<Language, FailureWording>>

const FILE_SAFE = { vi: 'Tệp gốc vẫn nguyên.', en: 'The original file is untouched.' } as const
const LIBRARY_SAFE = { vi: 'Kho vẫn nguyên.', en: 'The library is untouched.' } as const

/** «Không đọc được “tệp”: lý do. Tệp gốc vẫn nguyên. Việc nên làm.» */
const unread = (reasonVi: string, nextVi: string, reasonEn: string, nextEn: string): Sentences => ({
  vi: { what: `Không đọc được {subject}: ${reasonVi}.`, safe: FILE_SAFE.vi, next: nextVi },
  en: { what: `Could not read {subject}: ${reasonEn}.`, safe: FILE_SAFE.en, next: nextEn },
})

const library = (
  whatVi: string,
  nextVi: string,
  whatEn: string,
  nextEn: string,
  isSafe = true,
): Sentences => ({
  vi: { what: whatVi, safe: isSafe ? LIBRARY_SAFE.vi : '', next: nextVi },
  en: { what: whatEn, safe: isSafe ? LIBRARY_SAFE.en : '', next: nextEn },
})

const SENTENCES = {
  file_missing: unread(
    'không còn tệp ở chỗ đã chọn',
    'Kiểm tra tệp có bị đổi tên, chuyển chỗ, hay ổ mạng đã ngắt; rồi thử lại.',
    'it is no longer where it was',
    'Check whether it was renamed or moved, or a network drive is offline; then try again.',
  ),
  file_unreadable: unread(
    'máy không cho phép mở hoặc ổ đĩa không trả lời',
    'Đóng chương trình đang giữ tệp, kiểm tra quyền đọc, rồi thử lại.',
    'the computer denied access or the drive did not answer',
    'Close the program that holds it, check the permission, then try again.',
  ),
  file_changed_while_reading: unread(
    'tệp đang được sửa trong lúc đọc',
    'Lưu và đóng tệp ở chương trình kia rồi thử lại.',
    'it changed while being read',
    'Save and close it in the other program, then try again.',
  ),
  name_not_unicode: unread(
    'tên tệp có chữ theo bảng mã cũ mà máy không mở được',
    'Đổi tên tệp hoặc thư mục rồi nhập lại.',
    'its name holds characters of an old encoding and cannot be opened',
    'Rename the file or folder, then import it again.',
  ),
  file_empty: unread(
    'tệp không có nội dung',
    'Chọn bản có nội dung, hoặc bỏ qua.',
    'it has no content',
    'Choose a copy that has content, or skip it.',
  ),
  file_too_large: unread(
    'tệp lớn hơn mức cho phép',
    'Tách tệp thành nhiều phần nhỏ hơn rồi nhập lại.',
    'it is larger than the limit',
    'Split it into smaller parts and import those.',
  ),
  format_unsupported: unread(
    'định dạng này chưa được hỗ trợ',
    'Lưu lại thành Word (.docx), PDF hoặc văn bản thuần (.txt) rồi nhập lại.',
    'this format is not supported',
    'Save it as Word (.docx), PDF or plain text (.txt) and import that.',
  ),
  heic_unsupported: unread(
    'ảnh HEIC của điện thoại chưa đọc được',
    'Chuyển ảnh sang JPG hoặc PNG rồi nhập lại; trên iPhone chọn Cài đặt → Camera → Định dạng → Tương thích nhất.',
    'photographs in HEIC cannot be read yet',
    'Convert it to JPG or PNG and import that; on an iPhone choose Settings → Camera → Formats → Most Compatible.',
  ),
  format_mismatch: unread(
    'nội dung không đúng với đuôi tệp',
    'Mở tệp bằng chương trình đã tạo ra nó, lưu lại đúng định dạng rồi nhập lại.',
    'its content does not match its extension',
    'Open it in the program that made it, save it in the right format and import that.',
  ),
  file_damaged: unread(
    'tệp bị hỏng',
    'Xin lại bản gốc, hoặc mở bằng Word rồi lưu thành tệp mới.',
    'the file is damaged',
    'Ask for the original again, or open it in Word and save a new copy.',
  ),
  password_protected: unread(
    'tệp đặt mật khẩu',
    'Nhập mật khẩu cạnh tên tệp, trong kết quả nhập của cửa sổ chương trình; hoặc bỏ mật khẩu trong chương trình đã tạo ra tệp rồi thử lại.',
    'it is protected by a password',
    'Enter the password beside the file among the results of the import, in the window; or remove it in the program that made the file and try again.',
  ),
  no_text_layer: unread(
    'tệp là ảnh chụp, không có lớp chữ',
    'Nhập lại với nhận dạng chữ (OCR), hoặc dùng bản có chữ.',
    'it is a scan with no text in it',
    'Import it again with text recognition (OCR), or use a copy that has text.',
  ),
  ocr_unavailable: unread(
    'tệp cần nhận dạng chữ nhưng bộ nhận dạng không chạy được',
    'Cài đặt lại chương trình, hoặc dùng bản có chữ.',
    'it needs text recognition, which could not be started',
    'Reinstall the program, or use a copy that has text.',
  ),
  no_page_image: {
    vi: {
      what: 'Không có ảnh trang của {subject}: chỉ tệp PDF và tệp ảnh mới có trang để xem.',
      safe: '',
      next: 'Mở tệp gốc để xem cách trình bày.',
    },
    en: {
      what: 'There is no page image of {subject}: only PDF and picture files have pages to show.',
      safe: '',
      next: 'Open the original to see its layout.',
    },
  },
  archive_bomb: unread(
    'tệp nén phình to bất thường khi mở nên đã dừng lại',
    'Chỉ mở tệp này nếu biết chắc nơi gửi.',
    'it unpacks to an abnormal size, so reading was stopped',
    'Open it only if you are sure of the sender.',
  ),
  archive_too_deep: unread(
    'tệp nén lồng trong nhau quá nhiều lớp',
    'Giải nén lớp trong bằng chương trình nén rồi nhập các tệp bên trong.',
    'it is an archive inside too many others',
    'Unpack it yourself and import the files inside.',
  ),
  encryption_unsupported: unread(
    'tệp đặt mật khẩu theo cách chương trình chưa mở được',
    'Mở bằng chương trình đã tạo ra nó, lưu bản không đặt mật khẩu (tệp nén thì giải nén) rồi nhập lại.',
    'it is encrypted in a way this program cannot open',
    'Open it in the program that made it, save a copy without a password (unpack an archive) and import that.',
  ),
  extraction_timeout: unread(
    'đọc quá lâu nên đã dừng',
    'Thử lại; nếu vẫn vậy, tách tệp thành nhiều phần nhỏ hơn.',
    'it took too long and was stopped',
    'Try again; if it happens again, split the file into smaller parts.',
  ),
  extraction_out_of_memory: unread(
    'tệp cần nhiều bộ nhớ hơn mức cho phép',
    'Tách tệp thành nhiều phần nhỏ hơn rồi nhập lại.',
    'it needs more memory than allowed',
    'Split it into smaller parts and import those.',
  ),
  extraction_crashed: unread(
    'bộ đọc dừng đột ngột vì tệp này',
    'Lưu lại tệp bằng Word rồi thử lại. Các tệp khác không bị ảnh hưởng.',
    'the reader stopped abruptly on it',
    'Save it again with Word and retry. Other files are not affected.',
  ),
  secret_marked: {
    vi: {
      what: 'Chưa nhập {subject}: văn bản có dấu độ mật.',
      safe: FILE_SAFE.vi,
      next: 'Tài liệu mật chỉ được lưu trên máy được phép; hãy hỏi người phụ trách trước khi nhập.',
    },
    en: {
      what: '{subject} was not imported: it is marked secret.',
      safe: FILE_SAFE.en,
      next: 'Secret documents may be kept only on approved machines; ask the person in charge first.',
    },
  },
  cancelled: {
    vi: { what: 'Đã dừng theo yêu cầu.', safe: 'Những gì đã xong được giữ lại.', next: '' },
    en: { what: 'Stopped as asked.', safe: 'What was finished is kept.', next: '' },
  },
  library_missing: library(
    'Không thấy kho văn bản ở {subject}.',
    'Kiểm tra thư mục hoặc ổ mạng rồi thử lại, hoặc mở kho khác.',
    'There is no library at {subject}.',
    'Check the folder or the network drive and try again, or open another library.',
    false,
  ),
  library_exists: library(
    'Thư mục {subject} đã có một kho văn bản.',
    'Mở kho đó, hoặc chọn thư mục khác để tạo kho mới.',
    'There is already a library in {subject}.',
    'Open that library, or choose another folder for the new one.',
  ),
  original_changed: library(
    'Bản gốc của {subject} trong kho không còn nguyên vẹn nên không xuất ra.',
    'Chạy «chido verify» để kiểm tra kho; lấy lại bản gốc từ bản sao lưu, hoặc nhập lại tệp.',
    'The original of {subject} kept in the library has changed, so it was not written.',
    'Run “chido verify” to check the library; take the original from a backup, or import the file again.',
    false,
  ),
  dossier_exists: library(
    'Đã có hồ sơ tên {subject}.',
    'Đặt tên khác, hoặc gộp hai hồ sơ.',
    'There is already a dossier named {subject}.',
    'Choose another name, or merge the two.',
  ),
  already_running: library(
    'Một lần xuất bản gốc khác đang chạy.',
    'Chờ xong hoặc dừng lần đó rồi thử lại.',
    'Another export of originals is running.',
    'Wait until it is over or stop it, then try again.',
  ),
  library_locked: library(
    'Kho {subject} đang được chương trình khác ghi.',
    'Đóng cửa sổ hoặc lệnh đang dùng kho rồi thử lại.',
    'Another program is writing to the library {subject}.',
    'Close the window or command that uses it, then try again.',
  ),
  library_damaged: library(
    'Kho {subject} bị hỏng, chưa mở được.',
    'Khôi phục từ bản sao lưu trong thư mục “backups”. Các tệp gốc trong “files” vẫn nguyên.',
    'The library {subject} is damaged and was not opened.',
    'Restore it from a backup in its “backups” folder. The originals in “files” are untouched.',
    false,
  ),
  library_read_only: library(
    'Kho {subject} chỉ mở để đọc.',
    'Xin quyền ghi vào thư mục của kho rồi mở lại.',
    'The library {subject} is open for reading only.',
    'Ask for write permission on its folder and open it again.',
  ),
  library_not_open: library(
    'Chưa mở kho văn bản nào.',
    'Mở hoặc tạo một kho rồi làm lại.',
    'No library is open.',
    'Open or create a library first.',
    false,
  ),
  library_closed: library(
    'Kho {subject} đã đóng khi việc đang làm dở, nên việc này bị dừng.',
    'Mở lại kho rồi làm lại.',
    'The library {subject} was closed before this was done, so it was stopped.',
    'Open the library again and do it once more.',
  ),
  schema_too_new: library(
    'Kho {subject} do bản Chỉ Đỏ mới hơn tạo ra.',
    'Cập nhật chương trình rồi mở lại.',
    'The library {subject} was made by a newer version of Chỉ Đỏ.',
    'Update the program and open it again.',
  ),
  disk_full: {
    vi: {
      what: 'Ổ đĩa đã đầy nên không ghi được.',
      safe: 'Những gì đã nhập trước đó vẫn nguyên.',
      next: 'Giải phóng dung lượng rồi thử lại.',
    },
    en: {
      what: 'The disk is full, so nothing could be written.',
      safe: 'What was imported before is untouched.',
      next: 'Free some space and try again.',
    },
  },
  bad_request: {
    vi: { what: 'Yêu cầu không hợp lệ: {subject}.', safe: '', next: 'Kiểm tra lại điều vừa nhập.' },
    en: { what: 'The request is not valid: {subject}.', safe: '', next: 'Check what was entered.' },
  },
  not_found: {
    vi: {
      what: 'Không tìm thấy {subject}.',
      safe: '',
      next: 'Có thể văn bản vừa bị gỡ khỏi kho; quay lại danh sách để xem.',
    },
    en: {
      what: '{subject} was not found.',
      safe: '',
      next: 'It may just have been removed from the library; go back to the list.',
    },
  },
  ambiguous: {
    vi: {
      what: 'Số {subject} ứng với nhiều văn bản.',
      safe: '',
      next: 'Thêm ngày ban hành hoặc chọn một văn bản trong danh sách.',
    },
    en: {
      what: '{subject} names several documents.',
      safe: '',
      next: 'Add the date of issue, or choose one from the list.',
    },
  },
  query_unreadable: {
    vi: {
      what: 'Không hiểu câu tìm {subject}.',
      safe: '',
      next: 'Bỏ bớt dấu đặc biệt, hoặc xem phần hướng dẫn tìm.',
    },
    en: {
      what: 'The query {subject} could not be understood.',
      safe: '',
      next: 'Remove special characters, or see the search help.',
    },
  },
  target_unwritable: {
    vi: {
      what: 'Không ghi được {subject}.',
      safe: LIBRARY_SAFE.vi,
      next: 'Đóng tệp nếu đang mở trong Word hay Excel, kiểm tra quyền ghi, hoặc chọn chỗ khác.',
    },
    en: {
      what: 'Could not write {subject}.',
      safe: LIBRARY_SAFE.en,
      next: 'Close the file if Word or Excel has it open, check your permission, or choose another place.',
    },
  },
  internal: {
    vi: {
      what: 'Chương trình gặp lỗi ngoài dự kiến.',
      safe: 'Dữ liệu đã lưu vẫn nguyên.',
      next: 'Thử lại; nếu lỗi lặp lại, khởi động lại chương trình và báo cho người hỗ trợ.',
    },
    en: {
      what: 'Something unexpected went wrong.',
      safe: 'Saved data is untouched.',
      next: 'Try again; if it repeats, restart the program and tell your support person.',
    },
  },
} as const satisfies Readonly<Record<FailureCode, Sentences>>

const UNNAMED = { vi: 'mục này', en: 'this item' } as const

/** The file name at the end of a path of either separator: «D:\VB\QĐ 45.pdf» → «QĐ 45.pdf». */
export function fileNameOf(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path
}

/** Failures that name a number, a dossier or a query: its slash parts no folders, «72-KH/HU» is one name. */
const NAME_NO_FILE: ReadonlySet<FailureCode> = new Set([
  'dossier_exists',
  'bad_request',
  'not_found',
  'ambiguous',
  'query_unreadable',
])

const isNamedWhole = (code: FailureCode): boolean =>
  code.startsWith('library_') || code === 'schema_too_new' || NAME_NO_FILE.has(code)

/**
 * The message of a failure in parts. A file's subject is shortened to its name, any other is kept whole;
 * a failure without a subject speaks of «mục này».
 */
export function describeFailure(failure: Failure, language: Language = 'vi'): FailureWording {
  const sentences: FailureWording = (SENTENCES[failure.code] ?? SENTENCES.internal)[language]
  const named = failure.subject?.trim()
  const subject = named ? `“${isNamedWhole(failure.code) ? named : fileNameOf(named)}”` : UNNAMED[language]
  const what = sentences.what.replace('{subject}', () => subject)
  return {
    what: what.charAt(0).toLocaleUpperCase(language) + what.slice(1),
    safe: sentences.safe,
    next: sentences.next,
  }
}

/** The message of a failure as one line: what happened, what is safe, what to do. */
export function failureSentence(failure: Failure, language: Language = 'vi'): string {
  return inOneLine(describeFailure(failure, language))
}

const KEPT_UNREAD = {
  vi: 'Tệp đã được giữ trong kho, đánh dấu chưa đọc; tìm được theo tên tệp.',
  en: 'The file is kept in the library, marked unread, and can be found by its name.',
} as const

/** A failed file of an import. */
interface FailedItem {
  readonly path: string
  readonly documentId: number | null
  readonly failure: Failure | null
}

/** The message about a failed file of an import in parts; it tells of the file kept unread. */
export function describeItemFailure(item: FailedItem, language: Language = 'vi'): FailureWording {
  const failure: Failure = { code: 'cancelled', ...item.failure, subject: item.path }
  const words = describeFailure(failure, language)
  return item.documentId === null ? words : { ...words, safe: KEPT_UNREAD[language] }
}

/** @see describeItemFailure */
export function itemFailureSentence(item: FailedItem, language: Language = 'vi'): string {
  return inOneLine(describeItemFailure(item, language))
}

const inOneLine = ({ what, safe, next }: FailureWording): string =>
  [what, safe, next].filter((part) => part !== '').join(' ')
