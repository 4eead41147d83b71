/** Locked Word and Excel files of every age: their password opens them, no other does, damage is told from a wrong one. */
import officeCrypto from 'officecrypto-tool'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../../electron/ingest/readers/index.ts'
import { fixtureBytes, readFixture } from './fixtures.ts'
import { lockExcel, lockWord } from './lockedOffice.ts'

const PASSWORD = 'Dân vận 2024'
const lockPackage = (bytes: Uint8Array, password: string): Buffer =>
  officeCrypto.encrypt(Buffer.from(bytes), { password, type: 'standard' })

async function outcome(name: string, bytes: Uint8Array, password?: string): Promise<string> {
  const read = await readFile(name, bytes, { password })
  return read.ok ? read.value.text : read.failure.code
}

describe('a locked file', () => {
  const cases = [
    ['chi-lang-2023.docx', lockPackage],
    ['bang.xlsx', lockPackage],
    ['chi-lang-2023.doc', lockWord],
    ['rich.doc', lockWord],
    ['bang.xls', lockExcel],
  ] as const
  it.each(cases)('%s opens with its password and with no other', async (name, lock) => {
    const locked = lock(fixtureBytes(name), PASSWORD)
    expect(await outcome(name, locked)).toBe('password_protected')
    expect(await outcome(name, locked, 'dân vận 2024')).toBe('password_protected')
    expect(await outcome(name, locked, PASSWORD)).toBe((await readFixture(name)).text)
  })

  it.each(cases)('%s that asks for reading only opens without a question', async (name, lock) => {
    expect(await outcome(name, lock(fixtureBytes(name), 'VelvetSweatshop'))).toBe(
      (await readFixture(name)).text,
    )
  })

  it('cut short is damaged, whatever the password', async () => {
    const locked = lockPackage(fixtureBytes('chi-lang-2023.docx'), PASSWORD)
    expect(await outcome('a.docx', locked.subarray(0, 3000), PASSWORD)).toBe('file_damaged')
  })
})
