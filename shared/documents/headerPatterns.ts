/** The words that give away each line of a first page: patterns only, with one real example each (Hướng dẫn 36-HD/VPTW, Nghị định 30/2020/NĐ-CP). */

/** «ĐẢNG CỘNG SẢN VIỆT NAM» alone in its column, marks possibly lost in scanning. Tested on folded text. */
export const PARTY_HEADING = /^dang cong san(?: viet nam)?$/ // ĐẢNG CỘNG SẢN VIỆT NAM
/** Quốc hiệu, possibly broken by a narrow column. Tested on folded text. */
export const STATE_HEADING = /^cong hoa(?: xa ?hoi(?: chu nghia(?: viet nam)?)?)?$/ // CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
/** What is left of a heading broken over two lines. Tested on folded text. */
export const HEADING_TAIL = /^(?:(?:xa hoi )?chu nghia )?v[a-z]{0,2}t nam$/ // VIỆT NAM
/** Tiêu ngữ. Tested on folded text. */
export const MOTTO = /^doc lap ?[-.–]? ?tu do ?[-.–]? ?hanh phuc$/ // Độc lập - Tự do - Hạnh phúc
/** Heading of the Youth Union. Tested on folded text. */
export const YOUTH_HEADING = /^doan (?:tncs|thanh nien cong san) ho chi minh$/ // ĐOÀN TNCS HỒ CHÍ MINH

/** A rule or the star under the issuer. */
export const RULE = /^[\s*_=~─━—–-]+$/ // -----
/** «Số», «Số:», «SỐ», and what scanning makes of it, then the number or its blank. */
export const NUMBER_LINE =
  /^(?:(?:Bộ\s+)?[Ll]uật\s+(?=số\s*:)|Pháp\s+lệnh\s+(?=số\s*:)|Nghị\s+quyết\s+(?=số\s*:))?[Ss][ốôoỗ0ỐÔOỖồ]\s*[:.]?\s*(?=$|[\d.…\-/_\s|]|[OolISQ]{0,2}\d|[A-Z]-)(.*)$/u // Số 41-KH/BDVTU
/** A number still to be given: dots, spaces or nothing, then the symbol. */
export const BLANK_NUMBER = /^[\s.…_]*(?=[-/]\s*\p{L})/u // …/KH-UBND

/** «Lạng Sơn, ngày 23 tháng 11 năm 2021»; place, then the rest from «ngày». What names a number is an act, not a place. */
export const PLACE_AND_DAY =
  /^(?:(?<place>\p{Lu}(?:(?!\ss[ốô]\s*:?\s*\d)[^,;:/]){1,59}?)\s*[,.]\s*)?[Nn]g[àa]y\b\s*(?<rest>.*)$/u // Chi Lăng, ngày 13 tháng 12 năm 2021
/** The rest of a date line cut by the column: «2023», «năm 2023», «tháng 01 năm 2023». */
export const DATE_TAIL = /^(?:(?:\d{1,2}\s+)?th[áa]ng(?:\s|$)|n[ăa]m\s|\d{4}$)/u // 2023

/** «MẬT», «TỐI MẬT», «TUYỆT MẬT», alone. Tested on folded text of capitals. */
export const SECRECY = /^(?:do mat ?:? ?)?(tuyet mat|toi mat|mat)$/ // MẬT
/** «KHẨN», «THƯỢNG KHẨN», «HỎA TỐC», alone. Tested on folded text of capitals. */
export const URGENCY = /^(?:do khan ?:? ?)?(hoa toc hen gio|hoa toc|thuong khan|khan)(?: [\d:hg/ ]+)?$/ // HỎA TỐC
/** Marks of circulation and drafts. Tested on folded text. */
export const CIRCULATION =
  /^\(?(?:tai lieu (?:hoi nghi|thu hoi|luu hanh)|luu hanh noi bo|xem xong tra lai|du thao)\b/ // DỰ THẢO LẦN 2

/** First line of an incoming stamp, or one of its own lines. */
export const STAMP_START =
  /^(?:(?:CÔNG VĂN|VĂN BẢN)\s+)?ĐẾN(?=[\s:.]|$)|^S[ốô]\s+đến\b|^Ngày\s+đến\b|^Giờ\s+đến\b/u // ĐẾN Số: 1234
/** Lines inside an incoming stamp. */
export const STAMP_LINE =
  /^(?:S[ốô]\s*[:.]?[\s.…\d]*$|Ngày\s*[:.]?[\s\d./…-]*$|Ngày\s*:?\s*\d.*|Giờ\b|Chuyển\b|Lưu\s+hồ\s+sơ|Kính\s+chuyển|S[ốô]\s+và\s+ký\s+hiệu)/u // Ngày: 15/01/2024
/** A copy line: of another body, another day (Nghị định 30/2020 Điều 25). */
export const COPY_LINE = /^(?:SAO\s+Y|SAO\s+LỤC|TRÍCH\s+SAO|BẢN\s+SAO)\b/u // SAO Y BẢN CHÍNH

/** Subject of a letter, under its number. */
export const SUBJECT = /^(?:V\s*\/\s*[vV]|[Vv]ề(?:\s+việc)?)(?=[\s:.])/u // V/v báo cáo kết quả
/** Addressee line. Tested on folded text. */
export const ADDRESSEE = /^kinh (?:gui|trinh|moi)\b/ // Kính gửi: Ban Dân vận các tỉnh ủy
/** Base of issue: the text begins. */
export const BASE = /^[-–+•]?\s*(?:Căn\s+cứ|Chiếu\s+theo|Xét\s+(?:đề|tờ|thấy|Tờ)|Theo\s+đề\s+nghị)(?=\s)/u // - Căn cứ Điều lệ Đảng;
/** A numbered heading: the text has begun. */
export const BODY_HEADING =
  /^(?:[IVX]{1,5}\s*[.\-)]|\d{1,2}\s*[.\-/)]\s|[A-DĐ]\s*[.\-/)]\s|(?:Điều|Chương|Phần|Mục)\s+(?:\d|[IVX]|thứ)|PHẦN\s+(?:\d|[IVX]|THỨ)|CHƯƠNG\s+[IVX\d])/u // I. MỤC ĐÍCH, YÊU CẦU
/** Words a first sentence opens with, and a title never continues with. */
export const OPENING =
  /^(?:Thực\s+hiện\s+(?:\p{Lu}|các\s)|Để\s|Nhằm\s|Sau\s+khi\s|Trên\s+cơ\s+sở|Ngày\s+\d|Trong\s(?:thời|những|năm|giai|\d)|Qua\s|Theo\s|Trước\s|Tiếp\s+tục\s+thực\s+hiện\s+\p{Lu}|Triển\s+khai\s+(?:thực\s+hiện\s+)?\p{Lu}[\p{L}\s]+số\s|Hôm\s+nay|Phát\s+huy|Đồng\s+chí|Được\s+sự)/u // Thực hiện Kế hoạch số 41-KH/BDVTU
/** «(Ban hành kèm theo Quyết định số …)» under a title. */
export const ATTACHED = /^\(\s*(?:(?:[Bb]an\s+hành\s+)?[Kk]èm\s+theo\s|[Bb]an\s+hành$)/u // (Kèm theo Quyết định số 593-QĐ/TU
