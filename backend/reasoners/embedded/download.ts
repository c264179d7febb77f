import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { CatalogueModel, ModelFile } from '../../../models/catalogue.ts'

/** The model hub's address, where no mirror is named. */
export const HUB = 'https://huggingface.co'

/** A server that sends nothing for so long has gone, ms. */
const SILENCE_MS = 30_000
/** How often one file is gone on with, or begun again. */
const TRIES = 5

export type DownloadFailure = 'no-network' | 'not-there' | 'wrong-checksum'

/** Why a model was not downloaded. */
export class DownloadError extends Error {
  readonly why: DownloadFailure
  constructor(why: DownloadFailure) {
    super(why)
    this.why = why
  }
}

export interface DownloadDoors {
  hub: string
  /** Models lie here, each in a folder named by its id. */
  folder: string
  signal: AbortSignal
  /** Told with the bytes that there are, and all that there will be. */
  tell: (done: number, all: number) => void
}

/**
 * Fetches a model's files, goes on where an earlier try ended, checks each, and moves the folder to its place when
 * all are right. Rejects with a DownloadError, or with the signal's reason; what has come by then is kept.
 */
export async function download(model: CatalogueModel, doors: DownloadDoors): Promise<void> {
  const partly = join(doors.folder, `${model.id}.part`)
  const all = model.files.reduce((sum, { bytes }) => sum + bytes, 0)
  let before = 0
  for (const file of model.files) {
    const path = join(partly, file.path)
    await mkdir(dirname(path), { recursive: true })
    await fetchFile(model, file, path, {
      ...doors,
      tell: (done) => doors.tell(Math.min(before + done, all), all),
    })
    before += file.bytes
  }
  await rename(partly, join(doors.folder, model.id))
}

interface FileDoors {
  hub: string
  signal: AbortSignal
  tell: (done: number) => void
}

async function fetchFile(
  { source }: CatalogueModel,
  file: ModelFile,
  path: string,
  { hub, signal, tell }: FileDoors,
): Promise<void> {
  if ((await sizeOf(path)) !== null) return tell(file.bytes)
  const address = `${hub.replace(/\/+$/u, '')}/${source.repository}/resolve/${source.revision}/${file.path}`
  const partly = `${path}.part`
  const checksum = file.sha256 ?? (await statedChecksum(address, signal))
  for (let tried = 1; ; tried += 1) {
    try {
      await append(address, partly, signal, tell)
      if (await isRight(partly, checksum)) return await rename(partly, path)
      // The whole of it is wrong, so that nothing is to be gone on with.
      await rm(partly, { force: true })
      throw new DownloadError('wrong-checksum')
    } catch (error) {
      signal.throwIfAborted()
      const why = error instanceof DownloadError ? error : new DownloadError('no-network')
      if (tried >= TRIES || why.why === 'not-there' || (why.why === 'wrong-checksum' && tried > 1)) throw why
    }
  }
}

/** Adds to a file what is still missing of it. */
async function append(
  address: string,
  path: string,
  signal: AbortSignal,
  tell: (done: number) => void,
): Promise<void> {
  const begun = (await sizeOf(path)) ?? 0
  const silence = new AbortController()
  let timer = setTimeout(() => silence.abort(), SILENCE_MS)
  const both = AbortSignal.any([signal, silence.signal])
  try {
    const answer = await fetch(address, {
      headers: begun === 0 ? {} : { range: `bytes=${begun}-` },
      signal: both,
    })
    // Nothing is missing.
    if (answer.status === 416) return
    if (answer.status === 401 || answer.status === 403 || answer.status === 404)
      throw new DownloadError('not-there')
    if (!answer.ok || answer.body === null) throw new DownloadError('no-network')
    const goesOn = answer.status === 206
    let done = goesOn ? begun : 0
    const counted = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunks) {
        clearTimeout(timer)
        timer = setTimeout(() => silence.abort(), SILENCE_MS)
        done += chunk.length
        yield chunk
        tell(done)
      }
    }
    const file = createWriteStream(path, { flags: goesOn ? 'a' : 'w' })
    await pipeline(answer.body, counted, file, { signal: both })
  } finally {
    clearTimeout(timer)
  }
}

/** What the hub says of a file it does not send itself: SHA-256, else git's own hash (SHA-1) of the file. */
async function statedChecksum(address: string, signal: AbortSignal): Promise<string> {
  let answer: Response
  try {
    answer = await fetch(address, { method: 'HEAD', redirect: 'manual', signal })
  } catch {
    signal.throwIfAborted()
    throw new DownloadError('no-network')
  }
  if (answer.status >= 400) throw new DownloadError('not-there')
  const stated = answer.headers.get('x-linked-etag') ?? answer.headers.get('etag') ?? ''
  const hash = /^(?:W\/)?"([0-9a-f]{40}|[0-9a-f]{64})"$/u.exec(stated)?.[1]
  if (hash === undefined) throw new DownloadError('wrong-checksum')
  return hash
}

async function isRight(path: string, checksum: string): Promise<boolean> {
  const hash = createHash(checksum.length === 40 ? 'sha1' : 'sha256')
  if (checksum.length === 40) hash.update(`blob ${await sizeOf(path)}\0`)
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex') === checksum
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch {
    return null
  }
}
