import * as v from 'valibot'

/** Who can think. `compatible`: any address that speaks OpenAI's wire format (vLLM, SGLang, llama.cpp, LM Studio). */
export const PROVIDERS = ['embedded', 'ollama', 'compatible', 'openai', 'anthropic', 'google'] as const
export type ProviderId = (typeof PROVIDERS)[number]

export const ENGINES = ['mediawiki', 'brave', 'tavily', 'exa', 'searxng'] as const
export type EngineId = (typeof ENGINES)[number]

/** Bounds of what may be set for one thought, ends included, and what holds where nothing is set; null: no bound. */
export const LIMITS = {
  seconds: { least: 5, most: 600, usual: 120 },
  /** That the model may write. */
  tokens: { least: 100, most: 1_000_000, usual: 4_000 },
  /** US cents, by the list prices that are known. */
  cents: { least: 0, most: 10_000, usual: null },
} as const
export type LimitId = keyof typeof LIMITS

const Key = v.pipe(v.string(), v.trim(), v.regex(/^[\x21-\x7e]{1,400}$/u))
const Name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))
const Address = v.pipe(v.string(), v.trim(), v.maxLength(500), v.url(), v.regex(/^https?:\/\//u))

const limit = (id: LimitId) => v.pipe(v.number(), v.minValue(LIMITS[id].least), v.maxValue(LIMITS[id].most))

/** What one field of the settings takes; spaces around it are no part of it. */
export const SETTING = {
  key: Key,
  model: Name,
  address: Address,
  seconds: limit('seconds'),
  tokens: v.pipe(limit('tokens'), v.integer()),
  cents: limit('cents'),
} as const

/** `null` takes a value away, what is left out stays as it is. */
const settable = <Schema extends v.GenericSchema>(schema: Schema) => v.exactOptional(v.nullable(schema))

const ProviderChangeSchema = v.strictObject({
  key: settable(Key),
  address: settable(Address),
  model: settable(Name),
})

/** The body of `PUT /configuration`: what the person changes. A key goes in and never comes out. */
export const ConfigurationChangeSchema = v.strictObject({
  /** Who thinks; null: the first that is ready. */
  provider: settable(v.picklist(PROVIDERS)),
  providers: v.exactOptional(
    v.strictObject({
      ollama: v.exactOptional(ProviderChangeSchema),
      compatible: v.exactOptional(ProviderChangeSchema),
      openai: v.exactOptional(ProviderChangeSchema),
      anthropic: v.exactOptional(ProviderChangeSchema),
      google: v.exactOptional(ProviderChangeSchema),
    }),
  ),
  /**
   * `download`: the person agrees that its model is fetched (once); false stops a download. Another model, with no word
   * on its download, has not been agreed to.
   */
  embedded: v.exactOptional(
    v.strictObject({ model: settable(Name), download: v.exactOptional(v.boolean()) }),
  ),
  search: v.exactOptional(
    v.strictObject({ engine: settable(v.picklist(ENGINES)), key: settable(Key), address: settable(Address) }),
  ),
  limits: v.exactOptional(
    v.strictObject({
      seconds: settable(SETTING.seconds),
      tokens: settable(SETTING.tokens),
      cents: settable(SETTING.cents),
    }),
  ),
})
export type ConfigurationChange = v.InferOutput<typeof ConfigurationChangeSchema>

const ProviderShownSchema = v.object({
  hasKey: v.boolean(),
  address: v.nullable(v.string()),
  model: v.nullable(v.string()),
})

/** What `GET` and `PUT /configuration` answer: all of it but the keys. */
export const ConfigurationShownSchema = v.object({
  provider: v.nullable(v.picklist(PROVIDERS)),
  providers: v.object({
    ollama: ProviderShownSchema,
    compatible: ProviderShownSchema,
    openai: ProviderShownSchema,
    anthropic: ProviderShownSchema,
    google: ProviderShownSchema,
  }),
  embedded: v.object({ model: v.nullable(v.string()), download: v.boolean() }),
  search: v.object({
    engine: v.nullable(v.picklist(ENGINES)),
    hasKey: v.boolean(),
    address: v.nullable(v.string()),
  }),
  limits: v.object({
    seconds: v.nullable(v.number()),
    tokens: v.nullable(v.number()),
    cents: v.nullable(v.number()),
  }),
  /** Settings that the environment has; a change here would have no effect. `provider`, `providers.openai.key`, … */
  fixed: v.array(v.string()),
})
export type ConfigurationShown = v.InferOutput<typeof ConfigurationShownSchema>
