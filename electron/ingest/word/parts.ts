/** A Word package comes in, the text of the parts a reader needs goes out. */
import { fail, type Result, succeed } from '../../../shared/contract/result.ts'
import { type ArchiveDirectory, readTextEntry } from '../archive.ts'
import { attributeOf, walkXml } from './xml.ts'

/** The parts of a document; null where it has none. */
export interface WordParts {
  readonly body: string
  readonly styles: string | null
  readonly numbering: string | null
  readonly footnotes: string | null
  readonly endnotes: string | null
}

const RELATED = ['styles', 'numbering', 'footnotes', 'endnotes'] as const

/**
 * Finds the parts by the package's relations (ECMA-376 part 2, §9.3); most files name them `word/document.xml` and so
 * on, some do not. Fails with `file_damaged` or `archive_bomb`.
 */
export async function readWordParts(archive: ArchiveDirectory): Promise<Result<WordParts>> {
  const roots = await readRelations(archive, '')
  if (!roots.ok) return roots
  const main = roots.value.get('officeDocument') ?? 'word/document.xml'
  const relations = await readRelations(archive, main)
  if (!relations.ok) return relations
  const body = await readTextEntry(archive, main)
  if (!body.ok) return body
  if (body.value === null) return fail('file_damaged', undefined, `no part ${main}`)
  const related: Record<(typeof RELATED)[number], string | null> = {
    styles: null,
    numbering: null,
    footnotes: null,
    endnotes: null,
  }
  for (const name of RELATED) {
    const part = await readTextEntry(archive, relations.value.get(name) ?? `${folderOf(main)}${name}.xml`)
    if (!part.ok) return part
    related[name] = part.value
  }
  return succeed({ body: body.value, ...related })
}

/** The parts a part names, by the last word of the relation's type; the package itself is the part ''. */
async function readRelations(
  archive: ArchiveDirectory,
  part: string,
): Promise<Result<ReadonlyMap<string, string>>> {
  const folder = folderOf(part)
  const file = await readTextEntry(archive, `${folder}_rels/${part.slice(folder.length)}.rels`)
  if (!file.ok) return file
  const targets = new Map<string, string>()
  walkXml(file.value ?? '', {
    open(name, attributes) {
      const type = attributeOf(attributes, 'Type')
      const target = attributeOf(attributes, 'Target')
      if (name !== 'Relationship' || type === undefined || target === undefined) return
      const path = target.startsWith('/') ? target.slice(1) : joinPath(folder, target)
      if (archive.has(path)) targets.set(type.slice(type.lastIndexOf('/') + 1), path)
    },
  })
  return succeed(targets)
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

/** «word/» and «../custom/styles.xml» → «custom/styles.xml». */
function joinPath(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}
