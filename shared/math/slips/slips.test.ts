import { describe, expect, it } from 'vitest'
import { catalogueOf } from '../../catalogue/catalogue.ts'
import { LANGUAGES } from '../../catalogue/languages.ts'
import { areEqual } from '../compare-expressions.ts'
import type { Expression } from '../expression.ts'
import { parseLine } from '../parse-line.ts'
import { printExpression } from '../print-expression.ts'
import { questionText, raised } from '../slip-text.ts'
import { SLIPS } from './all-slips.ts'
import { canonical } from './canonical.ts'
import { atEveryPlace } from './slip-rule.ts'

function sides(text: string): Expression[] {
  const parsed = parseLine(text)
  if (parsed.kind === 'nothing') throw new Error(`${text}: ${parsed.why}`)
  return parsed.statements.flatMap(({ cases }) =>
    cases.flat().flatMap((chain) => chain.sides.map((side) => side.expression)),
  )
}

describe('every slip', () => {
  it('has an id of its own, a rule in one sentence in every language, and a source', () => {
    expect(new Set(SLIPS.map(({ id }) => id)).size).toBe(SLIPS.length)
    for (const { id, source } of SLIPS) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/)
      for (const language of LANGUAGES) expect(catalogueOf(language).slips.rules[id]).toMatch(/^\S.*\.$/)
      expect(source).not.toBe('')
    }
  })

  it.each(SLIPS.map((slip) => [slip.id, slip] as const))('%s makes its example', (_, slip) => {
    const [before, after] = [sides(slip.example.from), sides(slip.example.to)]
    const [from, to] = [before[0], after[0]]
    if (!from || !to) throw new Error('an example has two lines')
    const results =
      slip.onEquation && before.length > 1
        ? slip
            .onEquation(from, before[1] ?? from)
            .map(({ left, right, question }) => ({ results: [left, right], question }))
        : ((slip.derivative ?? slip.integral)
            ? ((slip.derivative ?? slip.integral)?.(from, 'x') ?? [])
            : atEveryPlace(from, slip.at ?? (() => []))
          ).map(({ result, question }) => ({
            results: [result],
            question,
          }))
    const hit = results.find((one) => one.results.every((side, i) => after[i] && areEqual(side, after[i], 1)))
    const right = printExpression(to)
    for (const language of LANGUAGES) {
      // German numbers have a comma.
      const question = hit && questionText(hit.question, language).replace(/(\d),(\d)/g, '$1.$2')
      expect(question).toMatch(/\?$/)
      expect(question).not.toMatch(/undefined/)
      for (const part of hit?.question.about ?? []) expect(question).toContain(raised(part))
      if (right.length > 2) expect(question).not.toContain(raised(right))
    }
    expect(canonical(from)).not.toBe(canonical(to))
  })
})
