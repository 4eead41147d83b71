/** The engine's markup read into words. */
import { describe, expect, it } from 'vitest'
import { parseHocr } from '../../../../electron/ingest/ocr/hocr.ts'

const HOCR = `<div class='ocr_page' id='page_1' title='image ""; bbox 0 0 1654 2339; ppageno 0'>
 <div class='ocr_carea' id='block_1_1' title="bbox 200 90 900 240">
  <p class='ocr_par' id='par_1_1' lang='vie' title="bbox 200 90 900 240">
   <span class='ocr_header' id='line_1_1' title="bbox 200 100 900 140; baseline 0.01 -8; x_size 36; x_descenders 7; x_ascenders 9">
    <span class='ocrx_word' id='word_1_1' title='bbox 200 100 300 140; x_wconf 96'>T&amp;T</span>
    <span class='ocrx_word' id='word_1_2' title='bbox 320 102 400 138; x_wconf 41'><strong>ĐẢNG</strong></span>
    <span class='ocrx_word' id='word_1_3' title='bbox 420 102 430 138; x_wconf 95'> </span>
   </span>
   <span class='ocr_line' id='line_1_2' title="bbox 200 200 900 240; baseline 0 -9; x_size 38; x_descenders 7; x_ascenders 9">
    <span class='ocrx_word' id='word_1_4' title='bbox 200 200 260 240; x_wconf 90'>đỏ&#39;</span>
   </span>
  </p>
 </div>
</div>`

describe('parseHocr', () => {
  it('reads words with box, confidence, baseline and line', () => {
    expect(parseHocr(HOCR)).toEqual([
      {
        text: 'T&T',
        original: null,
        confidence: 96,
        box: { left: 200, top: 100, width: 100, height: 40 },
        baseline: 135.5,
        size: 36,
        line: 1,
      },
      {
        text: 'ĐẢNG',
        original: null,
        confidence: 41,
        box: { left: 320, top: 102, width: 80, height: 36 },
        baseline: 135.5,
        size: 36,
        line: 1,
      },
      {
        text: "đỏ'",
        original: null,
        confidence: 90,
        box: { left: 200, top: 200, width: 60, height: 40 },
        baseline: 231,
        size: 38,
        line: 2,
      },
    ])
  })
  it('gives nothing for an empty page', () => expect(parseHocr('')).toEqual([]))
})
