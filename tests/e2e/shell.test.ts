/** The window itself: opens, carries its policy, and gives a page no way out and no Node. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { discard, type OpenProgram, openProgram, START_LIMIT_MS, skipReason } from './program.ts'

describe.skipIf(skipReason() !== null)('the window', () => {
  let program: OpenProgram

  beforeAll(async () => {
    program = await openProgram()
  }, START_LIMIT_MS)
  afterAll(async () => {
    await program.close()
    await discard(program.folder)
  })

  it('opens on the built page, under the name of the program', async () => {
    expect(program.page.url()).toBe('app://chido/index.html')
    const title = await program.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getTitle(),
    )
    expect(title).toBe('Chỉ Đỏ')
    await program.picture('shell')
  })

  it('runs pages isolated, sandboxed, without Node', async () => {
    const preferences = await program.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      return contents && 'getLastWebPreferences' in contents
        ? (contents as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences()
        : null
    })
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
    })
    const reachable = await program.page.evaluate(() =>
      ['require', 'process', 'module', 'global', 'Buffer', '__dirname'].filter((name) => name in window),
    )
    expect(reachable).toEqual([])
    const door = await program.page.evaluate(() => Object.keys(Reflect.get(window, 'chido')).sort())
    expect(door).toEqual(['invoke', 'on', 'pathsOf'])
  })

  it('sends a content security policy that forbids inline scripts and other origins', async () => {
    const policy = await program.page.evaluate(async () => {
      const answer = await fetch(location.href)
      return answer.headers.get('content-security-policy')
    })
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    const hasRun = await program.page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.hasInlineScriptRun = true'
      document.head.append(script)
      return Reflect.get(window, 'hasInlineScriptRun') === true
    })
    expect(hasRun).toBe(false)
  })

  it.each([
    'https://example.com/',
    'http://127.0.0.1:1/',
    'file:///etc/hostname',
    'app://elsewhere/index.html',
    'data:text/html,<p>x</p>',
  ])('does not navigate to %s', async (address) => {
    await program.page.evaluate((to) => {
      const link = document.createElement('a')
      link.href = to
      document.body.append(link)
      link.click()
      link.remove()
    }, address)
    await program.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
    expect(program.page.url()).toMatch(/^app:\/\/chido\//)
  })

  it('opens no second window and no frame of another origin', async () => {
    const opened = await program.page.evaluate(() => window.open('https://example.com/') === null)
    expect(opened).toBe(true)
    const windows = await program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
    expect(windows).toBe(1)
  })

  it('loads nothing from the net', async () => {
    const outcome = await program.page.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'loaded',
        () => 'refused',
      ),
    )
    expect(outcome).toBe('refused')
  })

  it.each(['index.html/../../../package.json', '%2e%2e/%2e%2e/package.json', 'main/index.js', 'missing.js'])(
    'serves nothing but the page: %s',
    async (name) => {
      const status = await program.page.evaluate(
        (path) =>
          fetch(`app://chido/${path}`).then(
            (answer) => answer.status,
            () => 0,
          ),
        name,
      )
      expect([0, 404]).toContain(status)
    },
  )

  it('refuses permissions', async () => {
    const states = await program.page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone'] as PermissionName[]
      const answers = await Promise.all(names.map((name) => navigator.permissions.query({ name })))
      return answers.map((answer) => answer.state)
    })
    expect(states).not.toContain('granted')
  })

  it('answers an unknown method and wrong parameters with a coded failure', async () => {
    const answers = await program.page.evaluate(async () => {
      const door = Reflect.get(window, 'chido') as {
        invoke(method: unknown, params: unknown): Promise<unknown>
      }
      return [
        await door.invoke('constructor', {}),
        await door.invoke(42, {}),
        await door.invoke('host.chooseFolder', { purpose: 'anything' }),
        await door.invoke('host.settings', {}),
      ]
    })
    expect(answers).toMatchObject([
      { ok: false, failure: { code: 'bad_request' } },
      { ok: false, failure: { code: 'bad_request' } },
      { ok: false, failure: { code: 'bad_request' } },
      { ok: true, value: { language: 'vi' } },
    ])
  })
})
