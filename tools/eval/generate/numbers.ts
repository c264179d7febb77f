import { gcd, num, plus, type Template } from './random-working.ts'

export const NUMBERS: readonly Template[] = [
  {
    kind: 'fractions',
    draw(d, n) {
      const [b, e] = [d.int(2, 9), d.int(2, 9)]
      const [a, c] = [d.int(1, b - 1), d.int(1, e - 1)]
      const under = (b * e) / gcd(b, e)
      const over = (a * under) / b + (c * under) / e
      const shared = gcd(over, under)
      const result = under / shared === 1 ? String(over / shared) : n.frac(over / shared, under / shared)
      return {
        lines: [
          `${n.frac(a, b)} + ${n.frac(c, e)}`,
          `= ${n.frac((a * under) / b, under)} + ${n.frac((c * under) / e, under)}`,
          `= ${n.frac(over, under)}`,
          ...(shared > 1 ? [`= ${result}`] : []),
        ],
        wrong: [{ at: 1, line: `= ${n.frac(a + c, b + e)}`, slip: 'adds-denominators' }],
      }
    },
  },
  {
    kind: 'fractions',
    draw(d, n) {
      const [a, b, c, e] = [d.int(1, 9), d.int(2, 9), d.int(2, 9), d.int(2, 9)]
      const [over, under] = [a * e, b * c]
      const swapped = c * b
      return {
        lines: [
          `${n.frac(a, b)} ÷ ${n.frac(c, e)}`,
          `= ${n.frac(a, b)} ${n.times} ${n.frac(e, c)}`,
          `= ${n.frac(over, under)}`,
        ],
        wrong:
          c === e || swapped === 0
            ? []
            : [
                {
                  at: 1,
                  line: `= ${n.frac(a, b)} ${n.times} ${n.frac(c, e)}`,
                  slip: 'divides-without-inverting',
                },
              ],
      }
    },
  },
  {
    kind: 'fractions',
    draw(d, n) {
      const [a, b, k] = [d.int(1, 5), d.int(6, 11), d.int(2, 5)]
      return {
        lines: [`${k} ${n.times} ${n.frac(a, b)}`, `= ${n.frac(k * a, b)}`],
        wrong: [{ at: 1, line: `= ${n.frac(k * a, k * b)}`, slip: 'multiplies-both-parts' }],
      }
    },
  },
  {
    kind: 'arithmetic',
    draw(d, n) {
      const [a, b, c] = [d.int(2, 20), d.int(2, 9), d.int(2, 9)]
      return {
        lines: [`${a} + ${b} ${n.times} ${c}`, `= ${a} + ${b * c}`, `= ${a + b * c}`],
        wrong: [
          { at: 1, line: `= ${a + b} ${n.times} ${c}`, slip: 'order-of-operations' },
          { at: 2, line: `= ${a + b * c + 10}` },
        ],
      }
    },
  },
  {
    kind: 'arithmetic',
    draw(d, n) {
      const [a, b, c] = [d.int(20, 90), d.int(2, 19), d.int(2, 19)]
      return {
        lines: [`${a} ${n.minus} (${b} + ${c})`, `= ${a} ${n.minus} ${b + c}`, `= ${a - b - c}`],
        wrong: [
          { at: 1, line: `= ${a} ${n.minus} ${b} + ${c}`, slip: 'minus-to-first-term' },
          { at: 2, line: `= ${a - b - c + 1}` },
        ],
      }
    },
  },
  {
    kind: 'arithmetic',
    draw(d, n) {
      const [a, b] = [d.int(-9, -2), d.int(3, 12)]
      return {
        lines: [`${num(a, n)} ${n.minus} (${num(-b, n)})`, `= ${num(a, n)} + ${b}`, `= ${num(a + b, n)}`],
        wrong: [{ at: 1, line: `= ${num(a, n)} ${n.minus} ${b}` }],
      }
    },
  },
  {
    kind: 'arithmetic',
    draw(d, n) {
      const [a, b, c, e] = [d.int(12, 60), d.int(2, 9), d.int(3, 9), d.int(2, 6)]
      return {
        lines: [
          `There are ${b} boxes with ${a} pens each: ${b} ${n.times} ${a} = ${a * b} pens`,
          `${a * b} + ${c} = ${a * b + c} pens with the loose ones`,
          `${e} such sets: ${e} ${n.times} ${a * b + c} = ${e * (a * b + c)}`,
        ],
        wrong: [
          { at: 1, line: `${a * b} + ${c} = ${a * b + c + 1} pens with the loose ones` },
          { at: 2, line: `${e} such sets: ${e} ${n.times} ${a * b + c} = ${e * (a * b + c) + 10}` },
        ],
      }
    },
  },
  {
    kind: 'roots',
    draw(d, n) {
      const [a, b] = d.pick([
        [3, 4],
        [6, 8],
        [5, 12],
        [8, 15],
        [9, 12],
        [12, 16],
      ])
      const c = Math.sqrt(a * a + b * b)
      return {
        lines: [n.root(`${a * a} + ${b * b}`), `= ${n.root(c * c)}`, `= ${c}`],
        wrong: [{ at: 1, line: `= ${a} + ${b}`, slip: 'root-of-sum' }],
      }
    },
  },
  {
    kind: 'roots',
    draw(d, n) {
      const [k, r] = [d.int(2, 9), d.pick([2, 3, 5, 6, 7])]
      return {
        lines: [n.root(k * k * r), `= ${n.root(k * k)}${n.times}${n.root(r)}`, `= ${k}${n.root(r)}`],
        wrong: [{ at: 2, line: `= ${k * k}${n.root(r)}` }],
      }
    },
  },
  {
    kind: 'percent',
    draw(d, n) {
      const [p, of] = [d.int(1, 19) * 5, d.int(2, 30) * 20]
      return {
        lines: [`${p}% of ${of}`, `= ${(p / 100).toFixed(2)} ${n.times} ${of}`, `= ${(p * of) / 100}`],
        wrong: [{ at: 2, line: `= ${(p * of) / 10}` }],
      }
    },
  },
  {
    kind: 'units',
    draw(d) {
      const [big, small, factor] = d.pick([
        ['km', 'm', 1000],
        ['m', 'cm', 100],
        ['cm', 'mm', 10],
        ['kg', 'g', 1000],
        ['h', 'min', 60],
        ['min', 's', 60],
      ])
      const [a, b] = [d.int(2, 9), d.int(2, 9)]
      return {
        lines: [`${a} ${big} + ${b} ${small}`, `= ${a * factor + b} ${small}`],
        wrong: [{ at: 1, line: `= ${a * factor * 10 + b} ${small}` }],
      }
    },
  },
  {
    kind: 'sequences',
    draw(d, n) {
      const [a, b, k] = [d.int(2, 9), d.nonzero(-9, 9), d.int(6, 20)]
      return {
        lines: [`a_n = ${a}n${plus(b, n)}`, `a_1 = ${num(a + b, n)}`, `a_{${k}} = ${num(a * k + b, n)}`],
        wrong: [{ at: 2, line: `a_{${k}} = ${num(a * (k + 1) + b, n)}` }],
      }
    },
  },
  {
    kind: 'counting',
    draw(d) {
      const [m, k] = [d.int(5, 9), d.int(2, 3)]
      let value = 1
      for (let i = 0; i < k; i++) value = (value * (m - i)) / (i + 1)
      return {
        lines: [`\\binom{${m}}{${k}}`, `= \\frac{${m}!}{${k}!\\cdot${m - k}!}`, `= ${value}`],
        wrong: [{ at: 2, line: `= ${value * 2}` }],
      }
    },
  },
]
