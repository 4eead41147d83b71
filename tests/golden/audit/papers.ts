/** A small province's papers, and drafts that cite them: each draft with what an audit must find, by number. */
import type { AuditItem, AuditProblem } from '../../../shared/contract/tracing.ts'

/** State and problems of one citation. */
export type Finding = readonly [AuditItem['state'], ...AuditProblem[]]

/** A draft and, for every number in the order of the text, what must be found. */
export interface Draft {
  readonly what: string
  readonly text: string
  readonly findings: readonly (readonly [number: string, finding: Finding])[]
}

const party = (body: string, number: string, place: string, date: string, text: string): string =>
  `${body}\n*\nSố ${number}\nĐẢNG CỘNG SẢN VIỆT NAM\n${place}, ngày ${date}\n\n${text}\n`

const state = (body: string, number: string, date: string, text: string): string =>
  `${body}\nSố: ${number}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nLạng Sơn, ngày ${date}\n\n${text}\n`

const province = (number: string, date: string, text: string): string =>
  party('TỈNH ỦY LẠNG SƠN', number, 'Lạng Sơn', date, text)

const plan = (text: string, number = '150-KH/TU', date = '12 tháng 9 năm 2024'): string =>
  province(number, date, `KẾ HOẠCH\ncông tác dân vận\n\n${text}`)

/** The library, a file each. */
export const PAPERS: Readonly<Record<string, string>> = {
  'ke-hoach.txt': province(
    '12-KH/TU',
    '05 tháng 01 năm 2022',
    'KẾ HOẠCH\nthực hiện Nghị quyết số 25-NQ/TW, ngày 03/6/2013 của Ban Chấp hành Trung ương Đảng khóa XI về tăng cường và đổi mới sự lãnh đạo của Đảng đối với công tác dân vận trong tình hình mới\n\nTỉnh ủy tiếp tục thực hiện Chỉ thị số 10-CT/TU, ngày 07/7/2017 của Tỉnh ủy Lạng Sơn về quy chế dân chủ ở cơ sở.',
  ),
  'thanh-nien.txt': province(
    '14-KH/TU',
    '20 tháng 02 năm 2022',
    'KẾ HOẠCH\nthực hiện Nghị quyết số 25-NQ/TW, ngày 25/7/2008 của Ban Chấp hành Trung ương Đảng khóa X về tăng cường sự lãnh đạo của Đảng đối với công tác thanh niên thời kỳ đẩy mạnh công nghiệp hóa, hiện đại hóa',
  ),
  'thay-the.txt': province(
    '99-QĐ/TU',
    '10 tháng 6 năm 2023',
    'QUYẾT ĐỊNH\nban hành Quy chế công tác dân vận\n\nĐiều 2. Quyết định này thay thế Quyết định số 50-QĐ/TU, ngày 02/4/2018 của Tỉnh ủy Lạng Sơn về Quy chế công tác dân vận.',
  ),
  'sua-doi.txt': province(
    '120-QĐ/TU',
    '01 tháng 3 năm 2024',
    'QUYẾT ĐỊNH\nsửa đổi, bổ sung một số điều của Quyết định số 80-QĐ/TU, ngày 05/5/2021 của Tỉnh ủy Lạng Sơn về quản lý cán bộ\n\nĐiều 1. Sửa đổi, bổ sung một số điều của Quyết định số 80-QĐ/TU, ngày 05/5/2021 của Tỉnh ủy Lạng Sơn về quản lý cán bộ.',
  ),
  'sua-lan-mot.txt': province(
    '122-QĐ/TU',
    '05 tháng 4 năm 2024',
    'QUYẾT ĐỊNH\nsửa đổi, bổ sung một số điều của Quyết định số 75-QĐ/TU, ngày 06/6/2021 của Tỉnh ủy Lạng Sơn về thi đua',
  ),
  'sua-lan-hai.txt': province(
    '126-QĐ/TU',
    '02 tháng 8 năm 2024',
    'QUYẾT ĐỊNH\nsửa đổi, bổ sung một số điều của Quyết định số 75-QĐ/TU, ngày 06/6/2021 của Tỉnh ủy Lạng Sơn về thi đua',
  ),
  'bai-bo.txt': province(
    '130-QĐ/TU',
    '15 tháng 8 năm 2024',
    'QUYẾT ĐỊNH\nbãi bỏ văn bản\n\nĐiều 1. Bãi bỏ Quyết định số 60-QĐ/TU, ngày 20/9/2019 của Tỉnh ủy Lạng Sơn về chế độ báo cáo.\n\nĐiều 2. Bãi bỏ khoản 2 Điều 5 Quyết định số 70-QĐ/TU, ngày 11/11/2020 của Tỉnh ủy Lạng Sơn về tiếp dân.',
  ),
  'chi-lang.txt': party(
    'HUYỆN ỦY CHI LĂNG',
    '33-KH/HU',
    'Chi Lăng',
    '18 tháng 02 năm 2022',
    'KẾ HOẠCH\nthực hiện Kế hoạch số 12-KH/TU, ngày 05/01/2022 của Tỉnh ủy Lạng Sơn',
  ),
  'binh-gia.txt': party(
    'HUYỆN ỦY BÌNH GIA',
    '33-KH/HU',
    'Bình Gia',
    '01 tháng 3 năm 2022',
    'KẾ HOẠCH\nthực hiện Kế hoạch số 12-KH/TU, ngày 05/01/2022 của Tỉnh ủy Lạng Sơn',
  ),
  'uy-ban.txt': state(
    'ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN',
    '20/2023/QĐ-UBND',
    '10 tháng 7 năm 2023',
    'QUYẾT ĐỊNH\nban hành Quy định về công tác văn thư\n\nCăn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;\n\nĐiều 2. Quyết định này thay thế Quyết định số 05/2019/QĐ-UBND ngày 12 tháng 02 năm 2019 của Ủy ban nhân dân tỉnh Lạng Sơn về công tác văn thư.',
  ),
}

