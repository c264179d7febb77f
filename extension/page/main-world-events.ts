/**
 * How the content script and the main-world reader speak: one event on the element asked about, answered by
 * another, whose detail is JSON, before the first returns. The page can hear both, and forge either.
 */
export const ASK = 'aside:ask'
export const ANSWER = 'aside:answer'
/** Nobody asks any more: the reader goes. */
export const END = 'aside:end'

/** Longest text of an answer, in UTF-16 units: one more than is read of a field, so that a cut is noticed. */
export const ANSWER_LENGTH = 20_001
/** Most lines of an editor that an answer places. */
export const ANSWER_LINES = 2000
