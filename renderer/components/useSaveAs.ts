/** A suggested name and a way to write come in; the save dialog is asked, and what became of it goes out. */
import { useState } from 'react'
import type { Failure, Result } from '../../shared/contract/result.ts'
import { invoke } from '../library.ts'

/** What became of the last saving; null before the first, or when the person changed their mind. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly path: string }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | null

/** One place on a screen that saves files. */
export interface SaveAs {
  readonly isBusy: boolean
  readonly outcome: SaveOutcome
  /** Asks where, then hands the path to `write`. */
  save(
    suggestedName: string,
    write: (out: string) => Promise<Result<{ readonly written: string }>>,
  ): Promise<void>
  /** Takes the outcome of a saving that asked for its own place. */
  report(result: Result<string | null>): void
  forget(): void
}

/** The extension a file is to have: «xlsx» of «cây.xlsx». */
const extensionOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1)

/** State of saving for one screen. */
export function useSaveAs(): SaveAs {
  const [isBusy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<SaveOutcome>(null)
  const report = (result: Result<string | null>): void => {
    if (!result.ok) setOutcome({ kind: 'failed', failure: result.failure })
    else setOutcome(result.value === null ? null : { kind: 'saved', path: result.value })
  }
  return {
    isBusy,
    outcome,
    report,
    forget: () => setOutcome(null),
    save: async (suggestedName, write) => {
      setBusy(true)
      setOutcome(null)
      try {
        const target = await invoke('host.chooseSaveFile', {
          suggestedName,
          extensions: [extensionOf(suggestedName)],
        })
        if (!target.ok || target.value === null) return report(target)
        const written = await write(target.value)
        report(written.ok ? { ok: true, value: written.value.written } : written)
      } finally {
        setBusy(false)
      }
    },
  }
}
