/** A metadata field as stored and as typed: values become text to edit, and typed text becomes a correction. */

import type { Metadata, MetadataField } from '../../../shared/contract/document.ts'
import type { Params } from '../../../shared/contract/methods.ts'
import { formatDate } from '../../../shared/wording/dates.ts'

/** What `documents.correct` takes. */
export type Changes = Params<'documents.correct'>['changes']

/** The text a person edits. Days as dd/MM/yyyy, recipients one a line. */
export function fieldText(metadata: Metadata, field: MetadataField): string {
  if (field === 'recipients') return metadata.recipients.join('\n')
  if (field === 'issuedOn') return formatDate(metadata.issuedOn)
  return String(metadata[field] ?? '')
}

/** A correction, or why the text cannot be one. */
export type Reading =
  | { readonly ok: true; readonly changes: Changes }
  | { readonly ok: false; readonly problem: 'badDate' | 'badYear' }

// «23/11/2021», «3-6-2013», «3.6.2013»
const TYPED_DATE = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/
// «2023»
const TYPED_YEAR = /^\d{4}$/

/** Reads typed text; an empty one clears the field. */
export function readField(field: MetadataField, typed: string): Reading {
  const text = typed.trim().normalize('NFC')
  if (field === 'recipients') {
    const recipients = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    return { ok: true, changes: { recipients } }
  }
  if (text === '') return { ok: true, changes: { [field]: null } }
  if (field === 'year') {
    return TYPED_YEAR.test(text)
      ? { ok: true, changes: { year: Number(text) } }
      : { ok: false, problem: 'badYear' }
  }
  if (field === 'issuedOn') {
    const day = readDay(text)
    return day === null ? { ok: false, problem: 'badDate' } : { ok: true, changes: { issuedOn: day } }
  }
  return { ok: true, changes: { [field]: text } }
}

function readDay(text: string): string | null {
  const match = TYPED_DATE.exec(text)
  if (match === null) return null
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  // The calendar carries 31/02 over into March: such a day does not exist.
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return null
  return date.toISOString().slice(0, 10)
}
