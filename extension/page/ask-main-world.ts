import * as v from 'valibot'
import { type Answer, AnswerSchema } from './main-world-answer.ts'
import { ANSWER, ASK } from './main-world-events.ts'

/** Asks the main-world reader about an element; null when it is not there or knows nothing of it. */
export function askMainWorld(element: EventTarget): Answer | null {
  let answer: Answer | null = null
  const hear = (event: Event) => {
    event.stopImmediatePropagation()
    if (!answer && event instanceof CustomEvent) answer = parsed(event.detail)
  }
  element.addEventListener(ANSWER, hear)
  element.dispatchEvent(new CustomEvent(ASK, { composed: true }))
  element.removeEventListener(ANSWER, hear)
  return answer
}

function parsed(detail: unknown): Answer | null {
  if (typeof detail !== 'string') return null
  try {
    const result = v.safeParse(AnswerSchema, JSON.parse(detail))
    return result.success ? result.output : null
  } catch {
    return null // no JSON: not from our reader
  }
}
