/** An element of the window comes in; the colours of the theme around it go out. */
import { lightnessOf } from './colours.ts'

/** Colours a picture is drawn in. */
export interface PictureColours {
  readonly node: string
  readonly strong: string
  readonly faint: string
  readonly paper: string
  readonly thread: string
  readonly font: string
  readonly isDark: boolean
}

/** Reads the theme's variables where the element stands. */
export function coloursAt(element: HTMLElement): PictureColours {
  const style = getComputedStyle(element)
  const read = (name: string): string => style.getPropertyValue(name).trim()
  const paper = read('--colorNeutralBackground1')
  return {
    node: read('--colorNeutralForeground2'),
    strong: read('--colorNeutralForeground1'),
    faint: read('--colorNeutralStroke1'),
    paper,
    thread: read('--threadForeground'),
    font: read('--fontFamilyBase'),
    isDark: lightnessOf(paper) < 0.5,
  }
}
