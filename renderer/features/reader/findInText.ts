/** A text and words typed come in; out go the spans of every place they stand, with or without diacritics. */
import { fold } from '../../../shared/vietnamese/fold.ts'
import type { TextSpan } from './segments.ts'

/** More places than this help nobody and cost drawing. */
const MOST_PLACES = 5000

const SPACES = /\s+/g // «dân  vận» broken over two lines

/** Letters beyond plain Latin: whoever types «vận» wants that word, whoever types «van» any of its spellings. */
const hasMarks = (typed: string): boolean => fold(typed).text !== typed.toLowerCase()

/** A function that finds in `text`; folding the text is done once for all searches. */
export function finderOf(text: string): (typed: string) => readonly TextSpan[] {
  const folded = fold(text)
  return (typed) => {
    const words = fold(typed.normalize('NFC').trim())
      .text.split(SPACES)
      .filter((word) => word !== '')
    if (words.length === 0) return []
    const pattern = new RegExp(words.map(escapePattern).join('\\s+'), 'g')
    const isExact = hasMarks(typed.trim())
    const exact = typed.normalize('NFC').trim().toLowerCase().replace(SPACES, ' ')
    const places: TextSpan[] = []
    for (const match of folded.text.matchAll(pattern)) {
      const span = {
        start: folded.toSource(match.index),
        end: folded.toSource(match.index + match[0].length),
      }
      const written = text.slice(span.start, span.end).toLowerCase().replace(SPACES, ' ')
      if (!isExact || written === exact) places.push(span)
      if (places.length >= MOST_PLACES) break
    }
    return places
  }
}

const escapePattern = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
