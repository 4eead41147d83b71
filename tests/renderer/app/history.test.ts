/** The window's history: back, forward, replacing, and returning to a screen as it was left. */
import { describe, expect, it } from 'vitest'
import { createHistory, documentRoute, libraryRoute, traceRoute } from '../../../renderer/app/history.ts'

describe('createHistory', () => {
  it('goes back and forward, and forgets what was ahead after a new visit', () => {
    const history = createHistory(libraryRoute)
    history.navigate(documentRoute(1))
    history.navigate(documentRoute(2))
    history.back()
    expect(history.state()).toMatchObject({ route: { id: 1 }, canGoBack: true, canGoForward: true })
    history.forward()
    expect(history.state().route).toMatchObject({ id: 2 })
    history.back()
    history.navigate(traceRoute(7))
    expect(history.state().canGoForward).toBe(false)
    history.back()
    expect(history.state().route).toMatchObject({ screen: 'document', id: 1 })
  })

  it('stays where it is at either end', () => {
    const history = createHistory(libraryRoute)
    history.back()
    history.forward()
    expect(history.state()).toMatchObject({ route: libraryRoute, canGoBack: false, canGoForward: false })
  })

  it('replaces in place, the visit staying the same', () => {
    const history = createHistory(libraryRoute)
    history.navigate(documentRoute(1))
    const { visit } = history.state()
    history.replace(documentRoute(1, { start: 4, end: 9 }))
    expect(history.state()).toMatchObject({ visit, route: { focus: { start: 4 } } })
    history.back()
    expect(history.state().route).toBe(libraryRoute)
  })

  it('finds the last visit of a screen behind the present place', () => {
    const history = createHistory({ ...libraryRoute, filter: { kind: ['Kế hoạch'] } })
    history.navigate(documentRoute(1))
    expect(history.lastOf('library')).toMatchObject({ filter: { kind: ['Kế hoạch'] } })
    expect(history.lastOf('trace')).toBeNull()
  })

  it('forgets every place when it starts again', () => {
    const history = createHistory(libraryRoute)
    history.navigate(traceRoute(7))
    history.navigate(documentRoute(1))
    history.back()
    const before = history.state().visit
    history.restart(libraryRoute)
    expect(history.state()).toMatchObject({ route: libraryRoute, canGoBack: false, canGoForward: false })
    expect(history.state().visit).not.toBe(before)
    expect(history.lastOf('trace')).toBeNull()
    expect(history.lastOf('document')).toBeNull()
  })

  it('tells its listeners until they stop', () => {
    const history = createHistory(libraryRoute)
    let told = 0
    const stop = history.subscribe(() => {
      told += 1
    })
    history.navigate(documentRoute(1))
    stop()
    history.back()
    expect(told).toBe(1)
  })

  it('keeps at most its longest length, the present place among it', () => {
    const history = createHistory(libraryRoute)
    for (let id = 0; id < 500; id += 1) history.navigate(documentRoute(id))
    expect(history.state().route).toMatchObject({ id: 499 })
    let steps = 0
    while (history.state().canGoBack) {
      history.back()
      steps += 1
    }
    expect(steps).toBe(199)
  })
})
