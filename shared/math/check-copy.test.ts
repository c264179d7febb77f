import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { checkCopy } from './check-copy.ts'

/** LaTeX of a formula between ⟦ and ⟧, as KaTeX or MathJax give it; the rest is the page's text. */
function problemOf(page: string) {
  const formulas: string[] = []
  const text = page.replace(/⟦(.*?)⟧/g, (_, latex: string) => {
    formulas.push(latex)
    return '\uFFFC'
  })
  return { text, formulas }
}

const check = (page: string, working: string) => checkCopy(problemOf(page), working.split('\n'), 1)

const SHEET = 'Solve each equation.\n1) 2x + 1 = 5\n2) 3x − 2 = 7\n3) 5(x − 1) = 20\n4) x/4 + 2 = 3'
const TWINS = 'Solve.\na) 2x + 3 = 7\nb) 2x + 5 = 7\nc) 2x + 3 = 9'
const SYSTEM = 'Solve the system\n⟦\\begin{cases} x + y = 10 \\\\ x - y = 2 \\end{cases}⟧'

/** What the page says, and a first line that is a right copy of it. */
const COPIES: readonly (readonly [page: string, line: string])[] = [
  ['Solve 2(x + 3) = 10', '2(x+3)=10'],
  ['Solve 2(x + 3) = 10', '2(x+3) = 10'],
  ['Solve 2(x + 3) = 10', '10 = 2(x+3)'],
  ['Solve 2(x + 3) = 10', 'Solve 2(x+3)=10'],
  ['Solve 2(x + 3) = 10', '2·(x+3)=10'],
  ['Solve 2(x + 3) = 10', '2*(x+3)=10'],
  ['Solve ⟦2\\left(x+3\\right)=10⟧', '2(x+3)=10'],
  ['Solve ⟦x^{2}+5x+6=0⟧ for ⟦x⟧.', 'x^2+5x+6=0'],
  ['Solve ⟦x^{2}+5x+6=0⟧ for ⟦x⟧.', 'x²+5x+6=0'],
  ['⟦\\frac{x}{2}+3=7⟧', 'x/2+3=7'],
  ['⟦\\frac{x+1}{2}=7⟧', '(x+1)/2=7'],
  ['⟦\\frac{1}{2}x+3=7⟧', '1/2 x + 3 = 7'],
  ['⟦\\sqrt{x+1}=5⟧', 'sqrt(x+1)=5'],
  ['Simplify 3(a + 2b) − 2a', '3(a+2b)-2a'],
  ['Simplify 3(a + 2b) − 2a', '3(a+2b)-2a = 3a+6b-2a'],
  ['Solve the inequality 2x + 3 < 7', '2x+3<7'],
  ['Solve the inequality 2x + 3 < 7', '7 > 2x+3'],
  ['⟦2x+3\\le 7⟧', '2x+3<=7'],
  [SHEET, '3x-2=7'],
  [SHEET, 'b) 3x-2=7'],
  [TWINS, '2x+5=7'],
  [SYSTEM, 'x+y=10'],
  ['Löse die Gleichung 3x − 4 = 11 nach x auf.', '3x-4=11'],
  ['Berechne 2,5 x = 10', '2,5x=10'],
  ['Exercise 7 [2 marks]\n4x − 7 = 13  (2)', '4x-7=13'],
  ['Calculate 345 + 278', '345+278=623'],
  ['⟦y=2x+1⟧', 'y=2x+1'],
  ['⟦f(x)=x^2+3x⟧', 'f(x)=x^2+3x'],
]

