/** A picture comes in; its signs can be dragged about with the mouse, and whoever asked is told which one was. */
import type Sigma from 'sigma'

interface Dragging {
  readonly canDrag: () => boolean
  readonly onStart: () => void
  readonly onEnd: (id: number) => void
}

/** Lets signs be dragged. A click without a movement stays a click. */
export function letDrag(sigma: Sigma, { canDrag, onStart, onEnd }: Dragging): void {
  let held: string | null = null
  let hasMoved = false
  sigma.on('downNode', ({ node }) => {
    if (!canDrag()) return
    held = node
    hasMoved = false
  })
  sigma.on('moveBody', ({ event, preventSigmaDefault }) => {
    if (held === null) return
    if (!hasMoved) onStart()
    hasMoved = true
    sigma.getGraph().mergeNodeAttributes(held, sigma.viewportToGraph(event))
    preventSigmaDefault()
    event.original.preventDefault()
    event.original.stopPropagation()
  })
  const letGo = (): void => {
    if (held !== null && hasMoved) onEnd(Number(held))
    held = null
  }
  sigma.on('upNode', letGo)
  sigma.on('upStage', letGo)
}
