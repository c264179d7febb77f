// Runs before `npm start` and `npm test`, in a fresh clone too: no dependency, any Node from 20 on.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './find-browser.mjs'

const repository = fileURLToPath(new URL('..', import.meta.url))
const modules = join(repository, 'node_modules')
const asideFolder = join(repository, '.aside')
const lockFile = join(repository, 'package-lock.json')
/** npm writes it when an installation has ended; without it one was interrupted. */
const installedLock = join(modules, '.package-lock.json')
/** Which lock file `node_modules` was made from. */
const stamp = join(modules, '.aside-lock')

/** Something that went wrong, in a sentence that says what to do. */
class SetUpError extends Error {}

try {
  if (!packagesAreThere()) await installPackages()
  const node = pinnedNode() ?? (await installPinnedNode())
  if (!findBrowser(asideFolder)?.loadsExtensions) await installBrowser(node)
  // Without Python the tests of the real model say why they were left out.
  if (
    process.argv.includes('--small-model') &&
    !existsSync(join(asideFolder, 'models', 'smollm2-135m-instruct'))
  )
    await step('the small model of the tests is made', [node, 'models/make-small-model.ts'], {
      mayFail: true,
    })
  if (process.env.npm_lifecycle_event === 'pretest') await installRedis()
} catch (error) {
  if (!(error instanceof SetUpError) && !/ASIDE_BROWSER/.test(error.message)) throw error
  console.error(`\nset-up: ${error.message}`)
  process.exit(1)
}

function lockHash() {
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex')
}

function packagesAreThere() {
  if (!existsSync(installedLock)) return false
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()) return true
  // `npm install` by hand writes both files within a moment, and no stamp.
  const byHand = statSync(installedLock).mtimeMs + 5_000 >= statSync(lockFile).mtimeMs
  if (byHand) writeFileSync(stamp, lockHash())
  return byHand
}

async function installPackages() {
  const again = existsSync(modules)
  // Scripts of packages are left out: npm 12 runs none unasked, and the one that matters follows below.
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const what = again ? 'packages are updated to package-lock.json' : 'packages are installed'
  // `npm ci` would throw away what is there; and it refuses a lock file that was written where a registry does
  // not list the builds for other platforms. `--no-save` installs what the lock file says and leaves it alone.
  if (again || !(await step(what, npm('ci', ...options), { mayFail: /in sync|EUSAGE/ })))
    await step(`${what} with npm install`, npm('install', '--no-save', ...options))
  writeFileSync(stamp, lockHash())
}

/** The Node that `npm run` finds first, when it really is the one that package.json pins. */
function pinnedNode() {
  const pinned = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')).devDependencies.node
  const program = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const link = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  if (!existsSync(program) || !existsSync(link)) return undefined
  const answer = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 30_000 })
  return answer.stdout?.trim() === `v${pinned}` ? program : undefined
}

async function installPinnedNode() {
  // The package `node` fetches the build for this platform in its install script.
  const folder = join(modules, 'node')
  await step('Node is fetched', [process.execPath, 'installArchSpecificPackage.js'], { cwd: folder })
  await step('Node is linked', npm('rebuild', 'node', '--ignore-scripts', '--loglevel=error'))
  const program = pinnedNode()
  if (program) return program
  throw new SetUpError(
    'the npm package `node` gave no working node_modules/.bin/node. Delete node_modules and try again; if that does not help, install the Node that package.json pins yourself and put it first on the PATH.',
  )
}

