import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { addCounts, type Counts, countCheck, countPlaywright, countVitest } from './count-tests.ts'
import { asideFolder, builtExtension, repositoryFolder } from './folders.ts'

interface Part {
  readonly heading: string
  /** A program of a package, and its arguments. */
  readonly command: readonly [file: string, ...args: string[]]
  readonly withinMinutes: number
  readonly env?: Readonly<Record<string, string>>
  /** Counts what ran; reads the part's own report where it writes one. */
  count(succeeded: boolean): Counts
}

const reports = join(asideFolder, 'test')
const vitestReport = join(reports, 'vitest.json')
const playwrightReport = join(reports, 'playwright.json')
const programs = {
  biome: '@biomejs/biome/bin/biome',
  knip: 'knip/bin/knip.js',
  playwright: '@playwright/test/cli.js',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
  wxt: 'wxt/bin/wxt.mjs',
}

const parts: readonly Part[] = [
  { heading: 'types', command: [programs.tsc, '--noEmit'], withinMinutes: 3, count: countCheck },
  {
    heading: 'lint',
    command: [programs.biome, 'check', '--error-on-warnings', '.'],
    withinMinutes: 2,
    count: countCheck,
  },
  { heading: 'unused code', command: [programs.knip, '--no-progress'], withinMinutes: 2, count: countCheck },
  {
    heading: 'unit and property tests',
    command: [
      programs.vitest,
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${vitestReport}`,
    ],
    withinMinutes: 10,
    count: (succeeded) => countVitest(vitestReport, succeeded),
  },
  { heading: 'build', command: [programs.wxt, 'build'], withinMinutes: 3, count: countCheck },
  {
    heading: 'end to end, in the browser',
    command: [
      programs.playwright,
      'test',
      '--config=extension/e2e/playwright.config.ts',
      '--project=whole',
      '--project=parts',
      '--project=beside',
      '--reporter=list,json',
    ],
    withinMinutes: 16,
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
    count: (succeeded) => countPlaywright(playwrightReport, succeeded),
  },
]

/** Runs one part with its output kept back: it is shown, all of it, when the part fails. */
async function runPart({ heading, command, withinMinutes, env, count }: Part): Promise<Counts> {
  const begun = performance.now()
  process.stdout.write(`${heading} … `)
  const [file, ...args] = command
  const output: Buffer[] = []
  const ended = await new Promise<string | null>((resolve) => {
    const child = spawn(process.execPath, [join(repositoryFolder, 'node_modules', file), ...args], {
      cwd: repositoryFolder,
      env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const timer = setTimeout(() => {
      // Playwright closes its browser at SIGTERM; whoever does not listen is ended all the same.
      child.kill('SIGTERM')
      setTimeout(() => child.kill('SIGKILL'), 10_000).unref()
      resolve(`stopped after ${withinMinutes} minutes`)
    }, withinMinutes * 60_000)
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => output.push(chunk))
    child.once('error', (error) => resolve(error.message))
    child.once('close', (status, signal) => {
      clearTimeout(timer)
      resolve(status === 0 ? null : `exit ${status ?? signal}`)
    })
  })
  const counts = count(ended === null)
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  const summary = `${counts.passed} passed${counts.failed ? `, ${counts.failed} failed` : ''}${counts.skipped ? `, ${counts.skipped} skipped` : ''}`
  console.log(`${summary} (${seconds} s)${ended ? ` – ${ended}` : ''}`)
  if (counts.failed > 0) console.log(`\n${Buffer.concat(output).toString().trim()}\n`)
  return counts
}

mkdirSync(reports, { recursive: true })
// What an earlier run left must not be counted, nor tested.
for (const old of [vitestReport, playwrightReport, builtExtension])
  rmSync(old, { recursive: true, force: true })

let total: Counts = { passed: 0, failed: 0, skipped: 0 }
for (const part of parts) total = addCounts(total, await runPart(part))
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
