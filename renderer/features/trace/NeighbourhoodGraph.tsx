/** An instrument comes in; the picture of everything one step away goes out, a click opens its page. */
import { useHistory } from '../../app/navigation.ts'
import { useAnswer } from '../../app/queries.ts'
import { Loaded } from '../../components/Loaded.tsx'
import { GraphView } from './GraphView.tsx'

/** The local graph of an instrument. */
export function NeighbourhoodGraph({ instrumentId }: { readonly instrumentId: number }) {
  const history = useHistory()
  const answer = useAnswer('graph.neighbourhood', { instrumentId, depth: 1, limit: 150 })
  return (
    <Loaded answer={answer} lines={4}>
      {(graph) => (
        <GraphView
          graph={graph}
          highlightedId={null}
          onPoint={ignorePoint}
          onOpen={(id) => {
            if (id !== instrumentId) history.navigate({ screen: 'instrument', id })
          }}
        />
      )}
    </Loaded>
  )
}

/** Nothing stands beside this picture that could follow the pointer. */
const ignorePoint = (): void => undefined
