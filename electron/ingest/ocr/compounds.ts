/** Data: compounds that fill Vietnamese Party and State prose, the evidence for one reading of marks against another. */

/**
 * Two syllables each, lower case, both tone placements where they differ. Where two readings of the same letters are
 * both real words («công tác», «cộng tác») both are listed, so that neither is ever changed into the other.
 */
export const COMPOUNDS: readonly string[] = `
đảng cộng, cộng sản, việt nam, cộng hòa, cộng hoà, hòa xã, hoà xã, xã hội, hội chủ, chủ nghĩa, độc lập, tự do, hạnh phúc
ban dân, dân vận, trung ương, ban tổ, tổ chức, ban tuyên, tuyên giáo, ban nội, nội chính, ban kinh, ban chấp, chấp hành, ban bí, bí thư, ban thường, thường vụ, thường trực
ủy ban, uỷ ban, ban nhân, nhân dân, hội đồng, đồng nhân, mặt trận, tổ quốc, quốc hội, chính phủ, thủ tướng, bộ trưởng, chủ tịch, phó chủ, ban kiểm, kiểm tra, ban quản, ban chỉ, ban đảng, ban hành, trưởng ban, phó ban
tỉnh ủy, tỉnh uỷ, huyện ủy, huyện uỷ, thành ủy, thành uỷ, đảng ủy, đảng uỷ, thị ủy, thị uỷ, quận ủy, quận uỷ, cấp ủy, cấp uỷ, đảng bộ, đảng viên, đảng đoàn, đảng khóa, đảng khoá, cán bộ, chi bộ, chi đoàn, chi hội, chi ủy, chi uỷ, chi cục, chi đội, chi nhánh, chi phí, chi tiết, chi trả, chi ngân, chỉ đạo, chỉ thị, chỉ tiêu, chỉ số, chỉ huy, chỉ dẫn, chỉ định, chỉ rõ, không chỉ, chỉ có, chỉ là, chỉ được, thôn chi, thu chi
bộ chính, chính trị, bộ nội, bộ tư, tư pháp, bộ công, công an, công thương, bộ quốc, quốc phòng, bộ giáo, giáo dục, bộ tài, tài chính, bộ y, y tế, bộ xây, bộ văn, văn hóa, văn hoá, thể thao, du lịch, bộ khoa, khoa học, công nghệ, nông nghiệp, môi trường, tài nguyên, giao thông, vận tải, kế hoạch, đầu tư, lao động, thương binh, thông tin, truyền thông
tự lực, tự cường, tự chủ, tự quản, tự giác, tự nguyện, tự phê, tự học, tự trọng, tự hào, tư tưởng, tư cách, tư liệu, tư nhân, tư duy, tư vấn, vật tư, tâm tư, cư dân, dân cư
tinh thần, tinh gọn, tinh giản, tinh thông, tính chất, tính toán, tính đến, tính từ, tình hình, tình trạng, tình cảm, tình nguyện, tỉnh đoàn, toàn tỉnh, cấp tỉnh, lạng sơn
nội dung, sử dụng, áp dụng, tác dụng, tín dụng, tuyển dụng, tận dụng, vận dụng, xây dựng, dân chủ, dân tộc, dân số, dân quân, dân sinh, nông dân, vũ trang, trang trại, dẫn chứng, dẫn đầu, hướng dẫn, viện dẫn, dần dần
đối tượng, đối với, đối thoại, đối ngoại, phản đối, đổi mới, thay đổi, trao đổi, sửa đổi, chuyển đổi, biến đổi, đội ngũ, quân đội, bộ đội, tổ đội
mục đích, mục tiêu, yêu cầu, nhiệm vụ, giải pháp, nguyên tắc, điều kiện, tiêu chí, tiêu chuẩn, trách nhiệm, quyền hạn, quyền lợi, nghĩa vụ, kết quả, kết luận, kết nạp, kết hợp, nghị quyết, nghị định, quyết định, quyết tâm, quy định, quy chế, quy trình, quy hoạch, quy ước, hương ước, thông tư, thông báo, thông tri, báo cáo, tờ trình, chương trình, công văn, công điện, đề án, đề nghị, kiến nghị, hướng dẫn, điều lệ, căn cứ
công tác, cộng tác, công chức, viên chức, công dân, công nhân, công đoàn, công trình, công khai, công nghiệp, công bằng, công nhận, cộng đồng, hệ thống, truyền thống, thống nhất, thống kê
thực hiện, thực tiễn, thực tế, thực trạng, thiết thực, thường xuyên, kịp thời, hiệu quả, hiệu lực, chất lượng, lực lượng, số lượng, năng lực, nâng cao, tăng cường, đẩy mạnh, phát huy, phát triển, phát động, phát hiện, phối hợp, tiếp tục, tiếp nhận, tiếp công, triển khai, tổng kết, sơ kết, khen thưởng, kỷ luật, kỷ niệm, kỉ luật, thi đua, phong trào, mô hình, điển hình, nhân rộng, sáng tạo, tham mưu, tham gia, tuyên truyền, vận động, quán triệt, giám sát, phản biện, thanh tra, thanh niên, phụ nữ, cựu chiến, chiến binh, chiến lược, chiến đấu, chiến sĩ, chiến sỹ
lãnh đạo, đạo đức, đào tạo, bồi dưỡng, giáo viên, học sinh, học tập, học viện, gia đình, gia súc, phát huy, an ninh, an toàn, trật tự, tội phạm, vi phạm, phòng chống, chống tham, tham nhũng, lãng phí, tiêu cực, tích cực, khiếu nại, tố cáo, tố tụng, yếu tố, nhân tố
kinh tế, kinh phí, kinh doanh, kinh nghiệm, sản xuất, tài sản, bất động, động sản, thương mại, dịch vụ, dịch bệnh, đất đai, đất nước, nhà nước, nước ngoài, ngân sách, chính sách, chính quyền, hành chính, cải cách, thủ tục, thủ trưởng, thứ trưởng, thi hành, chi tiêu, quân ủy, quân uỷ, quân khu, quận công, khu phố, khu dân, pháp luật, pháp lý, pháp lệnh, trợ giúp, hỗ trợ, bảo hiểm, bảo đảm, đảm bảo, bảo vệ, bảo tồn, chăm sóc, sức khỏe, sức khoẻ, đời sống, vật chất, thu nhập, việc làm, nông thôn, thôn mới, đô thị, văn minh, thôn bản, địa phương, địa bàn, cơ sở, cơ quan, đơn vị, đoàn thể, doanh nghiệp, hợp tác, tác xã, sự nghiệp, sự thật
đại hội, đại biểu, đại đoàn, đoàn kết, nhiệm kỳ, nhiệm kì, giai đoạn, hội nghị, hội viên, hội thảo, hội nhập, tập thể, cá nhân, tổ chức, quần chúng, quần áo, quần đảo, quân nhân, quân sự, quản lý, quản lí, quản trị, văn phòng, văn bản, văn thư, lưu trữ, hồ sơ, biên bản, bàn giao, cơ bản, bản sắc, toàn dân, toàn diện, toàn đảng, khối đại, đồng bào, đồng chí, đồng thuận, đồng thời, củng cố, vững chắc, vững mạnh, trong sạch, lòng tin, niềm tin, vai trò, tầm quan, quan trọng, quan tâm, quan điểm, trọng tâm, trọng điểm, khát vọng, phồn vinh, phương châm, phương hướng, phương án, phương pháp, phân công, thành tích, thành phố, thành viên, thành lập, thị trấn, thị trường, thị xã, xóa đói, giảm nghèo, hộ nghèo, nghèo bền, bền vững, tôn giáo, tín ngưỡng, biên giới, biên chế, chủ quyền, lãnh thổ, chuyên môn, chuyên đề, chuyên trách, chuyên gia
chậm trễ, chức đảng, vệ tinh, nơi nhận, lưu văn, kính gửi, kính trình, ký tên, ngày tháng, kèm theo, sau đây, như sau, trên đây, theo dõi, đôn đốc, tổng hợp, cụ thể, sâu rộng, rộng rãi, gương mẫu, nêu gương, tấm gương, gương người, người tốt, việc tốt, ý chí, ý nghĩa, ý kiến, ý thức, nhận thức, hình thức, thách thức, phương thức, cách thức, chính thức`
  .split(/[,\n]/)
  .map((pair) => pair.trim())
  .filter((pair) => pair !== '')

/** Words of grammar: common enough beside anything that a neighbour proves nothing about them. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  'trong tại và của các là có được cho với từ đến như này đó thì mà ra vào về do bởi nên không một những khi sau trước trên dưới theo để bằng đã đang sẽ phải cần rất cũng còn đều mỗi mọi nếu vì nhưng hoặc hay ở đi lại qua'.split(
    ' ',
  ),
)
