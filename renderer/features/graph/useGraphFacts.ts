/** An instrument and a depth, or nothing for the whole library, come in; the facts gathered so far go out. */
import { useCallback, useEffect, useState } from 'react'
import type { Failure } from '../../../shared/contract/result.ts'
import { ask, failureOf } from '../../library.ts'
import { emptyFacts, type GraphFacts, joinFacts } from './graphFacts.ts'
import { wholeGraph } from './wholeGraph.ts'

/** Instruments around one: more would be no neighbourhood. */
const MOST_AROUND = 3000
/** What a double click adds at most. */
const MOST_ADDED = 400

/** Facts and how far gathering them has come. */
export interface Gathering {
  readonly facts: GraphFacts
  readonly isComplete: boolean
  readonly failure: Failure | null
  /** Adds what is one step around an instrument. */
  expand(id: number): void
  retry(): void
}

/** Gathers anew when the instrument or the depth changes. */
export function useGraphFacts(rootId: number | null, depth: number): Gathering {
  const [facts, setFacts] = useState(emptyFacts)
  const [isComplete, setComplete] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [attempt, setAttempt] = useState(0)

  // A new attempt asks again for the same.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    let isWanted = true
    setFacts(emptyFacts)
    setComplete(false)
    setFailure(null)
    const gather = async (): Promise<void> => {
      try {
        if (rootId === null) {
          for await (const stretch of wholeGraph(ask)) {
            if (!isWanted) return
            setFacts((known) => joinFacts(known, stretch))
          }
        } else {
          const graph = await ask('graph.neighbourhood', { instrumentId: rootId, depth, limit: MOST_AROUND })
          if (isWanted) setFacts(joinFacts(emptyFacts, graph))
        }
      } catch (error) {
        if (isWanted) setFailure(failureOf(error))
      }
      if (isWanted) setComplete(true)
    }
    void gather()
    return () => {
      isWanted = false
    }
  }, [rootId, depth, attempt])

  const expand = useCallback((id: number): void => {
    ask('graph.neighbourhood', { instrumentId: id, depth: 1, limit: MOST_ADDED }).then(
      (graph) => setFacts((known) => joinFacts(known, graph)),
      (error: unknown) => setFailure(failureOf(error)),
    )
  }, [])
  return { facts, isComplete, failure, expand, retry: () => setAttempt(attempt + 1) }
}
