/** Rows of a list with clicks and keys on them come in; the current row and the choice, as in a file manager, go out. */
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react'
import type { DocumentRow } from '../../../shared/contract/views.ts'
import { useVisitNumber } from '../../app/visitMemory.ts'
import { invoke } from '../../library.ts'
import type { Listing } from './documentPages.ts'
import { allRows, isChosen, noRows, onlyRows, type RowChoice, toggleRow } from './rowChoice.ts'

interface Parts {
  readonly listing: Listing
  readonly total: number
  readonly rowAt: (index: number) => DocumentRow | undefined
  readonly choice: RowChoice
  readonly onChoose: (choice: RowChoice) => void
  readonly onShow: (id: number) => void
  readonly onOpen: (id: number) => void
  /** Brings a row into sight. */
  readonly scrollTo: (index: number) => void
  /** Rows of one screen. */
  readonly pageRows: () => number
}

/** What a row's events and the grid's keys are tied to. */
export interface RowKeys {
  readonly current: number
  onRowClick(event: MouseEvent, index: number): void
  /** A row's box: one more or one less, the others stay. */
  onToggle(index: number): void
  /** The row the context menu is for; chosen alone unless it belongs to the choice. */
  onRowMenu(index: number): void
  onKeyDown(event: KeyboardEvent): void
}

/** Click, Ctrl and Shift click, arrows with Ctrl and Shift, Space, Ctrl+A, Escape, Enter. */
export function useRowKeys(parts: Parts): RowKeys {
  const { listing, total, rowAt, choice, onChoose, onShow, onOpen } = parts
  const [rememberedRow, noteRow] = useVisitNumber('row')
  const [current, setCurrent] = useState(rememberedRow ?? 0)
  const anchor = useRef(current)
  /** What to choose once the current row is loaded: a far jump lands on a row whose page is still on its way. */
  const [awaited, setAwaited] = useState<'only' | 'shown' | null>(null)
  const stretches = useRef(0)

  // A new order or filter starts at its top. The listing's parts are the trigger, not read inside.
  const order = JSON.stringify([listing.sort, listing.isDescending, listing.filter])
  const shownOrder = useRef(order)
  useEffect(() => {
    if (shownOrder.current === order) return
    shownOrder.current = order
    anchor.current = 0
    setCurrent(0)
  }, [order])

  const currentId = rowAt(current)?.id
  useEffect(() => {
    if (awaited === null || currentId === undefined) return
    setAwaited(null)
    if (awaited === 'only') onChoose(onlyRows([currentId]))
    onShow(currentId)
  }, [awaited, currentId, onChoose, onShow])

  const goTo = (index: number): number => {
    const target = Math.max(0, Math.min(total - 1, index))
    setCurrent(target)
    noteRow(target)
    return target
  }
  /** Chooses from the anchor to a row; the ids of rows not loaded are asked for. */
  const chooseStretch = async (to: number): Promise<void> => {
    const first = Math.min(anchor.current, to)
    const rows = Array.from({ length: Math.abs(anchor.current - to) + 1 }, (_, at) => rowAt(first + at)?.id)
    const asked = ++stretches.current
    if (rows.every((id) => id !== undefined)) return onChoose(onlyRows(rows))
    const { filter, sort, isDescending } = listing
    const answer = await invoke('documents.ids', {
      filter,
      sort,
      descending: isDescending,
      offset: first,
      limit: rows.length,
    })
    if (answer.ok && asked === stretches.current) onChoose(onlyRows(answer.value))
  }
  const toggleAt = (index: number): void => {
    const id = rowAt(index)?.id
    anchor.current = index
    if (id !== undefined) onChoose(toggleRow(choice, id))
  }

  const moveTo = (index: number, event: KeyboardEvent): void => {
    const target = goTo(index)
    parts.scrollTo(target)
    if (event.shiftKey) {
      setAwaited('shown')
      void chooseStretch(target)
    } else if (event.ctrlKey) setAwaited('shown')
    else {
      anchor.current = target
      setAwaited('only')
    }
  }

  return {
    current,
    onRowClick: (event, index) => {
      const id = rowAt(index)?.id
      goTo(index)
      if (id === undefined) return
      onShow(id)
      if (event.shiftKey) void chooseStretch(index)
      else if (event.ctrlKey || event.metaKey) toggleAt(index)
      else {
        anchor.current = index
        onChoose(onlyRows([id]))
      }
    },
    onToggle: (index) => {
      goTo(index)
      toggleAt(index)
    },
    onRowMenu: (index) => {
      const id = rowAt(index)?.id
      goTo(index)
      if (id === undefined) return
      onShow(id)
      if (isChosen(choice, id)) return
      anchor.current = index
      onChoose(onlyRows([id]))
    },
    onKeyDown: (event) => {
      if (event.altKey) return
      const moves = new Map([
        ['ArrowDown', current + 1],
        ['ArrowUp', current - 1],
        ['PageDown', current + parts.pageRows()],
        ['PageUp', current - parts.pageRows()],
        ['Home', 0],
        ['End', total - 1],
      ])
      const target = moves.get(event.key)
      const isCommand = event.ctrlKey || event.metaKey
      if (target !== undefined) moveTo(target, event)
      else if (event.key === ' ') toggleAt(current)
      else if (isCommand && event.key.toLowerCase() === 'a') onChoose(allRows)
      else if (event.key === 'Escape') onChoose(noRows)
      else if (event.key === 'Enter') {
        const id = rowAt(current)?.id
        if (id !== undefined) onOpen(id)
        return
      } else return
      event.preventDefault()
    },
  }
}
