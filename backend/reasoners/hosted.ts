import { createAnthropic } from '@ai-sdk/anthropic'
import { createGoogle } from '@ai-sdk/google'
import { createOpenAI } from '@ai-sdk/openai'
import type { LanguageModel } from 'ai'
import type { Thinker } from './thinker.ts'

export type HostedId = 'openai' | 'anthropic' | 'google'

interface Host {
  name: string
  /** Where nothing else is configured: of each the one that is quick and able. */
  usual: string
  model(settings: { apiKey: string; baseURL?: string }, model: string): LanguageModel
}

export const HOSTS: Record<HostedId, Host> = {
  openai: {
    name: 'OpenAI',
    usual: 'gpt-6-luna',
    // Chat completions: unlike responses they are not kept by the provider unless asked for.
    model: (settings, model) => createOpenAI(settings).chat(model),
  },
  anthropic: {
    name: 'Anthropic',
    usual: 'claude-sonnet-5-5',
    model: (settings, model) => createAnthropic(settings)(model),
  },
  google: {
    name: 'Google',
    usual: 'gemini-3.8-flash',
    model: (settings, model) => createGoogle(settings)(model),
  },
}

/** UTF-16 units for text that goes along; all of them read ten times as much. */
const ROOM = 200_000

/** US cents for a million tokens where no price is configured: dear ones, so that a bound on money holds. */
const ASSUMED_PRICES = { in: 500, out: 2_500 }

/** A model of a provider, by key. */
export function hosted(
  id: HostedId,
  key: string,
  { address, model }: { address: string | null; model: string | null },
): Thinker {
  const host = HOSTS[id]
  const chosen = model ?? host.usual
  return {
    model: host.model({ apiKey: key, ...(address === null ? {} : { baseURL: address }) }, chosen),
    name: chosen,
    local: false,
    tools: true,
    room: ROOM,
    prices: ASSUMED_PRICES,
  }
}
