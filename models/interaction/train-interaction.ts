import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { asideFolder, repositoryFolder } from '../../tools/folders.ts'
import { makeFrames } from './make-frames.ts'

/*
 * npm run train:interaction -- [--data FOLDER] [--seed 1] [--conversations 5000] [--rounds 3] [--threads 2]
 *
 * Trains `weights/interaction.onnx`, after `weights/turns.onnx`: plays simulated conversations, learns what was best in
 * hindsight, then plays others with what was learnt, so that its own mistakes are learnt from, and learns from all.
 * FOLDER (or ASIDE_UTTERANCES) may hold utterances.tsv.gz, so that persons say more than our own grammar does.
 */

const { values } = parseArgs({
  options: {
    data: {
      type: 'string',
      default: process.env.ASIDE_UTTERANCES ?? join(repositoryFolder, '../shared/data'),
    },
    seed: { type: 'string', default: '1' },
    conversations: { type: 'string', default: '5000' },
    rounds: { type: 'string', default: '3' },
    threads: { type: 'string', default: '2' },
  },
})
/** Seeds of one round never meet those of another. */
const APART = 1_000_000

const weights = join(import.meta.dirname, 'weights')
const python = join(asideFolder, 'interaction-python', 'bin', 'python')
if (!existsSync(python)) run('python3', '-m', 'venv', join(asideFolder, 'interaction-python'))
run(python, '-m', 'pip', 'install', '-q', '-r', join(import.meta.dirname, 'requirements.txt'))

const utterances = join(values.data, 'utterances.tsv.gz')
const frames: string[] = []
for (let round = 0; round < Number(values.rounds); round++) {
  const folder = join(asideFolder, 'interaction-frames', `round-${round + 1}`)
  frames.push(folder)
  const plan = {
    conversations: Number(values.conversations),
    seed: APART * (Number(values.seed) + round),
    sentences: existsSync(utterances) ? utterances : null,
    withNetwork: round > 0,
  }
  console.log(await makeFrames(folder, plan))
  const training = ['--out', weights, '--seed', values.seed, '--threads', values.threads]
  run(python, join(import.meta.dirname, 'train', 'train_interaction.py'), ...frames, ...training)
}

function run(command: string, ...args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' })
  if (status === 0) return
  console.error(error?.message ?? `${command} ${args[0]} ended with ${status}.`)
  process.exit(1)
}
