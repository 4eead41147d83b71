/** Bytes of an RTF file come in, its text in reading order goes out; a file cut short gives what stands before the cut. */
import { fail, succeed } from '../../../shared/contract/result.ts'
import { type FlowElement, writeFlow } from '../flow.ts'
import { FlowBuilder } from '../flowBuilder.ts'
import type { Reader } from '../reader.ts'
import { codePageOf, decodeBytes, type RtfFont } from '../richText/fonts.ts'
import { type RtfToken, tokensOf } from '../richText/tokens.ts'

/** Reads RTF. Rendered list numbers («\listtext») are taken as Word wrote them. */
export const readRtf: Reader = async (bytes) => {
  const walk = new RtfWalk()
  for (const token of tokensOf(bytes)) walk.take(token)
  const source = writeFlow(walk.finish())
  return source.text === '' ? fail('file_empty') : succeed(source)
}

type Destination = 'body' | 'fonts' | 'skip' | 'note' | 'shape'

interface Group {
  readonly destination: Destination
  readonly font: number
  readonly isBold: boolean
  readonly isHidden: boolean
  /** Inside a number Word rendered («1.\\tab»), whose tab is a mere space. */
  readonly isListText: boolean
  readonly skipAfterUnicode: number
}

// Groups that hold no text of the document.
const SKIPPED = new Set(
  'colortbl stylesheet info pict object objdata header headerl headerr headerf footer footerl footerr footerf fldinst xe tc rxe themedata datastore listtable listoverridetable revtbl rsidtbl generator xmlnstbl latentstyles private author title subject operator keywords comment doccomm atnid atnauthor annotation nonshppict pntxta pntxtb bkmkstart bkmkend ftnsep ftnsepc aftnsep aftnsepc pgdsctbl filetbl falt panose sn sv sp'.split(
    ' ',
  ),
)

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['line', '\n'],
  ['nbsp', '\u00a0'],
  ['nbhyphen', '-'],
  // The optional hyphen is «ư» in .VnTime text; elsewhere it says nothing.
  ['shy', '\u00ad'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', ' '],
  ['enspace', ' '],
  ['qmspace', ' '],
  ['nestcell', '\n'],
])

