/** Bytes of a picture (png, jpeg, many-page tiff …) come in, the text recognised on it goes out. */
import { fail, succeed } from '../../../shared/contract/result.ts'
import type { PlacedPage } from '../layout/page.ts'
import type { ReadPage } from '../ocr/page.ts'
import type { Reader } from '../reader.ts'
import { layOutRecognised, sharedOcr } from '../recognised.ts'

export const readImage: Reader = async (bytes, { ocr, signal, known, onPage, onRecognised }) => {
  if (ocr === 'never') return fail('no_text_layer')
  const engine = await sharedOcr()
  let done = known?.size ?? 0
  const read = await engine.recogniseImage(bytes, {
    signal,
    known,
    onTotal: (total) => onPage?.(done, total),
    onPage: (index, page, total) => {
      onRecognised?.(index, page)
      done += 1
      onPage?.(done, total)
    },
  })
  if (!read.ok) return read
  const pages = new Map<number, ReadPage>(read.value.map((page, index) => [index, page]))
  const source = await layOutRecognised(
    read.value.map(({ width, height }): PlacedPage => ({ width, height, runs: [], rules: null })),
    pages,
  )
  return source.text.trim() === '' ? fail('no_text_layer') : succeed(source)
}
