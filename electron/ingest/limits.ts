/** The bounds one file may cost: bytes, memory and time; every number of them in one place. */

/** Bounds of extraction. Times in milliseconds, sizes in bytes. */
export interface ExtractionLimits {
  /** Larger files are refused unread (`file_too_large`). */
  readonly fileBytes: number
  /** Resident memory of one extraction process (`extraction_out_of_memory`) … */
  readonly memoryBytes: number
  /** … of one that recognises pages … */
  readonly recognisingBytes: number
  /** … and what each further page recognised at the same time adds. */
  readonly engineBytes: number
  /** Time for a file plus time for each page it turns out to have (`extraction_timeout`). */
  readonly baseMs: number
  readonly perPageMs: number
  /** A process is replaced after this many files, so that leaks of a reader stay small. */
  readonly filesPerProcess: number
  /** A process with nothing to do for so long is ended: pdfjs and the recogniser hold 100 to 400 MB. */
  readonly idleMs: number
}

/**
 * 512 MB and 120 s plus 20 s a page: a 2,000-page PDF was measured at 410 MB and 9 s, a recognised page at 3.4 s. That
 * is too little to recognise: 20 pages at 300 dpi peaked at 552 MB as JPEGs in a PDF and at 716 MB as an uncompressed
 * TIFF of 174 MB. A second page at the same time added 109 MB and halved the time (82 s to 43 s).
 */
export const DEFAULT_LIMITS: ExtractionLimits = {
  fileBytes: 200 * 1024 * 1024,
  memoryBytes: 512 * 1024 * 1024,
  recognisingBytes: 768 * 1024 * 1024,
  engineBytes: 192 * 1024 * 1024,
  baseMs: 120_000,
  perPageMs: 20_000,
  filesPerProcess: 200,
  idleMs: 60_000,
}
