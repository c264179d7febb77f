import type { EqualCase } from '../equal.ts'
import { NOTATIONS, type Notation } from './notation.ts'
import { Dice, gcd, num, plus, plusTerm, term } from './random-working.ts'

/** `a` is an answer, `same` other ways to write it, `other` answers that learners give instead. */
type Answer = { kind: string; a: string; same: string[]; other: string[] }

const ANSWERS: readonly ((d: Dice, n: Notation) => Answer)[] = [
  (d, n) => {
    const [a, b, k] = [d.int(1, 9), d.int(2, 12), d.int(2, 5)]
    return {
      kind: 'fractions',
      a: n.frac(a, b),
      same: [
        n.frac(a * k, b * k),
        `${n.frac(1, b)} ${n.times} ${a}`,
        n.frac(`${n.minus}${a}`, `${n.minus}${b}`),
      ],
      other: [n.frac(a + 1, b), `${n.minus}${n.frac(a, b)}`, ...(a === b ? [] : [n.frac(b, a)])],
    }
  },
  (d) => {
    const [whole, over, under] = [d.int(1, 6), d.int(1, 3), d.pick([4, 5, 8])]
    const value = whole + over / under
    return {
      kind: 'mixed numbers',
      a: `${whole} ${over}/${under}`,
      same: [`${whole * under + over}/${under}`, String(value), `${whole}\\frac{${over}}{${under}}`],
      other: [`${(whole * over) / under}`, `${whole + over}/${under}`],
    }
  },
  (d, n) => {
    const [a, b] = [d.int(2, 9), d.nonzero(-9, 9)]
    return {
      kind: 'expressions',
      a: `${a}(x${plus(b, n)})`,
      same: [`${a}x${plus(a * b, n)}`, `(x${plus(b, n)})${n.times}${a}`, `${num(a * b, n)} + ${a}x`],
      other: [`${a}x${plus(b, n)}`, `${a}x${plus(-a * b, n)}`],
    }
  },
  (d, n) => {
    const [p, q] = [d.nonzero(-7, 7), d.nonzero(-7, 7)]
    const middle = p + q === 0 ? '' : plusTerm(p + q, 'x', n)
    const other = p + q === 0 ? plusTerm(2, 'x', n) : plusTerm(-(p + q), 'x', n)
    return {
      kind: 'quadratics',
      a: `(x${plus(p, n)})(x${plus(q, n)})`,
      same: [`${n.pow('x', 2)}${middle}${plus(p * q, n)}`, `(x${plus(q, n)})(x${plus(p, n)})`],
      other: [`${n.pow('x', 2)}${other}${plus(p * q, n)}`, `${n.pow('x', 2)}${plus(p * q + 1, n)}`],
    }
  },
  (d, n) => {
    const [k, r] = [d.int(2, 7), d.pick([2, 3, 5, 7])]
    return {
      kind: 'roots',
      a: `${k}${n.root(r)}`,
      same: [n.root(k * k * r), `${n.root(r)}${n.times}${k}`, n.frac(k * r, n.root(r))],
      other: [n.root(k * r), `${r}${n.root(k)}`].filter((text) => text !== n.root(k * k * r) && k !== r),
    }
  },
  (d, n) => {
    const [p, q] = [d.int(2, 5), d.int(6, 9)]
    return {
      kind: 'powers',
      a: n.pow('x', q - p),
      same: [
        n.frac(n.pow('x', q), n.pow('x', p)),
        `${n.pow('x', q)}${n.times}${n.pow('x', `${n.minus}${p}`)}`,
      ],
      other: [n.pow('x', q + p), n.pow('x', p * q)],
    }
  },
  (d, n) => {
    const [x, y] = [d.int(-9, -1), d.int(1, 9)]
    return {
      kind: 'solutions',
      a: `x = ${num(x, n)}${n.or}x = ${y}`,
      same: [`x = ${y}${n.or}x = ${num(x, n)}`, `x = ${y}, ${num(x, n)}`],
      other: [`x = ${y}`, `x = ${num(x, n)}${n.or}x = ${y + 1}`],
    }
  },
  (d, n) => {
    const [a, p] = [d.int(2, 9), d.int(1, 19) * 5]
    return {
      kind: 'percent',
      a: `${p}%`,
      same: [String(p / 100), n.frac(p / gcd(p, 100), 100 / gcd(p, 100))],
      other: [String(p), String(p / 10), String((p + a) / 100)],
    }
  },
  (d, n) => {
    const a = d.int(2, 9)
    return {
      kind: 'logs',
      a: `${n.fn('ln', String(a))} + ${n.fn('ln', 'x')}`,
      same: [n.fn('ln', `${a}x`), `${n.fn('ln', 'x')} + ${n.fn('ln', String(a))}`],
      other: [n.fn('ln', `x + ${a}`), `${a}${n.fn('ln', 'x')}`],
    }
  },
  (d, n) => {
    const a = d.int(2, 5)
    return {
      kind: 'trig',
      a: `${a}${n.fn('sin', 'x')}${n.times}${n.fn('cos', 'x')}`,
      same: [`${n.frac(a, 2)}${n.times}${n.fn('sin', '2x')}`],
      other: [`${a}${n.fn('sin', '2x')}`, n.fn('sin', `${2 * a}x`)],
    }
  },
  (d, n) => {
    const [a, b] = [d.int(2, 9), d.int(1, 9)]
    const [v, w] = [d.pick(['a', 'p', 'm']), d.pick(['b', 'q', 'n'])]
    return {
      kind: 'several letters',
      a: `${term(a, v, n)} + ${term(b, w, n)}`,
      same: [
        `${term(b, w, n)} + ${term(a, v, n)}`,
        `${term(a + 1, v, n)} + ${term(b, w, n)} ${n.minus} ${v}`,
      ],
      other: [`${a + b}${v}${w}`, `${term(a, v, n)} ${n.minus} ${term(b, w, n)}`],
    }
  },
]

/** Pairs of answers drawn from templates, half of them equal, the same for the same seed. */
export function generatePairs(count: number, seed: number): EqualCase[] {
  const dice = new Dice(seed)
  const pairs: EqualCase[] = []
  for (let i = 0; pairs.length < count; i++) {
    const [draw, notation] = [ANSWERS[i % ANSWERS.length], NOTATIONS[dice.int(0, NOTATIONS.length - 1)]]
    if (!draw || !notation) break
    const { kind, a, same, other } = draw(dice, notation)
    const equal = dice.int(0, 1) === 1
    const [first, ...rest] = equal ? same : other
    if (first === undefined) continue
    pairs.push({ id: `p${pairs.length + 1}`, a, b: dice.pick([first, ...rest]), equal, kind })
  }
  return pairs
}