/** @param {string} node the Node to run package tools with */
async function installBrowser(node) {
  const debian = /^ID=debian$/m.test(readIfThere('/etc/os-release'))
  if (debian && process.getuid?.() === 0) {
    // Ubuntu's package of this name only points to a snap; Debian's is the browser.
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const updated = await step('package lists are fetched (apt-get update)', ['apt-get', 'update', '-q'], {
      env,
      mayFail: true,
    })
    const command = ['apt-get', 'install', '-y', '-q', 'chromium']
    if (updated && (await step('Chromium is installed (apt-get)', command, { env, mayFail: true })))
      if (findBrowser(asideFolder)?.loadsExtensions) return
  }
  const target = join(asideFolder, 'browser')
  mkdirSync(target, { recursive: true })
  console.log('set-up: no browser that loads unpacked extensions is here; Chrome for Testing is downloaded')
  const cli = join(modules, '@puppeteer', 'browsers', 'lib', 'main-cli.js')
  const download = [node, cli, 'install', 'chrome@stable', '--path', target]
  const done = await step('Chrome for Testing is downloaded', download, { mayFail: true, shown: true })
  const found = findBrowser(asideFolder)
  if (found?.loadsExtensions) return
  const what = done
    ? 'the downloaded Chrome for Testing does not start; system libraries may be missing.'
    : 'Chrome for Testing could not be downloaded.'
  const but = found
    ? `\n${found.path} (${found.version}) will not do: Google's and Microsoft's own builds load no unpacked extensions from the command line since 137.`
    : ''
  throw new SetUpError(
    `${what} Install Chromium (Debian: apt-get install chromium; macOS: brew install --cask chromium), or set ASIDE_BROWSER to the program of a Chromium or Chrome for Testing.${but}`,
  )
}

/** Tests of replicas want a real Redis; where it cannot be had so, they say that they were skipped. */
async function installRedis() {
  if (spawnSync('redis-server', ['--version'], { timeout: 30_000 }).status === 0) return
  const debian = /^ID(?:_LIKE)?=.*debian/m.test(readIfThere('/etc/os-release'))
  if (!debian || process.getuid?.() !== 0) return
  // RUNLEVEL=1: installed, but not started as a service.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  const command = ['apt-get', 'install', '-y', '-q', 'redis-server']
  if (await step('Redis is installed (apt-get)', command, { env, mayFail: true })) return
  const update = ['apt-get', 'update', '-q']
  if (await step('package lists are fetched (apt-get update)', update, { env, mayFail: true }))
    await step('Redis is installed (apt-get)', command, { env, mayFail: true })
}

/** @param {string} path */
function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/**
 * npm as it was called, with the Node that runs this: on Windows `npm` is a script that spawn cannot start.
 * @param {...string} args
 */
function npm(...args) {
  const cli = process.env.npm_execpath
  return cli?.endsWith('.js') ? [process.execPath, cli, ...args] : ['npm', ...args]
}

/**
 * Runs a command; says so once it takes more than a second, and again when it has ended.
 * @param {string} what "packages are installed"
 * @param {string[]} command
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, mayFail?: true | RegExp, shown?: boolean }} [options]
 *   `mayFail`: a failure (that prints this) is answered with false and not thrown; `shown`: its output is passed on
 */
async function step(what, command, { cwd = repository, env = process.env, mayFail, shown = false } = {}) {
  const [program = '', ...args] = command
  const begun = Date.now()
  const seconds = () => Math.round((Date.now() - begun) / 1000)
  const notice = setTimeout(() => console.log(`set-up: ${what} …`), 1_000)
  const stillThere = setInterval(() => console.log(`set-up: ${what} … ${seconds()} s`), 15_000)
  let output = ''
  const status = await new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ['ignore', shown ? 'inherit' : 'pipe', 'pipe'],
      shell: program === 'npm' && process.platform === 'win32',
    })
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        output += chunk
      })
    child.once('error', (error) => {
      output += error.message
      resolve(1)
    })
    child.once('close', resolve)
  })
  clearTimeout(notice)
  clearInterval(stillThere)
  if (status === 0) {
    if (seconds() >= 1) console.log(`set-up: ${what} (${seconds()} s)`)
    return true
  }
  const reason = output.trim().split('\n').slice(-30).join('\n')
  if (mayFail === true) console.log(`set-up: this failed: ${what}\n${reason}`)
  if (mayFail === true || mayFail?.test(output)) return false
  throw new SetUpError(`\`${command.join(' ')}\` failed:\n${reason}`)
}
