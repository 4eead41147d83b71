/** A stored citation comes in; out goes what it leads to, its name, and its state as the panel and card tell it. */
import type { Instrument } from '../../../shared/contract/instrument.ts'
import type { StoredCitation } from '../../../shared/contract/views.ts'
import { printedNumber } from '../../../shared/wording/instruments.ts'

/** Where a citation stands: held, only cited, several fit, or the document's own instrument. */
export type CitationState = 'held' | 'notHeld' | 'ambiguous' | 'itself'

/** The state of a citation inside the document whose instrument is `ownInstrumentId`. */
export function stateOf(citation: StoredCitation, ownInstrumentId: number): CitationState {
  if (citation.instrumentId === null) return 'ambiguous'
  if (citation.instrumentId === ownInstrumentId) return 'itself'
  return citation.instrument?.heldDocumentId != null ? 'held' : 'notHeld'
}

/** The name the text gives it: «Kế hoạch 41-KH/BDVTU». */
export function citationName(citation: StoredCitation): string {
  const number = printedNumber(citation)
  const kind = citation.instrument?.kind ?? citation.type
  return kind ? `${kind} ${number}` : number
}

/** Date, issuer and title as far as the instrument or else the text tells them. */
export function citedFacts(citation: StoredCitation): Pick<Instrument, 'issuedOn' | 'issuer' | 'title'> {
  const { instrument } = citation
  return {
    issuedOn: instrument?.issuedOn ?? citation.date,
    issuer: instrument?.issuer ?? citation.issuer,
    title: instrument?.title ?? citation.subject,
  }
}

/** A citation with those nested under it; `children` keep the order of the text. */
export interface NestedCitation {
  readonly citation: StoredCitation
  readonly children: readonly NestedCitation[]
}

/**
 * Citations as trees: `governedBy` is the index, in the document's own list, of the outer citation. A link that
 * points at itself, outside the list or back into its own chain is treated as none.
 */
export function nestCitations(citations: readonly StoredCitation[]): readonly NestedCitation[] {
  const governorOf = (index: number): number | null => {
    const governor = citations[index]?.governedBy ?? null
    return governor !== null && governor >= 0 && governor < citations.length && governor !== index
      ? governor
      : null
  }
  const isInCycle = (index: number): boolean => {
    const seen = new Set([index])
    for (let at = governorOf(index); at !== null; at = governorOf(at)) {
      if (seen.has(at)) return true
      seen.add(at)
    }
    return false
  }
  const childrenOf = new Map<number | null, number[]>()
  citations.forEach((_, index) => {
    const governor = isInCycle(index) ? null : governorOf(index)
    const siblings = childrenOf.get(governor)
    if (siblings === undefined) childrenOf.set(governor, [index])
    else siblings.push(index)
  })
  const nest = (governor: number | null): readonly NestedCitation[] =>
    (childrenOf.get(governor) ?? []).flatMap((index) => {
      const citation = citations[index]
      return citation === undefined ? [] : [{ citation, children: nest(index) }]
    })
  return nest(null)
}
