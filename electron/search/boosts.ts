/** What each kind of term weighs in a query. */

/** Weights: neighbours say more than words that merely both occur; a whole number says most. */
export const BOOSTS = {
  pair: 3,
  syllableAmongOthers: 0.3,
  number: 5,
  unfinishedPair: 1.5,
  unfinishedSyllable: 0.5,
  abbreviation: 2,
  correctedPair: 3,
  correctedSyllable: 1.5,
} as const
