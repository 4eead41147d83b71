/** An instrument and a depth, or nothing for the whole library, come in; the facts gathered so far go out. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '../../../shared/contract/result.ts'
import { ask, failureOf, on } from '../../library.ts'
import { emptyFacts, type GraphFacts, type GraphPiece, joinFacts, pieceOf } from './graphFacts.ts'
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
  /** The library has changed since: `retry` gathers anew. */
  readonly isStale: boolean
  readonly failure: Failure | null
  /** Adds what is one step around an instrument. */
  expand(id: number): void
  retry(): void
}

/** Gathers anew when the instrument or the depth changes, and when a person decided about an edge. */
export function useGraphFacts(rootId: number | null, depth: number): Gathering {
  const [facts, setFacts] = useState(emptyFacts)
  const [isComplete, setComplete] = useState(false)
  const [cutAt, setCutAt] = useState<number | null>(null)
  const [isStale, setStale] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [attempt, setAttempt] = useState(0)
  const expanded = useRef<readonly number[]>([])
  const asked = useRef('')

  // A new attempt asks again for the same.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    let isWanted = true
    // What is asked again stays in sight until the new answer is there, what was expanded in it too.
    const isAgain = asked.current === `${rootId} ${depth}`
    asked.current = `${rootId} ${depth}`
    if (!isAgain) {
      expanded.current = []
      setFacts(emptyFacts)
    }
    setComplete(false)
    setCutAt(null)
    setStale(false)
    setFailure(null)
    let gathered = emptyFacts
    const take = (piece: GraphPiece): void => {
      gathered = joinFacts(gathered, piece)
      if (!isAgain) setFacts(gathered)
    }
    const gather = async (): Promise<void> => {
      if (rootId === null) {
        for await (const piece of wholeGraph(ask)) {
          if (!isWanted) return
          take(piece)
        }
      } else {
        const around = { instrumentId: rootId, depth, limit: MOST_AROUND, withQuotes: false }
        const graph = await ask('graph.neighbourhood', around)
        if (!isWanted) return
        take(pieceOf(graph))
        setCutAt(graph.nodes.length < MOST_AROUND ? null : MOST_AROUND)
      }
      for (const id of expanded.current) gathered = joinFacts(gathered, pieceOf(await askAround(id)))
      if (isWanted) setFacts(gathered)
    }
    gather()
      .catch((error: unknown) => {
        if (isWanted) setFailure(failureOf(error))
      })
      .finally(() => {
        if (isWanted) setComplete(true)
      })
    return () => {
      isWanted = false
    }
  }, [rootId, depth, attempt])

  useEffect(
    () =>
      on('library.changed', ({ reason }) => {
        if (reason === 'decision') setAttempt((before) => before + 1)
        else setStale(true)
      }),
    [],
  )

  const expand = useCallback((id: number): void => {
    askAround(id).then(
      (graph) => {
        expanded.current = [...expanded.current.filter((other) => other !== id), id]
        setFacts((known) => joinFacts(known, pieceOf(graph)))
        setCutAt(graph.nodes.length < MOST_ADDED ? null : MOST_ADDED)
      },
      (error: unknown) => setFailure(failureOf(error)),
    )
  }, [])
  return { facts, isComplete, cutAt, isStale, failure, expand, retry: () => setAttempt(attempt + 1) }
}

const askAround = (instrumentId: number) =>
  ask('graph.neighbourhood', { instrumentId, depth: 1, limit: MOST_ADDED, withQuotes: false })
