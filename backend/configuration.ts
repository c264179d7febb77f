import { statSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import {
  type ConfigurationChange,
  ConfigurationChangeSchema,
  type ConfigurationShown,
  ENGINES,
  PROVIDERS,
} from '../shared/thoughts/configuration.ts'
import { readSecret, writeSecret } from './data-folder.ts'

const text = v.optional(v.nullable(v.string()), null)
const number = v.optional(v.nullable(v.number()), null)
const ProviderSchema = v.optional(v.object({ key: text, address: text, model: text }), {})
/** Without a setting: null. */
const ConfigurationSchema = v.object({
  provider: v.optional(v.nullable(v.picklist(PROVIDERS)), null),
  providers: v.optional(
    v.object({
      ollama: ProviderSchema,
      compatible: ProviderSchema,
      openai: ProviderSchema,
      anthropic: ProviderSchema,
      google: ProviderSchema,
    }),
    {},
  ),
  embedded: v.optional(v.object({ model: text, download: v.optional(v.boolean(), false) }), {}),
  search: v.optional(
    v.object({ engine: v.optional(v.nullable(v.picklist(ENGINES)), null), key: text, address: text }),
    {},
  ),
  limits: v.optional(v.object({ seconds: number, tokens: number, cents: number }), {}),
})
export type Configuration = v.InferOutput<typeof ConfigurationSchema>

export type Environment = Readonly<Record<string, string | undefined>>

/** Names begin with ASIDE_: a key that lies in the environment for other programs is not ours to use. */
const VARIABLES: Readonly<Record<string, string>> = {
  ASIDE_PROVIDER: 'provider',
  ...Object.fromEntries(
    PROVIDERS.filter((id) => id !== 'embedded').flatMap((id) =>
      ['key', 'address', 'model'].map((field) => [
        `ASIDE_${id.toUpperCase()}_${field.toUpperCase()}`,
        `providers.${id}.${field}`,
      ]),
    ),
  ),
  ASIDE_EMBEDDED_MODEL: 'embedded.model',
  ASIDE_EMBEDDED_DOWNLOAD: 'embedded.download',
  ASIDE_SEARCH: 'search.engine',
  ASIDE_SEARCH_KEY: 'search.key',
  ASIDE_SEARCH_ADDRESS: 'search.address',
  ASIDE_SECONDS: 'limits.seconds',
  ASIDE_TOKENS: 'limits.tokens',
  ASIDE_CENTS: 'limits.cents',
}

/**
 * What the person has configured: the environment's word first, then the file's (`configuration.json` in the data
 * folder, which `PUT /configuration` writes). Read again when it has changed: replicas share it.
 */
export class Configurations {
  readonly #path: string
  readonly #env: Environment
  readonly #fromEnv: ConfigurationChange
  #read: { version: string; is: Configuration } | null = null

  /** Throws, with a sentence, where the environment or the file says what cannot be. */
  constructor(folder: string, env: Environment) {
    this.#path = join(folder, 'configuration.json')
    this.#env = env
    this.#fromEnv = changeFromEnvironment(env)
    this.current()
  }

  current(): Configuration {
    const { mtimeMs, ino, size } = statSync(this.#path, { throwIfNoEntry: false }) ?? {}
    const version = `${mtimeMs} ${ino} ${size}`
    if (this.#read?.version !== version)
      this.#read = { version, is: configurationOf(this.#file(), this.#fromEnv, fixedBy(this.#env)) }
    return this.#read.is
  }

  show(): ConfigurationShown {
    return shown(this.current(), fixedBy(this.#env))
  }

  change(change: ConfigurationChange): ConfigurationShown {
    writeSecret(this.#path, merged(this.#file(), withoutOldConsent(withoutStrandedKeys(change))))
    return this.show()
  }

  #file(): ConfigurationChange {
    let content: unknown
    try {
      content = readSecret(this.#path) ?? {}
    } catch {
      content = null
    }
    const file = v.safeParse(ConfigurationChangeSchema, content)
    if (file.success) return file.output
    const { message = 'it is no JSON', path = [] } = file.issues[0] ?? {}
    const where = path.map(({ key }) => String(key)).join('.')
    // A value is never printed: it may be a key.
    throw new Error(
      content === null
        ? `${this.#path} is no JSON. Correct it, or delete it and configure again.`
        : `${this.#path} does not hold as it stands at "${where}" (${message.replace(/ but received.*/su, '')}). Correct it, or delete it and configure again.`,
    )
  }
}

/** The settings that the environment has. Throws a sentence that names the variable that cannot be read. */
function changeFromEnvironment(env: Environment): ConfigurationChange {
  let change: ConfigurationChange = {}
  for (const [name, path] of Object.entries(VARIABLES)) {
    const said = env[name]?.trim()
    if (!said) continue
    const one = v.safeParse(ConfigurationChangeSchema, atPath(path, readValue(path, said)))
    if (!one.success) throw new Error(`${name} is not what it should be. See backend/README.md.`)
    change = merged(change, one.output)
  }
  return change
}

function readValue(path: string, said: string): unknown {
  if (path.startsWith('limits.')) return Number(said)
  return path === 'embedded.download' ? said === '1' : said
}

/** A key that the environment has goes to no address but the environment's; a folder of its own is the model. */
function fixedBy(env: Environment): string[] {
  const paths = Object.entries(VARIABLES).flatMap(([name, path]) => {
    if (!env[name]?.trim()) return []
    return path.endsWith('.key') ? [path, path.replace(/key$/u, 'address')] : [path]
  })
  return env.ASIDE_MODEL_FOLDER ? [...paths, 'embedded.model', 'embedded.download'] : paths
}

/** Whoever says a new address without its key must not have the old key sent there. */
function withoutStrandedKeys(change: ConfigurationChange): ConfigurationChange {
  const bound = <Part extends { key?: string | null; address?: string | null }>(part: Part): Part =>
    part.address === undefined || part.key !== undefined ? part : { ...part, key: null }
  const providers = Object.entries(change.providers ?? {}).map(([id, part]) => [id, bound(part)])
  return {
    ...change,
    ...(change.providers && { providers: Object.fromEntries(providers) }),
    ...(change.search && { search: bound(change.search) }),
  }
}

/** Who chooses another model has not agreed to fetch that one too. */
function withoutOldConsent(change: ConfigurationChange): ConfigurationChange {
  const { embedded } = change
  if (embedded?.model === undefined || embedded.download !== undefined) return change
  return { ...change, embedded: { ...embedded, download: false } }
}

/** @param fixed paths that the file has no say in */
function configurationOf(
  file: ConfigurationChange,
  env: ConfigurationChange,
  fixed: readonly string[],
): Configuration {
  const unfixed = fixed.reduce<ConfigurationChange>((left, path) => merged(left, atPath(path, null)), file)
  return v.parse(ConfigurationSchema, merged(unfixed, env))
}

function shown(configuration: Configuration, fixed: string[]): ConfigurationShown {
  const { providers, search } = configuration
  const withoutKey = <Part extends { key: string | null }>({ key, ...part }: Part) => ({
    ...part,
    hasKey: key !== null,
  })
  return {
    ...configuration,
    providers: {
      ollama: withoutKey(providers.ollama),
      compatible: withoutKey(providers.compatible),
      openai: withoutKey(providers.openai),
      anthropic: withoutKey(providers.anthropic),
      google: withoutKey(providers.google),
    },
    search: withoutKey(search),
    fixed,
  }
}

/** `change` over `base`; what is null in it is taken away. Both hold only what their schema knows. */
function merged<Base extends object>(base: Base, change: object): Base {
  const result: Record<string, unknown> = Object.fromEntries(Object.entries(base))
  for (const [key, value] of Object.entries(change)) {
    const before = result[key]
    if (value === null) delete result[key]
    else result[key] = isRecord(value) ? merged(isRecord(before) ? before : {}, value) : value
  }
  return result as Base
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function atPath(path: string, value: unknown): object {
  const [first = '', ...rest] = path.split('.')
  return { [first]: rest.length === 0 ? value : atPath(rest.join('.'), value) }
}
