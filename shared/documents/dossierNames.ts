/** A dossier's name as typed or as a folder gave it in, the name as it is kept out: parts joined by «/», each tidy. */

/** Most characters of one part, and most parts. */
const PART_LENGTH = 120
const MOST_PARTS = 16

const STROKES = /[\\/]+/ // «Dân vận/2023», «Dân vận\\2023»
const UNSEEN = /[\p{Cf}\p{Cs}]/gu
const BLANKS = /[\s\p{Cc}]+/gu

/** «Dân vận / 2023 » → «Dân vận/2023», in NFC; empty when there is nothing left to call it by. */
export function dossierName(given: string): string {
  return given
    .normalize('NFC')
    .split(STROKES)
    .map((part) =>
      [...part.replace(UNSEEN, '').replace(BLANKS, ' ').trim()].slice(0, PART_LENGTH).join('').trim(),
    )
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .slice(0, MOST_PARTS)
    .join('/')
}

/** «A/B/C» → «A», «A/B»: the dossiers it lies in, outermost first. */
export function dossiersAbove(name: string): string[] {
  const parts = name.split('/')
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('/'))
}

/** Vietnamese order, each dossier before those in it: «A», «A/B», «A b»; numbers by their value. */
export function compareDossiers(one: string, other: string): number {
  const parts = other.split('/')
  for (const [at, part] of one.split('/').entries()) {
    const against = parts[at]
    if (against === undefined) return 1
    const order = part.localeCompare(against, 'vi', { numeric: true })
    if (order !== 0) return order
  }
  return one.length - other.length
}
