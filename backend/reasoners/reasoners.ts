import { join } from 'node:path'
import * as v from 'valibot'
import type { Language } from '../../shared/catalogue/languages.ts'
import type { ProviderId } from '../../shared/thoughts/configuration.ts'
import type { Health } from '../../shared/thoughts/meeting.ts'
import type { Configuration, Environment } from '../configuration.ts'
import { howToGet, type Lack } from '../lack.ts'
import { Embedded } from './embedded/embedded.ts'
import { extracts } from './extracts.ts'
import { HOSTS, type HostedId, hosted } from './hosted.ts'
import { modelReasoner } from './model-reasoner.ts'
import { findCompatible, findOllama, OLLAMA } from './model-servers.ts'
import type { NewPart, Reason } from './reason.ts'
import type { Prices, Thinker } from './thinker.ts'

const Price = v.pipe(v.number(), v.minValue(0))

type Provider = Health['providers'][number]
type ProviderState = Omit<Provider, 'id' | 'name'>

/** A provider as it is at this moment: with a thinker, or with what it lacks. */
interface Found {
  id: ProviderId
  name: string
  thinker: Thinker | null
  state: ProviderState
  lack?: Lack
}

export interface ReasonersDoors {
  configuration: () => Configuration
  /** US cents for a million tokens, by the name of the model. */
  prices: Readonly<Record<string, Prices>>
  embedded: Pick<Embedded, 'find' | 'close'>
}

/** Who is asked where the person has chosen nobody: what they have set up, what runs anyway, what comes with Aside. */
const ORDER: readonly ProviderId[] = ['compatible', 'anthropic', 'openai', 'google', 'ollama', 'embedded']

/** What is named to fetch where the person has named no model: small, able, and it calls tools. */
const USUAL_OLLAMA_MODEL = 'qwen3:4b'

/** A server that answered is not looked for again before each thought, ms: that would cost a round trip each time. */
const FOUND_MS = 30_000

/** Chooses who thinks, anew for each thought: servers come and go, and so do settings. */
export class Reasoners {
  readonly #doors: ReasonersDoors
  readonly #found = new Map<string, { thinker: Thinker; at: number }>()

  constructor(doors: ReasonersDoors) {
    this.#doors = doors
  }

  /** Thinks with the provider that is chosen, else with the first that is ready, else in extracts. */
  readonly reason: Reason = (request, doors) => this.#reason(request, doors)

  async *#reason(...[request, doors]: Parameters<Reason>): AsyncGenerator<NewPart> {
    let chosen: Found | null
    try {
      chosen = await this.#choose(doors.signal)
    } catch {
      // Given up meanwhile; extracts end as they should.
      chosen = null
    }
    if (request.ahead === true) {
      if (chosen?.thinker?.local !== true) return yield { kind: 'error', error: 'no-model' }
      yield* modelReasoner(chosen.thinker)({ ...request, web: false }, doors)
    } else if (chosen?.thinker) {
      const prices = this.#doors.prices[chosen.thinker.name] ?? chosen.thinker.prices
      yield* modelReasoner({ ...chosen.thinker, prices })(request, doors)
    } else if (chosen?.state.state === 'unreachable') yield { kind: 'error', error: 'model-unreachable' }
    else yield* extracts(request, doors)
  }

  /** What `GET /health` says of models. */
  async health(language: Language, signal: AbortSignal): Promise<Pick<Health, 'model' | 'providers'>> {
    this.#found.clear()
    const all = await Promise.all(ORDER.map((id) => this.#find(id, signal)))
    const chosen = await this.#choose(signal)
    const thinker = chosen?.thinker
    return {
      model: chosen && thinker ? { name: thinker.name, provider: chosen.id, local: thinker.local } : null,
      providers: all.map(({ id, name, state, lack }) => ({
        id,
        name,
        ...state,
        ...(lack && { how: howToGet(lack, language) }),
      })),
    }
  }

  async #choose(signal: AbortSignal): Promise<Found | null> {
    const { provider } = this.#doors.configuration()
    if (provider !== null) return this.#find(provider, signal)
    for (const id of ORDER) {
      const found = await this.#find(id, signal)
      // A server that the person has named and that does not answer is not silently replaced.
      if (found.thinker !== null || (id === 'compatible' && found.state.state === 'unreachable')) return found
    }
    return null
  }

  async close(): Promise<void> {
    await this.#doors.embedded.close()
  }

  async #find(id: ProviderId, signal: AbortSignal): Promise<Found> {
    const { providers, embedded } = this.#doors.configuration()
    switch (id) {
      case 'embedded':
        return { id, name: 'Built-in model', ...this.#doors.embedded.find(embedded) }
      case 'ollama': {
        const { address, model } = providers.ollama
        const look = () => findOllama(providers.ollama, signal)
        const lack: Lack = { kind: 'ollama', address: address ?? OLLAMA, model: model ?? USUAL_OLLAMA_MODEL }
        return reached(id, 'Ollama', await this.#lookOnce([id, providers.ollama], look), lack)
      }
      case 'compatible': {
        const { address, model, key } = providers.compatible
        const name = 'OpenAI-compatible server'
        if (address === null)
          return { id, name, thinker: null, state: { state: 'missing-address' }, lack: { kind: 'address' } }
        const server = { address, model, key }
        const look = () => findCompatible(server, signal)
        return reached(id, name, await this.#lookOnce([id, server], look), { kind: 'server', address })
      }
      case 'openai':
      case 'anthropic':
      case 'google':
        return this.#hosted(id)
    }
  }

  async #lookOnce(settings: unknown, look: () => Promise<Thinker | null>): Promise<Thinker | null> {
    const name = JSON.stringify(settings)
    const known = this.#found.get(name)
    if (known && performance.now() - known.at < FOUND_MS) return known.thinker
    this.#found.delete(name)
    const thinker = await look()
    if (thinker) this.#found.set(name, { thinker, at: performance.now() })
    return thinker
  }

  #hosted(id: HostedId): Found {
    const { key, address, model } = this.#doors.configuration().providers[id]
    const { name } = HOSTS[id]
    if (key === null)
      return { id, name, thinker: null, state: { state: 'missing-key' }, lack: { kind: 'key', of: id } }
    return { id, name, thinker: hosted(id, key, { address, model }), state: { state: 'ready' } }
  }
}

function reached(id: ProviderId, name: string, thinker: Thinker | null, lack: Lack): Found {
  return thinker === null
    ? { id, name, thinker, state: { state: 'unreachable' }, lack }
    : { id, name, thinker, state: { state: 'ready' } }
}

const PricesSchema = v.record(v.string(), v.object({ in: Price, out: Price }))

/** The reasoners as the environment has them. Throws a sentence that names the variable that cannot be read. */
export function openReasoners(
  env: Environment,
  folder: string,
  configuration: () => Configuration,
): Reasoners {
  let prices: unknown
  try {
    prices = JSON.parse(env.ASIDE_PRICES || '{}')
  } catch {
    prices = null
  }
  if (!v.is(PricesSchema, prices))
    throw new Error(
      'ASIDE_PRICES is not what it should be: US cents for a million tokens by model, such as {"gpt-6-luna": {"in": 100, "out": 800}}.',
    )
  const embedded = new Embedded({
    folder: join(folder, 'models'),
    own: env.ASIDE_MODEL_FOLDER || null,
    hub: env.ASIDE_HUB || null,
  })
  return new Reasoners({ configuration, prices, embedded })
}
