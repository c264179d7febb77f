import { type Frame, speechOf } from '../../../extension/turn/frame.ts'
import { newLoopState, TURN_MS } from '../../../extension/turn/loop-state.ts'
import { enact, perceiveAll } from '../../../extension/turn/micro-turn.ts'
import type { Decision, Policy } from '../../../extension/turn/policy.ts'
import { lastAtRest } from '../../../extension/turn/rest.ts'
import { beginSpeech, endOverlap, holdSpeech } from '../../../extension/turn/speech.ts'
import { findItem, putEntry, type Work } from '../../../extension/turn/work.ts'
import type { Act } from '../../../shared/acts/act.ts'
import type { PanelToLoop } from '../../../shared/messages/panel-message.ts'
import type { PagePercept } from '../../../shared/percepts/page-percept.ts'
import type { Percept } from '../../../shared/percepts/percept.ts'
import type { PlayedEvent } from '../time.ts'
import { PlayedPage, wordsOf } from './played-page.ts'
import { PlayedVoice } from './played-voice.ts'
import { type Begun, type Said, SaidLog } from './said.ts'
import type { TimingCase, Truth } from './timing-case.ts'

/** A conversation as it went with one policy; times of `truth` and `events` are from its start. */
export interface Played {
  said: Said[]
  truth: Truth[]
  events: PlayedEvent[]
}

/** One micro-turn as the policy saw it; `decision` null: it was not asked, for nothing could happen. */
export interface Seen {
  t: number
  frame: Frame
  decision: Decision | null
  act: Act
}

export interface PlayOptions {
  policy: Policy
  /** Without it the policy's acts are taken as they are: what a baseline does by itself. */
  guarded: boolean
  /** Times of all events are stretched by this factor. */
  stretch?: number
  /** Drops this share of percepts, and makes micro-turns late by up to so many ms. Both need `random` (0..1). */
  lost?: number
  lateMs?: number
  random?: () => number
  /** Sees each micro-turn; what was said so far is still growing. */
  see?: (seen: Seen, said: readonly Said[], truth: readonly Truth[]) => void
}

const START = Date.UTC(2026, 2, 2, 9)
const TUTORING = 'tutoring-1'
const PANEL = 'panel-1'
/** Played after the last event and truth (ms). */
const AFTER_MS = 6000

type Placed<T> = T & { order: number }

/** Plays one conversation of `timing` on the product's own micro-turns with a virtual clock. */
export async function playConversation(one: TimingCase, options: PlayOptions): Promise<Played> {
  return await new Conversation(one, options).play()
}

class Conversation {
  readonly #case: TimingCase
  readonly #options: PlayOptions
  #state = newLoopState(START, 0)
  #policyState = {}
  #queue: Placed<PlayedEvent>[] = []
  readonly #waiting: Placed<TimingCase['events'][number]>[]
  readonly #played: Omit<Played, 'said'> = { truth: [], events: [] }
  #percepts: Percept[] = []
  readonly #pageOf = new PlayedPage(TUTORING)
  #draft = ''
  #sends = 0
  #reply: { material: number; words: number; at: number } | null = null
  #replies = 0
  #remarks: { words: number; id: string }[] = []
  readonly #voice: PlayedVoice | null
  /** Whether a voice began, or went on. */
  #sign: 'begins' | 'goes on' | null = null
  readonly #log = new SaidLog()

