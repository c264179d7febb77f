import { describe, expect, it } from 'vitest'
import { ACTS, type ActName } from '../../../extension/turn/interaction/acts.ts'
import type { Truth } from './conversation.ts'
import { costsOf, placed, type Standing, targetsOf } from './label.ts'

const silent: Standing = { t: 0, speech: null, replySince: null, remark: null, starts: [] }

function best(truths: readonly Truth[], standing: Partial<Standing>): ActName | undefined {
  const costs = costsOf(truths, { ...silent, ...standing })
  return ACTS[costs.indexOf(Math.min(...costs))]
}

describe('the best act in hindsight', () => {
  const turn: Truth = { is: 'turn', from: 0, to: 3000 }

  it('leaves a turn alone and answers once it has ended', () => {
    expect(best([turn], { t: 2800, replySince: 1000 })).toBe('hold')
    expect(best([turn], { t: 3000, replySince: 1000 })).toBe('reply')
    expect(best([turn], { t: 3000 })).toBe('hold')
  })

  it('says nothing to what was said to somebody else', () => {
    const truths: Truth[] = [{ is: 'elsewhere', from: 0, to: 3000 }]
    expect(best(truths, { t: 2000, replySince: 1000 })).toBe('hold')
    expect(best(truths, { t: 4000, replySince: 1000 })).toBe('hold')
  })

  it('says a remark where one is welcome, after the quiet mark', () => {
    const truths: Truth[] = [
      { is: 'closed', from: 0, to: 1000 },
      { is: 'open', from: 1000, to: 5000 },
    ]
    expect(best(truths, { t: 800, remark: { since: 600, unmarked: false, confidence: 1 } })).toBe('hold')
    expect(best(truths, { t: 1000, remark: { since: 600, unmarked: true, confidence: 1 } })).toBe(
      'backchannel',
    )
    expect(best(truths, { t: 1200, remark: { since: 600, unmarked: false, confidence: 1 } })).toBe('remark')
    expect(best(truths, { t: 5200, remark: { since: 600, unmarked: false, confidence: 1 } })).toBe('hold')
  })

  const starts = [1000]
  it('goes on after a sign of listening and beside what is not meant for it', () => {
    const nod: Truth[] = [{ is: 'backchannel', from: 2000, to: 2400 }]
    expect(best(nod, { t: 2200, speech: { heldSince: 2000 }, starts })).toBe('hold')
    expect(best(nod, { t: 2400, speech: { heldSince: 2000 }, starts })).toBe('go on')
    const elsewhere: Truth[] = [{ is: 'elsewhere', from: 2000, to: 9000 }]
    expect(best(elsewhere, { t: 2200, speech: { heldSince: 2200 }, starts })).toBe('hold')
    expect(best(elsewhere, { t: 2400, speech: { heldSince: 2200 }, starts })).toBe('go on')
  })

  it('waits until an interruption is evident, then gives way', () => {
    const truths: Truth[] = [{ is: 'interruption', from: 2000, evident: 2600, to: 4000 }]
    expect(best(truths, { t: 2200, speech: { heldSince: 2200 }, starts })).toBe('hold')
    expect(best(truths, { t: 2600, speech: { heldSince: 2200 }, starts })).toBe('yield')
    expect(best(truths, { t: 2800, speech: { heldSince: null }, starts })).toBe('yield')
    expect(best(truths, { t: 5000, speech: { heldSince: 2200 }, starts })).toBe('yield')
  })

  it('gives way where it has begun in the middle of a turn', () => {
    expect(best([turn], { t: 2000, speech: { heldSince: 1800 }, starts })).toBe('yield')
  })

  it('keeps talking while nobody stirs', () => {
    expect(best([], { t: 2000, speech: { heldSince: null }, starts })).toBe('hold')
  })

  it('prefers to be slow rather than to come into a turn, until slow is a miss', () => {
    const [hold = 0, , , reply = 0] = costsOf([turn], { ...silent, t: 3000, replySince: 1000 })
    const [, , , intoTurn = 0] = costsOf([turn], { ...silent, t: 2800, replySince: 1000 })
    expect(reply).toBeLessThan(hold)
    expect(intoTurn).toBeGreaterThan(20 * hold)
  })
})

describe('truths that count from an utterance', () => {
  it('are placed once it has begun', () => {
    const truths: Truth[] = [{ on: 2, is: 'interruption', from: 100, evident: 300, to: 900 }]
    expect(placed(truths, [5000])).toEqual([])
    expect(placed(truths, [5000, 7000])).toEqual([
      { on: 2, is: 'interruption', from: 7100, evident: 7300, to: 7900 },
    ])
  })
})

describe('targets of the beliefs', () => {
  it('tell a turn that goes on from one that waits and one that is over', () => {
    const truths: Truth[] = [{ is: 'turn', from: 0, to: 3000 }]
    const waits = [{ is: 'wait' as const, from: 1000, to: 2000 }]
    expect(targetsOf(truths, waits, { ...silent, t: 500 }).turn).toBe(1)
    expect(targetsOf(truths, waits, { ...silent, t: 1500 }).turn).toBe(2)
    expect(targetsOf(truths, waits, { ...silent, t: 3000 }).turn).toBe(0)
    expect(targetsOf(truths, waits, { ...silent, t: 4000, starts: [3200] }).turn).toBe(-1)
  })

  it('judge an overlap only while something is said', () => {
    const truths: Truth[] = [{ is: 'elsewhere', from: 2000, to: 3000 }]
    expect(targetsOf(truths, [], { ...silent, t: 2200 }).overlap).toBe(-1)
    expect(targetsOf(truths, [], { ...silent, t: 2200, speech: { heldSince: 2200 } }).overlap).toBe(2)
  })
})
