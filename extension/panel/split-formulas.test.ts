import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readOut, splitFormulas } from './split-formulas.ts'

const all = (text: string) => splitFormulas(text, text.length, false)

describe('splitFormulas', () => {
  test('finds what stands between dollar signs', () => {
    expect(all('At $x = 1$ it fails.')).toEqual([
      { kind: 'words', text: 'At ' },
      { kind: 'formula', latex: 'x = 1', source: '$x = 1$' },
      { kind: 'words', text: ' it fails.' },
    ])
  })

  test('leaves money alone', () => {
    for (const text of ['It costs $5 and not $10.', '$ 5', 'US$', 'from $5 to $6'])
      expect(all(text)).toEqual([{ kind: 'words', text }])
  })

  test('holds a formula back until it is said to its end', () => {
    const text = 'So $\\frac{1}{2}$ is right.'
    expect(splitFormulas(text, 8, true)).toEqual([{ kind: 'words', text: 'So ' }])
    expect(splitFormulas(text, 16, true)).toHaveLength(2)
  })

  test('holds back a formula whose end has not been written yet', () => {
    expect(splitFormulas('So $\\frac{1}{', 13, true)).toEqual([{ kind: 'words', text: 'So ' }])
    expect(splitFormulas('So \\(x', 6, true)).toEqual([{ kind: 'words', text: 'So ' }])
  })

  test('shows an open formula as written once no more comes', () => {
    expect(all('So $x and')).toEqual([{ kind: 'words', text: 'So $x and' }])
  })

  test('does not hold back words after money', () => {
    expect(splitFormulas('You owe $5 and more', 19, true)).toEqual([
      { kind: 'words', text: 'You owe $5 and more' },
    ])
  })

  test('loses and invents no character, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('$', 'a', ' ', '\\', '(', ')', '1', '\n') }), (text) => {
        const source = all(text).map((it) => (it.kind === 'words' ? it.text : it.source))
        expect(source.join('')).toBe(text)
      }),
    )
  })

  test('never shows half a formula, wherever the voice stands', () => {
    const text = 'First $a+b$, then $\\sqrt{x}$.'
    for (let spoken = 0; spoken <= text.length; spoken += 1)
      for (const stretch of splitFormulas(text, spoken, true))
        if (stretch.kind === 'words') expect(stretch.text).not.toMatch(/[$\\]/)
  })
})

test('readOut says formulas as they would be typed', () => {
  expect(readOut('At $x = 1$ it fails.')).toBe('At x = 1 it fails.')
  expect(readOut('Half is $\\frac{1}{2}$, for $5.')).toBe('Half is 1/2, for $5.')
})
