/** `styles.xml` comes in; out comes what a paragraph or run inherits: weight, centring, list, heading level, font. */
import { attributeOf, isOn, walkXml } from './xml.ts'

/** Properties that may be inherited; undefined where nothing is said. */
export interface StyleProperties {
  isBold?: boolean
  isCentred?: boolean
  listId?: string
  listLevel?: number
  isHeading?: boolean
  font?: string
}

/** Styles by id with inheritance resolved, and the document's defaults. */
export interface Styles {
  readonly byId: ReadonlyMap<string, StyleProperties>
  readonly defaults: StyleProperties
  /** The style of paragraphs that name none («Normal», in whatever language Word was). */
  readonly defaultId: string
  /** Table styles that draw rules between columns. */
  readonly bordered: ReadonlySet<string>
}

interface StyleDraft extends StyleProperties {
  basedOn?: string
  hasBorders?: boolean
}

/** The font that draws letters with diacritics: Word picks hAnsi for them, ascii for the rest. */
export function fontOf(attributes: Readonly<Record<string, string>>): string | undefined {
  return attributeOf(attributes, 'hAnsi') ?? attributeOf(attributes, 'ascii') ?? attributeOf(attributes, 'cs')
}

/** Notes on `target` what one property element says; shared by styles and by the paragraphs themselves. */
export function noteProperty(
  target: StyleProperties,
  name: string,
  attributes: Readonly<Record<string, string>>,
): void {
  const value = attributeOf(attributes, 'val')
  if (name === 'b') target.isBold = isOn(attributes)
  else if (name === 'jc') target.isCentred = value === 'center'
  else if (name === 'numId' && value !== undefined) target.listId = value
  else if (name === 'ilvl' && value !== undefined) target.listLevel = Number(value)
  else if (name === 'outlineLvl') target.isHeading = Number(value) < 9
  else if (name === 'rFonts') {
    const font = fontOf(attributes)
    if (font !== undefined) target.font = font
  }
}

/** Reads `word/styles.xml`; null gives no styles. ECMA-376 part 1, §17.7. */
export function readStyles(xml: string | null): Styles {
  const drafts = new Map<string, StyleDraft>()
  const defaults: StyleProperties = {}
  if (xml === null) return { byId: drafts, defaults, defaultId: 'Normal', bordered: new Set() }
  let defaultId = 'Normal'
  let current: StyleDraft | null = null
  let isInDefaults = false
  let isInTableBorders = false
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'docDefaults') isInDefaults = true
      else if (name === 'style') {
        current = {}
        const id = attributeOf(attributes, 'styleId') ?? ''
        drafts.set(id, current)
        const isDefault = isOn({ val: attributeOf(attributes, 'default') ?? '0' })
        if (isDefault && attributeOf(attributes, 'type') === 'paragraph') defaultId = id
      } else if (name === 'basedOn' && current) current.basedOn = attributeOf(attributes, 'val') ?? ''
      else if (name === 'tblBorders') isInTableBorders = true
      else if (isInTableBorders && current && name === 'insideV') current.hasBorders = isOn(attributes)
      else if (current) noteProperty(current, name, attributes)
      else if (isInDefaults) noteProperty(defaults, name, attributes)
    },
    close(name) {
      if (name === 'style') current = null
      else if (name === 'docDefaults') isInDefaults = false
      else if (name === 'tblBorders') isInTableBorders = false
    },
  })
  const byId = new Map<string, StyleProperties>()
  const bordered = new Set<string>()
  for (const id of drafts.keys()) {
    const resolved = resolve(id, drafts, 0)
    byId.set(id, resolved)
    if (resolved.hasBorders) bordered.add(id)
  }
  return { byId, defaults, defaultId, bordered }
}

// A style may name itself as its ancestor in a damaged file: 20 steps are more than Word allows.
function resolve(id: string, drafts: ReadonlyMap<string, StyleDraft>, depth: number): StyleDraft {
  const draft = drafts.get(id)
  if (!draft) return {}
  if (draft.basedOn === undefined || depth > 20) return draft
  return { ...resolve(draft.basedOn, drafts, depth + 1), ...draft }
}
