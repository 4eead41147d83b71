/** A stretch of words comes in; whether it only leads from a verb to the act it governs goes out. */

/** «thực hiện [có hiệu quả các nội dung của] Nghị quyết số …». Single words: the stretch is short. */
const FILLER_WORDS: ReadonlySet<string> = new Set(
  (
    'các những một số nội dung tinh thần việc nghiêm túc có hiệu quả tốt đồng bộ toàn diện kịp thời đầy đủ sâu rộng ' +
    'thắng lợi triệt để quyết liệt mục tiêu nhiệm vụ giải pháp chủ trương quan điểm điều khoản điểm mục chương tiết của và tại đối với theo quy định ' +
    'trong văn bản bằng bởi kết giai đoạn đến năm công tác đúng chỉ đạo yêu cầu lĩnh vực năm kiện hạng thời gian tiến độ tiêu phụ lục danh mức biểu'
  ).split(' '),
)
const FILLER_REACH = 120

/** True when nothing but such words, capital names, provision numbers and opening marks stands in `stretch`. */
export function isFiller(stretch: string): boolean {
  if (stretch.length > FILLER_REACH) return false
  for (const word of stretch.split(/[\s,:“"«(]+/)) {
    if (word === '' || FILLER_WORDS.has(word.toLowerCase())) continue
    if (/^(?:\p{Lu}|\d)/u.test(word) || word.length === 1) continue
    return false
  }
  return true
}
