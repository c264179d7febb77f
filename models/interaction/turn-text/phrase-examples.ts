import type { Endings } from './endings.ts'
import {
  type Example,
  endsWith,
  type OverlapLabel,
  phraseExample,
  type TurnLabel,
  wholeUtterance,
  written,
} from './example.ts'
import { FINISHED, MATHS_SLOTS, UNFINISHED } from './maths-grammar.ts'
import { BACKCHANNELS, ELSEWHERES, INTERRUPTIONS, OVERLAP_SLOTS } from './overlap-grammar.ts'
import { draw, isHeldOut, oneOf, type Random, type Slots } from './phrase-grammar.ts'
import { namesOf, noise, talkOf, thingsOf } from './said-of-others.ts'
import { dressed, mistyped, plainWords, type Word } from './utterance.ts'
import { BARE_WAITS, BEGUN, LOOK_ALIKES, WAIT_SLOTS, WAITS } from './wait-grammar.ts'

interface Grammar {
  name: string
  templates: readonly string[]
  slots: Slots
  turn: TurnLabel | null
  overlap: OverlapLabel | null
  overlapWeight: number
  /** Phrases drawn for training. */
  count: number
  /** 1 where none is named. */
  weight?: number
}

const GRAMMARS: readonly Grammar[] = [
  {
    name: 'wait',
    templates: WAITS,
    slots: WAIT_SLOTS,
    turn: 'wait',
    overlap: 'interruption',
    overlapWeight: 1,
    count: 22_000,
  },
  {
    name: 'wait-bare',
    templates: BARE_WAITS,
    slots: WAIT_SLOTS,
    turn: 'wait',
    overlap: 'interruption',
    overlapWeight: 1,
    count: 9000,
    weight: 2,
  },
  {
    name: 'look-alike',
    templates: LOOK_ALIKES,
    slots: WAIT_SLOTS,
    turn: 'finished',
    overlap: null,
    overlapWeight: 0,
    count: 16_000,
  },
  {
    name: 'begun',
    templates: BEGUN,
    slots: WAIT_SLOTS,
    turn: 'unfinished',
    overlap: 'interruption',
    overlapWeight: 0.5,
    count: 8000,
  },
  {
    name: 'maths-finished',
    templates: FINISHED,
    slots: MATHS_SLOTS,
    turn: 'finished',
    overlap: 'interruption',
    overlapWeight: 0.4,
    count: 22_000,
  },
  {
    name: 'maths-unfinished',
    templates: UNFINISHED,
    slots: MATHS_SLOTS,
    turn: 'unfinished',
    overlap: 'interruption',
    overlapWeight: 0.3,
    count: 22_000,
  },
  {
    name: 'backchannel',
    templates: BACKCHANNELS,
    slots: OVERLAP_SLOTS,
    turn: 'finished',
    overlap: 'backchannel',
    overlapWeight: 1,
    count: 26_000,
  },
  {
    name: 'interruption',
    templates: INTERRUPTIONS,
    slots: OVERLAP_SLOTS,
    turn: null,
    overlap: 'interruption',
    overlapWeight: 1,
    count: 36_000,
  },
  {
    name: 'elsewhere',
    templates: ELSEWHERES,
    slots: OVERLAP_SLOTS,
    turn: 'finished',
    overlap: 'elsewhere',
    overlapWeight: 1,
    count: 16_000,
  },
]

/** A text with labels, for tests: `held` are phrases of templates and keys that were never trained on. */
export interface Labelled {
  source: string
  text: string
  turn: TurnLabel | null
  overlap: OverlapLabel | null
}

/** Examples of our own grammars, without the templates that are held out. */
export function* phraseExamples(
  utterances: readonly (readonly Word[])[],
  random: Random,
): Generator<Example> {
  const others = { matter: thingsOf(utterances), name: namesOf(utterances), chat: talkOf(utterances) }
  for (const grammar of GRAMMARS) {
    const templates = grammar.templates.filter((template) => !isHeldOut(template))
    const slots = { ...grammar.slots, ...others }
    const elsewhere = { ...slots, topic: ['{matter}'] }
    for (let left = grammar.count; left > 0; left--) {
      const phrase = draw(oneOf(templates, random), random() < OTHER_TOPICS ? elsewhere : slots, random)
      yield exampleOf(phrase, grammar, utterances, random)
      if (grammar.overlap !== null && random() < WHILE_WRITTEN) yield whileWritten(phrase, grammar, random)
    }
  }
  for (let left = NOISES; left > 0; left--)
    yield { ...phraseExample(noise(random), 'unfinished', 0.5), overlap: 'elsewhere', overlapWeight: 1 }
}

