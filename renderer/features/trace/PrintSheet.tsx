/** What is to be on paper comes in; it goes to the printer's dialog in place of the window, and away again afterwards. */
import { type ReactNode, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'

interface Props {
  readonly title: string
  readonly children: ReactNode
  readonly onDone: () => void
}

/** Black on white whatever the theme; page.css hides the window while a sheet is there and the printer draws. */
export function PrintSheet({ title, children, onDone }: Props) {
  const done = useRef(onDone)
  done.current = onDone
  useEffect(() => {
    const finish = (): void => done.current()
    window.addEventListener('afterprint', finish)
    window.print()
    return () => window.removeEventListener('afterprint', finish)
  }, [])
  return createPortal(
    <div className="print-sheet" data-testid="print-sheet">
      <h1>{title}</h1>
      {children}
    </div>,
    document.body,
  )
}
