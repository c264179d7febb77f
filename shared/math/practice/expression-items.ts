import { type Drafts, fraction, plus, power, written } from './item-draft.ts'

/** Exercises with numbers alone. */
export const CALCULATING: Drafts = {
  'adds-denominators': ({ whole, other }) => {
    const [a, c] = [whole(2, 5), whole(1, 2)]
    const b = other(2, 7, [a])
    return {
      task: 'calculate',
      given: `1/${a} + ${c}/${b}`,
      answer: fraction(b + c * a, a * b),
      tempting: `${1 + c}/${a + b}`,
    }
  },
  'multiplies-both-parts': ({ whole, other }) => {
    const [n, a] = [whole(2, 5), whole(2, 4)]
    const b = other(5, 11, [n, 2 * n])
    return {
      task: 'calculate',
      given: `${n} · ${a}/${b}`,
      answer: fraction(n * a, b),
      tempting: `${n * a}/${n * b}`,
    }
  },
  'divides-without-inverting': ({ whole, other }) => {
    const [a, b, c] = [whole(1, 3), whole(4, 7), whole(2, 5)]
    const d = other(3, 9, [c])
    return {
      task: 'calculate',
      given: `(${a}/${b}) / (${c}/${d})`,
      answer: fraction(a * d, b * c),
      tempting: `${a * c}/${b * d}`,
    }
  },
  'root-of-sum': ({ oneOf }) => {
    const [a, b, c] = oneOf([
      [3, 4, 5],
      [6, 8, 10],
      [5, 12, 13],
      [8, 15, 17],
      [9, 12, 15],
    ] as const)
    return { task: 'calculate', given: `√(${a * a} + ${b * b})`, answer: `${c}`, tempting: `${a + b}` }
  },
  'order-of-operations': ({ whole }) => {
    const [a, b, c] = [whole(2, 9), whole(2, 9), whole(3, 9)]
    return {
      task: 'calculate',
      given: `${a} + ${b} · ${c}`,
      answer: `${a + b * c}`,
      tempting: `${(a + b) * c}`,
    }
  },
  'negative-exponent-as-sign': ({ whole }) => {
    const [a, n] = [whole(2, 5), whole(2, 3)]
    return {
      task: 'calculate',
      given: power(a, -n),
      answer: `1/${a ** n}`,
      tempting: written(-(a ** n)),
    }
  },
  'multiplies-base-by-exponent': ({ whole }) => {
    const [a, n] = [whole(3, 9), whole(2, 3)]
    return { task: 'calculate', given: power(a, n), answer: `${a ** n}`, tempting: `${a * n}` }
  },
  'multiplies-bases': ({ whole }) => {
    const [a, m, n] = [whole(2, 3), 2, whole(1, 2)]
    return {
      task: 'calculate',
      given: `${power(a, m)} · ${power(a, n)}`,
      answer: `${a ** (m + n)}`,
      tempting: power(a * a, m + n),
    }
  },
  'fractional-exponent-as-factor': ({ oneOf }) => {
    const [power, n, root] = oneOf([
      [16, 2, 4],
      [25, 2, 5],
      [36, 2, 6],
      [49, 2, 7],
      [27, 3, 3],
      [64, 3, 4],
    ] as const)
    return {
      task: 'calculate',
      given: `${power}^(1/${n})`,
      answer: `${root}`,
      tempting: fraction(power, n),
    }
  },
  'root-as-half': ({ whole }) => {
    const a = whole(3, 12)
    return { task: 'calculate', given: `√${a * a}`, answer: `${a}`, tempting: fraction(a * a, 2) }
  },
  'double-negative-lost': ({ whole }) => {
    const [a, b] = [whole(2, 9), whole(2, 9)]
    return { task: 'calculate', given: `${a} − (−${b})`, answer: `${a + b}`, tempting: written(a - b) }
  },
  'product-of-negatives-negative': ({ whole }) => {
    const [a, b] = [whole(2, 9), whole(2, 9)]
    return { task: 'calculate', given: `(−${a}) · (−${b})`, answer: `${a * b}`, tempting: `−${a * b}` }
  },
}

/** Exercises with letters: expand, simplify. */
export const SIMPLIFYING: Drafts = {
  'distributes-to-first-term': ({ whole, oneOf }) => {
    const [a, b] = [whole(2, 9), whole(2, 9) * oneOf([1, -1])]
    return {
      task: 'expand',
      given: `${a}(x ${plus(b)})`,
      answer: `${a}x ${plus(a * b)}`,
      tempting: `${a}x ${plus(b)}`,
    }
  },
  'minus-to-first-term': ({ whole }) => {
    const [a, b] = [whole(3, 9), whole(2, 9)]
    return {
      task: 'simplify',
      given: `${a}x − (x + ${b})`,
      answer: `${a - 1}x − ${b}`,
      tempting: `${a}x − x + ${b}`,
    }
  },
  'square-of-sum': ({ whole, oneOf }) => {
    const [a, sign] = [whole(2, 9), oneOf([1, -1])]
    return {
      task: 'expand',
      given: `(x ${plus(sign * a)})²`,
      answer: `x² ${plus(sign * 2 * a)}x + ${a * a}`,
      tempting: `x² + ${a * a}`,
    }
  },
  'middle-term-not-doubled': ({ whole }) => {
    const a = whole(2, 9)
    return {
      task: 'expand',
      given: `(x + ${a})²`,
      answer: `x² + ${2 * a}x + ${a * a}`,
      tempting: `x² + ${a}x + ${a * a}`,
    }
  },
  'cancels-across-sum': ({ whole }) => {
    const [a, b] = [whole(2, 7), whole(2, 6)]
    return {
      task: 'simplify',
      given: `(${a}x + ${a * b})/${a}`,
      answer: `x + ${b}`,
      tempting: `x + ${a * b}`,
    }
  },
  'power-to-one-factor': ({ whole }) => {
    const [a, n] = [whole(2, 5), whole(2, 3)]
    return {
      task: 'simplify',
      given: power(`(${a}x)`, n),
      answer: `${a ** n}${power('x', n)}`,
      tempting: `${a}${power('x', n)}`,
    }
  },
  'multiplies-exponents': ({ whole }) => {
    const [m, n] = [whole(3, 6), whole(2, 5)]
    return {
      task: 'simplify',
      given: `${power('x', m)} · ${power('x', n)}`,
      answer: power('x', m + n),
      tempting: power('x', m * n),
    }
  },
  'adds-exponents-of-power': ({ whole }) => {
    const [m, n] = [whole(3, 6), whole(2, 5)]
    return {
      task: 'simplify',
      given: power(`(${power('x', m)})`, n),
      answer: power('x', m * n),
      tempting: power('x', m + n),
    }
  },
  'divides-exponents': ({ whole }) => {
    const [n, k] = [whole(2, 3), whole(3, 4)]
    return {
      task: 'simplify',
      given: `${power('x', n * k)}/${power('x', n)}`,
      answer: power('x', n * k - n),
      tempting: power('x', k),
    }
  },
  'combines-unlike-terms': ({ whole, other }) => {
    const [a, b] = [whole(2, 9), whole(2, 9)]
    const c = other(2, 9, [a])
    return {
      task: 'simplify',
      given: `${a}x + ${b} + ${c}x`,
      answer: `${a + c}x + ${b}`,
      tempting: `${a + b}x + ${c}x`,
    }
  },
}
