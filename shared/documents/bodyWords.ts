/** Folded words and a list of named bodies come in; the body they begin with goes out. */
import { foldWord } from '../vietnamese/fold.ts'

/** True when `bare` is the words, or begins with them as whole words. */
export function startsWithWords(bare: string, words: string): boolean {
  return bare === words || (bare.startsWith(words) && !/[\p{L}\p{N}]/u.test(bare[words.length] ?? ''))
}

interface NamedBody {
  readonly name: string
  readonly aliases: readonly string[]
}

interface FoldedName {
  readonly index: number
  readonly bare: string
}

const folded = new WeakMap<readonly NamedBody[], readonly FoldedName[]>()

function foldedNames(bodies: readonly NamedBody[]): readonly FoldedName[] {
  const known = folded.get(bodies)
  if (known) return known
  const names = bodies
    .flatMap((body, index) => [body.name, ...body.aliases].map((name) => ({ index, bare: foldWord(name) })))
    .sort((one, other) => other.bare.length - one.bare.length)
  folded.set(bodies, names)
  return names
}

/** The body whose name, or other name, is the longest that `bare` begins with; null when none fits. */
export function longestName<T extends NamedBody>(
  bodies: readonly T[],
  bare: string,
): { readonly body: T; readonly bare: string } | null {
  const found = foldedNames(bodies).find((each) => startsWithWords(bare, each.bare))
  const body = found && bodies[found.index]
  return found && body ? { body, bare: found.bare } : null
}
