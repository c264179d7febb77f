import { dataFolderOf, makeDataFolder } from './data-folder.ts'
import { PairingCode } from './pairing/code.ts'
import { serve, showCode } from './serve.ts'

try {
  const folder = dataFolderOf(process.env, process.platform)
  const [command, ...more] = process.argv.slice(2)
  if (command === undefined) {
    const end = new AbortController()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end.abort())
    // Started by another program, it ends with that, however that ends.
    process.once('disconnect', () => end.abort())
    process.channel?.unref()
    const { ended } = await serve({ env: process.env, folder, say: console.log, signal: end.signal })
    await ended
  } else if (command === 'pair' && more.length === 0) {
    makeDataFolder(folder)
    showCode(new PairingCode(folder), console.log)
  } else {
    throw new Error(
      `There is no "${command}". npm run backend: starts it; npm run backend -- pair: a code to pair a browser with the one that runs.`,
    )
  }
} catch (error) {
  console.error(`backend: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
