/** Instruments in, lines of a table a person can choose from out. */
import type { Instrument } from '../../shared/contract/instrument.ts'
import { formatDate } from '../../shared/wording/dates.ts'
import { printedNumber } from '../../shared/wording/instruments.ts'
import { table } from './terminal.ts'

/** One line an instrument. */
export function describeInstruments(instruments: readonly Instrument[]): string[] {
  return table(
    [
      { heading: 'Số, ký hiệu', width: 22 },
      { heading: 'Ngày', width: 10 },
      { heading: 'Trong kho', width: 9 },
      { heading: 'Cơ quan ban hành', width: 40 },
      { heading: 'Trích yếu', width: 70 },
    ],
    instruments.map((instrument) => [
      printedNumber(instrument),
      formatDate(instrument.issuedOn),
      instrument.heldDocumentId === null ? '—' : `mã ${instrument.heldDocumentId}`,
      instrument.issuer ?? '—',
      instrument.title ?? '—',
    ]),
  )
}
