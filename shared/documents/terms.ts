/** A day and a level come in; the congress term whose number series ran that day goes out. */
import type { Level } from '../contract/instrument.ts'
import type { TermVocabulary } from './vocabularyBodies.ts'

/**
 * A term. `term` identifies it («XI» at the centre, «2020-2025» below); `name` is its khóa as a roman numeral where
 * known. `isAmbiguous` inside the days of a congress, when the last numbers of one series and the first of the next
 * may share a date.
 */
export interface PartyTerm {
  readonly term: string
  readonly name: string | null
  readonly isAmbiguous: boolean
}

interface Phase {
  readonly term: string
  readonly name: string | null
  readonly from: string
  readonly to: string | null
  readonly ambiguous: readonly [string, string]
}

/**
 * The term whose Party numbers ran on a day (`YYYY-MM-DD`). Numbers restart the day after a congress closes, or on
 * the opening day of a first plenum held during it (Hướng dẫn 36-HD/VPTW). `province` makes the khóa of a province
 * known where the vocabulary has it. Null outside the years known, for levels without congresses of their own, and
 * for districts after 30/6/2025.
 */
export function partyTermOf(
  date: string,
  level: Level,
  terms: TermVocabulary,
  province: string | null = null,
): PartyTerm | null {
  const phases = phasesOf(level, terms, province)
  const phase = phases.findLast((each) => each.from <= date)
  if (!phase || (phase.to !== null && date > phase.to)) return null
  const isAmbiguous = phases.some(({ ambiguous: [first, last] }) => first <= date && date <= last)
  return { term: phase.term, name: phase.name, isAmbiguous }
}

/** First and last day (null: still running) of a central khóa «XI», for matching citations that only name it. */
export function centralTermDays(
  name: string,
  terms: TermVocabulary,
): { readonly from: string; readonly to: string | null } | null {
  const term = terms.central.find((each) => each.term === name)
  return term ? { from: term.from, to: term.to } : null
}

function phasesOf(level: Level, terms: TermVocabulary, province: string | null): readonly Phase[] {
  switch (level) {
    case 'central':
      return terms.central.map((each) => ({ ...each, name: each.term }))
    case 'province':
      return terms.province.map((general) => {
        const named = terms.provinceNamed.find(
          (each) => each.province === province && each.term === general.term,
        )
        const congress = named?.congress ?? general.congress
        return {
          term: general.term,
          name: named?.name ?? null,
          from: named?.from ?? dayAfter(congress[1]),
          to: null,
          ambiguous: congress,
        }
      })
    case 'district':
      return terms.district.map((each) => lowerPhase(each))
    case 'commune':
      return terms.commune.map((each) => lowerPhase(each))
    case 'other':
      return []
  }
}

function lowerPhase(each: {
  readonly term: string
  readonly congress: readonly [string, string]
  readonly from?: string | undefined
  readonly to?: string | undefined
}): Phase {
  return {
    term: each.term,
    name: null,
    from: each.from ?? dayAfter(each.congress[1]),
    to: each.to ?? null,
    ambiguous: each.congress,
  }
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}
