/** Import events come in beside what is shown; out goes the list with them taken in, each file and job once. */
import type { ImportItem, ImportJob } from '../../../shared/contract/views.ts'

/** The rows of a job as the library answers them. */
export interface ItemsAnswer {
  readonly total: number
  readonly items: readonly ImportItem[]
}

/** The jobs with one replaced or added. */
export function mergeJob(jobs: readonly ImportJob[], job: ImportJob): ImportJob[] {
  return jobs.some(({ id }) => id === job.id)
    ? jobs.map((known) => (known.id === job.id ? job : known))
    : [job, ...jobs]
}

/** The rows with later states of files put in their places and new files at the end. */
export function mergeItems(
  answer: ItemsAnswer,
  events: readonly { readonly jobId: number; readonly item: ImportItem }[],
): { total: number; items: ImportItem[] } {
  const byPath = new Map(answer.items.map((item) => [item.path, item]))
  for (const { item } of events) byPath.set(item.path, item)
  const items = [...byPath.values()]
  return { total: Math.max(answer.total, items.length), items }
}
