import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { extractReasoningMiddleware, type LanguageModel, wrapLanguageModel } from 'ai'
import * as v from 'valibot'
import type { Thinker } from './thinker.ts'

/** Where Ollama listens unless it is told otherwise. */
export const OLLAMA = 'http://127.0.0.1:11434'
/** How long a server may take to say what it has, ms: one on this machine answers in a few. */
const LOOK_MS = 2_000

/** Tokens of an answer and of our own instructions, kept free of other text. */
const OWN_TOKENS = 1_500
/** UTF-16 units of a token of page text, at least. */
const UNITS_PER_TOKEN = 3
/** Context of a server that does not say: Ollama's usual one (which cuts the beginning off silently), others' least. */
const OLLAMA_CONTEXT = 4_096
const LEAST_CONTEXT = 8_192
/** More is no help for one question. */
const MOST_CONTEXT = 65_536

const OllamaTagsSchema = v.object({ models: v.array(v.object({ name: v.string() })) })
const OllamaShowSchema = v.object({
  capabilities: v.optional(v.array(v.string()), ['completion', 'tools']),
  /** Where a model runs that is not on this machine, though its server is. */
  remote_host: v.optional(v.string(), ''),
})
/** What such models are called ("gpt-oss:120b-cloud", "gemma4:cloud"), also by servers that do not say where they run. */
const CLOUD = /[:-]cloud$/u
const ModelsSchema = v.object({
  data: v.array(v.object({ id: v.string(), max_model_len: v.optional(v.nullable(v.number())) })),
})

/** Asks a server on this machine or on one of the person's; null: it speaks of something else, or not in time. */
async function look<Schema extends v.GenericSchema>(
  address: string,
  schema: Schema,
  signal: AbortSignal,
  init: RequestInit = {},
): Promise<v.InferOutput<Schema> | 'absent' | null> {
  const late = AbortSignal.timeout(LOOK_MS)
  try {
    const answer = await fetch(address, {
      ...init,
      redirect: 'error',
      signal: AbortSignal.any([signal, late]),
    }).catch(() => 'absent' as const)
    if (answer === 'absent') {
      signal.throwIfAborted()
      return late.aborted ? null : answer
    }
    return answer.ok ? v.parse(schema, await answer.json()) : null
  } catch {
    signal.throwIfAborted()
    return null
  }
}

/** Ollama, with the model that is configured or its first that can chat; null: it does not run, or has none. */
export async function findOllama(
  { address, model }: { address: string | null; model: string | null },
  signal: AbortSignal,
): Promise<Thinker | null> {
  const base = (address ?? OLLAMA).replace(/\/+(?:v1\/*)?$/u, '')
  const tags = await look(`${base}/api/tags`, OllamaTagsSchema, signal)
  const names = tags === null || tags === 'absent' ? [] : tags.models.map(({ name }) => name)
  for (const name of model === null ? names : [model]) {
    if (!names.some((known) => known === name || known === `${name}:latest`)) continue
    const body = JSON.stringify({ model: name })
    const shown = await look(`${base}/api/show`, OllamaShowSchema, signal, { method: 'POST', body })
    if (shown === null || shown === 'absent') continue
    const { capabilities, remote_host: elsewhere } = shown
    if (!capabilities.includes('completion')) continue
    const thinker = serverThinker(base, name, `${base}/v1`, null)
    return {
      ...thinker,
      local: thinker.local && elsewhere === '' && !CLOUD.test(name),
      tools: capabilities.includes('tools'),
      room: roomOf(OLLAMA_CONTEXT),
    }
  }
  return null
}

/** A server that speaks OpenAI's wire format, with the model that is configured or its first; null: it is not there. */
export async function findCompatible(
  { address, model, key }: { address: string; model: string | null; key: string | null },
  signal: AbortSignal,
): Promise<Thinker | null> {
  const base = address.replace(/\/+$/u, '')
  const headers: Record<string, string> = key === null ? {} : { authorization: `Bearer ${key}` }
  const models = await look(`${base}/models`, ModelsSchema, signal, { headers })
  if (models === 'absent') return null
  const known = models?.data.find(({ id }) => model === null || id === model)
  const name = model ?? known?.id
  if (name === undefined) return null
  return {
    ...serverThinker(base, name, base, key),
    room: roomOf(Math.min(known?.max_model_len ?? LEAST_CONTEXT, MOST_CONTEXT)),
  }
}

function serverThinker(base: string, name: string, baseURL: string, key: string | null): Thinker {
  const provider = createOpenAICompatible({
    name: 'compatible',
    baseURL,
    includeUsage: true,
    ...(key === null ? {} : { apiKey: key }),
  })
  return {
    model: withoutThinkingAloud(provider(name)),
    name,
    local: isLocal(base),
    tools: true,
    room: roomOf(LEAST_CONTEXT),
    prices: null,
  }
}

/** Models that think in their answer do so between these tags; it is not for the person. */
function withoutThinkingAloud(model: Parameters<typeof wrapLanguageModel>[0]['model']): LanguageModel {
  return wrapLanguageModel({ model, middleware: extractReasoningMiddleware({ tagName: 'think' }) })
}

/** UTF-16 units of other text that fit into a context of so many tokens. */
export function roomOf(contextTokens: number): number {
  return Math.max(1_000, (contextTokens - OWN_TOKENS) * UNITS_PER_TOKEN)
}

function isLocal(address: string): boolean {
  return /^(?:localhost|127\.[\d.]+|\[::1\])$/u.test(new URL(address).hostname)
}
