import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type CatalogueModel, modelOf } from '../../../models/catalogue.ts'
import type { NewPart } from '../reason.ts'
import { type DownloadError, download } from './download.ts'
import { Embedded } from './embedded.ts'

const WEIGHTS = Buffer.alloc(300_000, 'weights ')
const CONFIG = Buffer.from('{"max_position_embeddings": 64}')
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** A model of which the hub states what the catalogue does not. */
const MODEL: CatalogueModel = {
  id: 'tiny',
  name: 'Tiny',
  source: { repository: 'org/tiny', revision: 'abc' },
  licence: 'MIT',
  memoryMb: 1,
  use: 'none',
  dtype: 'q8',
  contextTokens: 64,
  files: [
    { path: 'config.json', bytes: CONFIG.length, sha256: null },
    { path: 'onnx/model_quantized.onnx', bytes: WEIGHTS.length, sha256: sha256(WEIGHTS) },
  ],
}

/** A server that speaks the hub's paths: large files lie elsewhere, small ones are named by git's hash. */
class LocalHub {
  readonly asked: string[] = []
  files: Record<string, Buffer> = { 'config.json': CONFIG, 'onnx/model_quantized.onnx': WEIGHTS }
  /** Ends the connection after so many bytes of a file, once. */
  cutAfter: number | null = null
  readonly #server = createServer((request, response) => this.#answer(request, response))

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    const bound = this.#server.address()
    return `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #answer({ url = '', method, headers }: IncomingMessage, response: ServerResponse): void {
    this.asked.push(`${method} ${url}${headers.range === undefined ? '' : ` ${headers.range}`}`)
    const [, where, name = ''] = /^\/(org\/tiny\/resolve\/abc|blobs)\/(.*)$/u.exec(url) ?? []
    const file = this.files[name]
    if (where === undefined || file === undefined) return void response.writeHead(404).end()
    const git = createHash('sha1').update(`blob ${file.length}\0`).update(file).digest('hex')
    if (where !== 'blobs' && name.startsWith('onnx/'))
      return void response
        .writeHead(302, { location: `/blobs/${name}`, 'x-linked-etag': `"${sha256(file)}"` })
        .end()
    const first = Number(/^bytes=(\d+)-$/u.exec(headers.range ?? '')?.[1] ?? 0)
    if (first >= file.length) return void response.writeHead(416).end()
    response.writeHead(headers.range === undefined ? 200 : 206, { etag: `"${git}"` })
    if (method === 'HEAD') return void response.end()
    if (this.cutAfter === null) return void response.end(file.subarray(first))
    response.write(file.subarray(first, first + this.cutAfter), () => response.destroy())
    this.cutAfter = null
  }
}

let hub: LocalHub
let address: string
let folder: string
beforeEach(async () => {
  hub = new LocalHub()
  address = await hub.listen()
  folder = mkdtempSync(join(tmpdir(), 'aside-models-'))
})
afterEach(async () => {
  await hub.close()
  rmSync(folder, { recursive: true })
})

const doorsOf = (signal = new AbortController().signal, told: number[] = []) => ({
  hub: address,
  folder,
  signal,
  tell: (done: number, all: number) => void told.push(done / all),
})
const failureOf = (model: CatalogueModel): Promise<string> =>
  download(model, doorsOf()).then(
    () => 'none',
    (error: DownloadError) => error.why,
  )

describe('a download', () => {
  test('fetches, checks and puts all files in their place, and tells how far it is', async () => {
    const told: number[] = []
    await download(MODEL, doorsOf(undefined, told))
    expect(readFileSync(join(folder, 'tiny', 'onnx', 'model_quantized.onnx')).equals(WEIGHTS)).toBe(true)
    expect(told.at(-1)).toBe(1)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
  })

  test('goes on where the connection broke off', async () => {
    hub.cutAfter = 100_000
    hub.files['config.json'] = CONFIG
    mkdirSync(join(folder, 'tiny.part'))
    writeFileSync(join(folder, 'tiny.part', 'config.json'), CONFIG)
    await download(MODEL, doorsOf())
    expect(hub.asked.filter((line) => line.includes('GET /blobs'))).toEqual([
      'GET /blobs/onnx/model_quantized.onnx',
      expect.stringMatching(/^GET \/blobs\/onnx\/model_quantized\.onnx bytes=\d+-$/u),
    ])
    expect(readFileSync(join(folder, 'tiny', 'onnx', 'model_quantized.onnx')).equals(WEIGHTS)).toBe(true)
  })

  test('goes on with what an earlier run left, and begins again where that was something else', async () => {
    mkdirSync(join(folder, 'tiny.part', 'onnx'), { recursive: true })
    writeFileSync(join(folder, 'tiny.part', 'onnx', 'model_quantized.onnx.part'), Buffer.alloc(1_000, 'x'))
    await download(MODEL, doorsOf())
    expect(hub.asked).toContain('GET /blobs/onnx/model_quantized.onnx bytes=1000-')
    expect(readFileSync(join(folder, 'tiny', 'onnx', 'model_quantized.onnx')).equals(WEIGHTS)).toBe(true)
  })

  test('refuses other bytes than the catalogue, or the hub, has stated', async () => {
    hub.files['onnx/model_quantized.onnx'] = Buffer.alloc(300_000, 'other')
    expect(await failureOf(MODEL)).toBe('wrong-checksum')
    const stated = { ...MODEL, files: MODEL.files.map((file) => ({ ...file, sha256: null })) }
    expect(await failureOf(stated)).toBe('none')
  })

  test('says that a file is not there, or that nobody answers', async () => {
    delete hub.files['config.json']
    expect(await failureOf(MODEL)).toBe('not-there')
    await hub.close()
    expect(await failureOf(MODEL)).toBe('no-network')
    hub = new LocalHub()
  })

  test('ends with its signal and keeps what has come', async () => {
    const stop = new AbortController()
    const doors = { ...doorsOf(stop.signal), tell: (done: number) => done > CONFIG.length && stop.abort() }
    await expect(download(MODEL, doors)).rejects.toThrow()
    await download(MODEL, doorsOf())
  })
})

describe('the embedded model', () => {
  const agreed = { model: 'smollm2-135m-instruct', download: true }

  test('is downloaded once the person agrees, from a mirror, and not before', async () => {
    const embedded = new Embedded({ folder, own: null, hub: address })
    expect(embedded.find({ ...agreed, download: false }).state).toMatchObject({ state: 'not-downloaded' })
    expect(hub.asked).toEqual([])
    expect(embedded.find(agreed).state).toMatchObject({ state: 'downloading', progress: 0 })
    await expect.poll(() => hub.asked[0]).toBe('GET /aside/smollm2-135m-instruct/resolve/main/config.json')
    // This hub has no such model: it is not asked again at once.
    await expect.poll(() => embedded.find(agreed).state.state).toBe('not-downloaded')
    expect(hub.asked).toHaveLength(1)
    await embedded.close()
  })

  test('can be a folder of the person’s own', () => {
    const own = join(folder, 'mine')
    mkdirSync(own)
    expect(new Embedded({ folder, own, hub: null }).find(agreed).thinker).toBeNull()
    writeFileSync(join(own, 'config.json'), CONFIG)
    const found = new Embedded({ folder, own, hub: null }).find(agreed)
    expect(found).toMatchObject({ state: { state: 'ready' }, thinker: { name: 'mine', local: true } })
  })

  test('whose files are broken says so once it is asked, and none is named that the catalogue does not have', async () => {
    mkdirSync(join(folder, 'smollm2-135m-instruct'))
    const embedded = new Embedded({ folder, own: null, hub: null })
    const { thinker } = embedded.find(agreed)
    const parts: NewPart[] = []
    for await (const part of thinker?.prepare?.(new AbortController().signal) ?? []) parts.push(part)
    expect(parts).toEqual([
      { kind: 'status', doing: 'loading-model' },
      { kind: 'error', error: 'model-garbled' },
    ])
    await embedded.close()
    expect(embedded.find({ ...agreed, model: 'unheard-of' }).thinker).toBeNull()
    expect(modelOf('unheard-of')).toBeUndefined()
  })
})