/** What the page says, and a first line that is not a copy and has its reason. */
const RIGHT: readonly (readonly [page: string, line: string])[] = [
  // First steps.
  ['Solve 2(x + 3) = 10', '2x+6=10'],
  ['Solve 2(x + 3) = 10', 'x+3=5'],
  ['Solve 2(x + 3) = 10', '2x+6=10 => 2x=4'],
  ['Solve 2(x + 3) = 10', '2(x+3)/2=10/2'],
  ['Solve 3x + 5 = 20', '3x=15'],
  ['Solve 3x + 5 = 20', '3x+5-5=20-5'],
  ['Solve 3x + 5 = 20', '3x=20-5'],
  ['Solve 3x + 5 = 20', '20-5=3x'],
  ['Solve 3x + 5 = 20', '3x+5-20=0'],
  ['Solve x/4 + 2 = 3', 'x+8=12'],
  ['Solve x/4 + 2 = 3', 'x/4=1'],
  ['⟦x^2+5x+6=0⟧', '(x+2)(x+3)=0'],
  ['⟦x^2+5x+6=0⟧', 'x^2+5x=-6'],
  ['⟦x^2+5x+6=0⟧', 'x=(-5±sqrt(25-24))/2'],
  ['⟦x^2+5x+6=0⟧', 'a=1, b=5, c=6'],
  ['⟦x(x-3)=0⟧', 'x-3=0'],
  ['⟦x(x-3)=0⟧', 'x=0 or x=3'],
  ['⟦|x-3|=5⟧', 'x-3=5'],
  ['⟦|x-3|=5⟧', 'x-3=5 or x-3=-5'],
  ['⟦x^2=16⟧', 'x=4 or x=-4'],
  ['⟦(x-1)^2=9⟧', 'x-1=±3'],
  ['⟦\\sqrt{x+1}=5⟧', 'x+1=25'],
  ['⟦2^{x+1}=8⟧', '2^(x+1)=2^3'],
  ['Solve −2x < 6', 'x>-3'],
  ['Solve 2x + 3 < 7', '2x+3=7'],
  ['Solve 2x + 3 < 7', '2x<4'],
  ['Solve 5 − x = 3', '5-3=x'],
  ['Solve 0.5x = 4', 'x=8'],
  ['Solve 0.5x + 1 = 4', '1/2x+1=4'],
  ['Solve 3.14159r + 1 = 10', '3.14r+1=10'],
  // Expansions and simplifications.
  ['Expand (x + 2)(x + 3)', 'x^2+5x+6'],
  ['Expand (x + 2)(x + 3)', 'x^2+3x+2x+6'],
  ['Expand (x + 2)(x + 3)', '(x+2)(x+3)=x^2+5x+6'],
  ['Simplify 3(a + 2b) − 2a', '3a+6b-2a'],
  ['Simplify 3(a + 2b) − 2a', 'a+6b'],
  ['Simplify 3(a + 2b) − 2a', '3(a+2b)'],
  ['Simplify 3(a + 2b) − 2a', 'a+2b'],
  ['Factorise x² + 5x + 6', 'x^2+2x+3x+6'],
  ['Simplify ⟦\\frac{6x}{2}⟧', '3x'],
  ['Simplify 4x + 3x − 2x + 1', '7x-2x+1'],
  ['Simplify x² · x³ · y', 'x^5y'],
  // Parts, substitutions, definitions, answers.
  ['Evaluate 3x² − 2x + 1 for x = 4', '3·4^2-2·4+1'],
  ['Evaluate 3x² − 2x + 1 for x = 4', 'x=4'],
  ['Evaluate 3x² − 2x + 1 for x = 4', '3·16-8+1'],
  ['Solve y = 2x + 1 for x = 3', 'y=2·3+1'],
  ['Solve y = 2x + 1 for x = 3', 'y=7'],
  ['⟦A=\\frac{1}{2}bh⟧ with ⟦b=6⟧', 'A=1/2·6h'],
  ['⟦F=ma⟧', 'F=5a'],
  ['⟦V=\\pi r^2h⟧', 'V=3.14r^2h'],
  ['⟦f(x)=x^2+3⟧. Find f(2).', 'f(2)=2^2+3'],
  ['Solve 2(x + 3) = 10', 'x=2'],
  ['Solve 2(x + 3) = 10', 'x=3'],
  ['x = 5 solves it. Solve 2x = 10', 'x=6'],
  ['Solve 2(x + 3) = 10', '2'],
  ['Solve 2(x + 3) = 10', 'Let y = x+3'],
  ['Solve 2(x + 3) = 10', 'let u = x+3'],
  // Other letters.
  ['Solve 2x + 3 = 11', '2t+3=11'],
  ['Solve 2(x + 3) = 10', '2(y+3)=10'],
  ['⟦ax^2+bx+c=0⟧', '2x^2+bx+c=0'],
  ['Solve 3x + 2y = 7 for x = 1', '3+2y=7'],
  [SYSTEM, 'x=10-y'],
  [SYSTEM, '2x=12'],
  [SYSTEM, 'x+y=2'],
  [SYSTEM, 'x+x-2=10'],
  // Worksheets with many problems.
  [SHEET, '5x-5=20'],
  [SHEET, '3x=9'],
  [TWINS, '2x+5=9'],
  [TWINS, '2x+4=7'],
  // Word problems and prose.
  ['Tom has 5 apples and buys 3 more. How many has he?', '5+3=8'],
  ['A rectangle is x wide and x + 3 long. Its perimeter is 26.', '2x+2(x+3)=26'],
  ['A number plus 7 is 12. Which number is it?', 'x+7=12'],
  ['Anna is 3 years older than Ben; together they are 21.', 'b+b+3=21'],
  ['Solve 2(x + 3) = 10', 'I do not know how to begin'],
  ['Solve 2(x + 3) = 10', 'Is it 2(x+3)=11?'],
  ['Solve 2(x + 3) = 10', 'not 2(x+3)=11'],
  ['Solve 2(x + 3) = 10', 'check: 2(4+3)=14'],
  ['Solve 2(x + 3) = 10', 'so 2(x+3)=16'],
  // Another formula was asked for.
  ['The line y = 2x + 1 is given. Write a line parallel to it.', 'y=2x+5'],
  ['Solve 2x + 3 = 11. Then solve a similar equation of your own.', '2x+3=13'],
  ['Write an equation with the same solution as 2x + 3 = 11.', '2x+5=13'],
  ['Find the inverse of y = 2x + 3.', 'x=2y+3'],
  ['Differentiate x³ + 2x + 1', '3x^2+2'],
  ['Integrate x² + 3x + 4', 'x^3+3x+4'],
  ['Example: 2x + 3 = 7, so x = 2.\nSolve 5x − 1 = 9', '5x=10'],
  ['Mia wrote 2x + 3 = 10 + 1. Correct the mistake: solve 2x + 3 = 9 + 1', '2x+3=10'],
  ['Graph y = 2x + 3, then shift it up by 2.', 'y=2x+5'],
  ['The circle (x−1)² + (y+2)² = 4 is doubled in radius.', '(x-1)^2+(y+2)^2=16'],
  // Numbers are taken apart.
  ['Calculate 8 + 5', '8+2+3'],
  ['Calculate 345 + 278', '345+200'],
  ['Calculate 345 + 278', '345+270=615'],
  ['Calculate 12 · 13 + 4', '12·10+4'],
  // What the page's text lost.
  ['x2 + 5x + 6 = 0', 'x^2+5x+6=0'],
  ['Solve \uFFFD = 10 + 2x', '3x=10+2x'],
  ['Solve 2x + 3 = 10 [2]', '2x+3=10'],
  ['3 2x + 1 = 5', '2x+1=5'],
  ['Solve 2x + 3 = 10 5 points', '2x+3=10'],
  ['', '2x+3=10'],
  ['Your working', '2x+3=10'],
]

