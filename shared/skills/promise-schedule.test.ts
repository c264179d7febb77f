import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueText, nextDue } from './promise-schedule.ts'

const promise = { kind: 'remind' as const, text: 'breathe', due: 10_000, every: 4000, until: null }

describe('nextDue', () => {
  it('is the first time until then', () => {
    expect(nextDue(promise, 9999)).toBe(10_000)
  })

  it('is over after once', () => {
    expect(nextDue({ ...promise, every: null }, 10_000)).toBeNull()
  })

  it('stays on the grid however late it was kept', () => {
    expect(nextDue(promise, 10_000)).toBe(14_000)
    expect(nextDue(promise, 10_180)).toBe(14_000)
  })

  it('skips what was slept through', () => {
    expect(nextDue(promise, 100_001)).toBe(102_000)
  })

  it('is over after its limit, which belongs to it', () => {
    expect(nextDue({ ...promise, until: 14_000 }, 10_000)).toBe(14_000)
    expect(nextDue({ ...promise, until: 13_999 }, 10_000)).toBeNull()
  })

  it('is never by the clock for a watch', () => {
    expect(nextDue({ ...promise, due: null, every: null }, 5)).toBeNull()
  })

  it('never drifts and is never doubled, whenever it is looked at', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 60_000 }), { maxLength: 60 })
    const limit = fc.option(fc.integer({ min: 0, max: 600_000 }))
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 20_000 }), gaps, limit, (every, pauses, until) => {
        const kept: number[] = []
        let due: number | null = every
        let now = 0
        for (const pause of pauses) {
          now += pause
          if (due === null || now < due) continue
          kept.push(due)
          due = nextDue({ due, every, until }, now)
          expect(due === null || (due > now && due <= now + every)).toBe(true)
        }
        expect(kept.every((at) => at % every === 0)).toBe(true)
        expect(new Set(kept).size).toBe(kept.length)
        if (until !== null) expect(kept.slice(1).every((at) => at <= until)).toBe(true)
      }),
    )
  })
})

describe('dueText', () => {
  it('says the person’s words', () => {
    expect(dueText(promise, 10_200, 'en')).toBe('Reminder: breathe')
  })

  it('says how late it is from five seconds on', () => {
    expect(dueText(promise, 14_999, 'en')).toBe('Reminder: breathe')
    expect(dueText(promise, 15_000, 'en')).toBe('Reminder: breathe (5 seconds late)')
    expect(dueText(promise, 10_000 + 185_000, 'en')).toBe('Reminder: breathe (3 minutes late)')
  })

  it('says that a timer is up, and what a watch saw', () => {
    expect(dueText({ ...promise, text: 'Time is up: your timer of 5 minutes' }, 10_000, 'en')).toBe(
      'Time is up: your timer of 5 minutes',
    )
    expect(dueText({ kind: 'watch', text: 'Sold out', due: null }, 10_000, 'en')).toBe(
      'The page now says “Sold out”.',
    )
  })
})
