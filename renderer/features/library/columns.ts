/** The columns of the library list: names, sorting, widths, and which give way first in a narrow window. */
import { makeStyles } from '@fluentui/react-components'
import type { DocumentSort } from '../../app/history.ts'

/** One column. `sort` is null where a list cannot be ordered by it. */
export interface Column {
  readonly name: 'number' | 'issuedOn' | 'kind' | 'titleColumn' | 'issuer' | 'cites' | 'citedBy'
  readonly sort: DocumentSort | null
  /** Dates and counts are most wanted from the top down. */
  readonly startsDescending: boolean
}

/** From left to right, after the box that chooses a row. */
export const COLUMNS: readonly Column[] = [
  { name: 'number', sort: 'number', startsDescending: false },
  { name: 'issuedOn', sort: 'issuedOn', startsDescending: true },
  { name: 'kind', sort: null, startsDescending: false },
  { name: 'titleColumn', sort: 'title', startsDescending: false },
  { name: 'issuer', sort: 'issuer', startsDescending: false },
  { name: 'cites', sort: null, startsDescending: true },
  { name: 'citedBy', sort: 'citedByCount', startsDescending: true },
]

/** Cells of header and rows share one grid; kind and counts leave first when it gets narrow, then the issuer. */
export const useColumnStyles = makeStyles({
  grid: {
    display: 'grid',
    alignItems: 'center',
    gridTemplateColumns: '36px 132px 88px 96px minmax(0, 1fr) minmax(0, 200px) 48px 76px',
    // The ranges must not overlap: rules of equal weight have no order of their own here.
    '@container (min-width: 521px) and (max-width: 800px)': {
      gridTemplateColumns: '36px 128px 88px minmax(0, 1fr) minmax(0, 150px)',
      '& [data-column="kind"]': { display: 'none' },
      '& [data-column="cites"]': { display: 'none' },
      '& [data-column="citedBy"]': { display: 'none' },
    },
    '@container (max-width: 520px)': {
      gridTemplateColumns: '36px 120px 88px minmax(0, 1fr)',
      '& [data-column="kind"]': { display: 'none' },
      '& [data-column="cites"]': { display: 'none' },
      '& [data-column="citedBy"]': { display: 'none' },
      '& [data-column="issuer"]': { display: 'none' },
    },
  },
})
