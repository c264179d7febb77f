import type { Assignment, Slip } from '../verdict.ts'

/** A piece of the working and the number it comes to; `line` is a 0-based index. */
export type Worth = { line: number; text: string; value: number }

/**
 * What a sentence of the working told or asked for, and what a line claims instead of it. `at`: the point that both
 * are taken at. `slip`: the mistake, where the catalogue has it.
 */
export type Contradiction = { told: Worth; claimed: Worth; at?: Assignment; slip?: Slip }

/**
 * Whether line `at` contradicts what the lines before it, or its own words, tell in words. Every rule knows one
 * mistake by the very number that it leads to: what a sentence means otherwise is not judged.
 */
export type ToldRule = (lines: readonly string[], at: number) => Contradiction | null
