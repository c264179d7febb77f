import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { equal } from './eval/equal.ts'
import { type Evaluation, evaluation } from './eval/evaluation.ts'
import { play } from './eval/play.ts'
import { readCases } from './eval/read-cases.ts'
import { openReadTurn } from './eval/read-turn.ts'
import { steps } from './eval/steps.ts'
import { makeTimeEval } from './eval/time.ts'
import { timing } from './eval/timing.ts'
import { makeTurnsEval } from './eval/turns.ts'

/** Every name of the command: a new evaluation is one line here and a development file `eval/data/NAME.jsonl`. */
const EVALUATIONS: readonly Evaluation[] = [
  evaluation(equal),
  evaluation(steps),
  evaluation(makeTimeEval(play)),
  evaluation(timing),
  evaluation(makeTurnsEval(openReadTurn)),
]

const DATA = `${import.meta.dirname}/eval/data`

const USAGE = `npm run -s eval -- NAME FILE [--out RESULTS.jsonl] [--by kind] [--live] [--peers]
npm run -s eval               all names on the project's own development files
names: ${EVALUATIONS.map(({ name }) => name).join(', ')}`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    by: { type: 'string' },
    live: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
  },
})

async function score(one: Evaluation, file: string, note = ''): Promise<void> {
  const { cases, skipped } = readCases(file, one.schema)
  for (const problem of skipped) console.error(`${file} ${problem}`)
  await print(one, cases, skipped.length, note)
}

async function print(one: Evaluation, cases: unknown[], skipped: number, note: string): Promise<void> {
  const outcome = await one.run(cases, {
    byKind: values.by === 'kind',
    live: values.live,
    peers: values.peers,
  })
  if (values.out)
    writeFileSync(values.out, outcome.results.map((result) => `${JSON.stringify(result)}\n`).join(''))
  for (const line of outcome.kinds ?? []) console.log(line)
  console.log(`${outcome.figures} n=${cases.length} skipped=${skipped}${note}`)
}

/** The development file of a name first, then the sets that were kept apart. */
function filesOf(name: string): string[] {
  return readdirSync(DATA)
    .filter((file) => file === `${name}.jsonl` || file.startsWith(`${name}-`))
    .sort((a, b) => a.length - b.length || a.localeCompare(b))
}

function refuse(why: string): void {
  console.error(`${why}\n${USAGE}`)
  process.exitCode = 2
}

const [name, file] = positionals
if (name === undefined) {
  for (const one of EVALUATIONS) {
    for (const file of filesOf(one.name)) await score(one, `${DATA}/${file}`, ` (${file})`)
    if (one.generate) await print(one, one.generate(), 0, ' (drawn by machine)')
  }
} else {
  const one = EVALUATIONS.find((candidate) => candidate.name === name)
  const path = file ?? `${DATA}/${name}.jsonl`
  if (!one) refuse(`There is no evaluation called ${name}.`)
  else if (!existsSync(path)) refuse(`There is no file ${path}.`)
  else await score(one, path)
}