  constructor(one: TimingCase, options: PlayOptions) {
    this.#case = one
    this.#options = options
    const stretch = options.stretch ?? 1
    const all = one.events.map((event, order) => ({ ...event, t: event.t * stretch, order }))
    this.#waiting = all.filter(({ on }) => on !== undefined)
    this.#queue = all.filter(({ on }) => on === undefined).toSorted(byTime)
    this.#played.truth = one.truth
      .filter(({ on }) => on === undefined)
      .map((each) => this.#stretched(each, 0))
    const known = one.events.some(({ e }) => e === 'voice')
    this.#voice = one.mode === 'voice' ? new PlayedVoice(known) : null
    const page = { tab: 1, origin: 'http://page', address: 'http://page/', title: 'Page', fresh: true }
    this.#door({ kind: 'page-joined', tutoring: TUTORING, ...page })
    this.#door({ kind: 'panel-joined', panel: PANEL })
    this.#page({ kind: 'shown', visible: true, focused: true, at: START })
  }

  async play(): Promise<Played> {
    let last = this.#end()
    for (let turn = 1; turn * TURN_MS <= last; turn += 1) {
      const late = this.#options.lateMs === undefined ? 0 : this.#random() * this.#options.lateMs
      const skipped = Math.floor(late / TURN_MS)
      turn += skipped
      await this.#turn(turn)
      last = this.#end()
    }
    return { ...this.#played, said: this.#log.said }
  }

  #end(): number {
    const ends = [...this.#queue.map(({ t }) => t), ...this.#played.truth.map(({ to }) => to)]
    const { speech, turn } = this.#state
    const saying = speech === null || speech.held !== null ? 0 : turn * TURN_MS
    return Math.max(saying, this.#lastEvent, ...ends) + AFTER_MS
  }
  #lastEvent = 0

  async #turn(turn: number): Promise<void> {
    const now = turn * TURN_MS
    for (let event = this.#queue[0]; event !== undefined && event.t <= now; event = this.#queue[0]) {
      this.#queue.shift()
      this.#lastEvent = event.t
      this.#played.events.push(event)
      if (!this.#isLost(event)) this.#take(event)
    }
    const percepts = this.#percepts
    this.#percepts = []
    const { work, frame: plain } = perceiveAll(this.#state, turn, percepts)
    if (this.#sign === 'begins') endOverlap(work)
    if (this.#sign !== null) holdSpeech(work, 'voice')
    const heard = this.#sign !== null || percepts.length > 0
    this.#sign = null
    const frame = this.#frameOf(plain, work, now)
    const rests = !heard && !frame.reply && lastAtRest(work.state) >= turn
    const decision = rests ? null : await this.#options.policy(frame, this.#policyState)
    if (decision !== null) this.#policyState = decision.state
    const act = this.#enact(work, decision, frame)
    this.#state = work.state
    this.#note(now)
    this.#options.see?.({ t: now, frame, decision, act }, this.#log.said, this.#played.truth)
  }

  /** The frame with what the core does not know yet: voice, and the answer of this conversation. */
  #frameOf(plain: Frame, work: Work, now: number): Frame {
    const frame = {
      ...plain,
      speech: speechOf(work.state),
      reply: this.#reply !== null && this.#reply.at <= now,
    }
    if (this.#voice === null) return frame
    const voice = this.#voice.at(now)
    const speaking = frame.speech !== null && frame.speech.heldMs === null
    const floor = voice.active !== true ? frame.floor : speaking ? 'both' : 'person'
    return { ...frame, floor, voice }
  }

  #enact(work: Work, decision: Decision | null, frame: Frame): Act {
    const act = decision?.act ?? { kind: 'hold' }
    const speaks = act.kind === 'speak' && work.state.speech === null
    if (speaks && act.reply === true && this.#reply !== null) {
      enact(work, null)
      this.#begin(work, { kind: 'reply', material: this.#reply.material, length: this.#reply.words })
      this.#reply = null
      return act
    }
    if (act.kind === 'speak' && act.remark !== null && !this.#options.guarded && speaks) {
      const found = findItem(work.state, act.remark)
      enact(work, null)
      if (found === null || found.item.spoken) return { kind: 'hold' }
      found.item.spoken = true
      this.#begin(work, { kind: 'remark', ...this.#remarkOf(act.remark) })
      return act
    }
    // The guard knows no voice yet: nobody is spoken over by a remark.
    const over = frame.voice?.active === true && act.kind === 'speak' && act.remark !== null
    return enact(work, decision === null || over ? null : { ...decision, state: {} })
  }

  #begin(work: Work, said: Omit<Begun, 'start'>): void {
    const text = wordsOf(said.length)
    const entry = putEntry(work, { tutoring: TUTORING, who: 'tutor', kind: 'said', text })
    this.#say({ ...said, start: work.state.now - START }, entry.id)
    beginSpeech(work, entry, this.#case.rate)
  }

  #say(begun: Begun, entry: string): void {
    const said = this.#log.begin(begun, entry)
    const k = this.#log.said.length
    for (const event of this.#waiting.filter(({ on }) => on === k))
      this.#queue.push({ ...event, t: said.start + event.t })
    this.#queue.sort(byTime)
    for (const each of this.#case.truth.filter(({ on }) => on === k))
      this.#played.truth.push(this.#stretched(each, said.start))
  }

  #stretched(each: Truth, by: number): Truth {
    const stretch = this.#options.stretch ?? 1
    const moved = { ...each, from: by + each.from * stretch, to: by + each.to * stretch }
    return moved.is === 'interruption' ? { ...moved, evident: by + moved.evident * stretch } : moved
  }

  /** A remark is begun by the loop itself. */
  #note(now: number): void {
    const { speech } = this.#state
    if (speech !== null && this.#log.entry !== speech.entry.id) {
      const id = speech.entry.remark
      if (id !== null) this.#say({ kind: 'remark', ...this.#remarkOf(id), start: now }, speech.entry.id)
      speech.pace = this.#case.rate
    }
    this.#log.follow(this.#state, now)
  }

  #isLost(event: PlayedEvent): boolean {
    const { lost } = this.#options
    if (lost === undefined || event.e === 'reply' || event.e === 'remark' || event.e === 'send') return false
    return this.#random() < lost
  }

  #random(): number {
    return this.#options.random?.() ?? 0
  }

  #take(event: PlayedEvent): void {
    const at = START + event.t
    switch (event.e) {
      case 'draft':
        if (this.#draft === '' && this.#reply !== null && this.#sends > 0 && this.#reply.at < event.t - 3000)
          this.#reply = null
        this.#draft = event.text ?? ''
        return this.#panel({ kind: 'draft', at, tutoring: TUTORING, text: this.#draft })
      case 'send': {
        this.#sends += 1
        const text = event.text ?? this.#draft
        this.#draft = ''
        if (text.trim() === '') return
        return this.#panel({ kind: 'send', at, tutoring: TUTORING, id: `sent-${this.#sends}`, text })
      }
      case 'click':
        return this.#click(event.what, at)
      case 'voice':
      case 'heard': {
        const sign = this.#voice?.take(event) ?? null
        if (sign === 'begins' || this.#sign === null) this.#sign = sign
        return
      }
      case 'page': {
        const percept = this.#pageOf.percept(event, at)
        return percept === null ? undefined : this.#page(percept)
      }
      case 'reply':
        this.#reply = { material: this.#replies, words: event.words ?? 1, at: event.t }
        this.#replies += 1
        return
      case 'remark':
        return this.#offer(event, at)
    }
  }

  #click(what: string | undefined, at: number): void {
    const remark = this.#remarks.at(-1)?.id
    if (what === 'stop') return this.#panel({ kind: 'voice', at, what: 'stop' })
    if (what === 'ok') {
      this.#sends += 1
      return this.#panel({ kind: 'send', at, tutoring: TUTORING, id: `sent-${this.#sends}`, text: '👍' })
    }
    if (remark !== undefined && (what === 'dismiss' || what === 'mute'))
      this.#panel({ kind: 'remark', at, remark, what })
  }

  /** Puts a remark on the agenda, as the senses would. */
  #offer(event: PlayedEvent, at: number): void {
    const item = this.#pageOf.item(event, `remark-${this.#remarks.length}`, at)
    this.#remarks.push({ id: item.remark.id, words: event.words ?? 8 })
    this.#state.tutorings[TUTORING]?.agenda.push(item)
  }

  /** Which remark it is, and its length in words. */
  #remarkOf(id: string): { material: number; length: number } {
    const material = this.#remarks.findIndex((each) => each.id === id)
    return { material, length: this.#remarks[material]?.words ?? 1 }
  }

  #door(it: Extract<Percept, { from: 'door' }>['it']): void {
    this.#percepts.push({ from: 'door', at: START, it })
  }

  #page(it: PagePercept): void {
    this.#percepts.push({ from: 'page', at: it.at, tutoring: TUTORING, it })
  }

  #panel(it: PanelToLoop): void {
    const at = 'at' in it ? it.at : START
    this.#percepts.push({ from: 'panel', at, panel: PANEL, it })
  }
}

const byTime = (a: Placed<PlayedEvent>, b: Placed<PlayedEvent>) => a.t - b.t || a.order - b.order
