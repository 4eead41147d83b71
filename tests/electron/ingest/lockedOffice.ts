/** A plain doc or xls and a password come in, the file as Office locks it goes out: RC4 of CryptoAPI, [MS-OFFCRYPTO] 2.3.5. */
import { createHash } from 'node:crypto'
import CFB from 'cfb'
import { rc4 } from '../library/encryptedPdf.ts'

const KEY_BITS = 128
const SALT = Buffer.from('00112233445566778899aabbccddeeff', 'hex')
const VERIFIER = Buffer.from('0f1e2d3c4b5a69788796a5b4c3d2e1f0', 'hex')
const PROVIDER = Buffer.from('Microsoft Enhanced Cryptographic Provider v1.0\0', 'utf16le')

const sha1 = (...parts: readonly Buffer[]): Buffer => createHash('sha1').update(Buffer.concat(parts)).digest()
const number = (value: number, bytes = 4): Buffer => {
  const buffer = Buffer.alloc(bytes)
  buffer.writeUIntLE(value, 0, bytes)
  return buffer
}

const keyOf = (password: string, block: number): Buffer =>
  sha1(sha1(SALT, Buffer.from(password, 'utf16le')), number(block)).subarray(0, KEY_BITS / 8)

/** Encrypts a stream in blocks of a key each; a byte's place in the stream counts, encrypted or not. */
function lockStream(bytes: Buffer, password: string, blockBytes: number): Buffer {
  const locked: Buffer[] = []
  for (let at = 0; at < bytes.length; at += blockBytes) {
    locked.push(rc4(keyOf(password, at / blockBytes), bytes.subarray(at, at + blockBytes)))
  }
  return Buffer.concat(locked)
}

/** Version, flags, header and verifier. */
function encryptionInfo(password: string): Buffer {
  const header = Buffer.concat([
    number(4), // CryptoAPI
    number(0),
    number(0x6801), // RC4
    number(0x8004), // SHA-1
    number(KEY_BITS),
    number(1),
    number(0),
    number(0),
    PROVIDER,
  ])
  const proof = rc4(keyOf(password, 0), Buffer.concat([VERIFIER, sha1(VERIFIER)]))
  return Buffer.concat([
    number(2, 2),
    number(2, 2),
    number(4),
    number(header.length),
    header,
    number(SALT.length),
    SALT,
    proof.subarray(0, 16),
    number(20),
    proof.subarray(16),
  ])
}

const streamOf = (file: CFB.CFB$Container, name: string): Buffer => {
  const entry = CFB.find(file, name)
  if (!entry) throw new Error(`no stream ${name}`)
  return Buffer.from(entry.content as Uint8Array)
}

const written = (file: CFB.CFB$Container): Buffer => Buffer.from(CFB.write(file, { type: 'buffer' }))

const FIB_PLAIN_BYTES = 68
const TABLES_AT = 0x9a
const TABLES = 93

/** Locks a Word 97–2003 file: what opens it stands before the tables, which move back by its length. */
export function lockWord(bytes: Uint8Array, password: string): Buffer {
  const file = CFB.read(Buffer.from(bytes), { type: 'buffer' })
  const main = streamOf(file, '/WordDocument')
  const tableName = (main.readUInt16LE(0x0a) & 0x0200) !== 0 ? '/1Table' : '/0Table'
  const info = encryptionInfo(password)
  for (let table = 0; table < TABLES; table += 1) {
    const at = TABLES_AT + table * 8
    if (main.readUInt32LE(at + 4) > 0) main.writeUInt32LE(main.readUInt32LE(at) + info.length, at)
  }
  main.writeUInt16LE(main.readUInt16LE(0x0a) | 0x0100, 0x0a)
  main.writeUInt32LE(info.length, 0x0e)
  const table = Buffer.concat([info, streamOf(file, tableName)])
  CFB.utils.cfb_add(file, '/WordDocument', keepPlain(main, lockStream(main, password, 512), FIB_PLAIN_BYTES))
  CFB.utils.cfb_add(file, tableName, keepPlain(table, lockStream(table, password, 512), info.length))
  return written(file)
}

const keepPlain = (plain: Buffer, locked: Buffer, bytes: number): Buffer =>
  Buffer.concat([plain.subarray(0, bytes), locked.subarray(bytes)])

const FILE_PASS = 0x2f
const SHEET_PLACE = 0x85
/** Records that stay as they are, [MS-XLS] 2.2.10: starts of parts, the password itself and what shares the file. */
const PLAIN_RECORDS = new Set([0x0809, FILE_PASS, 0x0194, 0x0195, 0x00e1, 0x0196, 0x0138])

/** Locks an Excel 97–2003 file: heads of records stay plain, so do a few records and the places of sheets. */
export function lockExcel(bytes: Uint8Array, password: string): Buffer {
  const file = CFB.read(Buffer.from(bytes), { type: 'buffer' })
  const workbook = streamOf(file, '/Workbook')
  const info = Buffer.concat([number(1, 2), encryptionInfo(password)])
  const first = 4 + workbook.readUInt16LE(2)
  const pass = Buffer.concat([number(FILE_PASS, 2), number(info.length, 2), info])
  const whole = Buffer.concat([workbook.subarray(0, first), pass, workbook.subarray(first)])
  const isLocked = new Uint8Array(whole.length)
  for (let at = 0; at + 4 <= whole.length; ) {
    const type = whole.readUInt16LE(at)
    const end = at + 4 + whole.readUInt16LE(at + 2)
    if (type === SHEET_PLACE) whole.writeUInt32LE(whole.readUInt32LE(at + 4) + pass.length, at + 4)
    if (!PLAIN_RECORDS.has(type)) isLocked.fill(1, at + (type === SHEET_PLACE ? 8 : 4), end)
    at = end
  }
  const locked = lockStream(whole, password, 1024)
  CFB.utils.cfb_add(
    file,
    '/Workbook',
    Buffer.from(whole.map((byte, at) => (isLocked[at] ? (locked[at] ?? 0) : byte))),
  )
  return written(file)
}
