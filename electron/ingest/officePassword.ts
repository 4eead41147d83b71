/** Bytes of an encrypted Word or Excel file and a password come in, the bytes of the plain file go out. */
import officeCrypto from 'officecrypto-tool'
import { fail, type Result, succeed } from '../../shared/contract/result.ts'

/** Office encrypts with this where it only asks to open for reading, and opens such a file without a question. */
const NO_PASSWORD = 'VelvetSweatshop'

/**
 * Decrypts agile and standard packages (docx, xlsx) and RC4 of the formats before them (doc, xls). Fails with
 * `password_protected` for a wrong or missing password, `encryption_unsupported`, or `file_damaged`.
 */
export async function unlockOffice(
  bytes: Uint8Array,
  password: string = NO_PASSWORD,
): Promise<Result<Uint8Array>> {
  try {
    const plain = await officeCrypto.decrypt(Buffer.from(bytes), { password })
    // What it does not know it hands back.
    return plain.equals(bytes) ? fail('encryption_unsupported') : succeed(plain)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if (/password is incorrect/i.test(error.message)) return fail('password_protected')
    if (/not supported|unsupported/i.test(error.message)) {
      return fail('encryption_unsupported', undefined, error.message)
    }
    return fail('file_damaged', undefined, error.message)
  }
}
