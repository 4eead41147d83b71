/** The words of a phrase come in; a check of whether a text holds them side by side goes out. */
import { fold } from '../../shared/vietnamese/fold.ts'

const OPEN_I = /^([hklmstv]|qu)i$/u // «li», which is also written «ly»
const GAP = '[ \\t\\r\\u00a0\\u2009\\u202f"“”‘’\'«»]'
const ONLY_DIGITS = /^\d+$/u // «5», which is also written «05»

/** Builds a test for a text: the words in order, only white space, one line end or quotes between them. */
export function phraseTest(keys: readonly string[]): (text: string) => boolean {
  const words = keys.map((key) => {
    if (ONLY_DIGITS.test(key)) return `0*${key}`
    const open = OPEN_I.exec(key)
    return open ? `${open[1]}[iy]` : key
  })
  // Words are letters and digits, so nothing needs escaping: «quy che» → qu[iy](?:…)+che
  const between = `(?:${GAP}+(?:\\n${GAP}*)?|\\n${GAP}*)`
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${words.join(between)}(?![\\p{L}\\p{N}])`, 'u')
  return (text) => pattern.test(fold(text).text)
}
