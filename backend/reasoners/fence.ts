/**
 * The line that encloses text of strangers in a prompt. It is drawn anew for each thought, so no page can hold it and
 * end its own enclosure.
 */
export type Fence = string

export function newFence(): Fence {
  return crypto.randomUUID().replaceAll('-', '').slice(0, 16)
}

/** Text enclosed as data. `what`: our own words, "page". */
export function enclosed(fence: Fence, what: string, text: string): string {
  return `=== ${fence} ${what}\n${text.replaceAll(fence, '')}\n=== ${fence} end`
}
