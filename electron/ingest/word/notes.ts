/** `footnotes.xml` or `endnotes.xml` comes in, each note prepared for mammoth goes out by «footnote/ID». */
import { WordPreparation } from './preparation.ts'
import type { Styles } from './styles.ts'
import { attributeOf, walkXml } from './xml.ts'

/** Reads the notes of one part (null: there is none); the separators Word keeps there are left out. */
export function prepareNotes(
  xml: string | null,
  kind: 'footnote' | 'endnote',
  styles: Styles,
): ReadonlyMap<string, string> {
  const notes = new Map<string, string>()
  let preparation: WordPreparation | null = null
  let id = ''
  walkXml(xml ?? '', {
    open(name, attributes) {
      if (name === kind) {
        const type = attributeOf(attributes, 'type')
        preparation = type === undefined || type === 'normal' ? new WordPreparation(styles) : null
        id = attributeOf(attributes, 'id') ?? ''
      } else preparation?.open(name, attributes)
    },
    text: (text) => preparation?.text(text),
    close(name) {
      if (name !== kind) preparation?.close()
      else if (preparation) {
        const blocks = [...preparation.takeReady(), preparation.finish()]
        notes.set(`${kind}/${id}`, blocks.map((one) => one.xml).join(''))
        preparation = null
      }
    },
  })
  return notes
}
