/** Files of an import that stand inside mails and archives: written when a container is opened, asked for by its file on the disk. */
import type { Failure } from '../../shared/contract/result.ts'
import type { ReadHandle, WriteHandle } from './handles.ts'
import type { QueuedItem } from './imports.ts'
import { statement } from './statements.ts'

/** The file on the disk an item stands in, or is. */
export const rootOf = ({ id, rootId }: QueuedItem): number => rootId ?? id

/**
 * Queues the files found in an item; one with a failure is reported at once, and those are answered by id. Call it in the
 * transaction that records the item.
 */
export function insertMembers(
  db: WriteHandle,
  jobId: number,
  container: QueuedItem,
  members: readonly { readonly path: string; readonly failure: Failure | null }[],
): number[] {
  statement(db, 'UPDATE import_items SET members = ? WHERE id = ?').run(members.length, container.id)
  const insert = statement(
    db,
    `INSERT INTO import_items (job_id, path, state, root_id, depth, seconds, code, subject, detail)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  return members.flatMap(({ path, failure }) => {
    const { lastInsertRowid } = insert.run(
      jobId,
      path,
      failure ? 'failed' : 'waiting',
      rootOf(container),
      container.depth + 1,
      failure ? 0 : null,
      failure?.code ?? null,
      failure && path,
      failure?.detail ?? null,
    )
    return failure ? [Number(lastInsertRowid)] : []
  })
}

/** The containers a member stands in, the file on the disk first. */
export function listContainers(db: ReadHandle, member: QueuedItem): QueuedItem[] {
  const root = rootOf(member)
  return statement<[number, number, string], QueuedItem>(
    db,
    `SELECT id, path, root_id AS rootId, depth FROM import_items
       WHERE (id = ? OR root_id = ?) AND members IS NOT NULL
         AND substr(?, 1, length(path) + 1) = path || '/'
       ORDER BY depth, id`,
  ).all(root, root, member.path)
}

/** Whether a file on the disk, or one found in it, is still to be read. */
export function isUnfinished(db: ReadHandle, root: number): boolean {
  return (
    statement<[number, number], number>(
      db,
      `SELECT EXISTS (SELECT 1 FROM import_items WHERE id = ? AND state IN ('waiting', 'reading'))
           OR EXISTS (SELECT 1 FROM import_items WHERE root_id = ? AND state IN ('waiting', 'reading'))`,
    )
      .pluck()
      .get(root, root) === 1
  )
}

/** Whether files of a job wait to be read: a password opens an archive after its job is over. */
export function hasWaiting(db: ReadHandle, jobId: number): boolean {
  return (
    statement<[number], number>(
      db,
      "SELECT EXISTS (SELECT 1 FROM import_items WHERE job_id = ? AND state = 'waiting')",
    )
      .pluck()
      .get(jobId) === 1
  )
}
