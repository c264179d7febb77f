import * as v from 'valibot'
import type { TextBeliefs } from '../../extension/turn/interaction/features.ts'
import { kindLines, type Outcome, percentile, rate } from './evaluation.ts'

const LABELS = ['finished', 'unfinished', 'wait'] as const

export const TurnsCaseSchema = v.object({
  id: v.string(),
  text: v.string(),
  label: v.picklist(LABELS),
  kind: v.optional(v.string()),
})
export type TurnsCase = v.InferOutput<typeof TurnsCaseSchema>

/** Reads one text as the product does; null where there is nothing to read. */
export type ReadTurn = (text: string) => Promise<TextBeliefs | null>

interface TurnsResult {
  id: string
  verdict: 'right' | 'wrong'
  reason: string
  kind?: string | undefined
  label: TurnsCase['label']
  /** Probabilities of the labels, in their order. */
  turn: readonly number[]
}

/** The evaluation `turns`: plain argmax, for each label the share of its texts that were read so. */
export function makeTurnsEval(read: () => Promise<ReadTurn>) {
  return {
    name: 'turns',
    schema: TurnsCaseSchema,
    async run(cases: readonly TurnsCase[], { byKind }: { byKind: boolean }): Promise<Outcome> {
      const readTurn = await read()
      // The first run of a session makes what all others use.
      await readTurn('warm up')
      const results: TurnsResult[] = []
      const took: number[] = []
      for (const { id, text, label, kind } of cases) {
        const begun = performance.now()
        const beliefs = await readTurn(text)
        took.push(performance.now() - begun)
        // Who has written nothing has not finished.
        const turn = beliefs?.slice(0, LABELS.length) ?? [0, 1, 0]
        const most = turn.indexOf(Math.max(...turn))
        const said = LABELS[most]
        const right = said === label
        const reason = right ? '' : `“${text}” was taken for ${said} (${turn[most]?.toFixed(2)})`
        results.push({ id, verdict: right ? 'right' : 'wrong', reason, kind, label, turn })
      }
      return {
        results,
        figures: `${shares('turns', results)} ms_p99=${percentile(took, 0.99).toFixed(2)}`,
        ...(byKind ? { kinds: kindLines('turns', results, shares) } : {}),
      }
    },
  }
}

function shares(name: string, results: readonly Pick<TurnsResult, 'label' | 'verdict'>[]): string {
  const share = (label: TurnsCase['label']) => {
    const all = results.filter((result) => result.label === label)
    return `${label}=${rate(all.filter(({ verdict }) => verdict === 'right').length, all.length)}`
  }
  return [name, ...LABELS.map(share)].join(' ')
}
