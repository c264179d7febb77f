/** Draws phrases from templates: `(a|b|)` is one of several or nothing, `{slot}` a word of a list, itself a template. */
export type Slots = Readonly<Record<string, readonly string[]>>

/** A number in [0, 1). */
export type Random = () => number

/** mulberry32: the same numbers for the same seed, everywhere. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function oneOf<T>(list: readonly T[], random: Random): T {
  const one = list[Math.floor(random() * list.length)]
  if (one === undefined) throw new Error('Nothing can be drawn from an empty list.')
  return one
}

/** One phrase of the template, its spaces in order. Other braces and brackets (`\frac{1}{2}`, `2(x + 1)`) stay as they are. */
export function draw(template: string, slots: Slots, random: Random): string {
  let phrase = template
  for (let left = 50; left > 0; left--) {
    const next = phrase
      .replace(/\(([^()|]*\|[^()]*)\)/g, (_, ways: string) => oneOf(ways.split('|'), random))
      .replace(/\{([a-z]+)\}/g, (whole, name: string) => {
        const words = slots[name]
        return words === undefined ? whole : oneOf(words, random)
      })
    if (next === phrase) break
    phrase = next
  }
  return phrase
    .replace(/\s+/g, ' ')
    .replace(/ ([,.?!…])/g, '$1')
    .trim()
}

/** Every eighth template, by its wording, is never trained on. */
export function isHeldOut(template: string): boolean {
  let sum = 7
  for (const letter of template) sum = (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) >>> 0
  return (sum ^ (sum >>> 13)) % 8 === 0
}
