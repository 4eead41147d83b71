/** `chido show`: a document's id or number in, the document with its citations and what they were resolved to out. */

import { fail } from '../../../shared/contract/result.ts'
import type { DocumentDetail } from '../../../shared/contract/views.ts'
import type { AddCommand } from '../command.ts'
import { EXIT, unwrap } from '../exit.ts'
import { describeInstruments } from '../instrumentLines.ts'
import { type OpenLibrary, withLibrary } from '../library.ts'
import { describeScan } from './scan.ts'

/** Adds the command. */
export const showCommand: AddCommand = (program, settingOf) =>
  program
    .command('show')
    .description('xem một văn bản trong kho, theo mã hoặc số, ký hiệu')
    .argument('<document>', 'mã văn bản hoặc số, ký hiệu')
    .action(async (wanted: string, _options, command) => {
      const { folder, terminal, language, finish } = settingOf(command)
      await withLibrary({ folder, access: 'read' }, async (library) => {
        const found = await findDocuments(library, wanted)
        const [id] = found.ids
        if (id === undefined || found.ids.length > 1) {
          if (found.instruments.length === 0) unwrap(fail('not_found', wanted))
          terminal.show({ ambiguous: found.instruments }, () => [
            found.ids.length > 1
              ? `«${wanted}» chỉ nhiều văn bản; hãy dùng mã:`
              : `«${wanted}» được viện dẫn nhưng chưa có trong kho:`,
            ...describeInstruments(found.instruments),
          ])
          return finish(EXIT.someFailed)
        }
        const detail = await library.call('documents.get', { id })
        const shown = toScan(detail)
        terminal.show(shown, () => [
          `${detail.title}  [mã ${detail.id}]`,
          ...(shown.dossiers.length > 0 ? [`Hồ sơ: ${shown.dossiers.join('; ')}`] : []),
          ...describeScan(shown, language),
        ])
      })
    })

async function findDocuments(library: OpenLibrary, wanted: string) {
  if (/^\d+$/.test(wanted)) return { ids: [Number(wanted)], instruments: [] }
  const instruments = await library.call('instruments.find', { number: wanted })
  return { ids: instruments.flatMap(({ heldDocumentId }) => heldDocumentId ?? []), instruments }
}

function toScan({ id, text, pages, metadata, citations, warnings, file, dossiers }: DocumentDetail) {
  return {
    id,
    file,
    text,
    pages,
    document: metadata,
    citations,
    warnings,
    dossiers: dossiers.map(({ name }) => name),
  }
}
