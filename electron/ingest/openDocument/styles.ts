/** The style parts of an OpenDocument come in; what each style means for text, lists and cells goes out. */
import { type Attributes, attributeOf, walkXml } from '../word/xml.ts'

/** What a style says; undefined where it says nothing. */
export interface OpenStyle {
  isBold?: boolean
  isCentred?: boolean
  font?: string
  breaksBefore?: boolean
  hasRules?: boolean
  listStyle?: string
}

/** One level of a list style: `format` is «1», «I», «a» …, empty for none; `bullet` is set for bullets. */
export interface OpenLevel {
  readonly format: string
  readonly prefix: string
  readonly suffix: string
  readonly start: number
  readonly shown: number
  readonly bullet: string | null
}

/** All styles of a document, inheritance resolved. */
export interface OpenStyles {
  readonly styles: ReadonlyMap<string, OpenStyle>
  readonly lists: ReadonlyMap<string, ReadonlyMap<number, OpenLevel>>
}

interface Draft extends OpenStyle {
  parent?: string
}

const isBorder = (value: string | undefined): boolean =>
  value !== undefined && value !== 'none' && !/^0(?:\.0+)?(?:pt|cm|in)/.test(value)

function noteStyle(draft: Draft, name: string, attributes: Attributes): void {
  if (name === 'text-properties') {
    const weight = attributes['fo:font-weight']
    if (weight !== undefined) draft.isBold = weight === 'bold' || Number(weight) >= 600
    const font = attributes['style:font-name'] ?? attributes['fo:font-family']
    if (font !== undefined) draft.font = font
  } else if (name === 'paragraph-properties') {
    const align = attributes['fo:text-align']
    if (align !== undefined) draft.isCentred = align === 'center'
    if (attributes['fo:break-before'] !== undefined)
      draft.breaksBefore = attributes['fo:break-before'] === 'page'
  } else if (name === 'table-cell-properties') {
    draft.hasRules = ['fo:border', 'fo:border-left', 'fo:border-right'].some((side) =>
      isBorder(attributes[side]),
    )
  }
}

/** Reads `styles.xml` and the automatic styles of `content.xml`; a later part wins. */
export function readOpenStyles(parts: readonly string[]): OpenStyles {
  const drafts = new Map<string, Draft>()
  const lists = new Map<string, Map<number, OpenLevel>>()
  const faces = new Map<string, string>()
  let current: Draft | null = null
  let levels: Map<number, OpenLevel> | null = null
  for (const part of parts) {
    walkXml(part, {
      open(name, attributes, fullName) {
        const styleName = attributes['style:name'] ?? ''
        if (fullName === 'style:font-face') faces.set(styleName, attributes['svg:font-family'] ?? styleName)
        else if (fullName === 'style:style') {
          current = {}
          const parent = attributes['style:parent-style-name']
          if (parent !== undefined) current.parent = parent
          const listStyle = attributes['style:list-style-name']
          if (listStyle) current.listStyle = listStyle
          drafts.set(styleName, current)
        } else if (fullName === 'text:list-style') {
          levels = new Map()
          lists.set(styleName, levels)
        } else if (levels && name.startsWith('list-level-style')) {
          levels.set(Number(attributes['text:level'] ?? 1), levelOf(name, attributes))
        } else if (current) noteStyle(current, name, attributes)
      },
      close(_, fullName) {
        if (fullName === 'style:style') current = null
        else if (fullName === 'text:list-style') levels = null
      },
    })
  }
  const styles = new Map<string, OpenStyle>()
  for (const name of drafts.keys()) {
    const style = resolve(name, drafts, 0)
    const font = style.font === undefined ? undefined : (faces.get(style.font) ?? style.font)
    styles.set(name, font === undefined ? style : { ...style, font: font.replace(/^['"]|['"]$/g, '') })
  }
  return { styles, lists }
}

const levelOf = (name: string, attributes: Attributes): OpenLevel => ({
  format: attributeOf(attributes, 'num-format') ?? '',
  prefix: attributeOf(attributes, 'num-prefix') ?? '',
  suffix: attributeOf(attributes, 'num-suffix') ?? '',
  start: Number(attributes['text:start-value'] ?? 1),
  shown: Number(attributes['text:display-levels'] ?? 1),
  bullet: name === 'list-level-style-bullet' ? (attributes['text:bullet-char'] ?? '•') : null,
})

function resolve(name: string, drafts: ReadonlyMap<string, Draft>, depth: number): OpenStyle {
  const draft = drafts.get(name)
  if (!draft) return {}
  const { parent, ...own } = draft
  return parent === undefined || depth > 20 ? own : { ...resolve(parent, drafts, depth + 1), ...own }
}
