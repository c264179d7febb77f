import { useSignal, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { type Entry, type Rung, rungsOf } from '../store/rows.ts'
import { quoted } from '../turn/quoted.ts'
import { blockText } from './answers/block-text.ts'
import { GrowingAnswer } from './answers/growing-answer.ts'
import { shortForm } from './answers/short-form.ts'
import { answerMessages, messages } from './messages.ts'
import type { PanelState } from './panel-state.ts'
import { readOut } from './split-formulas.ts'

/** A rung as it is read out; its lines as a person writes them, LaTeX as it would be typed. */
function readOutRung({ kind, parts }: Rung): string {
  const said = parts.flatMap(({ text, lines }) => [text, ...lines.map((line) => readOut(quoted(line)))])
  return `${messages.rung[kind]}: ${said.join(' ')}`
}

/** Of an answer what is shown of it first, without the numbers of its sources. */
function readOutAnswer(entry: Entry): string {
  const { first, more } = shortForm(
    new GrowingAnswer().blocks(entry.text.slice(0, entry.spoken), entry.state !== 'done'),
    entry.answer?.by ?? null,
  )
  const said = first.map(blockText).join('\n').trim()
  return more ? `${said} ${answerMessages.goesOn}` : said
}

/** Whether words of an answer may still come: until then it is not said. */
const comes = ({ answer, state }: Entry) => answer !== undefined && (state === 'speaking' || state === 'held')

/**
 * Says each new utterance of Aside to a screen reader, whole and once, however slowly it is shown, and each rung of
 * help that was asked for at its card; an answer of the reasoner when it has come. What stood there when the tutoring came into view is not said.
 */
export function Announcer({ state }: { state: PanelState }) {
  const said = useRef<{
    tutoring: string
    ids: Set<string>
    rungs: Map<string, number>
    /** Answers that have begun while this looked on. */
    coming: Set<string>
  } | null>(null)
  const announcement = useSignal<{ key: number; text: string }>({ key: 0, text: '' })
  useSignalEffect(() => {
    const seen = state.conversation.value
    if (!seen) return
    const utterances = seen.newest.flatMap(({ entry }) => (entry.who === 'tutor' ? [entry] : []))
    const remarks = seen.newest.flatMap(({ remark }) => (remark === undefined ? [] : [remark]))
    if (said.current?.tutoring !== seen.tutoring.id) {
      const ids = new Set(utterances.map(({ id }) => id))
      const coming = new Set(utterances.filter(comes).map(({ id }) => id))
      said.current = { tutoring: seen.tutoring.id, ids, rungs: new Map(), coming }
    }
    const { ids, rungs, coming } = said.current
    const climbed = remarks.flatMap((remark) => {
      const all = rungsOf(remark)
      // Of a card that comes into view nothing is new.
      const fresh = all.slice(rungs.get(remark.id) ?? all.length)
      rungs.set(remark.id, all.length)
      return fresh.filter((rung) => !rung.said)
    })
    const lastKnown = utterances.findLastIndex(({ id }) => ids.has(id))
    for (const entry of utterances.slice(lastKnown + 1)) if (comes(entry)) coming.add(entry.id)
    const fresh = utterances.filter(
      (entry, index) => !comes(entry) && (index > lastKnown || coming.delete(entry.id)),
    )
    said.current.ids = new Set(utterances.map(({ id }) => id))
    if (fresh.length === 0 && climbed.length === 0) return
    const text = [
      ...fresh.map((entry) => (entry.answer === undefined ? readOut(entry.text) : readOutAnswer(entry))),
      ...climbed.map(readOutRung),
    ].join('\n')
    announcement.value = { key: announcement.peek().key + 1, text }
  })
  const { key, text } = announcement.value
  return (
    <div class="visually-hidden" aria-live="polite" data-announcer>
      <p key={key}>{text}</p>
    </div>
  )
}
