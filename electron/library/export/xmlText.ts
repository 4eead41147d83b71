/** Any text comes in, text that may stand in XML (element or attribute) goes out. */

/** Characters XML 1.0 has no way to write: control characters other than tab and line ends, halves of a pair. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu // U+000C of a page break

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
}

/** Escapes the text; what XML cannot hold becomes U+FFFD. */
export function xmlText(value: string | number | boolean): string {
  return String(value)
    .replace(UNWRITABLE, '\uFFFD')
    .replace(/[&<>"\n\r\t]/g, (character) => ESCAPES[character] ?? character)
}
