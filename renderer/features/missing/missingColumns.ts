/** Nothing comes in; the widths the work list's head and rows share go out. */

/** Columns: box, cited by, document, state, note. */
export const MISSING_COLUMNS = '36px 72px minmax(220px, 3fr) minmax(170px, 1fr) minmax(140px, 2fr)'
