/** A request to export originals comes in; how far it is, its report or its failure goes out. */
import { useEffect, useState } from 'react'
import type { MethodResult, Params } from '../../../shared/contract/methods.ts'
import type { Failure } from '../../../shared/contract/result.ts'
import { invoke, on } from '../../library.ts'

/** Where an export stands. */
export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'over'; readonly report: MethodResult<'documents.exportOriginals'> }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** State of one dialog's export. */
export function useExport() {
  const [state, setState] = useState<ExportState>({ kind: 'idle' })
  useEffect(
    () =>
      on('originals.progress', ({ done, total }) =>
        setState((former) => (former.kind === 'running' ? { kind: 'running', done, total } : former)),
      ),
    [],
  )
  return {
    state,
    start: async (request: Params<'documents.exportOriginals'>): Promise<void> => {
      setState({ kind: 'running', done: 0, total: 0 })
      const answer = await invoke('documents.exportOriginals', request)
      setState(
        answer.ok ? { kind: 'over', report: answer.value } : { kind: 'failed', failure: answer.failure },
      )
    },
    stop: () => void invoke('documents.cancelExportOriginals', {}),
  }
}
