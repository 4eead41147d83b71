/** Texts that lost their line breaks on the way out of a page. */
import { describe, expect, it } from 'vitest'
import { openLines } from '../../../shared/documents/openLines.ts'
import { scanSource } from '../../../shared/documents/scan.ts'
import { plainSource } from '../../golden/metadata/score.ts'
import { vocabulary } from '../../golden/vocabulary.ts'

const FLAT =
  'ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM HUYỆN BÌNH GIA Độc lập - Tự do - Hạnh phúc ' +
  'Số: 815/QĐ-UBND Bình Gia, ngày 12 tháng 4 năm 2019 QUYẾT ĐỊNH Về việc kiện toàn Tổ công tác dân vận chính quyền ' +
  'CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN BÌNH GIA Căn cứ Luật Tổ chức chính quyền địa phương số 77/2015/QH13; ' +
  'Căn cứ Chỉ thị số 16/CT-TTg ngày 16/5/2018 của Thủ tướng Chính phủ; Thực hiện Kế hoạch số 45-KH/HU ngày 02/3/2019 ' +
  'của Huyện ủy; Xét đề nghị của Trưởng phòng Nội vụ tại Tờ trình số 21/TTr-PNV ngày 05/4/2019, QUYẾT ĐỊNH: ' +
  'Điều 1. Kiện toàn Tổ công tác. Điều 2. Quyết định này thay thế Quyết định số 302/QĐ-UBND ngày 08/3/2017./. ' +
  'Nơi nhận: - Như Điều 2; - Thường trực Huyện ủy; - Lưu: VT. KT. CHỦ TỊCH'

describe('a first page on one line', () => {
  it('keeps its length and every letter', () => {
    const opened = openLines(FLAT)
    expect(opened).toHaveLength(FLAT.length)
    expect(opened.replaceAll('\n', ' ')).toBe(FLAT)
    expect(opened.split('\n').length).toBeGreaterThan(15)
  })

  it('is read like one with its lines', () => {
    const { document, citations } = scanSource(plainSource(FLAT), vocabulary)
    expect(document).toMatchObject({
      kind: 'Quyết định',
      number: '815',
      symbol: 'QĐ-UBND',
      issuedOn: '2019-04-12',
      issuer: 'Ủy ban nhân dân huyện Bình Gia',
      place: 'Bình Gia',
      title: 'Về việc kiện toàn Tổ công tác dân vận chính quyền',
    })
    expect(citations.map(({ raw, relation }) => [raw, relation])).toEqual([
      ['77/2015/QH13', 'basis'],
      ['16/CT-TTg', 'basis'],
      ['45-KH/HU', 'basis'],
      ['21/TTr-PNV', 'basis'],
      ['302/QĐ-UBND', 'replaces'],
    ])
    for (const { start, end, raw } of citations) expect(FLAT.slice(start, end)).toBe(raw)
  })

  it('is read where a star and the committee above stand in it', () => {
    const text =
      'ĐẢNG BỘ HUYỆN PHÚ LƯƠNG ĐẢNG ỦY XÃ YÊN NINH * Số 31-KH/ĐU ĐẢNG CỘNG SẢN VIỆT NAM Yên Ninh, ngày 18 tháng 3 ' +
      'năm 2021 KẾ HOẠCH công tác dân vận năm 2021 - Căn cứ Hướng dẫn số 07-HD/HU ngày 02/3/2021 của Huyện ủy, ' +
      'Đảng ủy xã xây dựng kế hoạch như sau:'
    const { document, citations } = scanSource(plainSource(text), vocabulary)
    expect(document).toMatchObject({
      kind: 'Kế hoạch',
      number: '31',
      symbol: 'KH/ĐU',
      issuedOn: '2021-03-18',
      issuer: 'Đảng ủy xã Yên Ninh',
      place: 'Yên Ninh',
      title: 'công tác dân vận năm 2021',
    })
    expect(citations.map(({ raw, relation }) => [raw, relation])).toEqual([['07-HD/HU', 'basis']])
  })

  it('is read where only the letterhead lost its lines', () => {
    const text =
      'TỈNH ỦY LẠNG SƠN ------- Số 12-KH/TU | ĐẢNG CỘNG SẢN VIỆT NAM -------- Lạng Sơn, ngày 05 tháng 3 năm 2020 |\n' +
      'KẾ HOẠCH\ncông tác dân vận năm 2020\n\nThực hiện Chương trình công tác, Ban Thường vụ Tỉnh ủy ban hành Kế hoạch như sau:'
    expect(scanSource(plainSource(text), vocabulary).document).toMatchObject({
      kind: 'Kế hoạch',
      number: '12',
      symbol: 'KH/TU',
      issuedOn: '2020-03-05',
      issuer: 'Tỉnh ủy Lạng Sơn',
      place: 'Lạng Sơn',
    })
  })

  it('is read where each cell of the letterhead became a line', () => {
    const text =
      'ỦY BAN NHÂN DÂN HUYỆN TRÀNG ĐỊNH Số: 64/TB-UBND\n' +
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Tràng Định, ngày 08 tháng 6 năm 2020\n' +
      'THÔNG BÁO\nLịch đối thoại của Chủ tịch với Nhân dân\n\nThực hiện Quy chế làm việc, Ủy ban thông báo như sau:'
    expect(scanSource(plainSource(text), vocabulary).document).toMatchObject({
      kind: 'Thông báo',
      number: '64',
      symbol: 'TB-UBND',
      issuedOn: '2020-06-08',
      issuer: 'Ủy ban nhân dân huyện Tràng Định',
      place: 'Tràng Định',
      title: 'Lịch đối thoại của Chủ tịch với Nhân dân',
    })
  })

  it('is read to its subject, its list and its signature where it is a letter', () => {
    const text =
      '2. UBND TỈNH NINH THUẬN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM SỞ NỘI VỤ Độc lập - Tự do - Hạnh phúc ' +
      'Số: 318 /SNV-CCHC Phan Rang-Tháp Chàm, ngày 09 tháng11 năm 2011 V/v báo cáo dân vận chính quyền ' +
      'Kính gửi: Ủy ban nhân dân các huyện. Sở Nội vụ đề nghị các huyện báo cáo trước ngày 20/11/2011. ' +
      'Nơi nhận: - Như trên; - Lưu: VT. KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC (Đã ký) Chamaléa Thị Hoa'
    expect(scanSource(plainSource(text), vocabulary).document).toMatchObject({
      kind: 'Công văn',
      number: '318',
      issuedOn: '2011-11-09',
      issuer: 'Sở Nội vụ tỉnh Ninh Thuận',
      place: 'Phan Rang-Tháp Chàm',
      title: 'V/v báo cáo dân vận chính quyền',
      signer: 'Chamaléa Thị Hoa',
      signerTitle: 'KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC',
      recipients: ['Như trên', 'Lưu: VT'],
    })
  })

  it.each([
    [
      'a page with its lines',
      'TỈNH ỦY LẠNG SƠN\n*\nSố 12-KH/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nLạng Sơn, ngày 05 tháng 3 năm 2020\n\nKẾ HOẠCH',
    ],
    [
      'a long paragraph',
      `Căn cứ Quyết định số 5-QĐ/TU ngày 01/02/2020; Đảng Cộng sản Việt Nam ${'lãnh đạo '.repeat(80)}`,
    ],
  ])('leaves %s as it is', (_, text) => expect(openLines(text)).toBe(text))
})
