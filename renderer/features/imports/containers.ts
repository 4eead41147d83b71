/** The files of an import come in; for one of them the archive or mail it was found in goes out. */
import type { ImportItem } from '../../../shared/contract/views.ts'

/** Paths of the archives and mails among the files. */
export const containersAmong = (items: readonly ImportItem[]): ReadonlySet<string> =>
  new Set(items.filter(({ members }) => members !== null).map(({ path }) => path))

/** The nearest container above a file, null for a file on the disk. */
export function containerOf(path: string, containers: ReadonlySet<string>): string | null {
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
    const above = path.slice(0, at)
    if (containers.has(above)) return above
  }
  return null
}
