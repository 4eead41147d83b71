/** Names of fixture files come in, what readers make of them goes out. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ReadText, readFile } from '../../../electron/ingest/readers/index.ts'

/** Files made by LibreOffice 7.4 from one source, in every format it writes. */
export const fixture = (name: string): string => join(import.meta.dirname, '../../fixtures/ingest', name)

/** Bytes of a fixture. */
export const fixtureBytes = (name: string): Uint8Array => readFileSync(fixture(name))

/** Reads a fixture that must be readable. */
export async function readFixture(name: string): Promise<ReadText> {
  const read = await readFile(name, fixtureBytes(name))
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.failure)}`)
  return read.value
}

/** Text bytes read under a name. */
export const readString = (name: string, text: string): ReturnType<typeof readFile> =>
  readFile(name, new TextEncoder().encode(text))
