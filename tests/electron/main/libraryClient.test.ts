/** The host's side of the library process: answers find their calls, deaths are survived, closing waits. */
import { describe, expect, it } from 'vitest'
import { createLibraryClient, type LibraryLoss } from '../../../electron/main/libraryClient.ts'
import type {
  FromLibraryProcess,
  LibraryChannel,
  ToLibraryProcess,
} from '../../../electron/main/libraryMessages.ts'

/** A process that never answers by itself: the test speaks for it. */
function startScripted() {
  const sent: ToLibraryProcess[] = []
  let receive: (message: FromLibraryProcess) => void = () => undefined
  let ended: (code: number) => void = () => undefined
  let isKilled = false
  const channel: LibraryChannel = {
    post: (message) => sent.push(message),
    onMessage: (handler) => {
      receive = handler
    },
    onExit: (handler) => {
      ended = handler
    },
    kill: () => {
      isKilled = true
      ended(137)
    },
  }
  return {
    channel,
    sent,
    isKilled: () => isKilled,
    say: (message: FromLibraryProcess) => receive(message),
    die: (code: number) => ended(code),
    answerLast: (value: unknown) => {
      const last = sent.at(-1)
      if (last?.kind === 'request') receive({ kind: 'answer', id: last.id, result: { ok: true, value } })
    },
  }
}

function openClient() {
  const processes: ReturnType<typeof startScripted>[] = []
  const losses: LibraryLoss[] = []
  const events: unknown[] = []
  let now = 0
  const client = createLibraryClient({
    start: () => {
      const started = startScripted()
      processes.push(started)
      return started.channel
    },
    now: () => now,
    emit: (name, payload) => events.push([name, payload]),
    onLoss: (loss) => losses.push(loss),
  })
  const current = () => {
    const last = processes.at(-1)
    if (!last) throw new Error('no process was started')
    return last
  }
  return { client, processes, losses, events, current, wait: (ms: number) => (now += ms) }
}

/** Lets promises that are ready run. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('createLibraryClient', () => {
  it('gives each call its own answer, in any order', async () => {
    const { client, current } = openClient()
    const first = client.invoke('documents.get', { id: 1 })
    const second = client.invoke('documents.get', { id: 2 })
    const [one, two] = current().sent
    if (one?.kind !== 'request' || two?.kind !== 'request') throw new Error('not sent')
    expect(one).toMatchObject({ method: 'documents.get', params: { id: 1 } })
    current().say({ kind: 'answer', id: two.id, result: { ok: true, value: 'two' } })
    current().say({ kind: 'answer', id: one.id, result: { ok: false, failure: { code: 'not_found' } } })
    expect(await first).toEqual({ ok: false, failure: { code: 'not_found' } })
    expect(await second).toEqual({ ok: true, value: 'two' })
  })

  it('passes events on and survives an answer nobody waits for', () => {
    const { current, events } = openClient()
    current().say({ kind: 'answer', id: 99, result: { ok: true, value: null } })
    current().say({ kind: 'event', name: 'library.changed', payload: { reason: 'edit' } })
    expect(events).toEqual([['library.changed', { reason: 'edit' }]])
  })

  it('fails the calls under way when the process dies, starts another and opens the library again', async () => {
    const { client, processes, losses, current } = openClient()
    const opening = client.invoke('library.open', { folder: 'Kho' })
    current().answerLast({ folder: 'Kho' })
    await opening
    const lost = client.invoke('search.query', {})
    current().die(11)
    expect(await lost).toMatchObject({ ok: false, failure: { code: 'internal' } })
    expect(processes).toHaveLength(2)
    expect(current().sent).toMatchObject([{ method: 'library.open', params: { folder: 'Kho' } }])
    current().answerLast({ folder: 'Kho' })
    await settle()
    expect(losses).toMatchObject([{ exitCode: 11, isRestarted: true, reopening: { ok: true } }])
    const next = client.invoke('library.status', {})
    current().answerLast({ folder: 'Kho' })
    expect(await next).toMatchObject({ ok: true })
  })

  it('opens nothing again after the library was closed', async () => {
    const { client, losses, current } = openClient()
    const opening = client.invoke('library.open', { folder: 'Kho' })
    current().answerLast({ folder: 'Kho' })
    await opening
    const closing = client.invoke('library.close', {})
    current().answerLast({})
    await closing
    current().die(1)
    await settle()
    expect(current().sent).toEqual([])
    expect(losses).toMatchObject([{ reopening: null, isRestarted: true }])
  })

  it('gives up after three deaths within a minute, and not for the same three spread out', async () => {
    const hasty = openClient()
    for (let death = 0; death < 3; death += 1) {
      hasty.current().die(1)
      await settle()
    }
    expect(hasty.losses.map((loss) => loss.isRestarted)).toEqual([true, true, false])
    expect(hasty.processes).toHaveLength(3)
    expect(await hasty.client.invoke('library.status', {})).toMatchObject({ ok: false })

    const rare = openClient()
    for (let death = 0; death < 4; death += 1) {
      rare.current().die(1)
      await settle()
      rare.wait(40_000)
    }
    expect(rare.losses.every((loss) => loss.isRestarted)).toBe(true)
  })

  it('waits for an orderly end and starts nothing after it', async () => {
    const { client, processes, losses, current } = openClient()
    const closed = client.close(60_000)
    expect(current().sent).toEqual([{ kind: 'close' }])
    current().die(0)
    await closed
    expect(processes).toHaveLength(1)
    expect(losses).toEqual([])
    expect(current().isKilled()).toBe(false)
  })

  it('kills a process that does not end when asked', async () => {
    const { client, current } = openClient()
    await client.close(1)
    expect(current().isKilled()).toBe(true)
  })
})