class RtfWalk {
  readonly #fonts = new Map<number, RtfFont>()
  readonly #groups: Group[] = []
  readonly #builders: FlowBuilder[] = [new FlowBuilder()]
  #group: Group = {
    destination: 'body',
    font: -1,
    isBold: false,
    isHidden: false,
    isListText: false,
    skipAfterUnicode: 1,
  }
  #isGroupStart = false
  #isStarred = false
  #documentPage = 'win1252'
  #defaultFont = 0
  #fontDraft = { number: 0, charset: 0, name: '' }
  #toSkip = 0
  #isInTable = false
  #isCentred = false
  #isListItem = false
  #hasRules = false
  #borderSide: string | null = null
  #cellCount = 0
  #continued = new Set<number>()

  take(token: RtfToken): void {
    if (token.type === 'open') {
      this.#groups.push(this.#group)
      this.#isGroupStart = true
      return
    }
    const isGroupStart = this.#isGroupStart
    this.#isGroupStart = false
    if (token.type === 'close') this.#close()
    else if (token.type === 'bytes') this.#bytes(token.bytes)
    else if (token.name === 'star') {
      this.#isStarred = isGroupStart
      this.#isGroupStart = true
    } else {
      this.#word(token.name, token.value, isGroupStart)
      this.#isStarred = false
    }
  }

  finish(): readonly FlowElement[] {
    while (this.#builders.length > 1) this.#closeNote()
    return this.#builder.finish()
  }

  get #builder(): FlowBuilder {
    const last = this.#builders.at(-1)
    if (!last) throw new Error('the body of an RTF walk is gone')
    return last
  }

  #close(): void {
    const closed = this.#group
    this.#group = this.#groups.pop() ?? closed
    this.#toSkip = 0
    if (closed.destination === 'note' && this.#group.destination !== 'note') this.#closeNote()
    if (closed.destination === 'fonts' && this.#fontDraft.name !== '') this.#keepFont()
  }

  #closeNote(): void {
    if (this.#builders.length < 2) return
    const note = this.#builders.pop()?.asNote()
    if (note && note.text !== '') this.#builder.addNote(note)
  }

  #keepFont(): void {
    const { number, charset, name } = this.#fontDraft
    this.#fonts.set(number, {
      name: name.replace(/;.*$/, '').trim(),
      codePage: codePageOf(charset, this.#documentPage),
    })
    this.#fontDraft = { number: 0, charset: 0, name: '' }
  }

  #bytes(bytes: readonly number[]): void {
    const { destination } = this.#group
    if (destination === 'fonts') {
      this.#fontDraft.name += decodeBytes(bytes, 'win1252')
      if (this.#fontDraft.name.includes(';')) this.#keepFont()
      return
    }
    const skipped = Math.min(this.#toSkip, bytes.length)
    this.#toSkip -= skipped
    if (destination === 'skip' || destination === 'shape' || this.#group.isHidden || skipped === bytes.length)
      return
    const font = this.#fonts.get(this.#group.font < 0 ? this.#defaultFont : this.#group.font)
    this.#write(decodeBytes(bytes.slice(skipped), font?.codePage ?? this.#documentPage))
  }

  #write(text: string): void {
    const { destination, isHidden, isBold } = this.#group
    if (destination === 'skip' || destination === 'shape' || destination === 'fonts' || isHidden) return
    const font = this.#fonts.get(this.#group.font < 0 ? this.#defaultFont : this.#group.font)
    this.#builder.write(text, isBold, font?.name)
  }

  #word(name: string, value: number | null, isGroupStart: boolean): void {
    if (this.#destination(name, isGroupStart)) return
    if (this.#group.destination === 'fonts') {
      if (name === 'f') this.#fontDraft.number = value ?? 0
      else if (name === 'fcharset') this.#fontDraft.charset = value ?? 0
      return
    }
    const character = CHARACTERS.get(name)
    if (character !== undefined) this.#write(this.#group.isListText && character === '\t' ? ' ' : character)
    else if (name === 'u') this.#unicode(value ?? 0)
    else if (name === 'uc') this.#set({ skipAfterUnicode: value ?? 1 })
    else if (name === 'f') this.#set({ font: value ?? 0 })
    else if (name === 'b') this.#set({ isBold: value !== 0 })
    else if (name === 'v' || name === 'deleted') this.#set({ isHidden: value !== 0 })
    else if (name === 'plain') this.#set({ font: -1, isBold: false, isHidden: false })
    else if (name === 'ansicpg') this.#documentPage = `win${value ?? 1252}`
    else if (name === 'deff') this.#defaultFont = value ?? 0
    else if (this.#group.destination !== 'skip') this.#layout(name)
  }

  #set(change: Partial<Group>): void {
    this.#group = { ...this.#group, ...change }
  }

  /** Enters the destination a group opens with; true when the word did nothing else. */
  #destination(name: string, isGroupStart: boolean): boolean {
    if (name === 'fonttbl') this.#set({ destination: 'fonts' })
    else if (name === 'shpinst') this.#set({ destination: 'shape' })
    else if (name === 'shptxt' && this.#group.destination === 'shape') {
      this.#set({ destination: this.#builders.length > 1 ? 'note' : 'body' })
    } else if (name === 'footnote' && this.#group.destination !== 'skip') {
      this.#set({ destination: 'note', isBold: false })
      this.#builders.push(new FlowBuilder())
    } else if (name === 'listtext' || name === 'pntext') {
      this.#isListItem = true
      this.#set({ isListText: true })
    } else if (SKIPPED.has(name) && (isGroupStart || this.#isStarred)) this.#set({ destination: 'skip' })
    else if (this.#isStarred && name !== 'shppict') this.#set({ destination: 'skip' })
    else return false
    return true
  }

  /** «\u7853?»: UTF-16 units, signed; what follows is for programs that know no Unicode. */
  #unicode(value: number): void {
    this.#write(String.fromCharCode(value < 0 ? value + 65_536 : value))
    this.#toSkip = this.#group.skipAfterUnicode
  }

  #layout(name: string): void {
    const facts = { isCentred: this.#isCentred, isListItem: this.#isListItem }
    if (name === 'par' || name === 'sect') {
      this.#builder.endParagraph(facts, this.#isInTable)
      this.#isListItem = false
    } else if (name === 'cell') this.#builder.endCell(facts)
    else if (name === 'row') this.#endRow()
    else if (name === 'pard') {
      this.#isCentred = false
      this.#isInTable = false
    } else if (name === 'intbl') this.#isInTable = true
    else if (name === 'qc') this.#isCentred = true
    else if (name === 'ql' || name === 'qj' || name === 'qr') this.#isCentred = false
    else if (name === 'page' || name === 'pagebb') this.#builder.breakPage()
    else this.#rowDefinition(name)
  }

  #rowDefinition(name: string): void {
    if (name === 'trowd') {
      this.#cellCount = 0
      this.#hasRules = false
      this.#continued = new Set()
    } else if (name === 'cellx') this.#cellCount += 1
    else if (name === 'clvmrg') this.#continued.add(this.#cellCount)
    else if (/^(?:clbrdr[lrtb]|trbrdr[lrtbhv]|brdr[lrtb]|box)$/.test(name)) this.#borderSide = name
    else if (/^brdr(?:s|th|db|dot|dash|hair|tnthsg|thtnsg)$/.test(name)) {
      // Only rules between columns count; the frame around a row does not.
      if (this.#borderSide === 'clbrdrl' || this.#borderSide === 'clbrdrr' || this.#borderSide === 'trbrdrv')
        this.#hasRules = true
    }
  }

  #endRow(): void {
    this.#builder.endRow(this.#hasRules, this.#continued)
  }
}
