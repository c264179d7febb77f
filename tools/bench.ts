import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { backend } from './bench/backend.ts'
import { Bed } from './bench/bed.ts'
import type { Benchmark, Figure } from './bench/benchmark.ts'
import { boundary } from './bench/boundary.ts'
import { check } from './bench/check.ts'
import { editors } from './bench/editors.ts'
import { firstCheck } from './bench/first-check.ts'
import { mark } from './bench/mark.ts'
import { memory } from './bench/memory.ts'
import { page } from './bench/page.ts'
import { panel } from './bench/panel.ts'
import { scan } from './bench/scan.ts'
import { size } from './bench/size.ts'
import { start } from './bench/start.ts'
import { tabs } from './bench/tabs.ts'
import { turn } from './bench/turn.ts'
import { withDeadline } from './deadline.ts'

/** Every name of the command: a new benchmark is one line here and a file in `bench/`. */
const BENCHMARKS: readonly Benchmark[] = [
  size,
  check,
  firstCheck,
  turn,
  mark,
  page,
  editors,
  panel,
  scan,
  memory,
  tabs,
  start,
  backend,
  boundary,
]

const USAGE = `npm run bench [-- NAME…]
names: ${BENCHMARKS.map(({ name }) => name).join(', ')}`

/** @returns whether there are figures: being over a budget is none of a benchmark's failures, having none is. */
async function measure(bed: Bed, { name, withinSeconds, run }: Benchmark): Promise<boolean> {
  try {
    const figures = await withDeadline(run(bed), withinSeconds * 1000, `the benchmark ${name} ends`)
    for (const figure of figures) console.log(line(name, figure))
    return true
  } catch (error) {
    console.log(`${name.padEnd(9)}not measured: ${error instanceof Error ? error.message : error}`)
    await bed.closeBrowsers()
    return false
  }
}

function line(name: string, { what, value, budget, n, beside }: Figure): string {
  const verdict = budget ? `${budget.met ? 'within' : 'OVER'} budget ${budget.text}` : 'no budget'
  const head = `${name.padEnd(9)}${what.padEnd(42)} ${value}`
  return `${head} · ${verdict} · n=${n}${beside ? ` · beside: ${beside}` : ''}`
}

const { positionals } = parseArgs({ allowPositionals: true })
const unknown = positionals.filter((name) => !BENCHMARKS.some((one) => one.name === name))
if (unknown.length > 0) {
  console.error(`There is no benchmark called ${unknown.join(', ')}.\n${USAGE}`)
  process.exitCode = 2
} else {
  const load = loadavg()[0]?.toFixed(1)
  console.log(
    `${availableParallelism()} cores, load ${load}: read the shares and ratios, not the milliseconds.`,
  )
  await using bed = new Bed()
  for (const one of BENCHMARKS) {
    if (positionals.length > 0 && !positionals.includes(one.name)) continue
    if (!(await measure(bed, one))) process.exitCode = 1
  }
}
