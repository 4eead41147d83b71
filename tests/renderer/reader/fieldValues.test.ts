/** The metadata form: values to text and back, and what cannot be read is refused with its reason. */
import { describe, expect, it } from 'vitest'
import { fieldText, readField } from '../../../renderer/features/reader/fieldValues.ts'
import type { Metadata } from '../../../shared/contract/document.ts'

const metadata: Metadata = {
  kind: 'Kế hoạch',
  number: '72',
  symbol: 'KH/HU',
  year: 2021,
  issuedOn: '2021-12-13',
  issuer: null,
  organ: null,
  place: null,
  title: null,
  signer: null,
  signerTitle: null,
  recipients: ['Như trên', 'Lưu'],
  secrecy: null,
  urgency: null,
  province: null,
  confidence: {},
}

describe('metadata fields', () => {
  it.each([
    ['issuedOn', '13/12/2021'],
    ['recipients', 'Như trên\nLưu'],
    ['year', '2021'],
    ['issuer', ''],
  ] as const)('%s is edited as «%s»', (field, text) => expect(fieldText(metadata, field)).toBe(text))

  it.each([
    ['issuedOn', '3/6/2013', { issuedOn: '2013-06-03' }],
    ['issuedOn', '03-06-2013', { issuedOn: '2013-06-03' }],
    ['issuedOn', '', { issuedOn: null }],
    ['year', '2023', { year: 2023 }],
    ['issuer', ' Huyện ủy Chi Lăng ', { issuer: 'Huyện ủy Chi Lăng' }],
    ['issuer', '   ', { issuer: null }],
    ['recipients', 'Như trên\n\n  Lưu ', { recipients: ['Như trên', 'Lưu'] }],
    ['recipients', '', { recipients: [] }],
  ] as const)('%s «%s»', (field, typed, changes) =>
    expect(readField(field, typed)).toEqual({ ok: true, changes }),
  )

  it.each([
    ['issuedOn', '31/02/2023', 'badDate'],
    ['issuedOn', '2023-02-01', 'badDate'],
    ['issuedOn', 'hôm qua', 'badDate'],
    ['year', '23', 'badYear'],
  ] as const)('%s «%s» is refused', (field, typed, problem) =>
    expect(readField(field, typed)).toEqual({ ok: false, problem }),
  )
})
