/** Colours in hexadecimal or as rgb come in; mixtures of them and their lightness go out. */

/** «#1F3A5F», «#fff» */
const HEX = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i
/** «rgb(0, 0, 0)», as a browser tells a colour of the system */
const RGB = /^rgba?\((\d+), (\d+), (\d+)/

function channelsOf(colour: string): readonly [number, number, number] {
  const told = RGB.exec(colour)
  if (told !== null) return [Number(told[1]), Number(told[2]), Number(told[3])]
  const digits = HEX.exec(colour)?.[1]
  if (digits === undefined) return [128, 128, 128]
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits
  const at = (from: number): number => Number.parseInt(full.slice(from, from + 2), 16)
  return [at(0), at(2), at(4)]
}

/** How light a colour is to the eye, 0..1 (Rec. 601). */
export const lightnessOf = (colour: string): number => {
  const [red, green, blue] = channelsOf(colour)
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255
}

/** One colour over another; `share` 0..1 is that of the first. Solid: thousands of see-through lines would add up to a block. */
export function mixColours(first: string, second: string, share: number): string {
  const one = channelsOf(first)
  const other = channelsOf(second)
  const mixed = one.map((value, at) => Math.round(value * share + (other[at] ?? value) * (1 - share)))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
