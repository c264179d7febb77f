import { ComputeEngine } from '@cortex-js/compute-engine'
import { expect, test } from 'vitest'
import { evaluate } from './evaluate.ts'
import { parseLine } from './parse-line.ts'

const peer = new ComputeEngine()
const AT = { x: 1.7, a: 2.3, b: 0.6 }

function ours(latex: string): number {
  const line = parseLine(latex)
  const side = line.kind === 'statements' ? line.statements[0]?.cases[0]?.[0]?.sides[0] : undefined
  if (side === undefined) throw new Error(`${latex} is no expression to us.`)
  return evaluate(side.expression, AT)
}

const theirs = (latex: string) => peer.parse(latex).subs(AT).N().re

test.each([
  '\\frac12x',
  '\\frac{x+1}{x-2}',
  '2x^2-3x+1',
  '-x^2',
  '-3^2',
  '2^{x+1}',
  'x^{-1}',
  '\\sqrt{x+2}',
  '\\sqrt[3]{x}',
  '\\left(x+3\\right)^2',
  '2\\left(x+3\\right)-4',
  '(x+1)(x-1)',
  '3\\cdot x\\cdot a',
  '3\\times 4+x',
  'a(b+x)',
  '\\frac{a}{b}+\\frac{b}{a}',
  '\\frac{1}{\\sqrt{x}}',
  '\\left|x-5\\right|',
  '\\ln x',
  '\\ln(x+1)',
  '\\sin x',
  '\\sin(2x)',
  '\\cos^2 x',
  '\\tan\\left(\\frac{x}{2}\\right)',
  'e^{2x}',
  '\\pi x^2',
  'ab+ax',
  '\\frac{x^2-1}{x+1}',
  'x\\div 2',
  '1.5x-0.25',
])('reads %s as compute-engine does', (latex) => {
  expect(ours(latex)).toBeCloseTo(theirs(latex), 10)
})
