/** Dated events come in, an iCalendar file (RFC 5545) as text goes out. */
import { createHash } from 'node:crypto'

/** An all-day event. `on` is `YYYY-MM-DD`; `identity` makes its UID, so that a second export replaces the first. */
export interface CalendarEvent {
  readonly identity: string
  readonly on: string
  readonly summary: string
  readonly description: string
}

/** RFC 5545 3.1: a content line holds at most 75 octets, its end not counted. */
const LINE_OCTETS = 75
/** A reminder this many days before. */
const REMIND_DAYS = 7

/** Writes the calendar, line by line. `madeAt` is ISO 8601 UTC. */
export function* writeCalendar(
  events: Iterable<CalendarEvent>,
  name: string,
  madeAt: string,
): Generator<string> {
  yield* lines(
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Chi Do//Chi Do//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${calendarText(name)}`,
  )
  const stamp = madeAt.replace(/[-:]|\.\d+/g, '')
  for (const { identity, on, summary, description } of events) {
    const uid = createHash('sha256').update(identity).digest('hex').slice(0, 40)
    yield* lines(
      'BEGIN:VEVENT',
      `UID:${uid}@chi-do`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compactDay(on)}`,
      `DTEND;VALUE=DATE:${compactDay(dayAfter(on))}`,
      `SUMMARY:${calendarText(summary)}`,
      `DESCRIPTION:${calendarText(description)}`,
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${calendarText(summary)}`,
      `TRIGGER:-P${REMIND_DAYS}D`,
      'END:VALARM',
      'END:VEVENT',
    )
  }
  yield* lines('END:VCALENDAR')
}

function* lines(...content: readonly string[]): Generator<string> {
  for (const line of content) yield `${foldLine(line)}\r\n`
}

/** RFC 5545 3.3.11: backslash, semicolon and comma are escaped, a line break is «\n». */
export function calendarText(text: string): string {
  return text
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[\p{Cc}]/gu, ' ')
}

/** Folds a content line; a letter of several octets is never cut. */
export function foldLine(line: string): string {
  const folded: string[] = []
  let current = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    // A continuation begins with a space, which counts.
    if (octets + size > LINE_OCTETS) {
      folded.push(current)
      current = ' '
      octets = 1
    }
    current += character
    octets += size
  }
  return [...folded, current].join('\r\n')
}

const compactDay = (day: string): string => day.replaceAll('-', '')

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}
