/** An edge comes in; every place that shows it goes out, each quoted, opening in the reader, with a verdict of its own. */
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useAnswer } from '../../app/queries.ts'
import { EvidenceQuote } from '../../components/EvidenceQuote.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { useWords } from '../../i18n/language.ts'
import type { EdgeEnds } from '../tree/treeEdges.ts'
import { EdgeVerdict } from './EdgeVerdict.tsx'

const FIRST_PLACES = 5
const MOST_PLACES = 500

/** Quotes of an edge, a few first. */
export function EdgePlaces({ edge }: { readonly edge: EdgeEnds }) {
  const { t } = useWords()
  const [limit, setLimit] = useState(FIRST_PLACES)
  const answer = useAnswer('tracing.evidence', { ...edge, offset: 0, limit }, { keepsFormer: true })
  return (
    <Loaded answer={answer} lines={2}>
      {({ total, places }) => (
        <div>
          {places.map((place) => (
            <div key={place.citationId}>
              <EvidenceQuote evidence={place} />
              {total > 1 ? (
                <EdgeVerdict
                  edge={edge}
                  citationId={place.citationId}
                  status={place.status}
                  decidedBy={place.decidedBy}
                  decidedAt={place.decidedAt}
                />
              ) : null}
            </div>
          ))}
          {places.length < total && limit < MOST_PLACES ? (
            <Button size="small" appearance="subtle" onClick={() => setLimit(MOST_PLACES)}>
              {t('tracing.morePlaces', { n: total - places.length })}
            </Button>
          ) : null}
        </div>
      )}
    </Loaded>
  )
}