/** What the page says, a first line that is a slip of the pen, and what is different. */
const MISCOPIES: readonly (readonly [page: string, line: string, kind: string, from: string, to: string])[] =
  [
    ['Solve 2(x + 3) = 10', '2(x+3)=16', 'number', '10', '16'],
    ['Solve 2(x + 3) = 10', '2(x+3)=100', 'number', '10', '100'],
    ['Solve 2(x + 3) = 10', '2(x+8)=10', 'number', '3', '8'],
    ['Solve 2(x + 3) = 10', '3(x+3)=10', 'number', '2', '3'],
    ['Solve 2(x + 3) = 10', '2(x-3)=10', 'sign', '+', '−'],
    ['Solve 2(x + 3) = 10', 'Solve 2(x+3)=12', 'number', '10', '12'],
    ['Solve 2(x + 3) = 10', '12=2(x+3)', 'number', '10', '12'],
    ['Solve ⟦2(x+3)=10⟧', '2(x+3)=1', 'number', '10', '1'],
    ['Solve 3x + 5 = 20', '3x-5=20', 'sign', '+', '−'],
    ['Solve 3x + 5 = 20', '3x+5=-20', 'sign', '+', '−'],
    ['Solve 3x + 5 = 20', '8x+5=20', 'number', '3', '8'],
    ['Solve 3x + 5 = 20', 'x+5=20', 'number', '3', ''],
    ['Solve 3x + 5 = 20', '3x+5=29\n3x=24', 'number', '20', '29'],
    ['Solve −3x + 5 = 20', '3x+5=20', 'sign', '−', '+'],
    ['⟦x^2+5x+6=0⟧', 'x^2+5x-6=0', 'sign', '+', '−'],
    ['⟦x^2+5x+6=0⟧', 'x^2-5x+6=0', 'sign', '+', '−'],
    ['⟦x^2+5x+6=0⟧', 'x^2+6x+6=0', 'number', '5', '6'],
    ['⟦x^2+5x+6=0⟧', 'x^3+5x+6=0', 'exponent', '2', '3'],
    ['⟦x^2+5x+6=0⟧', 'x+5x+6=0', 'exponent', '2', ''],
    ['⟦x^2+5x+6=0⟧', 'x^2+5y+6=0', 'letter', 'x', 'y'],
    ['⟦x^2+5x+6=0⟧', 'x^2+5x^2+6=0', 'exponent', '', '2'],
    ['⟦3x^{2}-12=0⟧', '3x^2-21=0', 'number', '12', '21'],
    ['⟦\\frac{x}{2}+3=7⟧', 'x/2+3=1', 'number', '7', '1'],
    ['⟦\\frac{x}{2}+3=7⟧', 'x/3+3=7', 'number', '2', '3'],
    ['⟦\\frac{x+1}{2}=7⟧', '(x-1)/2=7', 'sign', '+', '−'],
    ['⟦\\sqrt{x+1}=5⟧', 'sqrt(x+7)=5', 'number', '1', '7'],
    ['⟦2^{x+1}=8⟧', '2^(x-1)=8', 'sign', '+', '−'],
    ['Solve 2x + 3y = 7 for y', '2x+3x=7', 'letter', 'y', 'x'],
    ['Solve 2x + 3y = 7 for y', '2x-3y=7', 'sign', '+', '−'],
    ['Solve the inequality 2x + 3 < 7', '2x+3>7', 'operator', '<', '>'],
    ['Solve the inequality 2x + 3 ≤ 7', '2x+3<7', 'operator', '≤', '<'],
    ['Solve the inequality 2x + 3 < 7', '2x+3<1', 'number', '7', '1'],
    ['Simplify 3(a + 2b) − 2a', '3(a+2b)-2b', 'letter', 'a', 'b'],
    ['Simplify 3(a + 2b) − 2a', '3(a+2b)+2a', 'sign', '−', '+'],
    ['Simplify 3(a + 2b) − 2a', '3(a+5b)-2a', 'number', '2', '5'],
    ['Expand (x + 2)(x + 3)', '(x+2)(x-3)', 'sign', '+', '−'],
    ['Expand (x + 2)(x + 3)', '(x+2)(x-3)=x^2-x-6', 'sign', '+', '−'],
    ['Factorise x² + 5x + 6', 'x^2+5x+8', 'number', '6', '8'],
    [SHEET, '5(x-1)=28', 'number', '20', '28'],
    [SHEET, 'x/4+2=5', 'number', '3', '5'],
    [SHEET, '2) 3x+2=7', 'sign', '−', '+'],
    ['Löse die Gleichung 3x − 4 = 11 nach x auf.', '3x-4=12', 'number', '11', '12'],
    ['Vereinfache 4(x − 2) + 3x', '4(x-2)+8x', 'number', '3', '8'],
    ['Berechne 2,5 x + 1 = 10', '2,5x+1=70', 'number', '10', '70'],
    ['Bestimme die Lösung von 5x + 7 = 22', '5x+1=22', 'number', '7', '1'],
    ['Calculate 345 + 278', '345+287', 'number', '278', '287'],
    ['Exercise 7\n4x − 7 = 13', '4x-7=18', 'number', '13', '18'],
    [
      'Linear equations\nWorksheet 3 · brackets on one side\nSolve 2(x + 3) = 10',
      '2(x+3)=16',
      'number',
      '10',
      '16',
    ],
    ['Solve for x: 3x + 5 = 20', '3x+6=20', 'number', '5', '6'],
    ['Find x if 7x − 4 = 2x + 11', '7x-4=2x+17', 'number', '11', '17'],
    ['What is x when 7x − 4 = 2x + 11?', '1x-4=2x+11', 'number', '7', '1'],
    ['Solve ⟦5x-3(x+2)=8⟧', 'Exercise 2\n\n5x-3(x-2)=8', 'sign', '+', '−'],
  ]

