/** Takes an empty folder, fills it with what an office really has: a good paper, a copy, and files broken in different ways. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** What the folder holds: names of the files that can and cannot be read. */
export interface DamagedFolder {
  readonly readable: readonly string[]
  readonly duplicates: readonly string[]
  readonly unreadable: readonly string[]
}

/** A short report that carries out a sample plan: importing it must draw a new thread to that plan. */
const REPORT = `HUYỆN ỦY CHI LĂNG\tĐẢNG CỘNG SẢN VIỆT NAM
*
Số 205-BC/HU\tChi Lăng, ngày 15 tháng 12 năm 2023

BÁO CÁO
Kết quả thực hiện phong trào thi đua “Dân vận khéo” năm 2023

Thực hiện Kế hoạch số 72-KH/HU, ngày 13/12/2021 của Huyện ủy Chi Lăng về thực hiện Phong trào thi đua “Dân vận khéo” giai đoạn 2021-2025, Ban Thường vụ Huyện ủy báo cáo kết quả như sau:

1. Công tác lãnh đạo, chỉ đạo: các chi, đảng bộ trực thuộc đã xây dựng mô hình giếng nước sạch ở 12 thôn.

Nơi nhận:
- Ban Dân vận Tỉnh ủy,
- Lưu Văn phòng Huyện ủy.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Nguyễn Văn Thử
`

/** Fills `folder`. `samples` are the documents that ship with the program. */
export function fillDamagedFolder(folder: string, samples: string): DamagedFolder {
  const inner = path.join(folder, 'Năm 2023', 'công văn đến')
  mkdirSync(inner, { recursive: true })
  const plan = path.join(samples, '72-KH-HU-dan-van-kheo-chi-lang-2021.pdf')
  const pdf = readFileSync(plan)
  writeFileSync(path.join(inner, '205-BC-HU báo cáo.txt'), REPORT)
  copyFileSync(plan, path.join(inner, 'bản sao 72-KH-HU.pdf'))
  writeFileSync(path.join(folder, 'rỗng.txt'), '')
  writeFileSync(path.join(folder, 'tải dở.pdf'), pdf.subarray(0, Math.floor(pdf.length / 3)))
  writeFileSync(
    path.join(folder, 'hỏng.docx'),
    Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(900, 7)]),
  )
  return {
    readable: ['205-BC-HU báo cáo.txt'],
    duplicates: ['bản sao 72-KH-HU.pdf'],
    unreadable: ['rỗng.txt', 'tải dở.pdf', 'hỏng.docx'],
  }
}
