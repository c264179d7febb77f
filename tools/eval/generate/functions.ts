import { num, plus, plusTerm, type Template } from './random-working.ts'

export const FUNCTIONS: readonly Template[] = [
  {
    kind: 'functions',
    draw(d, n) {
      const [a, b, x] = [d.int(2, 6), d.nonzero(-9, 9), d.int(2, 5)]
      return {
        lines: [
          `f(x) = ${a}${n.pow('x', 2)}${plus(b, n)}`,
          `f(${x}) = ${a} ${n.times} ${x * x}${plus(b, n)}`,
          `f(${x}) = ${num(a * x * x + b, n)}`,
        ],
        wrong: [
          { at: 1, line: `f(${x}) = ${(a * x) ** 2}${plus(b, n)}` },
          { at: 2, line: `f(${x}) = ${num(a * x * x - b, n)}` },
        ],
      }
    },
  },
  {
    kind: 'derivatives',
    draw(d, n) {
      const [a, b, p, q] = [d.int(2, 7), d.nonzero(-9, 9), d.int(3, 6), d.int(1, 9)]
      const slope = (factor: number, power: number) => `${factor}${power === 1 ? 'x' : n.pow('x', power)}`
      return {
        lines: [
          `f(x) = ${a}${n.pow('x', p)}${plusTerm(b, 'x', n)} + ${q}`,
          `f'(x) = ${slope(a * p, p - 1)}${plus(b, n)}`,
        ],
        wrong: [
          { at: 1, line: `f'(x) = ${slope(a * p, p)}${plus(b, n)}`, slip: 'power-rule-exponent-kept' },
          { at: 1, line: `f'(x) = ${slope(a, p - 1)}${plus(b, n)}`, slip: 'power-rule-factor-lost' },
        ],
      }
    },
  },
  {
    kind: 'derivatives',
    draw(d, n) {
      const [a, b, p] = [d.int(2, 6), d.nonzero(-7, 7), d.int(3, 6)]
      const inner = `(${a}x${plus(b, n)})`
      return {
        lines: [`y = ${n.pow(inner, p)}`, `y' = ${a * p}${n.pow(inner, p - 1)}`],
        wrong: [{ at: 1, line: `y' = ${p}${n.pow(inner, p - 1)}`, slip: 'inner-derivative-lost' }],
      }
    },
  },
  {
    kind: 'derivatives',
    draw(d, n) {
      const [p, fn] = [d.int(2, 5), d.pick(['sin', 'ln'])]
      const below = p === 2 ? 'x' : n.pow('x', p - 1)
      const slope = fn === 'sin' ? n.fn('cos', 'x') : n.frac(1, 'x')
      return {
        lines: [
          `g(x) = ${n.pow('x', p)}${n.times}${n.fn(fn, 'x')}`,
          `g'(x) = ${p}${below}${n.times}${n.fn(fn, 'x')} + ${n.pow('x', p)}${n.times}${slope}`,
        ],
        wrong: [{ at: 1, line: `g'(x) = ${p}${below}${n.times}${slope}`, slip: 'product-rule-as-product' }],
      }
    },
  },
  {
    kind: 'integrals',
    draw(d, n) {
      const [p, k] = [d.int(2, 5), d.int(1, 4)]
      const sign = n.name === 'latex' ? '\\int' : '∫'
      const space = n.name === 'latex' ? '\\, ' : ' '
      return {
        lines: [
          `${sign} ${k * (p + 1)}${n.pow('x', p)}${space}dx`,
          `= ${k === 1 ? '' : k}${n.pow('x', p + 1)} + C`,
        ],
        wrong: [
          { at: 1, line: `= ${k * (p + 1) * p}${p === 2 ? 'x' : n.pow('x', p - 1)} + C` },
          { at: 1, line: `= ${k * (p + 1)}${n.pow('x', p + 1)} + C` },
        ],
      }
    },
  },
  {
    kind: 'integrals',
    draw(d) {
      const [a, b] = [d.int(0, 2), d.int(3, 5)]
      const value = b ** 2 - a ** 2
      return {
        lines: [
          `\\int_{${a}}^{${b}} 2x \\, dx`,
          `= \\left[x^2\\right]_{${a}}^{${b}}`,
          `= ${b * b} - ${a * a}`,
          `= ${value}`,
        ],
        wrong: [{ at: 3, line: `= ${value + 1}` }],
      }
    },
  },
  {
    kind: 'limits',
    draw(d, n) {
      const a = d.int(1, 8)
      return {
        lines: [
          `\\lim_{x\\to ${a}} \\frac{x^2-${a * a}}{x-${a}}`,
          `= \\lim_{x\\to ${a}} (x+${a})`,
          `= ${2 * a}`,
        ],
        wrong: [
          { at: 1, line: `= \\lim_{x\\to ${a}} (x-${a})` },
          { at: 2, line: `= ${num(a, n)}` },
        ],
      }
    },
  },
  {
    kind: 'sums',
    draw(d) {
      const [m, a, b] = [d.int(3, 6), d.int(2, 5), d.int(1, 9)]
      const terms = Array.from({ length: m }, (_, i) => a * (i + 1) + b)
      const total = terms.reduce((x, y) => x + y, 0)
      return {
        lines: [`\\sum_{k=1}^{${m}} (${a}k+${b})`, `= ${terms.join(' + ')}`, `= ${total}`],
        wrong: [
          { at: 1, line: `= ${[...terms.slice(0, -1), (terms.at(-1) ?? 0) + a].join(' + ')}` },
          { at: 2, line: `= ${total - 1}` },
        ],
      }
    },
  },
  {
    kind: 'logs',
    draw(d, n) {
      const [b, x, k] = [d.int(2, 5), d.int(2, 4), d.int(1, 9)]
      const log = n.name === 'latex' ? `\\log_{${b}}` : `log_${b}`
      return {
        lines: [
          `${log}(x + ${k}) = ${x}`,
          `x + ${k} = ${n.pow(String(b), x)}`,
          `x + ${k} = ${b ** x}`,
          `x = ${num(b ** x - k, n)}`,
        ],
        wrong: b * x === b ** x ? [] : [{ at: 1, line: `x + ${k} = ${b * x}` }],
      }
    },
  },
  {
    kind: 'logs',
    draw(_d, n) {
      return {
        lines: [`${n.fn('ln', 'a')} + ${n.fn('ln', 'b')}`, `= ${n.fn('ln', 'ab')}`],
        wrong: [{ at: 1, line: `= ${n.fn('ln', 'a + b')}`, slip: 'log-of-sum' }],
      }
    },
  },
  {
    kind: 'trig',
    draw(d, n) {
      const [value, angles] = d.pick([
        [n.frac(1, 2), [30, 150]],
        [n.frac(n.root(3), 2), [60, 120]],
        [n.frac(n.root(2), 2), [45, 135]],
      ])
      return {
        lines: [
          `2${n.fn('sin', 'x')} = 2${n.times}${value}, 0° ≤ x ≤ 360°`,
          `${n.fn('sin', 'x')} = ${value}`,
          `x = ${angles[0]}°${n.or}x = ${angles[1]}°`,
        ],
        wrong: [{ at: 2, line: `x = ${angles[0]}°` }],
      }
    },
  },
  {
    kind: 'radical',
    draw(d, n) {
      const a = d.int(2, 9)
      // √(x + a² + a) = x has the solution a + 1 of x² − x − a(a + 1) = 0, and −a is extraneous.
      const c = a * (a + 1)
      return {
        lines: [
          `${n.root(`x + ${c}`)} = x`,
          `x + ${c} = ${n.pow('x', 2)}`,
          `${n.pow('x', 2)} ${n.minus} x ${n.minus} ${c} = 0`,
          `(x ${n.minus} ${a + 1})(x + ${a}) = 0`,
          `x = ${a + 1}, since x = ${n.minus}${a} is extraneous`,
        ],
        wrong: [{ at: 4, line: `x = ${a + 1}${n.or}x = ${n.minus}${a}`, slip: 'extraneous-root' }],
      }
    },
  },
  {
    kind: 'rational',
    draw(d, n) {
      const [a, x, k] = [d.int(2, 9), d.int(2, 8), d.int(1, 5)]
      return {
        lines: [
          `${n.frac(a * x, 'x')} + ${k} = ${a + k}`,
          `${n.frac(a * x, 'x')} = ${a}`,
          `${a}x = ${a * x}`,
          `x = ${x}`,
        ],
        wrong: [{ at: 1, line: `${n.frac(a * x, 'x')} = ${a + 2 * k}`, slip: 'sign-lost-moving' }],
      }
    },
  },
  {
    kind: 'vectors',
    draw(d, n) {
      const [a, b, c, e, k] = [d.int(-9, 9), d.int(-9, 9), d.int(-9, 9), d.int(-9, 9), d.int(2, 5)]
      const pair = (x: number, y: number) => `(${num(x, n)}, ${num(y, n)})`
      return {
        lines: [`${k}${n.times}${pair(a, b)} + ${pair(c, e)}`, `= ${pair(k * a + c, k * b + e)}`],
        wrong: b === 0 ? [] : [{ at: 1, line: `= ${pair(k * a + c, b + e)}` }],
      }
    },
  },
  {
    kind: 'matrices',
    draw(d) {
      const cells = Array.from({ length: 4 }, () => d.int(-6, 9))
      const [a = 0, b = 0, c = 0, e = 0] = cells
      const matrix = (...values: number[]) =>
        `\\begin{pmatrix}${values[0]}&${values[1]}\\\\${values[2]}&${values[3]}\\end{pmatrix}`
      return {
        lines: [`\\det${matrix(a, b, c, e)}`, `= ${num2(a * e)} - ${num2(b * c)}`, `= ${a * e - b * c}`],
        wrong: b * c === 0 ? [] : [{ at: 2, line: `= ${a * e + b * c}` }],
      }
    },
  },
  {
    kind: 'formulas',
    draw(d, n) {
      const [name, a, b] = d.pick([
        ['v', 's', 't'],
        ['U', 'R', 'I'],
        ['F', 'm', 'g'],
      ])
      return {
        lines: [`${name} = ${n.frac(a, b)}`, `${name}${n.times}${b} = ${a}`, `${b} = ${n.frac(a, name)}`],
        wrong: [{ at: 2, line: `${b} = ${n.frac(name, a)}` }],
      }
    },
  },
]

const num2 = (value: number): string => (value < 0 ? `(${value})` : String(value))
