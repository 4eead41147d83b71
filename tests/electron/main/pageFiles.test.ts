/** The page's own scheme: which addresses are files of the build, and which senders are our page. */
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOwnPage, pageFile } from '../../../electron/main/pageFiles.ts'

const folder = path.resolve('out', 'renderer')

describe('pageFile', () => {
  it.each([
    ['app://chido/', 'index.html', 'text/html; charset=utf-8'],
    ['app://chido/index.html?x=1#tim', 'index.html', 'text/html; charset=utf-8'],
    ['app://chido/assets/index-Ab1.js', 'assets/index-Ab1.js', 'text/javascript; charset=utf-8'],
    ['app://chido/assets/ch%E1%BB%AF.woff2', 'assets/chữ.woff2', 'font/woff2'],
  ])('serves %s', (address, file, type) => {
    const page = pageFile(folder, address)
    expect(page?.file).toBe(path.join(folder, file))
    expect(page?.headers['Content-Type']).toBe(type)
    expect(page?.headers['Content-Security-Policy']).toContain("default-src 'none'")
  })

  it.each([
    'app://elsewhere/index.html',
    'file:///index.html',
    'https://chido/index.html',
    'app://chido/..%2f..%2fpackage.json',
    'app://chido/..%5c..%5cpackage.json',
    'app://chido/index.html%00.js',
    'app://chido/%E0%A4%A',
    'app://chido/library.db',
    'app://chido/assets',
    'not an address',
    '',
  ])('does not serve %s', (address) => expect(pageFile(folder, address)).toBeNull())

  it('never leaves its folder, whatever the address', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', 'a', '/', '\\', 'x.js')),
        (parts) => {
          const page = pageFile(folder, `app://chido/${parts.join('/')}/x.js`)
          expect(page === null || page.file.startsWith(folder + path.sep)).toBe(true)
        },
      ),
    )
  })
})

describe('isOwnPage', () => {
  it.each([
    ['app://chido/index.html', undefined, true],
    ['app://chido.evil/index.html', undefined, false],
    ['https://example.com/', undefined, false],
    ['about:blank', undefined, false],
    ['data:text/html,x', undefined, false],
    ['', undefined, false],
    ['http://localhost:5173/index.html', 'http://localhost:5173', true],
    ['http://localhost:5173.evil.example/', 'http://localhost:5173', false],
    ['http://localhost:5173/index.html', undefined, false],
  ])('%s with development at %s: %s', (address, development, expected) => {
    expect(isOwnPage(address, development)).toBe(expected)
  })
})
