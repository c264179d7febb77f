import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { asideFolder, repositoryFolder } from '../../tools/folders.ts'
import { makeExamples } from './turn-text/make-examples.ts'
import { storeParity, writeParityIds } from './turn-text/parity-texts.ts'

/*
 * npm run train:turns -- [--data FOLDER] [--seed 1] [--epochs 7] [--threads 2]
 *
 * Trains `weights/turns.onnx`: parses the utterances, makes examples, trains, exports, and stores what PyTorch says of
 * some texts. FOLDER (or ASIDE_UTTERANCES) holds utterances.tsv.gz, expository.tsv.gz and wait_phrases.py; README.md
 * beside this file says what is in them and where they come from.
 */

const { values } = parseArgs({
  options: {
    data: {
      type: 'string',
      default: process.env.ASIDE_UTTERANCES ?? join(repositoryFolder, '../shared/data'),
    },
    seed: { type: 'string', default: '1' },
    epochs: { type: 'string', default: '7' },
    threads: { type: 'string', default: '2' },
  },
})

const work = join(asideFolder, 'turn-text')
const scripts = join(import.meta.dirname, 'train')
const python = join(asideFolder, 'interaction-python', 'bin', 'python')
const at = (name: string): string => join(work, name)

const missing = ['utterances.tsv.gz', 'expository.tsv.gz', 'wait_phrases.py'].filter(
  (name) => !existsSync(join(values.data, name)),
)
if (missing.length > 0) {
  console.error(`${values.data} lacks ${missing.join(', ')}. Name the folder of the utterances with --data.`)
  process.exit(1)
}
mkdirSync(work, { recursive: true })
if (!existsSync(python)) run('python3', '-m', 'venv', join(asideFolder, 'interaction-python'))
run(python, '-m', 'pip', 'install', '-q', '-r', join(import.meta.dirname, 'requirements.txt'))
const { data, seed, epochs, threads } = values
run(python, join(scripts, 'parse.py'), data, at('parsed.jsonl'), '--seed', seed)
run(python, join(scripts, 'draw_wait_phrases.py'), data, at('waits.jsonl'), '--seed', seed)
const paths = { parsed: at('parsed.jsonl'), waits: at('waits.jsonl'), out: at('arrays') }
console.log(makeExamples({ ...paths, seed: Number(seed) }))
const training = ['--epochs', epochs, '--seed', seed, '--threads', threads]
run(python, join(scripts, 'train_turn_text.py'), paths.out, at('turns.pt'), ...training)
writeParityIds(at('parity-ids.bin'))
const weights = join(import.meta.dirname, 'weights', 'turns.onnx')
const parity = ['--ids', at('parity-ids.bin'), '--parity', at('parity.json')]
run(python, join(scripts, 'export_turn_text.py'), at('turns.pt'), weights, ...parity)
storeParity(at('parity.json'))

function run(command: string, ...args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) {
    console.error(error?.message ?? `${command} ${args[0]} ended with ${status}.`)
    process.exit(1)
  }
}
