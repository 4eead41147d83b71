/** How many documents are chosen and how many are listed come in; which of the two an action is for goes out. */
import { Field, Radio, RadioGroup } from '@fluentui/react-components'
import type { DocumentSelection } from '../../../shared/contract/dossierMethods.ts'
import type { DocumentFilter } from '../../../shared/contract/views.ts'
import { formatCount } from '../../../shared/wording/dates.ts'
import { isFiltered } from '../../components/filterValues.ts'
import { useWords } from '../../i18n/language.ts'

/** Documents actions can be for: those chosen in the list, and all of the list. */
export interface Scope {
  readonly chosen: number
  readonly chosenDocuments: DocumentSelection
  readonly listed: number
  readonly filter: DocumentFilter
}

/** The two kinds of documents an action can be for. */
export type ScopeKind = 'chosen' | 'listed'

/** What an action starts with: the chosen, when there are at least so many. */
export const firstScope = ({ chosen }: Scope, least = 1): ScopeKind => (chosen >= least ? 'chosen' : 'listed')

/** The documents of one kind, as requests name them. */
export const documentsOf = (scope: Scope, kind: ScopeKind): DocumentSelection =>
  kind === 'chosen' ? scope.chosenDocuments : { filter: scope.filter, except: [] }

interface Props {
  readonly scope: Scope
  readonly kind: ScopeKind
  readonly onKind: (kind: ScopeKind) => void
}

/** The choice itself; a single possibility is only told. */
export function ScopeChoice({ scope, kind, onKind }: Props) {
  const { t, language } = useWords()
  const listed = t(isFiltered(scope.filter) ? 'dossiers.scopeFiltered' : 'dossiers.scopeAll', {
    n: formatCount(scope.listed, language),
  })
  return (
    <Field label={t('dossiers.scope')}>
      <RadioGroup value={kind} onChange={(_, data) => onKind(data.value === 'chosen' ? 'chosen' : 'listed')}>
        {scope.chosen > 0 ? (
          <Radio
            value="chosen"
            label={t('dossiers.scopeChosen', { n: formatCount(scope.chosen, language) })}
            data-testid="scope-chosen"
          />
        ) : null}
        <Radio value="listed" label={listed} data-testid="scope-listed" />
      </RadioGroup>
    </Field>
  )
}