/** Share of phrases about what others talk about, and of those that are learnt half written too. */
const OTHER_TOPICS = 0.5
const WHILE_WRITTEN = 0.6
/** Texts that nobody wrote: a sleeve on the keyboard. */
const NOISES = 3000

/** A phrase as far as it stands while it is typed, mostly in mid-word: what it will be is all there is to learn. */
function whileWritten(phrase: string, { overlap, overlapWeight }: Grammar, random: Random): Example {
  const text = written(phrase, 'finished', random)
  const start = text.slice(0, Math.ceil(text.length * (0.15 + 0.85 * random())))
  return { ...phraseExample(start, 'finished', 0), overlap, overlapWeight: 0.6 * overlapWeight }
}

function exampleOf(
  phrase: string,
  grammar: Grammar,
  utterances: readonly (readonly Word[])[],
  random: Random,
): Example {
  const { turn, overlap, overlapWeight, weight = 1 } = grammar
  let text = written(phrase, turn ?? 'finished', random)
  if (random() < 0.05) text = text.replace(/\p{L}{4,}/u, (word) => mistyped(word, random))
  const example =
    turn === null ? { ...phraseExample(text, 'finished', 0) } : phraseExample(text, turn, weight)
  const labelled = { ...example, overlap, overlapWeight }
  // A request to wait may follow upon anything.
  const behind =
    grammar.name === 'wait' ? 0.2 : turn === 'unfinished' || grammar.name === 'maths-finished' ? 0.1 : 0
  if (random() >= behind) return labelled
  const before = dressed(oneOf(utterances, random).slice(-16), random)
  const kept =
    turn === 'wait' && random() < 0.4 ? before.slice(0, Math.ceil(random() * before.length)) : before
  return { ...after(kept, labelled), overlap: null }
}

function after(before: readonly Word[], { words, marks, overlap, overlapWeight }: Example): Example {
  const silent = before.map(() => ({ turn: 'finished' as const, weight: 0 }))
  return { words: [...before, ...words], marks: [...silent, ...marks], overlap, overlapWeight }
}

/** Phrases of the templates that are held out, each once. */
export function heldOutPhrases(random: Random): Labelled[] {
  return GRAMMARS.flatMap(({ name, templates, slots, turn, overlap }) => {
    const phrases = new Set<string>()
    for (const template of templates.filter(isHeldOut)) {
      for (let left = 40; left > 0; left--) phrases.add(draw(template, slots, random))
    }
    return [...phrases].map((phrase) => ({
      source: `own-${name}`,
      text: written(phrase, turn ?? 'finished', random),
      turn,
      overlap,
    }))
  })
}

export interface DrawnPhrase {
  label: 'wait' | 'finished'
  /** The core of a request, by which some are held out. */
  key: string
  text: string
}

/** One in ten cores. */
export const isHeldOutKey = ({ key }: DrawnPhrase): boolean =>
  key !== '' && [...key].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % 10 === 0

const ENDS_OPEN =
  /\b(?:can|could|would|will|you|please|just|a|to|i|i'd|i'm|the|for|and|me|my|let|mind|your|need|like|want|don't|not|give|gimme|so|because|is|until|till|while|be|keep|one|few|couple|of|have|about)$/i

/** Examples of a phrase of the data folder's grammar; the beginning of a request too where it ends openly. */
export function* drawnExamples({ label, text }: DrawnPhrase, random: Random): Generator<Example> {
  yield {
    ...phraseExample(written(text, label, random), label, 1),
    overlap: label === 'wait' ? 'interruption' : null,
    overlapWeight: 1,
  }
  const words = plainWords(text)
  const length = 1 + Math.floor(random() * words.length)
  const start = words.slice(0, length)
  if (length < words.length && ENDS_OPEN.test(start.at(-1)?.text ?? '') && start.length > 1)
    yield endsWith(dressed(start, random), 'unfinished', 0.8)
}

/** A whole utterance of people who order or book by telephone counts as spoken to somebody else. */
export function asElsewhere(words: readonly Word[], endings: Endings): Example {
  return { ...wholeUtterance(words, endings), overlap: 'elsewhere', overlapWeight: 0.03 }
}
