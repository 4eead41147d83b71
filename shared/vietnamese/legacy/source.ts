/** What a reader produced goes in; it comes out in NFC with everything that points into it moved along. */
import type { TextWarning } from '../../contract/document.ts'
import type { SourceText } from '../../documents/sourceText.ts'
import { type ConvertedPiece, doubt, LEGACY_DOUBTFUL, restoreLegacy } from './convert.ts'
import { convertMixed } from './mixed.ts'
import { withReading } from './readings.ts'

/**
 * The last step of every reader: finds legacy text that no font gave away and converts it. Good Unicode passes
 * through unchanged, the very same object. Pages still cover the text in order; `converted` lists what fonts and
 * statistics turned into Unicode, and each doubtful piece is warned of once.
 */
export function convertSource<T extends SourceText>(source: T): T {
  const byFont = source.converted ?? []
  const conversion = convertMixed(source.text)
  if (conversion.pieces.length === 0 && byFont.length === 0) return source
  const { fromOriginal } = conversion
  const move = <S extends { readonly start: number; readonly end: number }>(span: S): S => ({
    ...span,
    start: fromOriginal(span.start),
    end: fromOriginal(span.end),
  })
  const warnings = source.warnings.map(move)
  const { pieces, kept } = joinPieces(source.text, conversion.pieces, byFont, move)
  return {
    ...source,
    text: conversion.text,
    pages: source.pages.map(move),
    blocks: source.blocks.map((block) => ({
      ...move(block),
      ...(block.noteFor === undefined ? {} : { noteFor: fromOriginal(block.noteFor) }),
    })),
    warnings: [
      ...warnings,
      ...conversion.warnings,
      // What stands in a container was warned of when it was read by itself.
      ...kept
        .filter((piece) => piece.isDoubtful && !warnings.some((one) => isSameDoubt(one, piece)))
        .map((piece) => doubt(piece, null)),
    ],
    ...(source.recognised && {
      recognised: source.recognised.map((page) => ({ ...page, words: page.words.map(move) })),
    }),
    converted: pieces.map((piece) => withReading(piece, conversion.text.slice(piece.start, piece.end))),
  }
}

const isSameDoubt = (warning: TextWarning, piece: ConvertedPiece): boolean =>
  warning.code === LEGACY_DOUBTFUL && warning.start === piece.start && warning.end === piece.end

/**
 * Pieces found by statistics with those known by their fonts. A line converted after runs of it were takes them in: its
 * `original` is then the line as the file had it.
 */
function joinPieces(
  text: string,
  byLine: readonly ConvertedPiece[],
  byFont: readonly ConvertedPiece[],
  move: (piece: ConvertedPiece) => ConvertedPiece,
): { pieces: readonly ConvertedPiece[]; kept: readonly ConvertedPiece[] } {
  const moved = byFont.map((piece) => ({ before: piece, after: move(piece) }))
  const isIn = (line: ConvertedPiece, { after }: { after: ConvertedPiece }): boolean =>
    after.start >= line.start && after.end <= line.end
  // Both lists are in order: each line takes the pieces that begin in it.
  const lines: ConvertedPiece[] = []
  const kept: ConvertedPiece[] = []
  let next = 0
  for (const line of byLine) {
    for (let one = moved[next]; one && one.after.start < line.start; one = moved[++next]) kept.push(one.after)
    const inside: ConvertedPiece[] = []
    for (let one = moved[next]; one && isIn(line, one); one = moved[++next]) inside.push(one.before)
    lines.push(takeIn(text, line, inside))
  }
  kept.push(...moved.slice(next).map(({ after }) => after))
  return { pieces: [...lines, ...kept].sort((one, other) => one.start - other.start), kept }
}

/** `text` is the text before lines were converted, in which `inside` count. */
function takeIn(text: string, line: ConvertedPiece, inside: readonly ConvertedPiece[]): ConvertedPiece {
  const [first] = inside
  if (!first) return line
  const start = text.lastIndexOf('\n', first.start - 1) + 1
  const within = inside.map((piece) => ({ ...piece, start: piece.start - start, end: piece.end - start }))
  return { ...line, original: restoreLegacy(line.original, within) }
}
