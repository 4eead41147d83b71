/** XML comes in, its elements are walked in order with local names; nothing is kept, so 30 MB costs no tree. */
import { Parser } from 'htmlparser2'

/** Attributes by name as written («w:val»). */
export type Attributes = Readonly<Record<string, string>>

/** What a walk may be told; names come without their prefix («w:p» → «p»). */
export interface XmlWalker {
  open?(name: string, attributes: Attributes, fullName: string): void
  text?(text: string): void
  close?(name: string, fullName: string): void
}

const localNames = new Map<string, string>()

/** «w:tbl» → «tbl»; remembered, since a document repeats a few dozen names a million times. */
function localName(name: string): string {
  const known = localNames.get(name)
  if (known !== undefined) return known
  const local = name.slice(name.indexOf(':') + 1)
  if (localNames.size < 4000) localNames.set(name, local)
  return local
}

/** Takes XML piece by piece. Malformed XML is walked as far as it makes sense, as Word's own repair does. */
export interface XmlFeed {
  write(xml: string): void
  end(): void
}

/** A walk that is fed from outside, for who must breathe between the pieces. */
export function feedXml(walker: XmlWalker): XmlFeed {
  return new Parser(
    {
      onopentag: (name, attributes) => walker.open?.(localName(name), attributes, name),
      ontext: (text) => walker.text?.(text),
      onclosetag: (name) => walker.close?.(localName(name), name),
    },
    { xmlMode: true, decodeEntities: true },
  )
}

/** Walks XML from a string. */
export function walkXml(xml: string, walker: XmlWalker): void {
  const feed = feedXml(walker)
  feed.write(xml)
  feed.end()
}

/** The attribute of that local name, whatever its prefix: «w:val», «val». */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  const direct = attributes[`w:${name}`] ?? attributes[name]
  if (direct !== undefined) return direct
  const key = Object.keys(attributes).find((one) => one.endsWith(`:${name}`))
  return key === undefined ? undefined : attributes[key]
}

/** An on/off property: present and not switched off («<w:b/>», «<w:b w:val="0"/>»). */
export function isOn(attributes: Attributes): boolean {
  const value = attributeOf(attributes, 'val')
  return value !== '0' && value !== 'false' && value !== 'off' && value !== 'none'
}
