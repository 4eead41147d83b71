/** Words a title can begin with where «về» is missing, and a test for them at an offset of a passage. */
import { anyPhrase } from './wordPattern.ts'

/** «của Chính phủ quy định chi tiết …», «của Huyện ủy thực hiện Kết luận …». Never plain verbs of the sentence (đã, là, được). */
const TITLE_VERBS = [
  'quy định',
  'ban hành',
  'hướng dẫn',
  'phê duyệt',
  'sửa đổi',
  'bổ sung',
  'thay thế',
  'bãi bỏ',
  'thực hiện',
  'triển khai',
  'tiếp tục',
  'tăng cường',
  'đẩy mạnh',
  'nâng cao',
  'phát huy',
  'đổi mới',
  'xây dựng',
  'thành lập',
  'kiện toàn',
  'công nhận',
  'giao chỉ tiêu',
  'giao kế hoạch',
  'điều chỉnh',
  'thông qua',
  'thi hành',
  'công bố',
  'phân công',
  'phân cấp',
  'xử lý',
  'xử phạt',
  'quy hoạch',
  'tuyên truyền',
  'thông báo kết luận',
  'kết luận của',
  'hưởng ứng',
  'đánh giá',
  'thí điểm',
  'hợp nhất',
  'sáp nhập',
  'giải thể',
  'lãnh đạo',
  'chỉ đạo',
  'tổ chức thực hiện',
  'tổ chức hội thi',
  'tổ chức hội nghị',
  'tổ chức đại hội',
  'tổ chức lễ',
  'tổ chức kỷ niệm',
  'tổ chức các hoạt động',
  'tổ chức cuộc thi',
  'tổ chức phong trào',
  'học tập',
  'một số',
  'phát động',
  'công tác',
  'kiểm tra',
  'đôn đốc',
  'rà soát',
  'chấn chỉnh',
  'giám sát',
  'sơ kết',
  'tổng kết',
  'quản lý',
  'bảo đảm',
  'đảm bảo',
  'phòng, chống',
  'phòng chống',
  'giải quyết',
  'hành động',
  'sắp xếp',
  'chuyển đổi',
  'đề án',
  'chiến lược',
  'phong trào',
  'nhiệm vụ',
  'phát triển',
  'cụ thể hóa',
  'quán triệt',
  'khắc phục',
  'ngăn chặn',
  'đột phá',
] as const

const TITLE_VERB = new RegExp(`${anyPhrase(TITLE_VERBS)}(?!\\p{L})`, 'uy')
/** «về», «Về việc», «V/v», «vê», «vể»: the word that opens a title. */
const ABOUT = /(?:[Vv][ềêểế]|V\/v|v\/v)(?![\p{L}/])/uy
/** « về » somewhere ahead. */
const ABOUT_AHEAD = /\s(?:[Vv][ềê]|V\/v|v\/v)(?=\s)/

/** End of a title verb at `offset`, or null. */
export function titleVerbEnd(text: string, offset: number): number | null {
  TITLE_VERB.lastIndex = offset
  const match = TITLE_VERB.exec(text)
  return match === null ? null : offset + match[0].length
}

/** True when «về» stands at `offset`. */
export function isAboutAt(text: string, offset: number): boolean {
  ABOUT.lastIndex = offset
  return ABOUT.test(text)
}

/** Offset of the space before the next « về » between `from` and `limit`; null when there is none. */
export function nextAbout(text: string, from: number, limit: number): number | null {
  const index = text.slice(from, limit + 4).search(ABOUT_AHEAD)
  return index >= 0 && from + index < limit ? from + index : null
}
