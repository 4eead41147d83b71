/** Boxes of names come in, in the order they want to be drawn; whether each has room beside the former goes out. */

/** A box on the canvas, in pixels. */
export interface NameBox {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The room of one frame. */
export interface NameRoom {
  /** A new frame: all room is free. */
  clear(): void
  /** Takes the box when nothing stands in it, or when it must be drawn whatever does; tells whether it was taken. */
  take(box: NameBox, isMarked: boolean): boolean
}

/** Makes the room names share. */
export function createNameRoom(): NameRoom {
  let taken: NameBox[] = []
  return {
    clear: () => {
      taken = []
    },
    take: (box, isMarked) => {
      const isFree = !taken.some(
        (other) =>
          box.left < other.right &&
          other.left < box.right &&
          box.top < other.bottom &&
          other.top < box.bottom,
      )
      if (isFree || isMarked) taken.push(box)
      return isFree || isMarked
    },
  }
}
