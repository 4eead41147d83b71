/** Encrypted bytes of a ZIP entry and a password come in, the bytes as they were stored go out: ZipCrypto and WinZip AES. */
import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** Thrown where the password given, or none, does not open an entry. */
export class ArchivePasswordError extends Error {}

/** How an entry is encrypted; `check` is the byte its decrypted header ends with when the password is right. */
export type ZipEncryption =
  | { readonly kind: 'zipCrypto'; readonly check: number }
  | { readonly kind: 'aes'; readonly strength: 1 | 2 | 3 }

/** Decrypts a whole entry; `ArchivePasswordError` for a wrong password, `Error` for bytes that were changed. */
export function decryptEntry(bytes: Buffer, encryption: ZipEncryption, password: string): Buffer {
  return encryption.kind === 'aes'
    ? decryptAes(bytes, encryption.strength, password)
    : decryptZipCrypto(bytes, encryption.check, password)
}

const ZIP_CRYPTO_HEADER = 12

// CRC-32 of one byte over the register: what the keys are stirred with. Taken from zlib, whose CRC is inverted at both ends.
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  // The table's entry for `byte` is the CRC of that byte over an empty register.
  return (crc32(Uint8Array.of(byte), 0xffff_ffff) ^ 0xffff_ffff) >>> 0
})
const stirCrc = (register: number, byte: number): number =>
  ((register >>> 8) ^ (CRC_TABLE[(register ^ byte) & 0xff] ?? 0)) >>> 0

/** PKWARE's own cipher, APPNOTE.TXT 6.1. */
function decryptZipCrypto(bytes: Buffer, check: number, password: string): Buffer {
  let [first, second, third] = [0x12345678, 0x23456789, 0x34567890]
  const stir = (byte: number): void => {
    first = stirCrc(first, byte)
    second = (Math.imul((second + (first & 0xff)) >>> 0, 134_775_813) + 1) >>> 0
    third = stirCrc(third, second >>> 24)
  }
  for (const byte of Buffer.from(password)) stir(byte)
  const plain = Buffer.alloc(bytes.length)
  for (let at = 0; at < bytes.length; at += 1) {
    const seed = (third | 2) & 0xffff
    const byte = (bytes[at] ?? 0) ^ ((Math.imul(seed, seed ^ 1) >>> 8) & 0xff)
    plain[at] = byte
    stir(byte)
  }
  if (plain[ZIP_CRYPTO_HEADER - 1] !== check) throw new ArchivePasswordError()
  return plain.subarray(ZIP_CRYPTO_HEADER)
}

const AES_KEY_BYTES = { 1: 16, 2: 24, 3: 32 } as const
const AES_ROUNDS = 1000
const AES_SEAL_BYTES = 10
const BLOCK = 16
/** Counters encrypted at a time. */
const STRETCH = 64 * 1024

/** WinZip's AE-1 and AE-2: salt, two bytes to check the password, the entry in counter mode, a seal over it. */
function decryptAes(bytes: Buffer, strength: 1 | 2 | 3, password: string): Buffer {
  const keyBytes = AES_KEY_BYTES[strength]
  const salt = bytes.subarray(0, keyBytes / 2)
  const keys = pbkdf2Sync(password, salt, AES_ROUNDS, keyBytes * 2 + 2, 'sha1')
  const begin = salt.length + 2
  if (!keys.subarray(keyBytes * 2).equals(bytes.subarray(salt.length, begin)))
    throw new ArchivePasswordError()
  const encrypted = bytes.subarray(begin, -AES_SEAL_BYTES)
  const seal = createHmac('sha1', keys.subarray(keyBytes, keyBytes * 2))
    .update(encrypted)
    .digest()
  if (!seal.subarray(0, AES_SEAL_BYTES).equals(bytes.subarray(-AES_SEAL_BYTES))) {
    throw new Error('an encrypted entry was changed')
  }
  // Node counts from the other end than WinZip, so the counters are encrypted by themselves.
  const cipher = createCipheriv(`aes-${keyBytes * 8}-ecb`, keys.subarray(0, keyBytes), null)
  const plain = Buffer.from(encrypted)
  for (let at = 0; at < plain.length; at += STRETCH) {
    const counters = Buffer.alloc(STRETCH)
    for (let block = 0; block < STRETCH / BLOCK; block += 1) {
      counters.writeUInt32LE(at / BLOCK + block + 1, block * BLOCK)
    }
    const stream = cipher.update(counters)
    const end = Math.min(plain.length, at + STRETCH)
    for (let index = at; index < end; index += 1)
      plain[index] = (plain[index] ?? 0) ^ (stream[index - at] ?? 0)
  }
  return plain
}
