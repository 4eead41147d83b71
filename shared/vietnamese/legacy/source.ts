/** What a reader produced goes in; it comes out in NFC with pages, blocks and warnings moved along. */
import type { SourceText } from '../../documents/sourceText.ts'
import type { ConvertedPiece } from './convert.ts'
import { convertMixed } from './mixed.ts'

/** A source in NFC and the record of what was converted in it (empty for good Unicode). */
export interface ConvertedSource<T extends SourceText> {
  readonly source: T
  readonly pieces: readonly ConvertedPiece[]
}

/**
 * The last step of every reader: finds legacy text that no font gave away and converts it. Good Unicode passes
 * through unchanged, the very same object. Pages still cover the text in order.
 */
export function convertSource<T extends SourceText>(source: T): ConvertedSource<T> {
  const conversion = convertMixed(source.text)
  if (conversion.pieces.length === 0 && conversion.warnings.length === 0) return { source, pieces: [] }
  const { fromOriginal } = conversion
  const move = <S extends { readonly start: number; readonly end: number }>(span: S): S => ({
    ...span,
    start: fromOriginal(span.start),
    end: fromOriginal(span.end),
  })
  return {
    source: {
      ...source,
      text: conversion.text,
      pages: source.pages.map(move),
      blocks: source.blocks.map((block) => ({
        ...move(block),
        ...(block.noteFor === undefined ? {} : { noteFor: fromOriginal(block.noteFor) }),
      })),
      warnings: [...source.warnings.map(move), ...conversion.warnings],
    },
    pieces: conversion.pieces,
  }
}
