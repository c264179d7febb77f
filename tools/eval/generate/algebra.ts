import { num, plus, plusTerm, type Template, term } from './random-working.ts'

const VARIABLES = ['x', 'y', 't', 'n', 'a'] as const

export const ALGEBRA: readonly Template[] = [
  {
    kind: 'linear',
    draw(d, n) {
      const v = d.pick(VARIABLES)
      const [a, b, x] = [d.int(2, 9), d.nonzero(-12, 12), d.nonzero(-9, 9)]
      const c = a * x + b
      return {
        lines: [
          `${term(a, v, n)}${plus(b, n)} = ${num(c, n)}`,
          `${term(a, v, n)} = ${num(c - b, n)}`,
          `${v} = ${num(x, n)}`,
        ],
        wrong: [
          { at: 1, line: `${term(a, v, n)} = ${num(c + b, n)}`, slip: 'sign-lost-moving' },
          { at: 2, line: `${v} = ${num(c - b - a, n)}` },
          { at: 2, line: `${v} = ${num(-x, n)}` },
        ].filter(({ line }) => line !== `${v} = ${num(x, n)}`),
      }
    },
  },
  {
    kind: 'linear',
    draw(d, n) {
      const v = d.pick(VARIABLES)
      const [a, b, x] = [d.int(2, 8), d.nonzero(-9, 9), d.nonzero(-9, 9)]
      const c = a * (x + b)
      return {
        lines: [
          `${a}(${v}${plus(b, n)}) = ${num(c, n)}`,
          `${term(a, v, n)}${plus(a * b, n)} = ${num(c, n)}`,
          `${term(a, v, n)} = ${num(a * x, n)}`,
          `${v} = ${num(x, n)}`,
        ],
        wrong: [
          { at: 1, line: `${term(a, v, n)}${plus(b, n)} = ${num(c, n)}`, slip: 'distributes-to-first-term' },
          { at: 2, line: `${term(a, v, n)} = ${num(c + a * b, n)}`, slip: 'sign-lost-moving' },
        ],
      }
    },
  },
  {
    kind: 'linear',
    draw(d, n) {
      const v = d.pick(VARIABLES)
      const [a, c, x, b] = [d.int(4, 9), d.int(1, 3), d.nonzero(-8, 8), d.nonzero(-10, 10)]
      const e = (a - c) * x + b
      return {
        lines: [
          `${term(a, v, n)}${plus(b, n)} = ${term(c, v, n)}${plus(e, n)}`,
          `${term(a - c, v, n)}${plus(b, n)} = ${num(e, n)}`,
          `${term(a - c, v, n)} = ${num(e - b, n)}`,
          `${v} = ${num(x, n)}`,
        ].filter((line, i, all) => line !== all[i - 1]),
        wrong: [
          { at: 1, line: `${term(a + c, v, n)}${plus(b, n)} = ${num(e, n)}`, slip: 'sign-lost-moving' },
        ],
      }
    },
  },
  {
    kind: 'linear',
    draw(d, n) {
      const v = d.pick(VARIABLES)
      const [a, b, x] = [d.int(2, 7), d.nonzero(-6, 6), d.nonzero(-6, 6)]
      return {
        lines: [
          `${n.frac(v, a)}${plus(b, n)} = ${num(x + b, n)}`,
          `${n.frac(v, a)} = ${num(x, n)}`,
          `${v} = ${num(a * x, n)}`,
        ],
        wrong: [
          { at: 1, line: `${v}${plus(b, n)} = ${num(a * (x + b), n)}`, slip: 'multiplies-some-terms-only' },
          { at: 2, line: `${v} = ${n.frac(num(x, n), a)}` },
        ].filter(({ line }) => x + b !== 0 || !line.includes('= 0')),
      }
    },
  },
  {
    kind: 'quadratic',
    draw(d, n) {
      const v = d.pick(['x', 'y', 'z'])
      const [p, q] = [d.nonzero(-8, 8), d.nonzero(-8, 8)]
      const [s, t] = [p + q, p * q]
      const middle = s === 0 ? '' : plusTerm(-s, v, n)
      const roots = p === q ? `${v} = ${num(p, n)}` : `${v} = ${num(p, n)}${n.or}${v} = ${num(q, n)}`
      const factors = (a: number, b: number) => `(${v}${plus(-a, n)})(${v}${plus(-b, n)}) = 0`
      return {
        lines: [`${n.pow(v, 2)}${middle}${plus(t, n)} = 0`, factors(p, q), roots],
        wrong: [
          ...(p === -q ? [] : [{ at: 1, line: factors(-p, -q) }]),
          ...(p === q || p === -q
            ? []
            : [
                { at: 2, line: `${v} = ${num(-p, n)}${n.or}${v} = ${num(-q, n)}`, slip: 'root-sign-flipped' },
              ]),
        ],
      }
    },
  },
  {
    kind: 'quadratic',
    draw(d, n) {
      const v = d.pick(['x', 'u', 'w'])
      const [a, k] = [d.int(2, 12), d.int(2, 6)]
      return {
        lines: [
          `${k}${n.pow(v, 2)} = ${k * a * a}`,
          `${n.pow(v, 2)} = ${a * a}`,
          `${v} = ${a}${n.or}${v} = ${n.minus}${a}`,
        ],
        wrong: [
          { at: 2, line: `${v} = ${a}`, slip: 'missing-plus-minus' },
          { at: 1, line: `${n.pow(v, 2)} = ${k * a * a - k}`, slip: 'subtracts-coefficient' },
        ],
      }
    },
  },
  {
    kind: 'quadratic',
    draw(d, n) {
      const v = d.pick(['x', 'z'])
      const a = d.nonzero(-9, 9)
      return {
        lines: [
          `${n.pow(v, 2)} = ${term(a, v, n)}`,
          `${n.pow(v, 2)}${plusTerm(-a, v, n)} = 0`,
          `${v}(${v}${plus(-a, n)}) = 0`,
          `${v} = 0${n.or}${v} = ${num(a, n)}`,
        ],
        wrong: [{ at: 1, line: `${v} = ${num(a, n)}`, slip: 'divides-by-variable' }],
      }
    },
  },
  {
    kind: 'expressions',
    draw(d, n) {
      const v = d.pick(VARIABLES)
      const [a, b] = [d.int(1, 5), d.nonzero(-9, 9)]
      const first = a === 1 ? n.pow(v, 2) : `${a * a}${n.pow(v, 2)}`
      return {
        lines: [
          n.pow(`(${term(a, v, n)}${plus(b, n)})`, 2),
          `= ${first}${plusTerm(2 * a * b, v, n)}${plus(b * b, n)}`,
        ],
        wrong: [
          { at: 1, line: `= ${first}${plus(b * b, n)}`, slip: 'square-of-sum' },
          {
            at: 1,
            line: `= ${first}${plusTerm(a * b, v, n)}${plus(b * b, n)}`,
            slip: 'middle-term-not-doubled',
          },
        ],
      }
    },
  },
  {
    kind: 'expressions',
    draw(d, n) {
      const v = d.pick(VARIABLES)
      const [a, b, c] = [d.int(5, 14), d.int(2, 4), d.nonzero(-9, 9)]
      return {
        lines: [
          `${term(a, v, n)} ${n.minus} (${term(b, v, n)}${plus(c, n)})`,
          `= ${term(a - b, v, n)}${plus(-c, n)}`,
        ],
        wrong: [{ at: 1, line: `= ${term(a - b, v, n)}${plus(c, n)}`, slip: 'minus-to-first-term' }],
      }
    },
  },
  {
    kind: 'expressions',
    draw(d, n) {
      const v = d.pick(VARIABLES)
      const [a, b, c] = [d.int(2, 9), d.int(2, 9), d.int(2, 6)]
      return {
        lines: [
          `${a}${v} + ${b}${n.times}(${v}${plus(c, n)})`,
          `= ${a}${v} + ${b}${v} + ${b * c}`,
          `= ${a + b}${v} + ${b * c}`,
        ],
        wrong: [
          { at: 1, line: `= ${a}${v} + ${b}${v} + ${c}`, slip: 'distributes-to-first-term' },
          { at: 2, line: `= ${a + b + b * c}${v}`, slip: 'combines-unlike-terms' },
        ],
      }
    },
  },
  {
    kind: 'exponents',
    draw(d, n) {
      const v = d.pick(['x', 'a', 'b'])
      const [p, q] = [d.int(2, 6), d.int(3, 7)]
      return {
        lines: [`${n.pow(v, p)}${n.times}${n.pow(v, q)}`, `= ${n.pow(v, p + q)}`],
        wrong: [{ at: 1, line: `= ${n.pow(v, p * q)}`, slip: 'multiplies-exponents' }],
      }
    },
  },
  {
    kind: 'exponents',
    draw(d, n) {
      const v = d.pick(['x', 'a', 'b'])
      const [p, q] = [d.int(3, 6), d.int(3, 5)]
      return {
        lines: [n.pow(`(${n.pow(v, p)})`, q), `= ${n.pow(v, p * q)}`],
        wrong: [{ at: 1, line: `= ${n.pow(v, p + q)}`, slip: 'adds-exponents-of-power' }],
      }
    },
  },
  {
    kind: 'exponents',
    draw(d, n) {
      const [b, x, k] = [d.int(2, 5), d.int(2, 4), d.int(1, 3)]
      return {
        lines: [`${n.pow(String(b), `x+${k}`)} = ${b ** (x + k)}`, `x + ${k} = ${x + k}`, `x = ${x}`],
        wrong: [{ at: 2, line: `x = ${x + 2 * k}`, slip: 'sign-lost-moving' }],
      }
    },
  },
  {
    kind: 'inequalities',
    draw(d, n) {
      const v = d.pick(['x', 't'])
      const [a, b, x] = [d.int(2, 7), d.nonzero(-9, 9), d.nonzero(-8, 8)]
      const [sign, flipped] = d.pick([
        ['<', '>'],
        ['>', '<'],
        ['≤', '≥'],
      ])
      return {
        lines: [
          `${n.minus}${a}${v}${plus(b, n)} ${sign} ${num(-a * x + b, n)}`,
          `${n.minus}${a}${v} ${sign} ${num(-a * x, n)}`,
          `${v} ${flipped} ${num(x, n)}`,
        ],
        wrong: [{ at: 2, line: `${v} ${sign} ${num(x, n)}`, slip: 'inequality-not-flipped' }],
      }
    },
  },
  {
    kind: 'absolute',
    draw(d, n) {
      const [a, b] = [d.nonzero(-9, 9), d.int(1, 9)]
      return {
        lines: [
          `|x${plus(-a, n)}| = ${b}`,
          `x${plus(-a, n)} = ${b}${n.or}x${plus(-a, n)} = ${n.minus}${b}`,
          `x = ${num(a + b, n)}${n.or}x = ${num(a - b, n)}`,
        ],
        wrong: [{ at: 1, line: `x${plus(-a, n)} = ${b}`, slip: 'absolute-value-one-branch' }],
      }
    },
  },
  {
    kind: 'systems',
    draw(d, n) {
      const [x, y, a] = [d.nonzero(-9, 9), d.nonzero(-9, 9), d.int(2, 5)]
      const sum = a * x + y
      return {
        lines: [
          `${a}x + y = ${num(sum, n)}`,
          `x ${n.minus} y = ${num(x - y, n)}`,
          `${a + 1}x = ${num((a + 1) * x, n)}`,
          `x = ${num(x, n)}`,
          `y = ${num(y, n)}`,
        ],
        wrong: [
          { at: 2, line: `${a + 1}x = ${num((a + 1) * x + 2 * (a + 1), n)}` },
          { at: 4, line: `y = ${num(y + 1, n)}` },
        ],
      }
    },
  },
]
