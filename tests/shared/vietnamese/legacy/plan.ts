/** A real plan in NFC, with the ASCII quotes of its time: VISCII and VPS have letters where windows-1252 has «“”–…». */
import { readFileSync } from 'node:fs'

/** The text, about 15,000 characters. */
export function readPlan(): string {
  return readFileSync('tests/fixtures/legacy/plan.txt', 'utf8')
    .normalize('NFC')
    .replace(/[“”]/g, '"')
    .replace(/–/g, '-')
    .replace(/…/g, '...')
}
