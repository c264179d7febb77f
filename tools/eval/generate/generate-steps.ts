import type { StepsCase } from '../steps.ts'
import { ALGEBRA } from './algebra.ts'
import { FUNCTIONS } from './functions.ts'
import { NOTATIONS } from './notation.ts'
import { NUMBERS } from './numbers.ts'
import { Dice } from './random-working.ts'

const TEMPLATES = [...ALGEBRA, ...NUMBERS, ...FUNCTIONS]

/**
 * Workings drawn from templates, the same for the same seed: two of three are right, the others have one false
 * line put in the place of a right one, and end with it.
 */
export function generateSteps(count: number, seed: number): StepsCase[] {
  const dice = new Dice(seed)
  const cases: StepsCase[] = []
  for (let i = 0; cases.length < count; i++) {
    const template = TEMPLATES[i % TEMPLATES.length]
    const notation = NOTATIONS[dice.int(0, NOTATIONS.length - 1)]
    if (!template || !notation) break
    const { lines, wrong } = template.draw(dice, notation)
    const { kind } = template
    const id = `g${cases.length + 1}`
    const [first, ...others] = wrong
    const slip = first && dice.int(0, 2) === 0 ? dice.pick([first, ...others]) : null
    if (!slip || lines[slip.at] === slip.line) cases.push({ id, kind, lines, wrong: null })
    else {
      const named = slip.slip ? { slip: slip.slip } : {}
      cases.push({ id, kind, lines: [...lines.slice(0, slip.at), slip.line], wrong: slip.at, ...named })
    }
  }
  return cases
}
