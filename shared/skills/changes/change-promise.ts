import * as v from 'valibot'
import { catalogueOf } from '../../catalogue/catalogue.ts'
import { CueSchema } from '../../percepts/cue.ts'
import { plainPhrase, plainRequest } from '../plain-request.ts'
import { nextDue } from '../promise-schedule.ts'
import { readTimeClauses } from '../read-time-clauses.ts'
import { plainer } from '../respell.ts'
import { sayPromise } from '../say-promise.ts'
import type { NewPromise, OpenPromise, PromiseChange, Skill, SkillContext } from '../skill.ts'
import { type Change, readChange } from './read-change.ts'

const ChangeSchema = v.object({
  changes: v.pipe(
    v.array(
      v.object({
        id: v.pipe(v.string(), v.description('Which promise')),
        text: v.exactOptional(v.pipe(v.string(), v.maxLength(600))),
        due: v.exactOptional(v.pipe(v.number(), v.description('ms since the epoch'))),
        every: v.exactOptional(v.pipe(v.number(), v.minValue(1000), v.description('ms'))),
        until: v.exactOptional(v.pipe(v.number(), v.description('ms since the epoch'))),
        cue: v.exactOptional(CueSchema),
        skips: v.exactOptional(v.boolean()),
      }),
    ),
    v.maxLength(10),
  ),
  again: v.pipe(
    v.nullable(v.object({ text: v.string(), due: v.number() })),
    v.description('Say once more what was said last, at this time (ms since the epoch)'),
  ),
})
type ChangeArgs = v.InferOutput<typeof ChangeSchema>

const OPENERS =
  /^(?:(?:no|nope|actually|oh|hmm+|wait|sorry|right|ah|um|uh|ok|okay|hey|well|yeah|yes|alright|thanks|on second thoughts?|come to think of it|scratch that|i changed my mind)[,.!:;]* )+/i
const AGAIN =
  /^(?:and |then |please |now |just )*(?:(?:say|do|repeat|remind me|tell me|ping me|nudge me|give me|ask me|once)(?: about| of)?(?: (?:that|it|this|the same(?: thing| one)?|me))*)? ?(?:(?:(?:the )?same(?: thing| one| again)?|again|once more|one more time|another time|once again|snooze(?: it| that)?|repeat(?: that| it)?|later)(?:,? (?:please|for))*)$/i

/** Changes what is promised: "push that back ten seconds", "every five instead", "skip the next one", "again in 8 seconds". */
export const changePromise: Skill<ChangeArgs> = {
  name: 'change-promise',
  description:
    'Changes an open reminder: later, earlier, another interval or wording, leaving the next one out, an end; or says the last one again.',
  schema: ChangeSchema,
  examples: [
    'push that back another ten seconds',
    'make it every ten',
    'skip the next one',
    'change hum to whistle',
  ],
  understand(text, context) {
    const phrase = plainer(plainRequest(text))
      .replace(OPENERS, '')
      .replace(/[\s,.!?]+$/, '')
    const again = readAgain(phrase, context)
    if (again !== null) return { changes: [], again }
    const lower = plainer(plainPhrase(text)).replace(OPENERS, '')
    const read = readChange(phrase, context.promises, context) ?? readChange(lower, context.promises, context)
    if (read === null) return null
    const change = changeOf(read.promise, read.change, context.now)
    return change === null ? null : { changes: [change], again: null }
  },
  run({ changes, again }, context) {
    const says = catalogueOf(context.language).skills
    if (again !== null) {
      const promise: NewPromise = {
        kind: 'remind',
        text: again.text,
        due: again.due,
        every: null,
        until: null,
      }
      return { say: says.willRemind(sayPromise(promise, context)), promise }
    }
    const made = changes.flatMap(({ skips, ...change }) => {
      const promise = context.promises.find(({ id }) => id === change.id)
      return promise === undefined ? [] : [{ changed: { ...promise, ...change }, change, skips }]
    })
    const said = made.map(({ changed }) => sayPromise(changed, context)).join('; ')
    return {
      say: made.some(({ skips }) => skips) ? says.skipped(said) : says.changed(said),
      changePromises: made.map(({ change }): PromiseChange => change),
    }
  },
}

/** The words said last, or those that are to come, once more in a while; null where nothing like that is asked. */
function readAgain(phrase: string, context: SkillContext): { text: string; due: number } | null {
  const clause = readTimeClauses(phrase, context).find(({ kind }) => /^(?:in|at|for|bare)$/.test(kind))
  if (clause === undefined) return null
  const rest = `${phrase.slice(0, clause.start)} ${phrase.slice(clause.end)}`.replaceAll(/\s+/g, ' ').trim()
  const said = /\bagain\b/i.test(phrase) && !/\bagain\b/i.test(rest) ? `${rest} again`.trim() : rest
  if (!AGAIN.test(said.replace(/ (?:in|for|after)$/, ''))) return null
  const text = context.lastKept ?? context.promises.at(-1)?.text
  if (text === undefined || (/snooze|later/.test(rest) && context.lastKept == null)) return null
  const due =
    clause.kind === 'at'
      ? clause.at
      : clause.kind === 'in'
        ? context.now + (clause.ms[0] ?? 0)
        : clause.kind === 'for' || clause.kind === 'bare'
          ? context.now + clause.ms
          : null
  return due === null || due <= context.now ? null : { text, due }
}

function changeOf(promise: OpenPromise, change: Change, now: number): ChangeArgs['changes'][number] | null {
  const { id, due, every } = promise
  switch (change.what) {
    case 'text':
      return { id, text: change.text }
    case 'cue':
      return { id, cue: change.cue }
    case 'every':
      return change.ms < 1000 ? null : { id, every: change.ms, due: now + change.ms }
    case 'due':
      return { id, due: change.at }
    case 'until':
      return { id, until: change.at }
    case 'shift':
      return due === null ? null : { id, due: Math.max(now, due + change.by) }
    case 'skip':
      return due === null || every === null ? null : { id, due: due + change.times * every, skips: true }
    case 'left':
      return due === null || every === null ? null : { id, until: due + (change.times - 1) * every }
    case 'pause': {
      const next = due === null ? null : nextDue({ due, every, until: null }, Math.max(due, now + change.ms))
      return next === null ? null : { id, due: next }
    }
  }
}
