/** What became of a query as a code comes in; a sentence in the person's language goes out. */
import type { SearchAnswer } from '../contract/views.ts'
import type { Language, Wording } from './language.ts'

/** Something a person should know about an answer. */
type Notice = NonNullable<SearchAnswer['notice']>

const NOTICES: Readonly<Record<Notice, Wording>> = {
  read_as_words: {
    vi: 'Câu tìm có ký hiệu không đọc được như phép tìm, nên đã tìm như các từ thường.',
    en: 'Some signs of the query could not be read as operators, so it was searched as plain words.',
  },
  no_words: {
    vi: 'Câu tìm không có từ nào để tìm.',
    en: 'The query has no words to search for.',
  },
  shortened: {
    vi: 'Câu tìm quá dài, chỉ phần đầu được dùng.',
    en: 'The query is too long; only its beginning was used.',
  },
  phrase_not_checked: {
    vi: 'Cụm từ có ở rất nhiều tài liệu, số kết quả là gần đúng.',
    en: 'Very many documents may have the phrase; the number of results is approximate.',
  },
}

/** The sentence of a notice. */
export const searchNoticeWording = (notice: Notice, language: Language): string => NOTICES[notice][language]
