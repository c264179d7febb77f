import { expect, test } from 'vitest'
import { quotedStretch } from './quoted-stretch.ts'

const found = (text: string, quote: string) => {
  const stretch = quotedStretch(text, quote)
  return stretch && text.slice(stretch.start, stretch.end)
}

test('a quote is found however the page breaks its lines', () => {
  expect(found('\n  A bracket is\n   multiplied out. Then', 'A bracket is multiplied out.')).toBe(
    'A bracket is\n   multiplied out.',
  )
})

test('beside formulas its longest stretch of words is found', () => {
  const text = 'If a=0𝑎=0a=0 then the equation is not quadratic at all.'
  expect(found(text, 'If $a=0$ then the equation is not quadratic at all.')).toBe(
    'then the equation is not quadratic at all.',
  )
  expect(found(text, 'If $a=0$ then')).toBeNull()
})

test('what does not stand there is not found', () => {
  expect(found('A bracket is multiplied out.', 'A bracket is left alone.')).toBeNull()
  expect(found('A bracket', '')).toBeNull()
  expect(found('A bracket', '   ')).toBeNull()
})
