/** A word comes in; whether it is a family name met among the peoples of Vietnam goes out. */
import { foldWord } from '../vietnamese/fold.ts'

/** Family names, folded: Kinh, Tày, Nùng, Thái, Mông, Dao and others of the northern provinces and the highlands. */
const FAMILY_NAMES: ReadonlySet<string> = new Set(
  'an au bach be bui cam cao chang chau chu cu dam dang dao dien dieu dinh do doan dong duong giang ha hau ho hoang hu hua huynh kha khuat khuc kieu kim ksor la lai lam lang lanh lau le lieu lo long lu luc luong luu ly ma mac mai mang mong mua nay nghiem ngo nguyen nhan nhu ninh nong on pham phan phi pho phu phung phuong quach quang sam sung ta tan thach thai tham than thao thi tieu to tong tran trieu trinh truong tung van vang vi vien vo vu vuong xa y'.split(
    ' ',
  ),
)

/** True for a word a person's name can begin with, in any letter case: «Nguyễn», «NÔNG», «Giàng». */
export function isFamilyName(word: string): boolean {
  return FAMILY_NAMES.has(foldWord(word))
}
