import { equalAnswers } from '../equal-answers.ts'
import type { Task } from './item-draft.ts'

/** An exercise as far as its working is judged by it. */
export interface Exercise {
  task: Task
  given: string
  answer: string
}

/** The exercise as the first line of its working. */
export function firstLine({ task, given }: Exercise): string {
  if (task === 'differentiate') return `f(x) = ${given}`
  return task === 'integrate' ? `∫ ${given} dx` : given
}

const LEFT_SIDE = {
  differentiate: /^\s*(?:[a-z]\s*['′](?:\s*\(\s*x\s*\))?|d[yf]?(?:\s*\(x\))?\s*\/\s*dx[^=]*)\s*=\s*/i,
  integrate: /^\s*(?:[a-z]\s*\(\s*x\s*\)|∫[^=]*)\s*=\s*/i,
}
const NUMBER = String.raw`[+−-]?\d+(?:[.,]\d+)?(?:\s*\/\s*\d+)?`
const NUMBERS = new RegExp(
  String.raw`^\s*(?:±\s*)?${NUMBER}(?:\s*(?:;|,\s|\bor\b|\band\b|oder|und)\s*${NUMBER})*\s*$`,
  'i',
)

/**
 * What somebody answered as lines of a working: "4" is "x = 4" where x is asked for, and a derivative is the
 * derivative of what is given.
 */
export function answerLines(exercise: Exercise, text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '').map((line) => asLine(exercise, line))
}

function asLine({ task }: Exercise, line: string): string {
  switch (task) {
    case 'solve':
      if (!NUMBERS.test(line)) return line
      return line
        .split(/\s*(?:;|,\s|\bor\b|\band\b|oder|und)\s*/i)
        .map((value) => `x = ${value}`)
        .join(' or ')
    case 'differentiate':
      return `f′(x) = ${line.replace(LEFT_SIDE.differentiate, '')}`
    case 'integrate':
      return line.replace(LEFT_SIDE.integrate, '')
    case 'calculate':
    case 'simplify':
    case 'expand':
      return line
  }
}

/**
 * answer: it is the answer, if it follows; other: it has the form of an answer and is another one; open: there is
 * more to do.
 */
export type Reached = 'answer' | 'other' | 'open'

/** How far a line of `answerLines` has come. */
export function reached(exercise: Exercise, line: string, seed: number): Reached {
  const last = exercise.task === 'solve' ? line : (line.split('=').at(-1) ?? '').trim()
  const bare = exercise.task === 'integrate' ? last.replace(/\s*\+\s*[ck]\s*$/i, '') : last
  if (!isDone(exercise, bare)) return 'open'
  return equalAnswers(bare, exercise.answer, { seed }).verdict === 'different' ? 'other' : 'answer'
}

const SOLUTION = /^\s*x\s*(?:=|<|>|≤|≥|<=|>=|\\leq?|\\geq?|\\in)[^a-zA-Z=<>≤≥]+$/
const VALUE = new RegExp(String.raw`^\s*(?:${NUMBER}|[+−-]?\\[dt]?frac\{\d+\}\{\d+\})\s*$`)

/** Whether it has the form of an answer: nothing is left to be opened, put together or worked out. */
function isDone({ task, given }: Exercise, text: string): boolean {
  switch (task) {
    case 'solve':
      return text.split(/\s*(?:;|,\s|\bor\b|\band\b|oder|und|∨)\s*/i).every((part) => SOLUTION.test(part))
    case 'calculate':
      return VALUE.test(text)
    case 'expand':
    case 'simplify':
      return !/[()]/.test(text) && text.replaceAll(/\s/g, '') !== given.replaceAll(/\s/g, '')
    case 'differentiate':
    case 'integrate':
      return !/[∫'′]|\bd\s*\/?\s*d?x\b/.test(text)
  }
}
