/** A converted piece and a choice come in; the text the piece has under that choice goes out, and which choice a text is. */
import { type ConvertedPiece, decodeStretch } from './convert.ts'
import { LEGACY_ENCODINGS, type LegacyEncoding } from './encodings.ts'

/** What a person may have made of a piece: the file's own letters, or their reading in an encoding. */
export const PIECE_CHOICES = ['original', ...LEGACY_ENCODINGS] as const
/** @see PIECE_CHOICES */
export type PieceChoice = (typeof PIECE_CHOICES)[number]

type Stored = Pick<ConvertedPiece, 'encoding' | 'original' | 'reading'>

const decoded = (original: string, encoding: LegacyEncoding): string =>
  decodeStretch(original, encoding).normalize('NFC')

/** The text of a piece under a choice, NFC. Its own encoding gives what the machine made of it: fonts told it more. */
export function readPieceAs(piece: Stored, choice: PieceChoice): string {
  if (choice === 'original') return piece.original.normalize('NFC')
  const isLeft = piece.reading === piece.original
  if (choice === piece.encoding && piece.reading !== undefined && !isLeft) return piece.reading
  return decoded(piece.original, choice)
}

/** The choice a piece's text stands for now; null when a person rewrote it. */
export function choiceOf(piece: Stored, text: string): PieceChoice | null {
  const inOrder: readonly PieceChoice[] = [piece.encoding, ...PIECE_CHOICES]
  return inOrder.find((choice) => readPieceAs(piece, choice) === text) ?? null
}

/** The piece with what was made of it, where that is not its mere decoding: capitals of a font, words left alone. */
export function withReading(piece: ConvertedPiece, text: string): ConvertedPiece {
  return text === decoded(piece.original, piece.encoding) ? piece : { ...piece, reading: text }
}
