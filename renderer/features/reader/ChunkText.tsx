/** One chunk of a long text comes in; out goes plain text until it nears the view, then its drawn paragraphs. */
import { makeStyles } from '@fluentui/react-components'
import { memo, useEffect, useRef, useState } from 'react'
import { ParagraphText, type TextDecoration } from './ParagraphText.tsx'
import type { Marking } from './runs.ts'
import { type Chunk, overlapping } from './segments.ts'

/** Drawn this far outside the view, so scrolling meets finished text. */
const DRAWN_AROUND = '900px'
/** Rough height of a line and characters in it, for chunks not laid out yet. */
const LINE_HEIGHT_PX = 26
const LINE_LENGTH = 88

const useStyles = makeStyles({
  chunk: { contentVisibility: 'auto', contain: 'layout style' },
  plain: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
})

interface Props extends TextDecoration {
  readonly text: string
  readonly chunk: Chunk
  readonly index: number
  /** Drawn at once, because the reader is about to jump into it. */
  readonly isWanted: boolean
}

/** Once drawn a chunk stays drawn, so a selection that begins in it is never torn. */
export const ChunkText = memo(function ChunkText({ text, chunk, index, isWanted, ...decoration }: Props) {
  const styles = useStyles()
  const element = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(index === 0)
  const isDrawn = isNear || isWanted

  useEffect(() => {
    const node = element.current
    if (node === null || isDrawn) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true)
      },
      { root: node.parentElement?.parentElement ?? null, rootMargin: DRAWN_AROUND },
    )
    observer.observe(node)
    return () => observer.disconnect()
  }, [isDrawn])

  const markings = isDrawn ? markingsInside(decoration.markings, chunk) : []
  const pageStarts = decoration.pageStarts.filter(({ start }) => start >= chunk.start && start < chunk.end)
  const lines = chunk.paragraphs.reduce(
    (sum, { start, end }) => sum + Math.max(1, Math.ceil((end - start) / LINE_LENGTH)),
    0,
  )
  return (
    <div
      ref={element}
      className={styles.chunk}
      data-chunk={index}
      style={{ containIntrinsicSize: `auto ${lines * LINE_HEIGHT_PX}px` }}
    >
      {isDrawn ? (
        chunk.paragraphs.map((paragraph) => (
          <ParagraphText
            key={paragraph.start}
            text={text}
            paragraph={paragraph}
            {...decoration}
            markings={markings}
            pageStarts={pageStarts}
          />
        ))
      ) : (
        <div className={styles.plain} data-start={chunk.start}>
          {text.slice(chunk.start, chunk.end)}
        </div>
      )}
    </div>
  )
}, sameChunk)

/** Decorations outside a chunk do not redraw it: a step to the next match touches two chunks of a thousand. */
function sameChunk(before: Props, after: Props): boolean {
  if (before.text !== after.text || before.chunk !== after.chunk || before.isWanted !== after.isWanted)
    return false
  if (before.threads !== after.threads || before.ownInstrumentId !== after.ownInstrumentId) return false
  if (before.activeCitationId !== after.activeCitationId) {
    const touched = overlapping(after.threads, after.chunk).some(
      ({ citation: { id } }) => id === before.activeCitationId || id === after.activeCitationId,
    )
    if (touched) return false
  }
  return sameMarkings(before, after)
}

const markingsInside = (markings: readonly Marking[], chunk: Chunk): readonly Marking[] =>
  markings.filter(({ start, end }) => start < chunk.end && end > chunk.start)

function sameMarkings(before: Props, after: Props): boolean {
  if (before.markings === after.markings) return true
  const old = markingsInside(before.markings, before.chunk)
  const now = markingsInside(after.markings, after.chunk)
  return (
    old.length === now.length &&
    old.every(({ start, end, mark }, at) => {
      const other = now[at]
      return other !== undefined && other.start === start && other.end === end && other.mark === mark
    })
  )
}