/** First and second lines of workings that were collected for the check of steps, right and wrong ones. */
const STEPS = readFileSync(new URL('../../tools/eval/data/steps.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .flatMap((row): [string, string][] => {
    const { lines } = v.parse(v.object({ lines: v.array(v.string()) }), JSON.parse(row))
    const [first, second] = lines
    return first !== undefined && second !== undefined ? [[first, second]] : []
  })

test('no second line of a working is taken for a slip of the pen in copying the first', () => {
  expect(STEPS.length).toBeGreaterThan(300)
  const asked = STEPS.filter(([formula, line]) => check(`Solve ⟦${formula}⟧`, line)?.verdict === 'miscopied')
  expect(asked).toEqual([])
}, 30_000)

describe('a right copy is one', () => {
  test.each(COPIES)('%s → %s', (page, line) => {
    expect(check(page, line)?.verdict).toBe('copied')
  })
})

describe('nothing is asked of a line that has its reason', () => {
  test.each(RIGHT)('%s → %s', (page, line) => {
    expect(check(page, line)?.verdict).not.toBe('miscopied')
  })
})

describe('a slip of the pen is found and named', () => {
  test.each(MISCOPIES)('%s → %s', (page, line, kind, from, to) => {
    expect(check(page, line)).toMatchObject({ verdict: 'miscopied', change: { kind, from, to } })
  })
})
