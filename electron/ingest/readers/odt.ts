/** Bytes of an OpenDocument text (odt, ott) come in, its text in reading order goes out. */
import { fail, type Result, succeed } from '../../../shared/contract/result.ts'
import { type ArchiveDirectory, openArchive, readTextEntry } from '../archive.ts'
import { writeFlow } from '../flow.ts'
import { readOpenBody } from '../openDocument/body.ts'
import { readOpenStyles } from '../openDocument/styles.ts'
import type { Reader } from '../reader.ts'

/** Reads `content.xml` by the OASIS OpenDocument 1.3 schema. */
export const readOdt: Reader = async (bytes) => {
  const archive = await openArchive(bytes)
  if (!archive.ok) return archive
  const parts = await readParts(archive.value)
  if (!parts.ok) return parts
  const [manifest, styles, content] = parts.value
  if (manifest?.includes('encryption-data')) return fail('encryption_unsupported')
  if (!content) return fail('file_damaged', undefined, 'no part content.xml')
  const source = writeFlow(readOpenBody(content, readOpenStyles([styles ?? '', content])))
  return source.text === '' ? fail('file_empty') : succeed(source)
}

async function readParts(archive: ArchiveDirectory): Promise<Result<readonly (string | null)[]>> {
  const texts: (string | null)[] = []
  for (const name of ['META-INF/manifest.xml', 'styles.xml', 'content.xml']) {
    const isEncrypted = texts[0]?.includes('encryption-data') ?? false
    const part = isEncrypted ? succeed(null) : await readTextEntry(archive, name)
    if (!part.ok) return part
    texts.push(part.value)
  }
  return succeed(texts)
}
