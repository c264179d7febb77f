/**
 * The line that encloses text of strangers in a prompt. It is drawn anew for each thought, so no page can hold it and
 * end its own enclosure.
 */
export type Fence = string

export function newFence(): Fence {
  return crypto.randomUUID().replaceAll('-', '').slice(0, 16)
}

/** Marks with which chat templates set turns apart: in text of strangers they would begin turns of their own. */
const TEMPLATE_MARKS = /<(?=[|｜]|\/?s>|(?:start|end)_of_turn>)|\[(?=\/?INST\])/gu

/** Text in which no chat template finds a mark of its own. */
export function withoutMarks(text: string): string {
  return text.replaceAll(TEMPLATE_MARKS, '$& ')
}

/** Text enclosed as data. `what`: our own words, "page". */
export function enclosed(fence: Fence, what: string, text: string): string {
  return `=== ${fence} ${what}\n${withoutMarks(text.replaceAll(fence, ''))}\n=== ${fence} end`
}
