import type { Entry } from '../store/rows.ts'
import type { AgendaItem, SignOf, Speech } from './loop-state.ts'
import { TURN_MS } from './loop-state.ts'
import type { Work } from './work.ts'

/** Pace of unasked words: silent reading of adults, 238 words a minute (Brysbaert 2019). */
const WORDS_A_SECOND = 4

/*
 *            first sign of the person
 *  speaking ─────────────────────────▶ held ──▶ speaking   (go on, the same sentence)
 *     │ all words said                   │
 *     ▼                                  ▼
 *    done                               cut   (yield; "go on" takes it up again, or an offer: take-up.ts)
 */

function put(work: Work, speech: Speech, change: Partial<Entry>): void {
  speech.entry = { ...speech.entry, ...change }
  work.writes.entries.set(speech.entry.id, speech.entry)
}

/** Begins to say an entry, at this many words a second; its first word comes in this micro-turn. */
export function beginSpeech(work: Work, entry: Entry, pace?: number): void {
  work.state.speech = { entry, carry: 1, held: null, ...(pace === undefined ? {} : { pace }) }
  work.state.cut = null
  put(work, work.state.speech, { spoken: 0, state: 'speaking' })
  saySome(work)
}

/** Says the words that are due in one micro-turn. */
export function saySome(work: Work): void {
  const { speech } = work.state
  if (speech === null || speech.held !== null) return
  const { text } = speech.entry
  let { spoken } = speech.entry
  for (; speech.carry >= 1 && spoken < text.length; speech.carry -= 1) {
    const word = /^\s*\S+/u.exec(text.slice(spoken))
    spoken = word === null ? text.length : spoken + word[0].length
  }
  speech.carry += ((speech.pace ?? WORDS_A_SECOND) * TURN_MS) / 1000
  if (spoken >= text.length) {
    put(work, speech, { spoken: text.length, state: 'done' })
    work.state.speech = null
  } else if (spoken !== speech.entry.spoken) put(work, speech, { spoken })
}

/** Signs of the person at the same place that are no further apart than this are one overlap (ms). */
const OVERLAP_MS = 1000

/** First sign of the person while words come: the next word is held. Whatever it turns out to be. */
export function holdSpeech(work: Work, by: SignOf): void {
  const { speech, now } = work.state
  if (speech === null) return
  const { overlap } = speech
  const goesOn = overlap !== undefined && overlap.by === by && now - overlap.last < OVERLAP_MS
  speech.overlap = goesOn ? { ...overlap, last: now } : { by, from: now, last: now, passed: false }
  if (speech.held === null) {
    if (speech.overlap.passed) return
    speech.held = { at: now, by }
    put(work, speech, { state: 'held' })
  } else if (by === 'draft') speech.held.by = 'draft'
}

export function goOn(work: Work): void {
  const { speech } = work.state
  if (speech === null || speech.held === null) return
  speech.held = null
  if (speech.overlap !== undefined) speech.overlap.passed = true
  speech.carry = 1
  put(work, speech, { state: 'speaking' })
  saySome(work)
}

/** The composer is empty again: whatever comes next is an overlap of its own. */
export function endOverlap(work: Work): void {
  delete work.state.speech?.overlap
}

/** Gives the floor away: the sentence stays as far as it came. */
export function stopSpeech(work: Work): void {
  const { speech } = work.state
  if (speech === null) return
  put(work, speech, { state: 'cut' })
  work.state.cut = { ...speech, cutAt: work.state.now }
  work.state.speech = null
}

/**
 * What is being said of this remark is not so any more: it stops at the word, and is not taken up again.
 * @returns whether it was in the middle of it
 */
export function breakOff(work: Work, { remark: { id } }: AgendaItem): boolean {
  const { state } = work
  const speaking = state.speech?.entry.remark === id
  if (speaking) stopSpeech(work)
  if (state.cut?.entry.remark === id) state.cut = null
  return speaking
}

/** The person wants no more of it, now or later. */
export function silence(work: Work): void {
  stopSpeech(work)
  if (work.state.cut !== null) work.state.cut.unwanted = true
}

/** The person asked to go on: with what is held, else with what was cut last. */
export function resumeCut(work: Work): void {
  if (work.state.speech === null && work.state.cut !== null) {
    work.state.speech = { ...work.state.cut, held: { at: work.state.now, by: 'draft' } }
    work.state.cut = null
  }
  goOn(work)
}
