/** Pieces of a document come in, the names of the encodings they came in go out, the one with most pieces first. */
import type { ConvertedPieceView } from '../../../shared/contract/conversion.ts'
import type { useWords } from '../../i18n/language.ts'

/** «TCVN3, VNI». */
export function encodingsOf(
  pieces: readonly Pick<ConvertedPieceView, 'encoding'>[],
  t: ReturnType<typeof useWords>['t'],
): string {
  const counts = new Map<ConvertedPieceView['encoding'], number>()
  for (const { encoding } of pieces) counts.set(encoding, (counts.get(encoding) ?? 0) + 1)
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([encoding]) => t(`converted.encodings.${encoding}`))
    .join(', ')
}
