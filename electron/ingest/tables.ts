/** A table's look and words come in; whether it only places things side by side goes out. */
import { type FlowCell, paragraphsIn } from './flow.ts'

// What a letterhead or signature block always says: «ĐẢNG CỘNG SẢN VIỆT NAM», «CỘNG HOÀ XÃ HỘI …», «Nơi nhận:», «T/M BAN …».
const LETTERHEAD =
  /ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H(?:ÒA|OÀ) XÃ HỘI|N[Ơơ][Ii] nhận\s*:|NƠI NHẬN\s*:|^(?:T\/M|TM\.|K\/T|KT\.|T\/L|TL\.) /m

/**
 * A table without rules between its columns and with few rows places a letterhead or a signature; so does one that
 * carries a letterhead's words, whatever its borders (Nghị định 30/2020, appendix I; Hướng dẫn 36-HD/VPTW).
 */
export function isLayoutTable(rows: readonly (readonly FlowCell[])[], hasRules: boolean): boolean {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  if (columns < 2) return true
  if (columns > 3) return false
  if (!hasRules) return rows.length <= 6
  if (rows.length > 4) return false
  return LETTERHEAD.test(
    rows
      .flatMap((row) => row.flatMap((cell) => paragraphsIn(cell.content).map((one) => one.text)))
      .join('\n')
      .normalize('NFC'),
  )
}
