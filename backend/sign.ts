import { readFileSync } from 'node:fs'
import { FIRST_PORT } from '../shared/thoughts/meeting.ts'
import { dataFolderOf } from './data-folder.ts'
import { Caller } from './pairing/caller.ts'
import { Pairings } from './pairing/pairings.ts'

const USAGE = `node backend/sign.ts METHOD PATH [BODY-FILE]   begins a session and prints the headers of one request
node backend/sign.ts pair CODE                 pairs as a browser would, so that there is a token to sign with
It reads ASIDE_DATA and ASIDE_PORT as the backend does.`

/** The headers of one request, for `curl -H @-`: with the token of the last pairing, which only its owner can read. */
async function sign(port: number, method: string, path: string, bodyFile: string | undefined): Promise<void> {
  const token = new Pairings(dataFolderOf(process.env, process.platform)).tokens().at(-1)
  if (token === undefined) throw new Error(`No browser is paired yet.\n${USAGE}`)
  const caller = await Caller.begin(port, token)
  const body = bodyFile === undefined ? '' : readFileSync(bodyFile, 'utf8')
  for (const [name, value] of Object.entries(await caller.headers(method, path, body)))
    console.log(`${name}: ${value}`)
}

try {
  const port = Number(process.env.ASIDE_PORT || FIRST_PORT)
  const [first, second, third] = process.argv.slice(2)
  if (first === undefined || second === undefined) throw new Error(USAGE)
  if (first === 'pair') await Caller.pair(port, second)
  else await sign(port, first, second, third)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
