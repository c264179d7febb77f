import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { play } from './play.ts'
import { makeTimeEval, type PlayedEvent, scoreTime, TimeCaseSchema, type Utterance } from './time.ts'

const cases = readFileSync(new URL('data/time.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => v.parse(TimeCaseSchema, JSON.parse(line)))

describe('the development cases', () => {
  it.each(cases.map((each) => [each.id, each] as const))('%s is kept', async (_, each) => {
    const { results } = await makeTimeEval(play).run([each])
    expect(results).toEqual([{ id: each.id, verdict: 'right', reason: '' }])
  })
})

describe('the score', () => {
  const events: PlayedEvent[] = [{ t: 0, e: 'send', text: 'remind me to breathe in 4 seconds' }]
  const windows = [{ from: 3600, to: 4600, says: ['breathe', 'breath'] }]
  const said = (t: number, text = 'Breathe now', asked = false): Utterance => ({ t, text, asked })
  const score = (...utterances: Utterance[]) => scoreTime({ events, windows }, utterances)

  it('is right with exactly one in the window', () => {
    expect(score(said(200, 'I will remind you to breathe', true), said(4000))).toEqual({
      right: true,
      reason: '',
      late: [400],
    })
  })

  it.each([
    ['none', []],
    ['two', [said(4000), said(4200)]],
    ['one too late', [said(4601)]],
    ['one with other words', [said(4000, 'stretch')]],
    ['one more outside', [said(4000), said(8000)]],
    ['an answer that comes too late', [said(2001, 'I will', true), said(4000)]],
    ['an unasked one where answers are free', [said(1000, 'hello'), said(4000)]],
  ])('is wrong with %s', (_, utterances) => {
    const { right, reason } = score(...utterances)
    expect(right).toBe(false)
    expect(reason).not.toBe('')
  })

  it('plays events that follow an utterance, and windows that count from it', async () => {
    const each = v.parse(TimeCaseSchema, {
      id: 'on',
      events: [
        { t: 0, e: 'send', text: 'remind me to breathe every 4 seconds' },
        { on: 3, t: 1000, e: 'send', text: 'stop' },
        { on: 9, t: 0, e: 'send', text: 'never' },
      ],
      truth: [
        { from: 3600, to: 4600, says: ['breathe'] },
        { on: 2, from: 3600, to: 4600, says: ['breathe'] },
      ],
    })
    expect((await makeTimeEval(play).run([each])).figures).toBe('time right=1/1 late_ms_p95=400')
  })
})
