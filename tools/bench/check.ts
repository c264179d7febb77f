import { ComputeEngine } from '@cortex-js/compute-engine'
import { checkWorking } from '../../shared/math/check-working.ts'
import { SEED } from '../eval/steps.ts'
import { type Benchmark, spread } from './benchmark.ts'
import { readWorkings } from './busy-script.ts'

const ROUNDS = 3

/**
 * The step checker in Node: whole workings as the checker's worker gets them, and single steps beside
 * compute-engine's parsing and simplifying of the difference, in turn on the same pairs of lines: those that it
 * can read.
 */
export const check: Benchmark = {
  name: 'check',
  withinSeconds: 120,
  async run() {
    const workings = readWorkings().map(({ lines }) => lines)
    const steps = workings.flatMap((lines) =>
      lines.slice(1).map((line, index) => ({ before: lines[index] ?? '', after: line })),
    )
    const whole: number[] = []
    for (let round = 0; round < ROUNDS; round += 1)
      for (const lines of workings) whole.push(timeOf(() => checkWorking(lines, { seed: SEED })))
    const engine = new ComputeEngine()
    const ours: number[] = []
    const theirs: number[] = []
    for (const { before, after } of steps) {
      const latex = `(${difference(before)})-(${difference(after)})`
      // It says so on the console where it fails at prose.
      if (latex.includes('\\text') || !engine.parse(latex).isValid) continue
      ours.push(timeOf(() => checkWorking([before, after], { seed: SEED })))
      theirs.push(timeOf(() => engine.parse(latex).simplify()))
    }
    return [
      {
        what: `whole workings, ${(steps.length / workings.length + 1).toFixed(1)} lines each`,
        value: spread(whole, [0.5, 0.99], 2),
        n: whole.length,
      },
      {
        what: 'one step that both can read',
        value: spread(ours, [0.5, 0.99], 2),
        n: ours.length,
        beside: `compute-engine simplify(difference) ${spread(theirs, [0.5, 0.99], 2)}`,
      },
    ]
  },
}

/** An equation as what must be zero; a link of a chain, and anything else, as it stands. */
function difference(line: string): string {
  const sides = line.split('=').filter((side) => side.trim() !== '')
  return sides.length === 2 ? `(${sides[0]})-(${sides[1]})` : sides.length === 1 ? sides.join('') : line
}

function timeOf(work: () => unknown): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}
