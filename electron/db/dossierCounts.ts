/** Documents and the dossiers they lie in come in; how many lie in each dossier or below it goes out. */
import type { Facets } from '../../shared/contract/views.ts'
import { dossiersAbove } from '../../shared/documents/dossierNames.ts'
import type { ReadHandle } from './handles.ts'
import { statement } from './statements.ts'

/** Which documents lie in which dossiers, as numbers; a document's places stand together. */
export interface DossierMembers {
  readonly names: readonly string[]
  /** By place of a dossier in `names`: its own place and those of the dossiers it lies in. */
  readonly chains: readonly (readonly number[])[]
  readonly documents: Uint32Array
  readonly places: Uint32Array
}

/** Reads the members of all dossiers, of the documents a condition over `documents` lets through. */
export function readDossierMembers(
  db: ReadHandle,
  condition = 'TRUE',
  values: readonly (string | number)[] = [],
): DossierMembers {
  const rows = statement<[], { id: number; name: string }>(
    db,
    'SELECT id, name FROM dossiers WHERE removed_at IS NULL ORDER BY name',
  ).all()
  if (rows.length === 0)
    return { names: [], chains: [], documents: new Uint32Array(), places: new Uint32Array() }
  const byName = new Map(rows.map(({ name }, place) => [name, place]))
  const byId = new Map(rows.map(({ id }, place) => [id, place]))
  const documents: number[] = []
  const places: number[] = []
  const members = db
    .prepare<(string | number)[], readonly [number, number]>(
      `SELECT documents.id, f.dossier_id FROM documents JOIN dossier_files f ON f.sha256 = documents.sha256
       WHERE ${condition} ORDER BY documents.id`,
    )
    .raw()
  for (const [documentId, dossierId] of members.iterate(...values)) {
    const place = byId.get(dossierId)
    if (place === undefined) continue
    documents.push(documentId)
    places.push(place)
  }
  return {
    names: rows.map(({ name }) => name),
    chains: rows.map(({ name }, place) => [
      place,
      ...dossiersAbove(name).flatMap((above) => byName.get(above) ?? []),
    ]),
    documents: Uint32Array.from(documents),
    places: Uint32Array.from(places),
  }
}

/**
 * Counts the documents of each dossier, those of the dossiers in it included, each once; the fullest first. `among`
 * narrows them: a mark by document number.
 */
export function countDossiers(
  { names, chains, documents, places }: DossierMembers,
  among: Uint8Array | null = null,
): Facets['dossier'] {
  const counts = new Uint32Array(names.length)
  const lastCounted = new Uint32Array(names.length)
  for (let at = 0; at < documents.length; at += 1) {
    const documentId = documents[at] ?? 0
    if (among && among[documentId] !== 1) continue
    for (const place of chains[places[at] ?? 0] ?? []) {
      if (lastCounted[place] === documentId) continue
      lastCounted[place] = documentId
      counts[place] = (counts[place] ?? 0) + 1
    }
  }
  return names
    .map((value, place) => ({ value, count: counts[place] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
}
