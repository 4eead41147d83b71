/** Requests about the page a text was read from: its image, and where on it each recognised word stands. */
import { z } from 'zod'
import { span } from './document.ts'

const id = z.number().int()
const page = z.number().int().positive()

/** A recognised word: its span in the text, how sure the engine was (0 to 100), its box in shares of the page's sides. */
export const placedWord = span.extend({
  confidence: z.number(),
  /** Shown as a word to check. */
  isDoubtful: z.boolean(),
  left: z.number(),
  top: z.number(),
  width: z.number(),
  height: z.number(),
})
/** @see placedWord */
export type PlacedWord = z.infer<typeof placedWord>

/** Methods about pages of one document; pages count from 1. */
export const pageMethods = {
  /**
   * A page drawn from the kept original, at most `maxWidth` pixels wide; a recognised page is turned upright. Fails with
   * `no_page_image` where the format has no pages of its own, `password_protected` without the right password.
   */
  'documents.pageImage': {
    params: z.object({
      id,
      page,
      maxWidth: z.number().int().min(100).max(3000).default(1200),
      password: z.string().max(1000).optional(),
    }),
    result: z.object({
      format: z.literal('image/jpeg'),
      /** The image's bytes in base64. */
      content: z.base64(),
      width: id,
      height: id,
      /** Pages of the file, also where its text was never read. */
      pages: id,
    }),
  },
  /** The words recognised on a page, in order of the text; none where the page has text of its own. */
  'documents.pageWords': {
    params: z.object({ id, page }),
    result: z.object({ words: z.array(placedWord) }),
  },
} as const
