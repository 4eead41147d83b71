/** Holds the reading of deadlines to whole papers nobody looked at while writing it: each one there is, and none besides. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDeadlines } from '../../../shared/graph/deadlines.ts'

const PAPERS = new URL('../citations/blind/', import.meta.url)

const EXPECTED: readonly [string, readonly string[]][] = [
  ['bao-cao-dan-van-ha-giang-2022.txt', []],
  ['bao-cao-ocr-tuyen-quang-2024.txt', []],
  ['bao-cao-tong-ket-hoa-binh-2023.txt', []],
  ['bien-ban-quang-tri-2021.txt', ['trước ngày 30/10']],
  ['chi-thi-vinh-long-2001.txt', ['trong quý I-2002']],
  ['chuong-trinh-hanh-dong-ca-mau-2023.txt', []],
  ['cong-van-huyen-uy-muong-la-2021.txt', ['trước ngày 31/12/2021']],
  ['huong-dan-ban-to-chuc-nghe-an-2019.txt', []],
  ['ke-hoach-dan-van-chinh-quyen-van-ban-2023.txt', ['trước ngày 05/12/2023']],
  ['ke-hoach-dang-uy-xa-thai-nguyen-2025.txt', ['trong quý II/2026', 'trước 16h30 ngày 20/11/2025']],
  ['ke-hoach-quang-ngai-2026.txt', ['trước 30/6/2026']],
  ['ke-hoach-trung-khanh-2019.txt', []],
  ['nghi-quyet-hdnd-dak-lak-2022.txt', []],
  ['phu-luc-kon-tum-2018.txt', []],
  ['quyet-dinh-ubnd-quang-ninh-2024.txt', []],
  ['thong-bao-ket-luan-thanh-hoa-2020.txt', ['trước ngày 30/6']],
  ['to-trinh-bac-kan-2024.txt', []],
]

describe('deadlines of whole papers', () => {
  it.each(EXPECTED)('%s', (name, expected) => {
    const text = readFileSync(new URL(name, PAPERS), 'utf8').normalize('NFC')
    expect(readDeadlines(text, null).map(({ start, end }) => text.slice(start, end))).toEqual(expected)
  })
})
