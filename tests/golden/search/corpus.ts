/** A seed comes in; any number of made-up Party and State documents goes out, the same ones every time. */
import type { IndexedDocument } from '../../../electron/search/fields.ts'

/** A small generator of equally spread numbers 0..1 (mulberry32): the corpus must be the same on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const VERBS =
  'tăng cường|đẩy mạnh|nâng cao chất lượng|quán triệt|triển khai thực hiện|tổ chức tổng kết|đôn đốc, kiểm tra|phối hợp thực hiện|chủ động tham mưu|hướng dẫn|giám sát|đánh giá kết quả|nhân rộng mô hình|củng cố|kiện toàn|tuyên truyền về|chấn chỉnh|phát huy vai trò|huy động nguồn lực cho|rà soát, bổ sung|xây dựng quy chế|ban hành văn bản về|báo cáo kết quả|tiếp thu ý kiến về|giải quyết kịp thời|khắc phục hạn chế trong|bảo đảm kinh phí cho|sơ kết|lấy ý kiến góp ý|phân công nhiệm vụ'.split(
    '|',
  )
const TOPICS =
  'công tác dân vận|phong trào thi đua Dân vận khéo|quy chế dân chủ ở cơ sở|công tác tôn giáo|đồng bào dân tộc thiểu số|xây dựng nông thôn mới|chuyển đổi số|cải cách hành chính|phòng, chống tham nhũng, lãng phí|công tác cán bộ|kiểm tra, giám sát và kỷ luật đảng|an ninh trật tự|quốc phòng toàn dân|bảo vệ môi trường|giảm nghèo bền vững|an sinh xã hội|phòng chống dịch bệnh|giáo dục và đào tạo|văn hóa cơ sở|đoàn kết toàn dân|đối thoại với nhân dân|tiếp công dân|khiếu nại, tố cáo|bầu cử đại biểu Quốc hội|đại hội đảng bộ các cấp|công tác phụ nữ|công tác thanh niên|hội nông dân|cựu chiến binh|lao động và việc làm|bảo hiểm y tế|đất đai và giải phóng mặt bằng|phòng cháy, chữa cháy|trật tự an toàn giao thông|phát triển kinh tế biển|bảo vệ rừng|thủy lợi nội đồng|chợ nông thôn|du lịch cộng đồng|di tích lịch sử|lưu trữ và văn thư|công nghệ thông tin|thi đua khen thưởng|ngân sách địa phương|đầu tư công|doanh nghiệp nhỏ và vừa|hợp tác xã kiểu mới|biên giới quốc gia|tín ngưỡng dân gian|người có công với cách mạng'.split(
    '|',
  )
const GROUPS =
  'các cấp ủy đảng|chính quyền các cấp|Mặt trận Tổ quốc|các tổ chức chính trị - xã hội|lực lượng vũ trang|đội ngũ cán bộ, đảng viên|các tầng lớp Nhân dân|người đứng đầu|ban chỉ đạo|các cơ quan, đơn vị|hệ thống chính trị|đoàn viên, hội viên|ban thường vụ|Ủy ban nhân dân xã|Hội đồng nhân dân|chi bộ trực thuộc|khu dân cư|già làng, trưởng bản|chức sắc tôn giáo|hộ gia đình'.split(
    '|',
  )
const CIRCUMSTANCES =
  'trên địa bàn tỉnh|trong tình hình mới|giai đoạn 2021 - 2025|theo hướng thiết thực, hiệu quả|sát với cơ sở|đúng quy định|trong sáu tháng đầu năm|trước ngày 15/12|gắn với nhiệm vụ chính trị|tại vùng sâu, vùng xa|kịp thời và đồng bộ|theo thẩm quyền|bằng nhiều hình thức|từ huyện đến xã|nhiệm kỳ 2020 - 2025|sau khi sáp nhập|ngay từ đầu năm|theo đúng tiến độ|có trọng tâm, trọng điểm|bảo đảm tiết kiệm'.split(
    '|',
  )
const PLACES =
  'Lạng Sơn|Chi Lăng|Cao Lộc|Tràng Định|Bắc Sơn|Hòa Bình|Quảng Trị|Đắk Lắk|Cà Mau|Thái Nguyên|Hưng Yên|Ninh Thuận|Sóc Trăng|Tam Đường|Mường Lát|Krông Năng|Quỳ Hợp|Tuy Hòa|Lý Nhân|Yên Bái'.split(
    '|',
  )
const KINDS = [
  'Kế hoạch KH',
  'Báo cáo BC',
  'Chỉ thị CT',
  'Kết luận KL',
  'Thông báo TB',
  'Công văn CV',
  'Nghị quyết NQ',
  'Hướng dẫn HD',
  'Chương trình CTr',
  'Quyết định QĐ',
] as const
const PARTY_ISSUERS = [
  ['Tỉnh ủy', 'TU'],
  ['Huyện ủy', 'HU'],
  ['Ban Dân vận Tỉnh ủy', 'BDVTU'],
  ['Ban Tổ chức Tỉnh ủy', 'BTCTU'],
  ['Đảng ủy xã', 'ĐU'],
  ['Ủy ban Kiểm tra Huyện ủy', 'UBKTHU'],
] as const
const STATE_ISSUERS = [
  ['Ủy ban nhân dân tỉnh', 'UBND'],
  ['Hội đồng nhân dân huyện', 'HĐND'],
  ['Sở Nội vụ', 'SNV'],
  ['Sở Tài chính', 'STC'],
] as const
const SURNAMES = 'Nguyễn|Trần|Lê|Phạm|Hoàng|Vi|Nông|Lương|Đặng|Bùi|Hà|Chu'.split('|')
const GIVEN =
  'Văn Hùng|Thị Hoa|Đức Thắng|Minh Tuấn|Thu Thủy|Quốc Khánh|Xuân Trường|Bích Ngọc|Hữu Nghĩa|Thanh Sơn|Kim Oanh|Hồng Phong'.split(
    '|',
  )
const ONSETS = 'b|c|ch|d|đ|g|h|k|kh|l|m|n|ng|nh|ph|r|s|t|th|tr|v|x'.split('|')
const RHYMES =
  'an|ang|anh|ao|ăm|ăng|ân|âu|en|eo|êm|ênh|iên|iêu|im|inh|oa|oan|oi|ong|ôn|ông|ơn|ưa|ưng|ươi|ương|uân|ui|un|ung|uyên|uê'.split(
    '|',
  )
const TONES = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323']

/** Size of the made-up documents: words of a body lie between the two. */
export interface CorpusShape {
  readonly count: number
  readonly seed: number
  readonly shortest: number
  readonly longest: number
}

