import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cue, SIGNS } from '../../percepts/cue.ts'
import { answer } from '../answer.ts'
import type { NewPromise, SkillContext } from '../skill.ts'
import { countWritten } from './written-signs.ts'

const NOW = Date.parse('2026-03-10T14:20:00Z')
const CONTEXT: SkillContext = {
  now: NOW,
  timeZone: 0,
  language: 'en',
  promises: [],
  activity: null,
  selection: '',
  remark: null,
}

function made(text: string, language: 'en' | 'de' = 'en'): NewPromise[] {
  const { outcome } = answer(text, { ...CONTEXT, language })
  return outcome.promise === undefined ? [] : [outcome.promise, ...(outcome.morePromises ?? [])]
}

/** "words | what is waited for", with "…" where it is each time, "#" where it is counted. */
function told(text: string, language: 'en' | 'de' = 'en'): string {
  return made(text, language)
    .map(({ text: words, cue }) => (cue === undefined ? words : `${words} | ${brief(cue)}`))
    .join(' & ')
}

function brief({ moment, again, counts }: Cue): string {
  const said = Object.values(moment).map((value) =>
    typeof value === 'object' ? JSON.stringify(value) : value,
  )
  return `${said.join(' ')}${again ? ' …' : ''}${counts ? ' #' : ''}`.replaceAll('"', '')
}

describe('a cue', () => {
  it.each([
    [
      'when I reach the second paragraph tell me to take notes',
      'take notes | reached {at:paragraph,number:2}',
    ],
    ['tell me to breathe when I scroll to the end of the page', 'breathe | reached {at:end}'],
    ['remind me to draw it when I get to the part about slopes', 'draw it | reached {at:words,text:slopes}'],
    [
      'when I finish reading paragraph 1 ask me what it said',
      'what it said | reached {at:paragraph,number:2}',
    ],
    ["when I've been silent for a while, ask me what I think", 'what I think | silent 60000'],
    [
      "if I haven't written anything for 90 seconds nudge me",
      'You have been silent for 1 minute 30 seconds. | silent 90000',
    ],
    ['after half a minute of silence say hello', 'hello | silent 30000'],
    [
      'each time I write a minus before a bracket, remind me to check the signs',
      'check the signs | written [minus,bracket] …',
    ],
    ['whenever I type "sin" tell me to check the mode', 'check the mode | written [{text:sin}] …'],
    [
      'warn me when I write two equals signs in a row',
      'You write an equals sign before an equals sign. | written [equals,equals]',
    ],
    ['after the next correct line say well done', 'well done | line right 1'],
    ['say great after every correct line', 'great | line right 1 …'],
    ['after three right lines remind me to rest', 'rest | line right 3'],
    ['tell me to slow down if I make two mistakes', 'slow down | line wrong 2'],
    ['every time a line is wrong say look again', 'look again | line wrong 1 …'],
    ['when I finish line 3, remind me to check it', 'check it | line-number 3 finished'],
    ['when I get to line 4 tell me to swap pens', 'swap pens | line-number 4 begun'],
    ['count my correct lines', 'correct lines | line right 1 … #'],
    ['keep count of how many mistakes I make', 'mistakes | line wrong 1 … #'],
    ['when I come back remind me to check line 2', 'check line 2 | did returned'],
    ['whenever I look at a hint, say try alone first', 'try alone first | did hinted …'],
    ['when I say banana say apple', 'apple | said banana'],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected)
  })

  it.each([
    [
      'Erinnere mich jedes Mal, wenn ich ein Minus vor eine Klammer schreibe, an die Vorzeichen',
      'die Vorzeichen | written [minus,bracket] …',
    ],
    [
      'wenn ich den zweiten Absatz erreiche, sag mir: Notizen machen',
      'Notizen machen | reached {at:paragraph,number:2}',
    ],
    ['wenn ich eine Weile still war, frag mich, was ich denke', 'was ich denke | silent 60000'],
    [
      'sag mir Bescheid, wenn ich 20 Sekunden nichts geschrieben habe',
      'Du bist seit 20 Sekunden still. | silent 20000',
    ],
    ['sag nach jeder richtigen Zeile "super"', 'super | line right 1 …'],
    ['nach der nächsten richtigen Zeile sag gut gemacht', 'gut gemacht | line right 1'],
    ['zähl meine richtigen Zeilen', 'richtige Zeilen | line right 1 … #'],
    ['zähle, wie oft ich einen Fehler mache', 'Fehler | line wrong 1 … #'],
    ['wenn ich einen Fehler mache, sag mir Bescheid', 'Eine Zeile stimmt nicht: ein Fehler. | line wrong 1'],
    ['wenn ich zurück bin, erinnere mich an Zeile 2', 'Zeile 2 | did returned'],
    ['erinnere mich in 10 Minuten ans Strecken', 'Strecken'],
  ])('in German: %s', (text, expected) => {
    expect(told(text, 'de')).toBe(expected)
  })

  it.each([
    'what should I do when I make a mistake?',
    'when I make a mistake, what happens?',
    'how often did I look at the hint?',
    'I reach the second paragraph',
    'after the next correct line',
    'tell me when the page says sold out',
  ])('is not promised by “%s”', (text) => {
    expect(made(text).filter(({ cue }) => cue !== undefined)).toEqual([])
  })

  it('is said back as it was understood, with how to end it', () => {
    const { outcome } = answer(
      'each time I write a minus before a bracket, remind me to check the signs',
      CONTEXT,
    )
    expect(outcome.say).toBe(
      'I will remind you: “check the signs”, each time you write a minus before a bracket. Say “stop” to end it.',
    )
    expect(answer('count my correct lines', CONTEXT).outcome.say).toBe(
      'I count from now on: correct lines. Say “stop” to end it.',
    )
  })

  it('ends at its limit where one is given', () => {
    expect(made('until 3pm remind me to check signs each time I write a minus')[0]?.until).toBe(
      Date.parse('2026-03-10T15:00:00Z'),
    )
  })
})

it.each([
  ['remind me at half past to rest', '14:30'],
  ['at quarter past tell me to rest', '15:15'],
  ['on the hour remind me to rest', '15:00'],
  ['at ten to remind me to rest', '14:50'],
  ['when it is three o’clock tell me to rest', '15:00'],
  ['remind me at ten to three to rest', '14:50'],
])('%s', (text, clock) => {
  expect(new Date(made(text)[0]?.due ?? 0).toISOString().slice(11, 16)).toBe(clock)
})

describe('signs that are written', () => {
  it.each([
    ['−', '5 − (x)', 1],
    ['-(', 'a-(b) - (c)', 2],
    ['+ C', 'x^2 +  C', 1],
    ['x', 'x + exp(x) + 2x', 3],
    ['sin', 'sin x + asin x + 2\\sin x', 2],
  ])('“%s” in “%s”: %i', (text, written, count) => {
    expect(countWritten(written, [{ text }])).toBe(count)
  })

  it('are counted in whatever was written, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.array(
          fc.oneof(
            fc.constantFrom(...SIGNS),
            fc.string({ minLength: 1, maxLength: 20 }).map((text) => ({ text })),
          ),
          { minLength: 1, maxLength: 6 },
        ),
        (written, signs) => {
          expect(countWritten(written, signs)).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })
})
