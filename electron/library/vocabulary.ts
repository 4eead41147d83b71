/** The resources folder in, the validated vocabulary out. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseVocabulary, VOCABULARY_FILES, type Vocabulary } from '../../shared/documents/vocabulary.ts'
import { type Abbreviations, parseAbbreviations } from '../../shared/vietnamese/abbreviations.ts'
import { parseSynonyms } from '../../shared/vietnamese/synonyms.ts'

/** Reads and validates `vocabulary/*.json`. Throws on a missing or broken table: that is a broken installation. */
export function loadVocabulary(resourcesFolder: string): Vocabulary {
  return parseVocabulary(
    Object.fromEntries(VOCABULARY_FILES.map((name) => [name, readTable(resourcesFolder, name)])),
  )
}

/** Reads and validates the table of abbreviations that search expands. */
export const loadAbbreviations = (resourcesFolder: string): Abbreviations =>
  parseAbbreviations(readTable(resourcesFolder, 'abbreviations'))

/** Reads and validates the groups of phrases that search takes for the same. */
export const loadSynonyms = (resourcesFolder: string): readonly (readonly string[])[] =>
  parseSynonyms(readTable(resourcesFolder, 'synonyms'))

function readTable(resourcesFolder: string, name: string): unknown {
  return JSON.parse(readFileSync(join(resourcesFolder, 'vocabulary', `${name}.json`), 'utf8'))
}