/** Makes documents numbered from 1. */
export function* makeDocuments({ count, seed, shortest, longest }: CorpusShape): Generator<IndexedDocument> {
  const random = seededRandom(seed)
  for (let documentId = 1; documentId <= count; documentId += 1) {
    yield makeDocument(documentId, random, shortest + Math.floor(random() ** 2 * (longest - shortest)))
  }
}

function makeDocument(documentId: number, random: () => number, words: number): IndexedDocument {
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[Math.floor(random() * list.length)]
    if (chosen === undefined) throw new Error('empty list')
    return chosen
  }
  const kind = pick(KINDS)
  const place = pick(PLACES)
  const topic = pick(TOPICS)
  const code = kind.split(' ').at(-1) ?? ''
  const isParty = random() < 0.6
  const [issuer, issuerCode] = pick<readonly [string, string]>(isParty ? PARTY_ISSUERS : STATE_ISSUERS)
  const year = 2015 + Math.floor(random() * 11)
  const value = 1 + Math.floor(random() * 900)
  const number = isParty
    ? `${String(value).padStart(2, '0')}-${code}/${issuerCode}`
    : `${value}/${code}-${issuerCode}`
  const title = `${pick(VERBS)} ${topic} ${pick(CIRCUMSTANCES)} năm ${year}`
  const sentences: string[] = []
  for (let written = 0; written < words; ) {
    const sentence = makeSentence(random, pick, topic, place)
    sentences.push(sentence)
    written += sentence.split(' ').length
  }
  return {
    documentId,
    fields: {
      number,
      title,
      issuer: `${issuer} ${place}`,
      signer: `${pick(SURNAMES)} ${pick(GIVEN)}`,
      kind,
      body: sentences.join(' '),
    },
  }
}

function makeSentence(
  random: () => number,
  pick: <T>(list: readonly T[]) => T,
  topic: string,
  place: string,
): string {
  const about = random() < 0.35 ? topic : pick(TOPICS)
  const parts = [pick(VERBS), about]
  if (random() < 0.5) parts.unshift(`${pick(GROUPS)}`)
  if (random() < 0.4) parts.push(pick(CIRCUMSTANCES))
  if (random() < 0.25) parts.push(random() < 0.5 ? place : pick(PLACES))
  if (random() < 0.15)
    parts.push(`theo Kế hoạch số ${1 + Math.floor(random() * 300)}-KH/${pick(PARTY_ISSUERS)[1]}`)
  if (random() < 0.3) parts.push(`thôn ${rareWord(pick)} ${rareWord(pick)}`)
  const sentence = parts.join(' ')
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}

/** Names of hamlets: the long tail of a vocabulary. */
function rareWord(pick: <T>(list: readonly T[]) => T): string {
  const rhyme = pick(RHYMES)
  const tone = pick(TONES)
  const vowels = /[aăâeêioôơuưy]+/u.exec(rhyme) // «ươ» of «ương»
  const at = (vowels?.index ?? 0) + (vowels?.[0].length ?? 1)
  const word = `${pick(ONSETS)}${rhyme.slice(0, at)}${tone}${rhyme.slice(at)}`.normalize('NFC')
  return word.charAt(0).toUpperCase() + word.slice(1)
}
