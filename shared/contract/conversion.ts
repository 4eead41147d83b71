/** What the contract says of text that came in an encoding from before Unicode. */
import { z } from 'zod'
import { LEGACY_ENCODINGS } from '../vietnamese/legacy/encodings.ts'
import { PIECE_CHOICES } from '../vietnamese/legacy/readings.ts'
import { span } from './document.ts'

/** A choice of a person for such a stretch: the file's own letters, or their reading in an encoding. */
export const pieceChoice = z.enum(PIECE_CHOICES)

/**
 * A stretch of the text that came in an old encoding, within one line. `original` is what the file has there, bytes shown
 * as windows-1252; `choice` is what the text is now, null when a person rewrote it.
 */
export const convertedPiece = span.extend({
  encoding: z.enum(LEGACY_ENCODINGS),
  original: z.string(),
  isDoubtful: z.boolean(),
  choice: pieceChoice.nullable(),
})
/** @see convertedPiece */
export type ConvertedPieceView = z.infer<typeof convertedPiece>
