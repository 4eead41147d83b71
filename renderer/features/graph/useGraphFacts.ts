/** An instrument and a depth, or nothing for the whole library, come in; the facts gathered so far go out. */
import { useCallback, useEffect, useState } from 'react'
import type { Failure } from '../../../shared/contract/result.ts'
import { ask, failureOf } from '../../library.ts'
import { emptyFacts, type GraphFacts, joinFacts, pieceOf } from './graphFacts.ts'
import { wholeGraph } from './wholeGraph.ts'

/** Instruments around one: more would be no neighbourhood. */
const MOST_AROUND = 3000
/** What a double click adds at most. */
const MOST_ADDED = 400

/** Facts and how far gathering them has come. */
export interface Gathering {
  readonly facts: GraphFacts
  readonly isComplete: boolean
  /** How many instruments the last answer stopped at; null when it had them all. */
  readonly cutAt: number | null
  readonly failure: Failure | null
  /** Adds what is one step around an instrument. */
  expand(id: number): void
  retry(): void
}

/** Gathers anew when the instrument or the depth changes. */
export function useGraphFacts(rootId: number | null, depth: number): Gathering {
  const [facts, setFacts] = useState(emptyFacts)
  const [isComplete, setComplete] = useState(false)
  const [cutAt, setCutAt] = useState<number | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [attempt, setAttempt] = useState(0)

  // A new attempt asks again for the same.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    let isWanted = true
    setFacts(emptyFacts)
    setComplete(false)
    setCutAt(null)
    setFailure(null)
    const gather = async (): Promise<void> => {
      try {
        if (rootId === null) {
          for await (const piece of wholeGraph(ask)) {
            if (!isWanted) return
            setFacts((known) => joinFacts(known, piece))
          }
        } else {
          const around = { instrumentId: rootId, depth, limit: MOST_AROUND, withQuotes: false }
          const graph = await ask('graph.neighbourhood', around)
          if (!isWanted) return
          setFacts(joinFacts(emptyFacts, pieceOf(graph)))
          setCutAt(graph.nodes.length < MOST_AROUND ? null : MOST_AROUND)
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
    ask('graph.neighbourhood', { instrumentId: id, depth: 1, limit: MOST_ADDED, withQuotes: false }).then(
      (graph) => {
        setFacts((known) => joinFacts(known, pieceOf(graph)))
        setCutAt(graph.nodes.length < MOST_ADDED ? null : MOST_ADDED)
      },
      (error: unknown) => setFailure(failureOf(error)),
    )
  }, [])
  return { facts, isComplete, cutAt, failure, expand, retry: () => setAttempt(attempt + 1) }
}
