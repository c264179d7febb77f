import { parseArgs } from 'node:util'
import { MODES } from './eval/generate/timing/cast.ts'
import { generateTiming } from './eval/generate/timing/generate-timing.ts'

const USAGE = `npm run -s conversations -- MODE COUNT SEED > FILE.jsonl
Draws conversations for \`npm run -s eval -- timing FILE.jsonl\`, the same for the same seed.
MODE: ${MODES.join(', ')}`

const [wanted, count = 'none', seed = 'none'] = parseArgs({ allowPositionals: true }).positionals
const mode = MODES.find((each) => each === wanted)
if (mode === undefined || !/^\d+$/.test(count) || !/^\d+$/.test(seed)) {
  console.error(USAGE)
  process.exitCode = 2
} else {
  for (const one of generateTiming(Number(count), Number(seed), mode))
    process.stdout.write(`${JSON.stringify(one)}\n`)
}