/** The drafts. Those without a problem are as many as those with one: an audit that cries wolf is not read. */
export const DRAFTS: readonly Draft[] = [
  {
    what: 'a correct citation of a held plan',
    text: plan('Căn cứ Kế hoạch số 12-KH/TU, ngày 05/01/2022 của Tỉnh ủy Lạng Sơn;'),
    findings: [['12-KH/TU', ['held']]],
  },
  {
    what: 'another day than the library has',
    text: plan('Căn cứ Kế hoạch số 12-KH/TU, ngày 06/01/2022 của Tỉnh ủy Lạng Sơn;'),
    findings: [['12-KH/TU', ['held', 'date_mismatch']]],
  },
  {
    what: 'another organ at the centre than the one that issued it',
    text: plan('Căn cứ Nghị quyết số 25-NQ/TW, ngày 03/6/2013 của Bộ Chính trị;'),
    findings: [['25-NQ/TW', ['missing', 'issuer_mismatch']]],
  },
  {
    what: 'the right organ at the centre in short',
    text: plan('Căn cứ Nghị quyết số 25-NQ/TW, ngày 03/6/2013 của BCH Trung ương khóa XI;'),
    findings: [['25-NQ/TW', ['missing']]],
  },
  {
    what: 'an act that was replaced',
    text: plan('Căn cứ Quyết định số 50-QĐ/TU, ngày 02/4/2018 của Tỉnh ủy Lạng Sơn;'),
    findings: [['50-QĐ/TU', ['missing', 'superseded']]],
  },
  {
    what: 'the same act in a draft of the time before',
    text: plan(
      'Căn cứ Quyết định số 50-QĐ/TU, ngày 02/4/2018 của Tỉnh ủy Lạng Sơn;',
      '9-KH/TU',
      '12 tháng 9 năm 2022',
    ),
    findings: [['50-QĐ/TU', ['missing']]],
  },
  {
    what: 'an act that was repealed',
    text: plan('Căn cứ Quyết định số 60-QĐ/TU, ngày 20/9/2019 của Tỉnh ủy Lạng Sơn;'),
    findings: [['60-QĐ/TU', ['missing', 'repealed']]],
  },
  {
    what: 'an act of which a part was repealed',
    text: plan('Căn cứ Quyết định số 70-QĐ/TU, ngày 11/11/2020 của Tỉnh ủy Lạng Sơn;'),
    findings: [['70-QĐ/TU', ['missing', 'amended']]],
  },
  {
    what: 'an act that was amended, which the draft does not say',
    text: plan('Căn cứ Quyết định số 80-QĐ/TU, ngày 05/5/2021 của Tỉnh ủy Lạng Sơn về quản lý cán bộ;'),
    findings: [['80-QĐ/TU', ['missing', 'amended']]],
  },
  {
    what: 'an act that is still continued',
    text: plan('Căn cứ Chỉ thị số 10-CT/TU, ngày 07/7/2017 của Tỉnh ủy Lạng Sơn;'),
    findings: [['10-CT/TU', ['missing']]],
  },
  {
    what: 'a draft that itself replaces the act the library knows as replaced',
    text: province(
      '151-QĐ/TU',
      '12 tháng 9 năm 2024',
      'QUYẾT ĐỊNH\nban hành Quy chế\n\nĐiều 2. Quyết định này thay thế Quyết định số 50-QĐ/TU, ngày 02/4/2018 của Tỉnh ủy Lạng Sơn.',
    ),
    findings: [['50-QĐ/TU', ['missing']]],
  },
  {
    what: 'a number that two terms gave, without anything to tell them apart',
    text: plan('Các cấp ủy tiếp tục quán triệt Nghị quyết số 25-NQ/TW.'),
    findings: [['25-NQ/TW', ['ambiguous']]],
  },
  {
    what: 'the same number told apart by its title',
    text: plan(
      'Các cấp ủy quán triệt Nghị quyết số 25-NQ/TW về tăng cường sự lãnh đạo của Đảng đối với công tác thanh niên thời kỳ đẩy mạnh công nghiệp hóa, hiện đại hóa.',
    ),
    findings: [['25-NQ/TW', ['missing']]],
  },
  {
    what: 'a date without the title, and again without either',
    text: plan(
      'Căn cứ Nghị quyết số 25-NQ/TW, ngày 25/7/2008 của Ban Chấp hành Trung ương;\n\nCác cấp ủy quán triệt Nghị quyết số 25-NQ/TW.',
    ),
    findings: [
      ['25-NQ/TW', ['missing']],
      ['25-NQ/TW', ['missing']],
    ],
  },
  {
    what: 'the title of another act',
    text: plan(
      'Căn cứ Nghị quyết số 25-NQ/TW, ngày 03/6/2013 của Ban Chấp hành Trung ương về phát triển kinh tế tư nhân, bảo vệ môi trường biển;',
    ),
    findings: [['25-NQ/TW', ['missing', 'title_mismatch']]],
  },
  {
    what: 'its own number',
    text: plan('Kế hoạch số 150-KH/TU, ngày 12/9/2024 được gửi đến các chi bộ.'),
    findings: [['150-KH/TU', ['self']]],
  },
  {
    what: 'a number nobody names',
    text: plan('Căn cứ Kết luận số 61-KL/TW, ngày 08/12/2009 của Ban Bí thư;'),
    findings: [['61-KL/TW', ['unknown']]],
  },
  {
    what: 'an act dated after the draft',
    text: plan(
      'Căn cứ Kế hoạch số 12-KH/TU, ngày 05/01/2022 của Tỉnh ủy;',
      '3-KH/TU',
      '04 tháng 01 năm 2022',
    ),
    findings: [['12-KH/TU', ['held', 'newer_than_draft']]],
  },
  {
    what: 'a number of two districts, in a draft of one of them',
    text: party(
      'HUYỆN ỦY BÌNH GIA',
      '40-BC/HU',
      'Bình Gia',
      '05 tháng 12 năm 2022',
      'BÁO CÁO\nkết quả công tác dân vận\n\nThực hiện Kế hoạch số 33-KH/HU, ngày 01/3/2022 của Huyện ủy, các chi bộ đã tổ chức quán triệt.',
    ),
    findings: [['33-KH/HU', ['held']]],
  },
  {
    what: 'the day of the other district’s plan',
    text: party(
      'HUYỆN ỦY BÌNH GIA',
      '41-BC/HU',
      'Bình Gia',
      '05 tháng 12 năm 2022',
      'BÁO CÁO\nkết quả công tác dân vận\n\nThực hiện Kế hoạch số 33-KH/HU, ngày 18/02/2022 của Huyện ủy, các chi bộ đã tổ chức quán triệt.',
    ),
    findings: [['33-KH/HU', ['held', 'date_mismatch']]],
  },
  {
    what: 'a State draft: one act in force, one replaced',
    text: state(
      'ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN',
      '31/2024/QĐ-UBND',
      '02 tháng 8 năm 2024',
      'QUYẾT ĐỊNH\nvề công tác lưu trữ\n\nCăn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;\n\nCăn cứ Quyết định số 05/2019/QĐ-UBND ngày 12 tháng 02 năm 2019 của Ủy ban nhân dân tỉnh Lạng Sơn về công tác văn thư;\n\nCăn cứ Quyết định số 20/2023/QĐ-UBND ngày 10 tháng 7 năm 2023 của Ủy ban nhân dân tỉnh Lạng Sơn;',
    ),
    findings: [
      ['30/2020/NĐ-CP', ['missing']],
      ['05/2019/QĐ-UBND', ['missing', 'superseded']],
      ['20/2023/QĐ-UBND', ['held']],
    ],
  },
  {
    what: 'an amended act whose amendment the draft names',
    text: plan(
      'Căn cứ Quyết định số 80-QĐ/TU, ngày 05/5/2021 của Tỉnh ủy Lạng Sơn về quản lý cán bộ, được sửa đổi, bổ sung bởi Quyết định số 120-QĐ/TU, ngày 01/3/2024 của Tỉnh ủy Lạng Sơn;',
    ),
    findings: [
      ['80-QĐ/TU', ['missing']],
      ['120-QĐ/TU', ['held']],
    ],
  },
  {
    what: 'an act amended twice, of which the draft knows one',
    text: plan(
      'Căn cứ Quyết định số 75-QĐ/TU, ngày 06/6/2021 của Tỉnh ủy Lạng Sơn về thi đua, được sửa đổi, bổ sung bởi Quyết định số 122-QĐ/TU, ngày 05/4/2024 của Tỉnh ủy Lạng Sơn;',
    ),
    findings: [
      ['75-QĐ/TU', ['missing', 'amended']],
      ['122-QĐ/TU', ['held']],
    ],
  },
  {
    what: 'the same number of another province',
    text: plan(
      'Theo Quyết định số 20/2023/QĐ-UBND ngày 10 tháng 7 năm 2023 của Ủy ban nhân dân tỉnh Cao Bằng, các cơ quan phối hợp thực hiện.',
    ),
    findings: [['20/2023/QĐ-UBND', ['unknown']]],
  },
  {
    what: 'a number of another year',
    text: plan('Căn cứ Nghị định số 30/2021/NĐ-CP ngày 05 tháng 3 năm 2021 của Chính phủ;'),
    findings: [['30/2021/NĐ-CP', ['unknown']]],
  },
  {
    what: 'two numbers under one word',
    text: plan(
      'Thực hiện các Kế hoạch số 12-KH/TU, ngày 05/01/2022 và số 14-KH/TU, ngày 20/02/2022 của Tỉnh ủy.',
    ),
    findings: [
      ['12-KH/TU', ['held']],
      ['14-KH/TU', ['held']],
    ],
  },
  {
    what: 'two faults at once: replaced, and another day',
    text: plan('Căn cứ Quyết định số 50-QĐ/TU, ngày 03/4/2018 của Tỉnh ủy Lạng Sơn;'),
    findings: [['50-QĐ/TU', ['missing', 'superseded', 'date_mismatch']]],
  },
  {
    what: 'a number written with blanks',
    text: plan('Căn cứ Kế hoạch số 12 - KH/TU, ngày 05/01/2022 của Tỉnh ủy Lạng Sơn;'),
    findings: [['12 - KH/TU', ['held']]],
  },
  {
    what: 'nothing cited',
    text: plan('Các cấp ủy chủ động xây dựng chương trình công tác.'),
    findings: [],
  },
]
