/** Bytes of a picture (png, jpeg, many-page tiff …) come in, the text recognised on it goes out. */
import { fail, succeed } from '../../../shared/contract/result.ts'
import type { OcrPage } from '../ocr/page.ts'
import type { Reader } from '../reader.ts'
import { layOutRecognised, sharedOcr } from '../recognised.ts'

export const readImage: Reader = async (bytes, { ocr, signal, onPage }) => {
  if (ocr === 'never') return fail('no_text_layer')
  const engine = await sharedOcr()
  let done = 0
  const read = await engine.recogniseImage(bytes, {
    signal,
    onPage: (_index, _page, total) => {
      done += 1
      onPage?.(done, total)
    },
  })
  if (!read.ok) return read
  const pages = new Map<number, OcrPage>(read.value.map((page, index) => [index, page]))
  const source = await layOutRecognised(
    read.value.map((page) => page.placed),
    pages,
  )
  return source.text.trim() === '' ? fail('no_text_layer') : succeed(source)
}
