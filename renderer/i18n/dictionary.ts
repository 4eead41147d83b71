/** The shape every language must fill: the Vietnamese keys with any text. */
import type { vi } from './vi.ts'

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }

/** A complete set of the window's strings. */
export type Dictionary = Texts<typeof vi>
