/** Bytes of an Excel 95–2003 workbook come in, the text of its sheets goes out. */
import { fail, type Result, succeed } from '../../../shared/contract/result.ts'
import type { SourceText } from '../../../shared/documents/sourceText.ts'
import { openCompoundFile } from '../compoundFile.ts'
import { writeFlow } from '../flow.ts'
import type { Reader } from '../reader.ts'
import { isDateFormat, SheetDraft, sheetsAsFlow, writeSerialDate, writeSheetNumber } from '../sheets/cells.ts'
import { byteString, RecordReader, recordsOf, type XlsRecord } from '../sheets/records.ts'

/** Reads BIFF8 and BIFF5 records: shown values, not formulas. [MS-XLS]. */
export const readXls: Reader = async (bytes) => {
  const opened = openCompoundFile(bytes)
  if (!opened.ok) return opened
  const stream = opened.value.get('Workbook') ?? opened.value.get('Book')
  if (!stream) return fail('file_damaged', undefined, 'no stream Workbook')
  try {
    return readStream(stream.read())
  } catch (error) {
    if (error instanceof RangeError) return fail('file_damaged', undefined, error.message)
    throw error
  }
}

function readStream(bytes: Uint8Array): Result<SourceText> {
  const walk = new XlsWalk()
  for (const record of recordsOf(bytes)) {
    if (record.type === FILE_PASS) return fail('password_protected')
    walk.take(record)
  }
  const source = writeFlow(sheetsAsFlow(walk.sheets))
  return source.text === '' ? fail('file_empty') : succeed(source)
}

const FILE_PASS = 0x002f

/** A packed number: 30 bits, whole or the top of a double, perhaps in hundredths. */
function unpack(packed: number): number {
  const view = new DataView(new ArrayBuffer(8))
  let value = packed >> 2
  if ((packed & 2) === 0) {
    view.setUint32(4, (packed & 0xfffffffc) >>> 0, true)
    value = view.getFloat64(0, true)
  }
  return (packed & 1) === 0 ? value : value / 100
}

class XlsWalk {
  readonly sheets: SheetDraft[] = []
  readonly #names = new Map<number, string>()
  readonly #codes = new Map<number, string>()
  readonly #formats: number[] = []
  #strings: readonly string[] = []
  #sheet: SheetDraft | null = null
  #isWide = true
  #is1904 = false
  #formulaCell: readonly [row: number, column: number] | null = null

  take(record: XlsRecord): void {
    const { type, data } = record
    if (type === 0x0809) this.#begin(record)
    else if (type === 0x0085) this.#names.set(data.getUint32(0, true), this.#shortString(record, 6))
    else if (type === 0x00fc) this.#strings = readStringTable(record)
    else if (type === 0x0022) this.#is1904 = data.getUint16(0, true) === 1
    else if (type === 0x00e0) this.#formats.push(data.getUint16(2, true))
    else if (type === 0x041e) this.#codes.set(data.getUint16(0, true), this.#longString(record, 2))
    else if (this.#sheet && data.byteLength >= 6) this.#cell(record, this.#sheet)
    else if (type === 0x0207 && this.#sheet) this.#formulaText(record, this.#sheet)
  }

  #begin(record: XlsRecord): void {
    const { data } = record
    if (data.byteLength < 4) return
    this.#isWide = data.getUint16(0, true) >= 0x0600
    const name = this.#names.get(record.offset)
    // 0x10 is a worksheet; the workbook's own part, charts and macros hold no cells.
    this.#sheet =
      data.getUint16(2, true) === 0x10 ? new SheetDraft(name ?? `Trang ${this.sheets.length + 1}`) : null
    if (this.#sheet) this.sheets.push(this.#sheet)
  }

  #cell({ type, data, parts }: XlsRecord, sheet: SheetDraft): void {
    const row = data.getUint16(0, true)
    const column = data.getUint16(2, true)
    const style = data.getUint16(4, true)
    const record = { type, data, parts, offset: 0 }
    if (type === 0x00fd) sheet.put(row, column, this.#strings[data.getUint32(6, true)] ?? '')
    else if (type === 0x0204 || type === 0x00d6) sheet.put(row, column, this.#longString(record, 6))
    else if (type === 0x0203) sheet.put(row, column, this.#shown(data.getFloat64(6, true), style))
    else if (type === 0x027e) sheet.put(row, column, this.#shown(unpack(data.getInt32(6, true)), style))
    else if (type === 0x00bd) {
      for (let at = 4, index = 0; at + 6 <= data.byteLength - 2; at += 6, index += 1) {
        sheet.put(
          row,
          column + index,
          this.#shown(unpack(data.getInt32(at + 2, true)), data.getUint16(at, true)),
        )
      }
    } else if (type === 0x0006 && data.byteLength >= 14) {
      const isNumber = data.getUint16(12, true) !== 0xffff
      if (isNumber) sheet.put(row, column, this.#shown(data.getFloat64(6, true), style))
      else if (data.getUint8(6) === 0) this.#formulaCell = [row, column]
    } else if (type === 0x0207) this.#formulaText(record, sheet)
  }

  #formulaText(record: XlsRecord, sheet: SheetDraft): void {
    if (!this.#formulaCell || record.data.byteLength < 2) return
    const [row, column] = this.#formulaCell
    sheet.put(row, column, this.#longString(record, 0))
    this.#formulaCell = null
  }

  #shown(value: number, style: number): string {
    const format = this.#formats[style] ?? 0
    return isDateFormat(format, this.#codes.get(format))
      ? writeSerialDate(value, this.#is1904)
      : writeSheetNumber(value)
  }

  #shortString(record: XlsRecord, at: number): string {
    const length = record.data.getUint8(at)
    return this.#isWide
      ? new RecordReader(record, at + 1).string(length)
      : byteString(record.data, at + 1, length)
  }

  #longString(record: XlsRecord, at: number): string {
    const length = record.data.getUint16(at, true)
    return this.#isWide
      ? new RecordReader(record, at + 2).string(length)
      : byteString(record.data, at + 2, length)
  }
}

function readStringTable(record: XlsRecord): readonly string[] {
  const count = record.data.getUint32(4, true)
  const reader = new RecordReader(record, 8)
  const strings: string[] = []
  while (strings.length < count && !reader.isAtEnd) strings.push(reader.string(reader.short()))
  return strings
}
