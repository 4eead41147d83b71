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

/** Reads the theme's variables where the element stands; with the system's high contrast, the colours a person chose there. */
export function coloursAt(element: HTMLElement): PictureColours {
  const style = getComputedStyle(element)
  const read = (name: string): string => style.getPropertyValue(name).trim()
  if (window.matchMedia('(forced-colors: active)').matches) {
    const system = systemColours(element)
    return { ...system, font: read('--fontFamilyBase'), isDark: lightnessOf(system.paper) < 0.5 }
  }
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

function systemColours(element: HTMLElement): Omit<PictureColours, 'font' | 'isDark'> {
  const probe = element.ownerDocument.createElement('span')
  element.append(probe)
  const read = (name: string): string => {
    probe.style.color = name
    return getComputedStyle(probe).color
  }
  const colours = {
    node: read('CanvasText'),
    strong: read('CanvasText'),
    faint: read('GrayText'),
    paper: read('Canvas'),
    thread: read('Highlight'),
  }
  probe.remove()
  return colours
}
