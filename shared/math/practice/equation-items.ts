import { type Drafts, plus, power, written } from './item-draft.ts'

/** Equations and inequalities. */
export const SOLVING: Drafts = {
  'sign-lost-moving': ({ whole, other }) => {
    const [a, b] = [whole(2, 6), whole(2, 9)]
    const x = other(-4, 9, [0])
    const c = a * x + b
    return {
      task: 'solve',
      given: `${a}x + ${b} = ${written(c)}`,
      answer: `x = ${written(x)}`,
      tempting: `${a}x = ${written(c)} + ${b}`,
    }
  },
  'divides-one-side-only': ({ whole }) => {
    const [a, x] = [whole(2, 9), whole(2, 9)]
    return { task: 'solve', given: `${a}x = ${a * x}`, answer: `x = ${x}`, tempting: `x = ${a * x}` }
  },
  'subtracts-coefficient': ({ whole, other }) => {
    const a = whole(3, 9)
    const x = other(3, 9, [a])
    return { task: 'solve', given: `${a}x = ${a * x}`, answer: `x = ${x}`, tempting: `x = ${a * x} − ${a}` }
  },
  'multiplies-one-side-only': ({ whole }) => {
    const [a, x] = [whole(2, 9), whole(2, 9)]
    return { task: 'solve', given: `x/${a} = ${x}`, answer: `x = ${a * x}`, tempting: `x = ${x}` }
  },
  'divides-some-terms-only': ({ whole }) => {
    const [a, b, x] = [whole(2, 5), whole(2, 6), whole(2, 9)]
    const c = a * (x + b)
    return {
      task: 'solve',
      given: `${a}x + ${a * b} = ${c}`,
      answer: `x = ${x}`,
      tempting: `x + ${a * b} = ${c / a}`,
    }
  },
  'inequality-not-flipped': ({ whole, other, oneOf }) => {
    const [a, [sign, flipped]] = [
      whole(2, 6),
      oneOf([
        ['<', '>'],
        ['>', '<'],
        ['≤', '≥'],
      ] as const),
    ]
    const x = other(-6, 6, [0])
    return {
      task: 'solve',
      given: `−${a}x ${sign} ${written(-a * x)}`,
      answer: `x ${flipped} ${written(x)}`,
      tempting: `x ${sign} ${written(x)}`,
    }
  },
  'missing-plus-minus': ({ whole }) => {
    const a = whole(2, 12)
    return { task: 'solve', given: `x² = ${a * a}`, answer: `x = ${a} or x = −${a}`, tempting: `x = ${a}` }
  },
  'root-sign-flipped': ({ whole, other }) => {
    const a = whole(2, 9)
    const b = other(2, 9, [a])
    return {
      task: 'solve',
      given: `(x − ${a})(x + ${b}) = 0`,
      answer: `x = ${a} or x = −${b}`,
      tempting: `x = −${a} or x = ${b}`,
    }
  },
  'absolute-value-one-branch': ({ whole }) => {
    const [a, b] = [whole(1, 9), whole(2, 9)]
    return {
      task: 'solve',
      given: `|x − ${a}| = ${b}`,
      answer: `x = ${a + b} or x = ${written(a - b)}`,
      tempting: `x = ${a + b}`,
    }
  },
  'divides-by-variable': ({ whole }) => {
    const a = whole(2, 12)
    return { task: 'solve', given: `x² = ${a}x`, answer: `x = 0 or x = ${a}`, tempting: `x = ${a}` }
  },
}

/** Derivatives and antiderivatives. */
export const ANALYSIS: Drafts = {
  'power-rule-exponent-kept': ({ whole }) => {
    const n = whole(3, 9)
    const x = power('x', n)
    return {
      task: 'differentiate',
      given: x,
      answer: `${n}${power('x', n - 1)}`,
      tempting: `${n}${x}`,
    }
  },
  'power-rule-factor-lost': ({ whole }) => {
    const n = whole(3, 9)
    const less = power('x', n - 1)
    return { task: 'differentiate', given: power('x', n), answer: `${n}${less}`, tempting: less }
  },
  'inner-derivative-lost': ({ whole }) => {
    const [a, b, n] = [whole(2, 5), whole(1, 9), whole(3, 6)]
    const inner = `(${a}x + ${b})`
    return {
      task: 'differentiate',
      given: power(inner, n),
      answer: `${n * a}${power(inner, n - 1)}`,
      tempting: `${n}${power(inner, n - 1)}`,
    }
  },
  'product-rule-as-product': ({ whole }) => {
    const n = whole(2, 5)
    return {
      task: 'differentiate',
      given: `${power('x', n)} · sin(x)`,
      answer: `${n}${power('x', n - 1)} · sin(x) + ${power('x', n)} · cos(x)`,
      tempting: `${n}${power('x', n - 1)} · cos(x)`,
    }
  },
  'derivative-keeps-constant': ({ whole, oneOf }) => {
    const [n, b] = [whole(2, 5), whole(2, 9) * oneOf([1, -1])]
    const first = `${n}${power('x', n - 1)}`
    return {
      task: 'differentiate',
      given: `${power('x', n)} ${plus(b)}`,
      answer: first,
      tempting: `${first} ${plus(b)}`,
    }
  },
  'power-rule-on-exponential': ({ whole }) => {
    const a = whole(2, 9)
    return {
      task: 'differentiate',
      given: `${a}^x`,
      answer: `${a}^x · ln(${a})`,
      tempting: `x · ${a}^(x − 1)`,
    }
  },
  'derivative-of-cosine-sign': ({ whole }) => {
    const a = whole(2, 9)
    return {
      task: 'differentiate',
      given: `${a} cos(x)`,
      answer: `−${a} sin(x)`,
      tempting: `${a} sin(x)`,
    }
  },
  'integral-divisor-lost': ({ whole }) => {
    const n = whole(2, 6)
    const more = power('x', n + 1)
    return { task: 'integrate', given: power('x', n), answer: `${more}/${n + 1}`, tempting: more }
  },
  'integral-divides-by-old-exponent': ({ whole }) => {
    const n = whole(2, 6)
    const more = power('x', n + 1)
    return { task: 'integrate', given: power('x', n), answer: `${more}/${n + 1}`, tempting: `${more}/${n}` }
  },
  'differentiates-instead': ({ whole }) => {
    const n = whole(3, 6)
    return {
      task: 'integrate',
      given: power('x', n),
      answer: `${power('x', n + 1)}/${n + 1}`,
      tempting: `${n}${power('x', n - 1)}`,
    }
  },
}
