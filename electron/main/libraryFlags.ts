/** Options of V8 for the process that holds the library, shared with the benchmarks that measure its memory. */

/**
 * Indexing and cutting texts into words make much that is short-lived. Left alone, V8 keeps a hundred megabytes for it;
 * a small young generation, and an old one collected when it has doubled, cost no time that could be measured.
 */
export const LIBRARY_V8_FLAGS = ['--max-semi-space-size=8', '--heap-growing-percent=100'] as const
