/** Text comes in; it is on the clipboard afterwards. */

/** Copies plain text; the host grants the clipboard to its own page (electron/main/security.ts). */
export const copyText = (text: string): Promise<void> => navigator.clipboard.writeText(text)
