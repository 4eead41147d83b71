/** Documents and the dossiers they lie in come in; how many lie in each dossier or below it goes out. */
import type { Facets } from '../../shared/contract/views.ts'
import { dossiersAbove } from '../../shared/documents/dossierNames.ts'
import { contentVersion } from './contentVersion.ts'
import type { ReadHandle } from './handles.ts'
import { statement } from './statements.ts'

/** Documents read at a time: a few milliseconds. */
const IDS_A_STEP = 2000

/** Which documents lie in which dossiers, as numbers, by rising document. */
export interface DossierMembers {
  readonly names: readonly string[]
  /** By place of a dossier in `names`: its own place and those of the dossiers it lies in. */
  readonly chains: readonly (readonly number[])[]
  readonly documents: Uint32Array
  readonly places: Uint32Array
}

const kept = new WeakMap<ReadHandle, { readonly version: string; readonly members: DossierMembers }>()

/** Members of all dossiers; read again only when something was written since. */
export function dossierMembers(db: ReadHandle): DossierMembers {
  const steps = readDossierMembers(db)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same, a step at a time. */
export function* readDossierMembers(db: ReadHandle): Generator<void, DossierMembers> {
  const version = contentVersion(db)
  const known = kept.get(db)
  if (known?.version === version) return known.members
  const rows = statement<[], { id: number; name: string }>(
    db,
    'SELECT id, name FROM dossiers WHERE removed_at IS NULL ORDER BY name',
  ).all()
  const byName = new Map(rows.map(({ name }, place) => [name, place]))
  const byId = new Map(rows.map(({ id }, place) => [id, place]))
  const documents: number[] = []
  const places: number[] = []
  const highest = rows.length === 0 ? 0 : highestId(db)
  for (let from = 0; from < highest; from += IDS_A_STEP) {
    for (const [documentId, dossierId] of readStretch(db, from, from + IDS_A_STEP)) {
      const place = byId.get(dossierId)
      if (place === undefined) continue
      documents.push(documentId)
      places.push(place)
    }
    yield
  }
  const members: DossierMembers = {
    names: rows.map(({ name }) => name),
    chains: rows.map(({ name }, place) => [
      place,
      ...dossiersAbove(name).flatMap((above) => byName.get(above) ?? []),
    ]),
    documents: Uint32Array.from(documents),
    places: Uint32Array.from(places),
  }
  kept.set(db, { version, members })
  return members
}

const highestId = (db: ReadHandle): number =>
  statement<[], number | null>(db, 'SELECT max(id) FROM documents').pluck().get() ?? 0

const readStretch = (db: ReadHandle, after: number, to: number): (readonly [number, number])[] =>
  statement<[number, number], readonly [number, number]>(
    db,
    `SELECT documents.id, f.dossier_id FROM documents JOIN dossier_files f ON f.sha256 = documents.sha256
     WHERE documents.id > ? AND documents.id <= ? ORDER BY documents.id`,
  )
    .raw()
    .all(after, to)

/**
 * Counts the documents of each dossier, those of the dossiers in it included, each once; the fullest first. `among`
 * narrows them to these documents.
 */
export function countDossiers(
  { names, chains, documents, places }: DossierMembers,
  among: Iterable<number> | null = null,
): Facets['dossier'] {
  if (documents.length === 0) return []
  const marks = among && marked(among, documents.at(-1) ?? 0)
  const counts = new Uint32Array(names.length)
  const lastCounted = new Uint32Array(names.length)
  for (let at = 0; at < documents.length; at += 1) {
    const documentId = documents[at] ?? 0
    if (marks && marks[documentId] !== 1) continue
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

/** A mark by document number; those above `highest` lie in no dossier. */
function marked(documentIds: Iterable<number>, highest: number): Uint8Array {
  const marks = new Uint8Array(highest + 1)
  // A write past the end of typed memory changes nothing.
  for (const id of documentIds) marks[id] = 1
  return marks
}
