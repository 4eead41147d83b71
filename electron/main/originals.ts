/** Takes a document's stored original, gives a copy another program can open without touching the library. */
import { chmodSync, copyFileSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fail, type Result, succeed } from '../../shared/contract/result.ts'

/** What the library knows of a file. `format` is what its content was found to be, whatever its name says. */
export interface OriginalFacts {
  readonly name: string
  readonly format: string
  readonly sha256: string
}

/**
 * Names of formats that documents may have. A file is opened under the extension of what it *is*: «Công văn.exe»
 * that held plain text opens as text, it is never started.
 */
const SAFE_FORMAT = /^[a-z]{2,5}$/ // «docx»
const NEVER_OPENED = new Set([
  'exe',
  'com',
  'bat',
  'cmd',
  'ps',
  'vbs',
  'js',
  'sh',
  'msi',
  'lnk',
  'scr',
  'jar',
  'app',
])

/** The name of the copy: the original's name with the extension of its real format. */
export function safeName(facts: OriginalFacts): string | null {
  const format = facts.format.toLowerCase()
  if (!SAFE_FORMAT.test(format) || NEVER_OPENED.has(format)) return null
  // Reserved on Windows, and path separators: «a/b:c?.docx» → «a b c .docx».
  const stem = path
    .parse(facts.name)
    .name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .trim()
  return `${stem || 'tai-lieu'}.${format}`
}

/** Copies the original, read-only, into a folder of its own under `temporary`. Fails with `file_missing` and kin. */
export function copyForOpening(stored: string, facts: OriginalFacts, temporary: string): Result<string> {
  const name = safeName(facts)
  if (name === null) return fail('format_unsupported', facts.name, facts.format)
  const folder = path.join(temporary, facts.sha256.slice(0, 16))
  const copy = path.join(folder, name)
  try {
    mkdirSync(folder, { recursive: true })
    rmSync(copy, { force: true })
    copyFileSync(stored, copy)
    chmodSync(copy, 0o444)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    if (error.code === 'ENOENT') return fail('file_missing', facts.name, error.message)
    if (error.code === 'ENOSPC') return fail('disk_full', facts.name, error.message)
    return fail('file_unreadable', facts.name, error.message)
  }
  return succeed(copy)
}
