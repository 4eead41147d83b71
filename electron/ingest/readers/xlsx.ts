/** Bytes of an Excel workbook (xlsx, xlsm) come in, the text of its sheets goes out. */
import { fail, type Result, succeed } from '../../../shared/contract/result.ts'
import { type ArchiveDirectory, openArchive, readTextEntry } from '../archive.ts'
import { writeFlow } from '../flow.ts'
import type { Reader } from '../reader.ts'
import { isDateFormat, SheetDraft, sheetsAsFlow, writeSerialDate, writeSheetNumber } from '../sheets/cells.ts'
import { attributeOf, walkXml } from '../word/xml.ts'

interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  readonly is1904: boolean
}

interface CellContext {
  readonly strings: readonly string[]
  readonly dateStyles: ReadonlySet<number>
  readonly is1904: boolean
}

/** Reads SpreadsheetML (ECMA-376 part 1, §18): shown values, not formulas. */
export const readXlsx: Reader = async (bytes) => {
  const archive = await openArchive(bytes)
  if (!archive.ok) return archive
  const workbook = await readWorkbook(archive.value)
  if (!workbook.ok) return workbook
  const strings = await readTextEntry(archive.value, 'xl/sharedStrings.xml')
  if (!strings.ok) return strings
  const styles = await readTextEntry(archive.value, 'xl/styles.xml')
  if (!styles.ok) return styles
  const context: CellContext = {
    strings: readStrings(strings.value ?? ''),
    dateStyles: readDateStyles(styles.value ?? ''),
    is1904: workbook.value.is1904,
  }
  const drafts: SheetDraft[] = []
  for (const sheet of workbook.value.sheets) {
    const part = await readTextEntry(archive.value, sheet.part)
    if (!part.ok) return part
    if (part.value !== null) drafts.push(readSheet(sheet.name, part.value, context))
  }
  const source = writeFlow(sheetsAsFlow(drafts))
  return source.text === '' ? fail('file_empty') : succeed(source)
}

async function readWorkbook(archive: ArchiveDirectory): Promise<Result<Workbook>> {
  const xml = await readTextEntry(archive, 'xl/workbook.xml')
  if (!xml.ok) return xml
  const relations = await readTextEntry(archive, 'xl/_rels/workbook.xml.rels')
  if (!relations.ok) return relations
  if (xml.value === null) return fail('file_damaged', undefined, 'no part xl/workbook.xml')
  const targets = new Map<string, string>()
  walkXml(relations.value ?? '', {
    open(name, attributes) {
      const target = attributeOf(attributes, 'Target')
      if (name !== 'Relationship' || target === undefined) return
      targets.set(
        attributeOf(attributes, 'Id') ?? '',
        target.startsWith('/') ? target.slice(1) : `xl/${target}`,
      )
    },
  })
  const sheets: { name: string; part: string }[] = []
  let is1904 = false
  walkXml(xml.value, {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const part = targets.get(attributes['r:id'] ?? attributeOf(attributes, 'id') ?? '')
      if (part !== undefined) sheets.push({ name: attributes.name ?? '', part })
    },
  })
  return succeed({ sheets, is1904 })
}

function readStrings(xml: string): readonly string[] {
  const strings: string[] = []
  let current = ''
  let isInText = false
  let phonetic = 0
  walkXml(xml, {
    open(name) {
      if (name === 'si') current = ''
      else if (name === 'rPh') phonetic += 1
      else if (name === 't') isInText = phonetic === 0
    },
    text(text) {
      if (isInText) current += text
    },
    close(name) {
      if (name === 'si') strings.push(current)
      else if (name === 'rPh') phonetic -= 1
      else if (name === 't') isInText = false
    },
  })
  return strings
}

function readDateStyles(xml: string): ReadonlySet<number> {
  const codes = new Map<number, string>()
  const dates = new Set<number>()
  let isInCellFormats = false
  let index = 0
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      else if (name === 'cellXfs') isInCellFormats = true
      else if (name === 'xf' && isInCellFormats) {
        const format = Number(attributes.numFmtId ?? 0)
        if (isDateFormat(format, codes.get(format))) dates.add(index)
        index += 1
      }
    },
    close(name) {
      if (name === 'cellXfs') isInCellFormats = false
    },
  })
  return dates
}

/** «BC12» → row 11, column 54. */
function placeOf(reference: string): { row: number; column: number } | null {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference)
  if (!match?.[1]) return null
  const column = [...match[1]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(match[2]) - 1, column }
}

function readSheet(name: string, xml: string, context: CellContext): SheetDraft {
  const sheet = new SheetDraft(name)
  let row = -1
  let column = -1
  let type = ''
  let style = 0
  let value = ''
  let isInValue = false
  walkXml(xml, {
    open(tag, attributes) {
      if (tag === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1
        column = -1
      } else if (tag === 'c') {
        const place = placeOf(attributes.r ?? '')
        column = place?.column ?? column + 1
        row = place?.row ?? row
        type = attributes.t ?? ''
        style = Number(attributes.s ?? 0)
        value = ''
      } else if (tag === 'v' || tag === 't') isInValue = true
    },
    text(text) {
      if (isInValue) value += text
    },
    close(tag) {
      if (tag === 'v' || tag === 't') isInValue = false
      else if (tag === 'c') sheet.put(row, column, shown(value, type, style, context))
    },
  })
  return sheet
}

function shown(value: string, type: string, style: number, context: CellContext): string {
  if (type === 's') return context.strings[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type !== '' && type !== 'n') return value
  const number = Number(value)
  if (value === '' || Number.isNaN(number)) return value
  return context.dateStyles.has(style) ? writeSerialDate(number, context.is1904) : writeSheetNumber(number)
}
