import { existsSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import * as v from 'valibot'
import { bytesOf, CATALOGUE, type CatalogueModel, DEFAULT_MODEL, modelOf } from '../../../models/catalogue.ts'
import type { Health } from '../../../shared/thoughts/meeting.ts'
import type { Lack } from '../../lack.ts'
import { roomOf } from '../model-servers.ts'
import { ReasonerError } from '../provider-error.ts'
import type { NewPart } from '../reason.ts'
import type { Thinker } from '../thinker.ts'
import { download, HUB } from './download.ts'
import { EmbeddedModel } from './embedded-model.ts'

/** A download that failed is tried again after so long, ms. */
const AGAIN_MS = 60_000
/** Context that a folder of the person's own is given at most: more is too slow on a processor. */
const OWN_CONTEXT = 8_192

/**
 * UTF-16 units of other text: a processor of two cores reads 150 to 450 tokens a second, so that the first words come
 * within some ten seconds.
 */
const ROOM = 6_000

const ConfigSchema = v.object({ max_position_embeddings: v.optional(v.number(), OWN_CONTEXT) })

export interface EmbeddedDoors {
  /** Where downloaded models lie. */
  folder: string
  /** A folder with a model of the person's own (`ASIDE_MODEL_FOLDER`). */
  own: string | null
  /** The model hub, or a mirror (`ASIDE_HUB`). */
  hub: string | null
  now?: () => number
}

/** What is known of the embedded model: with a thinker, or with what it lacks. */
export interface EmbeddedFound {
  thinker: Thinker | null
  state: Omit<Health['providers'][number], 'id' | 'name'>
  lack?: Lack
}

interface Running {
  id: string
  stop: AbortController
  progress: number
}

/** The model that comes with Aside: downloads it once the person agrees, and runs it. */
export class Embedded {
  readonly #doors: EmbeddedDoors
  readonly #now: () => number
  readonly #models = new Map<string, EmbeddedModel>()
  #download: Running | null = null
  #failedAt: number | null = null

  constructor(doors: EmbeddedDoors) {
    this.#doors = doors
    this.#now = doors.now ?? (() => performance.now())
  }

  /** The model as it is now. `download`: whether the person has agreed; taken back, a download stops. */
  find({ model, download: agreed }: { model: string | null; download: boolean }): EmbeddedFound {
    const { own, folder } = this.#doors
    if (own !== null) return this.#ofFolder(resolve(own))
    const chosen = modelOf(model ?? DEFAULT_MODEL)
    if (chosen === undefined) {
      const known = CATALOGUE.map(({ id }) => id)
      return missing({ kind: 'unknownModel', model: model ?? '', known })
    }
    const place = join(folder, chosen.id)
    if (existsSync(place)) return this.#ready(chosen.name, place, chosen)
    this.#seeToDownload(chosen, agreed)
    const bytes = bytesOf(chosen)
    if (this.#download !== null) {
      const { progress } = this.#download
      return { thinker: null, state: { state: 'downloading', bytes, progress } }
    }
    const address = `${this.#doors.hub ?? HUB}/${chosen.source.repository}`
    return missing({ kind: agreed ? 'downloadFailed' : 'download', address }, bytes)
  }

  async close(): Promise<void> {
    this.#download?.stop.abort()
    await Promise.all([...this.#models.values()].map((model) => model.close()))
  }

  #seeToDownload(model: CatalogueModel, agreed: boolean): void {
    if (this.#download !== null && (!agreed || this.#download.id !== model.id)) {
      this.#download.stop.abort()
      this.#download = null
    }
    const rests = this.#failedAt !== null && this.#now() < this.#failedAt + AGAIN_MS
    if (!agreed || this.#download !== null || rests) return
    const running: Running = { id: model.id, stop: new AbortController(), progress: 0 }
    this.#download = running
    const doors = {
      hub: this.#doors.hub ?? HUB,
      folder: this.#doors.folder,
      signal: running.stop.signal,
      tell: (done: number, all: number) => {
        running.progress = done / all
      },
    }
    void download(model, doors)
      .then(
        () => true,
        () => running.stop.signal.aborted,
      )
      .then((isWell) => {
        this.#failedAt = isWell ? null : this.#now()
        if (this.#download === running) this.#download = null
      })
  }

  #ofFolder(folder: string): EmbeddedFound {
    const dtype = existsSync(join(folder, 'onnx', 'model_quantized.onnx')) ? 'q8' : 'q4'
    try {
      const config = v.parse(ConfigSchema, JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')))
      const contextTokens = Math.min(config.max_position_embeddings, OWN_CONTEXT)
      return this.#ready(basename(folder), folder, { dtype, contextTokens })
    } catch {
      return missing({ kind: 'folder', folder })
    }
  }

  #ready(
    name: string,
    folder: string,
    { dtype, contextTokens }: Pick<CatalogueModel, 'dtype' | 'contextTokens'>,
  ): EmbeddedFound {
    const known = this.#models.get(folder)
    const embedded = known ?? new EmbeddedModel(name, { folder, dtype, contextTokens })
    this.#models.set(folder, embedded)
    const thinker: Thinker = {
      model: embedded.model,
      name,
      local: true,
      tools: false,
      room: Math.min(roomOf(contextTokens), ROOM),
      prices: null,
      prepare: (signal) => prepare(embedded, signal),
    }
    return { thinker, state: { state: 'ready' } }
  }
}

function missing(lack: Lack, bytes?: number): EmbeddedFound {
  return { thinker: null, state: { state: 'not-downloaded', ...(bytes !== undefined && { bytes }) }, lack }
}

async function* prepare(model: EmbeddedModel, signal: AbortSignal): AsyncGenerator<NewPart> {
  if (model.isLoaded) return
  yield { kind: 'status', doing: 'loading-model' }
  try {
    await model.load(signal)
  } catch (error) {
    if (!(error instanceof ReasonerError)) throw error
    yield { kind: 'error', error: error.thoughtError }
  }
}
