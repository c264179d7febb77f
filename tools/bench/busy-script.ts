import { readFileSync } from 'node:fs'
import { PlayedLoop } from '../../extension/turn/played-loop.ts'
import type { TraceRow } from '../../extension/turn/trace.ts'
import type { StepsCase } from '../eval/steps.ts'

const CASES = new URL('../eval/data/steps.jsonl', import.meta.url)

/** Ten characters a second: what the page sense sends of a fluent hand, two edits in a micro-turn. */
const KEYS_A_TURN = 2
const REQUESTS = [
  'remind me in 5 seconds to breathe',
  'how long did that take me?',
  'remind me every 10 seconds to sit up until I say stop',
  'what have you promised me?',
  'check 2(x+1)=2x+1',
  'watch this page for “results are out”',
  'stop',
]

/** The workings of the evaluation, right and wrong. */
export function readWorkings(): StepsCase[] {
  return readFileSync(CASES, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line))
}

/**
 * A person who writes one working after another, right and wrong ones, and meanwhile drafts requests, scrolls,
 * selects and pauses; remarks are spoken, reminders come due. The same at each call.
 * @returns the trace of at least this many micro-turns
 */
export async function playBusily(turns: number): Promise<readonly TraceRow[]> {
  const loop = new PlayedLoop()
  for (let round = 0; loop.state.turn < turns; round += 1) {
    const workings = readWorkings()
    const working = workings[round % workings.length]
    const request = REQUESTS[round % REQUESTS.length]
    if (!working || request === undefined) throw new Error('The script is empty.')
    await write(loop, working.lines)
    loop.page({ kind: 'scrolled' })
    if (round % 2 === 1) await ask(loop, request)
    loop.page({ kind: 'selected', text: working.lines[0] ?? '' })
    await loop.pass(round % 3 === 0 ? 4000 : 1400)
  }
  return loop.trace
}

async function write(loop: PlayedLoop, lines: readonly string[]): Promise<void> {
  loop.write('')
  const text = `${lines.join('\n')}\n`
  for (let end = 1; end <= text.length; end += 1) {
    loop.write(text.slice(0, end))
    if (end % KEYS_A_TURN === 0) await loop.turn()
  }
}

async function ask(loop: PlayedLoop, request: string): Promise<void> {
  for (let end = KEYS_A_TURN; end < request.length; end += KEYS_A_TURN) {
    loop.draft(request.slice(0, end))
    await loop.turn()
  }
  loop.send(request)
  loop.draft('')
  await loop.turn()
}
