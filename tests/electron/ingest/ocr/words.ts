/** Made-up words for tests: a line of text becomes words side by side. */
import type { ReadWord } from '../../../../electron/ingest/ocr/page.ts'

/** Words of lines, 10 pixels a letter, one line 50 pixels under the other. */
export function wordsOf(lines: readonly string[], confidence = 90): readonly ReadWord[] {
  return lines.flatMap((text, line) => {
    let left = 100
    return text.split(' ').map((word): ReadWord => {
      const box = { left, top: 100 + 50 * line, width: 10 * word.length, height: 30 }
      left += box.width + 12
      return { text: word, original: null, confidence, box, baseline: 130 + 50 * line, size: 36, line }
    })
  })
}

/** Back to lines of text. */
export function textOf(words: readonly ReadWord[]): readonly string[] {
  const lines: string[] = []
  for (const word of words)
    lines[word.line] = lines[word.line] === undefined ? word.text : `${lines[word.line]} ${word.text}`
  return lines
}
