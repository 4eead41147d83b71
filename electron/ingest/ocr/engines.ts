/** A number of engines allowed goes in; engines are lent one a page, started when first needed and ended when not allowed. */
import { createEngine, type Engine } from './engine.ts'

/** Engines of one process. Every page waits its turn for one. */
export interface Engines {
  /** Runs a page's work with an engine of its own. */
  readonly lend: <T>(work: (engine: Engine) => Promise<T>) => Promise<T>
  /** Changes how many run at once; engines too many end when their page is done. */
  readonly allow: (count: number) => void
  /** Ends all engines; pages under way fail. Later pages start new ones. */
  readonly close: () => Promise<void>
}

/** `modelFolder` as `createEngine` takes it. */
export function createEngines(modelFolder: string, count: number): Engines {
  let allowed = Math.max(1, count)
  const lent = new Set<Engine>()
  const idle: Engine[] = []
  const waiting: ((engine: Engine) => void)[] = []

  const give = (take: (engine: Engine) => void): void => {
    const engine = idle.pop() ?? createEngine(modelFolder)
    lent.add(engine)
    take(engine)
  }
  const giveWaiting = (): void => {
    while (lent.size < allowed) {
      const take = waiting.shift()
      if (!take) return
      give(take)
    }
  }
  const giveBack = async (engine: Engine): Promise<void> => {
    lent.delete(engine)
    if (lent.size + idle.length < allowed) idle.push(engine)
    else await engine.close()
    giveWaiting()
  }

  return {
    lend: async (work) => {
      const engine = await new Promise<Engine>((resolve) => {
        waiting.push(resolve)
        giveWaiting()
      })
      try {
        return await work(engine)
      } finally {
        await giveBack(engine)
      }
    },
    allow: (count) => {
      allowed = Math.max(1, count)
      const spare = idle.splice(0, Math.max(0, lent.size + idle.length - allowed))
      for (const engine of spare) void engine.close()
      giveWaiting()
    },
    close: async () => {
      await Promise.all([...lent, ...idle].map((engine) => engine.close()))
    },
  }
}
