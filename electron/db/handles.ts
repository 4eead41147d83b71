/** Two kinds of open database: one that may only be read, one that may be written; the types keep them apart. */
import type { Database } from 'better-sqlite3'

declare const readable: unique symbol
declare const writable: unique symbol

/** A connection that answers queries. Opened with `query_only`, so a stray write throws. */
export type ReadHandle = Database & { readonly [readable]: true }

/** The one connection that may write; it can be passed wherever reading is enough. */
export type WriteHandle = ReadHandle & { readonly [writable]: true }
