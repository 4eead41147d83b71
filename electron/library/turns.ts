/** Work of the same name waits its turn: two imports that meet the same file must not move its original under each other. */

/** Runs work of one key after the other, work of different keys at once. */
export type Turns = <T>(key: string, work: () => Promise<T>) => Promise<T>

/** Makes a queue for each key; a key is forgotten when nothing of it is left. A failed work does not stop the next. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>()
  return (key, work) => {
    const before = last.get(key) ?? Promise.resolve()
    const mine = before.then(work, work)
    last.set(key, mine)
    const forget = (): void => {
      if (last.get(key) === mine) last.delete(key)
    }
    mine.then(forget, forget)
    return mine
  }
}
