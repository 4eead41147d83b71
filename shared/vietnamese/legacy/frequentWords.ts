/** Data: accented syllables that fill Vietnamese official prose, the evidence for one decoding against another. */

/** Lower case, NFC, both tone placements where they differ. */
export const FREQUENT_WORDS: ReadonlySet<string> = new Set(
  `và của là các được có cho với trong không những này người một để đến về theo tại từ đã khi thì đó như cũng ở
vào ra số năm ngày tháng đảng ủy uỷ bộ tỉnh huyện xã phường thành phố ban hành chấp thường trực vụ tổ chức công tác
việt nam cộng hòa hoà hội chủ nghĩa sản độc lập tự hạnh phúc nhân dân vận quốc gia chính phủ trị quyết định nghị
kế hoạch kết luận chỉ thị hướng dẫn báo cáo thông tri tờ trình quy chế điều lệ luật thực hiện căn cứ nhiệm kỳ
đại biểu đồng chí bí thư phó trưởng ký nơi nhận lưu văn phòng sở ngành cấp cơ quan đơn vị cán đoàn thể mặt trận tổ
phát triển kinh tế xây dựng nâng cao chất lượng lãnh đạo chỉ đạo kiểm tra giám sát nội dung yêu cầu mục đích
tiếp tục tăng cường đổi mới giải pháp kết quả tình hình trách nhiệm quyền lợi giáo dục bảo đảm vệ đề nghị án
trung ương địa phương đăng toàn nước lực động sự phải làm nhiều hơn đối tượng qua sau trên dưới giữa lần thứ
bổ sung sửa đổi thay thế bãi bỏ hiệu trước hai bốn sáu bảy tám chín mười`
    .split(/\s+/)
    .filter((word) => /[^a-z]/u.test(word)),
)
