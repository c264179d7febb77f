import type { ConfigurationChange, ConfigurationShown } from '../../../shared/thoughts/configuration.ts'
import type { Backend } from '../../reasoner/backend-door.ts'
import { writePairing } from '../../store/backend-pairing.ts'
import type { Database } from '../../store/database.ts'

const NONE = { hasKey: false, address: null, model: null }

/** A backend that shows the code "GOOD-CODE-0000", has a model to download and takes what it is told. */
export function fakeBackend(database: Database, changed: ConfigurationChange[]): Backend {
  let downloading = false
  let configuration: ConfigurationShown = {
    provider: null,
    providers: {
      ollama: NONE,
      compatible: NONE,
      openai: NONE,
      anthropic: { ...NONE, hasKey: true },
      google: NONE,
    },
    embedded: { model: null, download: false },
    search: { engine: null, hasKey: false, address: null },
    limits: { seconds: null, tokens: null, cents: null },
    fixed: ['providers.google.key'],
  }
  return {
    async pair(typed) {
      if (/stranger/i.test(typed)) return 'stranger'
      if (/nobody/i.test(typed)) return 'absent'
      if (typed !== 'GOOD-CODE-0000') return 'wrong-code'
      await writePairing(database, { token: 'ab'.repeat(32), port: 27_433 })
      return null
    },
    look: async () => ({
      port: 27_433,
      configuration,
      health: {
        version: '1',
        model: null,
        providers: [
          downloading
            ? { id: 'embedded', name: 'Built-in model', state: 'downloading', progress: 0.4, bytes: 5.2e8 }
            : { id: 'embedded', name: 'Built-in model', state: 'not-downloaded', bytes: 5.2e8, how: 'Once.' },
          { id: 'anthropic', name: 'Anthropic', state: 'ready' },
          {
            id: 'google',
            name: 'Google',
            state: 'missing-key',
            how: 'Get one at https://aistudio.google.com/apikey. Or `ollama serve`.',
          },
          { id: 'compatible', name: 'OpenAI-compatible server', state: 'unreachable' },
        ],
        search: { name: 'Wikipedia', needsKey: false },
        log: 'memory',
      },
    }),
    async change(change) {
      changed.push(change)
      downloading = change.embedded?.download ?? downloading
      // It fails as one whose disk is full does, where it is told to.
      if (change.limits?.seconds === 599) return 'not-saved'
      configuration = { ...configuration, limits: { ...configuration.limits, ...change.limits } }
      return null
    },
  }
}
