/** A word goes in; whether Vietnamese spelling allows it as one syllable comes out. */

const ONSETS = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'
const RIMES = `
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uênh uêu ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyp uyt uyu
ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ynh ych yt ên êt`

const RIME_SET: ReadonlySet<string> = new Set(RIMES.trim().split(/\s+/))
const ONSET_LIST: readonly string[] = ['', ...ONSETS.split(' ')]
/** Shapes of spelling without tone, built once: about 4,300. */
const SHAPES: ReadonlySet<string> = new Set(
  ONSET_LIST.flatMap((onset) => [...RIME_SET].map((rime) => onset + rime)),
)

/** The five tone marks, decomposed: «\u0301» of «á». */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu
/** A stop at the end: «học», «sách», «lớp», «một»; such a syllable is only ever sắc or nặng. */
const STOPPED = /(?:c|ch|p|t)$/

/**
 * True for a spelling Vietnamese allows: onset, rime, at most one tone, and the tones a final stop allows.
 * Old and new tone placement («hoà», «hòa») both pass. Case is ignored.
 */
export function isSyllable(word: string): boolean {
  const decomposed = word.toLowerCase().normalize('NFD')
  const tones = decomposed.match(TONES) ?? []
  if (tones.length > 1) return false
  const shape = decomposed.replace(TONES, '').normalize('NFC')
  if (!SHAPES.has(shape)) return false
  return !STOPPED.test(shape) || tones[0] === '\u0301' || tones[0] === '\u0323'
}
