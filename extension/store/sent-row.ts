import type { Sent } from './rows.ts'

/** For tests: a question with a kilobyte of page, sent at this moment. */
export function sentRow(id: string, tutoring: string, at: number): Sent {
  const body = 'x'.repeat(1000)
  return {
    id,
    tutoring,
    at,
    model: null,
    search: null,
    question: 'Why?',
    body,
    bytes: body.length,
    redacted: {},
  }
}
