/** Texts come in, cut into words they go out; those shown last are kept, since the next keystroke mostly shows them again. */
import { readWords, type Word } from '../../shared/vietnamese/words.ts'

/** The best of a search and of the one before; some hundred kilobytes a text of usual length. */
const MOST_TEXTS = 60
/** Longer texts are cut anew each time. UTF-16 code units. */
const LONGEST_KEPT = 100_000

/** Keeps the words of the texts read last. */
export class WordCache {
  private readonly kept = new Map<number, { readonly text: string; readonly words: readonly Word[] }>()

  /** The words of a document's text, cut anew when it changed. */
  read(documentId: number, text: string): readonly Word[] {
    const known = this.kept.get(documentId)
    if (known?.text === text) return known.words
    const words = readWords(text)
    this.kept.delete(documentId)
    if (text.length <= LONGEST_KEPT) this.kept.set(documentId, { text, words })
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_TEXTS) break
      this.kept.delete(oldest)
    }
    return words
  }
}
