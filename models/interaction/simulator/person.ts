import type { Draw } from './draw.ts'

/** How finely a person's writing reaches the tutor. */
export type Grain = 'key' | 'word' | 'jump'
/** How a person comes by their words. */
export type Hand = 'even' | 'hurried' | 'slow' | 'rewriting' | 'composing'

/** A person as far as timing goes; what they want is drawn with each scene. Times in ms. */
export interface Person {
  hand: Hand
  grain: Grain
  /** Median time between two keys. */
  keyMs: number
  /** Spread of the logarithm of the time between two keys. */
  keySpread: number
  /** The first key of a word takes so many times longer. */
  wordFactor: number
  /** Share of keys that are typed wrong and put right. */
  slips: number
  /** Median pause for thought, and the spread of its logarithm. */
  thinkMs: number
  thinkSpread: number
  /** Share of phrases before which they think. */
  thinks: number
  /** Share of turns that end with Enter rather than with silence. */
  sends: number
  /** Spoken words a second. */
  wordsASecond: number
  /** Whether their writing has capitals and full stops. */
  punctuates: boolean
  /** How soon the recogniser shows a word, and how long it waits for the end. */
  heardAfterMs: number
  finalAfterMs: number
  /** Whether voice activity is known, and how long it outlasts the voice. */
  voiceActivity: boolean
  hangoverMs: number
}

/*
 * Between persons: mean time between keys 239 ms, standard deviation 112 ms, fast typists near 120 ms, slow ones near
 * 480 ms; about 6 % of keys put something right (Dhakal et al. 2018, 168,000 typists).
 */
const KEY_MS = 215
const KEY_SPREAD = 0.42
/*
 * Within a person the times are skewed and near log-normal (González et al. 2021), a mixture of fluent keys and
 * hesitations (Roeser et al. 2021), longer before words and longest before sentences (Conijn et al. 2019).
 */
const WITHIN = [0.25, 0.55] as const
const WORD_FACTOR = [1.1, 2.2] as const
const SLIPS = [0, 0.06] as const
/*
 * A pause of 2 s is where studies of writing begin to speak of planning (Wengelin 2006; Chenoweth & Hayes 2001). In
 * speech most silences of one speaker are below 1 s, with a long tail (Campione & Véronis 2002; Heldner & Edlund 2010).
 */
const THINK_WRITING_MS = 2000
const THINK_SPEAKING_MS = 750
/** Reading aloud: 183 words a minute (Brysbaert 2019); conversation is a little faster. */
const WORDS_A_SECOND = 3.2
/** What recognisers and detectors of voices need; a wide range of engines, not of persons. */
const HEARD_AFTER_MS = [120, 600] as const
const FINAL_AFTER_MS = [300, 1200] as const
const HANGOVER_MS = [80, 400] as const

/** Draws a person. Wider than any one study: whoever comes should lie inside. */
export function drawPerson(draw: Draw, mode: 'text' | 'voice', voiceActivity: boolean): Person {
  const hand = draw.weighted<Hand>({ even: 6, hurried: 2, slow: 2, rewriting: 1, composing: 1 })
  const pace = { even: 1, hurried: 0.6, slow: 1.9, rewriting: 1.1, composing: 1 }[hand]
  return {
    hand,
    grain: draw.weighted<Grain>({ key: 6, word: 3, jump: 2 }),
    keyMs: draw.within(60, 900, KEY_MS * pace, KEY_SPREAD),
    keySpread: draw.between(...WITHIN),
    wordFactor: draw.between(...WORD_FACTOR),
    slips: hand === 'rewriting' ? 0.02 : draw.between(...SLIPS),
    thinkMs: draw.lognormal(mode === 'text' ? THINK_WRITING_MS : THINK_SPEAKING_MS, 0.4) * Math.sqrt(pace),
    thinkSpread: draw.between(0.3, 0.6),
    thinks: draw.between(0, hand === 'hurried' ? 0.15 : draw.pick([0.2, 0.5, 0.9])),
    sends: draw.pick([0.1, 0.4, 0.7, 0.95]),
    wordsASecond: draw.within(1.5, 5.5, WORDS_A_SECOND / Math.sqrt(pace), 0.2),
    punctuates: draw.chance(0.5),
    heardAfterMs: draw.between(...HEARD_AFTER_MS),
    finalAfterMs: draw.between(...FINAL_AFTER_MS),
    voiceActivity,
    hangoverMs: draw.between(...HANGOVER_MS),
  }
}
