/** Nothing comes in; the media query of a window too short for lists that scroll by themselves goes out. */

/**
 * Text at twice its size leaves a list a line or two below its tools: there the whole screen scrolls, and the list keeps
 * the height `LIST_HEIGHT`.
 */
export const SHORT_WINDOW = '@media (max-height: 560px)'
/** Height of a list in a short window. */
export const LIST_HEIGHT = '280px'
