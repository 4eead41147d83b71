/** Plain Vietnamese phrases come in; pattern sources that match them in either capital style and tone placement go out. */

/** Rhymes whose tone mark stands on either letter: ủy/uỷ, hóa/hoá, tòa/toà. Keyed by the modern spelling, lower case. */
const TONE_PAIRS: Readonly<Record<string, string>> = {
  ủy: 'uỷ',
  úy: 'uý',
  ùy: 'uỳ',
  ụy: 'uỵ',
  óa: 'oá',
  òa: 'oà',
  ỏa: 'oả',
  õa: 'oã',
  ọa: 'oạ',
}

function bothCases(letter: string): string {
  const upper = letter.toUpperCase()
  return upper === letter ? letter : `[${letter}${upper}]`
}

function wordSource(word: string): string {
  if (word === 'và') return '(?:[vV]à|&)' // Bộ Kế hoạch & Đầu tư
  const capital = (spelling: string) => bothCases(spelling[0] ?? '') + spelling.slice(1)
  for (const [modern, old] of Object.entries(TONE_PAIRS)) {
    if (word.includes(modern)) return `(?:${capital(word)}|${capital(word.replace(modern, old))})`
  }
  return capital(word)
}

/** «tỉnh ủy» → a source matching Tỉnh ủy, tỉnh Ủy, Tỉnh uỷ; spaces match any run of spaces or line breaks up to 6. */
export function phraseSource(phrase: string): string {
  return phrase
    .split(' ')
    .map((word) => (/^\p{L}+$/u.test(word) ? wordSource(word) : word))
    .join('\\s{1,6}')
}

/** Alternation of phrases, longest first, so that «ban bí thư trung ương đảng» wins over «ban bí thư». */
export function anyPhrase(phrases: readonly string[]): string {
  const sorted = [...phrases].sort((a, b) => b.length - a.length)
  return `(?:${sorted.map(phraseSource).join('|')})`
}
