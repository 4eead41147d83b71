/** Takes the program under test, gives its real window to a test. */
import { rm } from 'node:fs/promises'
import { inject } from 'vitest'
import { type OpenProgram, startProgram } from './startProgram.ts'

export { type OpenProgram, START_LIMIT_MS } from './startProgram.ts'

/** Why the window's tests cannot run here, null when they can. */
export const skipReason = (): string | null => inject('programUnderTest').skipReason

/** The checkout the program runs from. */
export const checkoutFolder = (): string => inject('programUnderTest').checkout

/** Starts the program; the same `folder` again is the same person coming back. */
export const openProgram = (options: { folder?: string } = {}): Promise<OpenProgram> =>
  startProgram(inject('programUnderTest'), options)

/** Removes a folder of `openProgram`. */
export async function discard(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}
