import { describe, expect, it, test } from 'vitest'
import { LANGUAGES } from '../../catalogue/languages.ts'
import { answer } from '../answer.ts'
import type { OpenPromise, SkillContext } from '../skill.ts'
import { germanClock, germanSpan } from './german-time.ts'

/** Tuesday, 15:00 on the person's clock. */
const NOW = Date.parse('2026-03-10T14:00:00Z')
const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const promise = (id: string, text: string, every: number | null): OpenPromise => ({
  id,
  kind: 'remind',
  text,
  due: NOW + (every ?? MINUTE),
  every,
  until: null,
  kept: 0,
})
const CONTEXT: SkillContext = {
  now: NOW,
  timeZone: 60,
  language: 'de',
  promises: [
    promise('atmen', 'Atmen', 4000),
    promise('strecken', 'die Beine strecken', null),
    promise('timer', 'Die Zeit ist um: dein Timer (5 Minuten)', null),
  ],
  activity: {
    startedAt: NOW - 10 * MINUTE,
    firstEditAt: NOW - 5 * MINUTE,
    lastEditAt: NOW - 10 * SECOND,
    activeMs: 2 * MINUTE,
    lines: [
      { at: NOW - 200 * SECOND, text: '2x = 4' },
      { at: NOW - 100 * SECOND, text: 'x = 2' },
    ],
    label: '',
  },
  selection: '',
  remark: null,
}
const understood = (text: string, context = CONTEXT) => answer(text, context)

describe('a reminder', () => {
  it.each([
    ['erinnere mich alle 4 Sekunden ans Atmen, bis ich stopp sage', 'Atmen', 4 * SECOND, 4 * SECOND],
    ['Erinnere mich alle vier Sekunden daran zu atmen, bis ich Stopp sage', 'atmen', 4 * SECOND, 4 * SECOND],
    ['erinner mich in 10 minuten ans Strecken', 'Strecken', 10 * MINUTE, null],
    ['Kannst du mich bitte in einer halben Stunde an die Pizza erinnern?', 'die Pizza', 30 * MINUTE, null],
    ['Erinnere mich in 20 Minuten daran, Wasser zu trinken.', 'Wasser trinken', 20 * MINUTE, null],
    ['erinnere mich in 1,5 Stunden daran, dass ich aufräumen muss', 'aufräumen', 90 * MINUTE, null],
    ['erinnere mich um 16 Uhr daran, aufzustehen', 'aufstehen', HOUR, null],
    ['erinnere mich um halb vier an den Anruf', 'den Anruf', 30 * MINUTE, null],
    ['Erinnere mich morgen um 9 an die Hausaufgaben', 'die Hausaufgaben', 18 * HOUR, null],
    ['erinnere mich jede Minute ans Blinzeln', 'Blinzeln', MINUTE, MINUTE],
    ['erinnere mich stündlich ans Trinken', 'Trinken', HOUR, HOUR],
    ['sag mir in 90 Sekunden Bescheid', '', 90 * SECOND, null],
    ['sag mir alle 20 Minuten, „schau weg“', 'schau weg', 20 * MINUTE, 20 * MINUTE],
    ['alle 5 Sekunden: durchatmen', 'durchatmen', 5 * SECOND, 5 * SECOND],
    ['In 10 Minuten: Tee', 'Tee', 10 * MINUTE, null],
    ['Stell einen Timer auf 5 Minuten', 'Timer (5 Minuten)', 5 * MINUTE, null],
    ['Timer 5 Minuten', 'Timer (5 Minuten)', 5 * MINUTE, null],
    ['mach einen 3-Minuten-Timer für den Tee', 'den Tee', 3 * MINUTE, null],
    ['stell mir den Wecker auf 17 Uhr', 'Wecker', 2 * HOUR, null],
    ['weck mich in einer Viertelstunde', '', 15 * MINUTE, null],
  ])('%s', (text, words, after, every) => {
    const { skill, outcome } = understood(text)
    expect(skill).toBe('remind')
    expect(outcome.promise).toMatchObject({ kind: 'remind', due: NOW + after, every })
    expect(outcome.promise?.text).toContain(words)
  })

  it.each([
    ['erinnere mich 10 Minuten lang alle 30 Sekunden ans Atmen', NOW + 10 * MINUTE],
    ['erinnere mich alle 5 Minuten bis 16 Uhr ans Trinken', NOW + HOUR],
    ['erinnere mich dreimal alle 10 Sekunden ans Blinzeln', NOW + 30 * SECOND],
    ['erinnere mich 3 mal alle 10 Sekunden ans Blinzeln', NOW + 30 * SECOND],
  ])('%s ends in time', (text, until) => {
    expect(understood(text).outcome.promise?.until).toBe(until)
  })

  it('without a time asks for it, and is answered in the language of the person', () => {
    expect(understood('erinnere mich daran, zu trinken').outcome.say).toMatch(
      /^Wann soll ich dich erinnern: „trinken“/,
    )
    const english = { ...CONTEXT, language: 'en' as const }
    expect(understood('erinnere mich in 10 Minuten ans Strecken', english).outcome.say).toBe(
      'I will remind you: “Strecken”, in 10 minutes.',
    )
    expect(understood('remind me in 10 minutes to stretch').outcome.say).toBe(
      'Ich erinnere dich: „stretch“, in 10 Minuten.',
    )
  })
})

const SKILLS: readonly (readonly [string, string, object])[] = [
  ['stopp', 'stop', { endPromises: ['atmen'] }],
  ['Stopp!', 'stop', { endPromises: ['atmen'] }],
  ['hör bitte auf', 'stop', { endPromises: ['atmen'] }],
  ['das reicht', 'stop', { endPromises: ['atmen'] }],
  ['fertig', 'stop', { endPromises: ['atmen'] }],
  ['erinnere mich nicht mehr', 'stop', { endPromises: ['atmen'] }],
  ['hör auf, mich ans Atmen zu erinnern', 'stop', { endPromises: ['atmen'] }],
  ['erinnere mich nicht mehr ans Strecken', 'stop', { endPromises: ['strecken'] }],
  ['lösche den Timer', 'stop', { endPromises: ['timer'] }],
  ['Timer abbrechen', 'stop', { endPromises: ['timer'] }],
  ['alles beenden', 'stop', { endPromises: ['atmen', 'strecken', 'timer'] }],
  ['lösche alle Erinnerungen', 'stop', { endPromises: ['atmen', 'strecken', 'timer'] }],
  ['hör auf zu reden', 'stop', { voice: 'stop', endPromises: [] }],
  ['weiter', 'go-on', { voice: 'go-on' }],
  ['mach bitte weiter', 'go-on', { voice: 'go-on' }],
  ['du darfst wieder reden', 'go-on', { quietUntil: null }],
  ['sei 10 Minuten still', 'quiet', { quietUntil: NOW + 10 * MINUTE }],
  ['sei bitte für die nächsten 5 Minuten ruhig', 'quiet', { quietUntil: NOW + 5 * MINUTE }],
  ['stör mich bis 16 Uhr nicht', 'quiet', { quietUntil: NOW + HOUR }],
  ['Ruhe bitte', 'quiet', {}],
  ['lass mich in Ruhe arbeiten', 'quiet', {}],
  ['welche Erinnerungen habe ich?', 'list-promises', {}],
  ['Zeig mir meine Erinnerungen', 'list-promises', {}],
  ['woran erinnerst du mich', 'list-promises', {}],
  ['prüf das', 'check', { check: null }],
  ['Kannst du das bitte überprüfen?', 'check', { check: null }],
  ['stimmt das so?', 'check', { check: null }],
  ['ist das richtig', 'check', { check: null }],
  ['habe ich einen Fehler gemacht?', 'check', { check: null }],
  ['wo ist mein Fehler?', 'check', { check: null }],
  ['prüf 2(x+3) = 2x+6', 'check', { check: '2(x+3) = 2x+6' }],
  ['stimmt 2(x+3) = 2x+6?', 'check', { check: '2(x+3) = 2x+6' }],
  ['2x = 4, stimmt das?', 'check', { check: '2x = 4' }],
  ['sag mir, wenn auf der Seite „ausverkauft“ steht', 'watch', { promise: { text: 'ausverkauft' } }],
  ['Sag mir Bescheid, sobald hier Ergebnis steht', 'watch', { promise: { text: 'Ergebnis' } }],
  ['sag Bescheid, wenn „Lieferbar“ auftaucht', 'watch', { promise: { text: 'Lieferbar' } }],
  ['achte auf Lösungen', 'watch', { promise: { text: 'Lösungen' } }],
  ['finde Steigung auf dieser Seite', 'find', { find: 'Steigung' }],
  ['Suche nach „Hypotenuse“', 'find', { find: 'Hypotenuse' }],
  ['Wo steht hier Distributivgesetz?', 'find', { find: 'Distributivgesetz' }],
  ['such auf der Seite nach Größe', 'find', { find: 'Größe' }],
]

describe.each(LANGUAGES)('what it can do is understood in German while it speaks %s', (language) => {
  it.each(SKILLS)('%s', (text, skill, outcome) => {
    const answered = understood(text, { ...CONTEXT, language })
    expect(answered.skill).toBe(skill)
    expect(answered.outcome).toMatchObject(outcome)
  })
})

describe('how long', () => {
  it.each([
    [
      'wie lange habe ich gebraucht?',
      '4 Minuten 50 Sekunden von deiner ersten Änderung bis zur letzten. Davon hast du 2 Minuten geschrieben.',
    ],
    [
      'Wie lange hat das gedauert?',
      '4 Minuten 50 Sekunden von deiner ersten Änderung bis zur letzten. Davon hast du 2 Minuten geschrieben.',
    ],
    [
      'wie lange arbeite ich schon daran?',
      'Du hast vor 5 Minuten angefangen zu schreiben. Davon hast du 2 Minuten geschrieben.',
    ],
    ['wie viel Zeit habe ich für Zeile 2 gebraucht', 'Für Zeile 2 hast du 1 Minute 40 Sekunden gebraucht.'],
    ['wie lange ist meine letzte Änderung her?', '10 Sekunden seit deiner letzten Änderung.'],
    ['wie spät ist es?', 'Es ist 15:00.'],
    ['wann erinnerst du mich?', '„die Beine strecken“, in 1 Minute; dein Timer (5 Minuten), in 1 Minute.'],
  ])('%s', (text, said) => {
    expect(understood(text)).toEqual({ skill: 'how-long', outcome: { say: said } })
  })
})

describe('what only looks like it is not answered', () => {
  it.each([
    'wie erinnere ich mich an Formeln?',
    'Ich habe keine Zeit',
    'was ist eine Steigung',
    'der Timer ist kaputt',
    'das Ergebnis ist größer',
  ])('%s', (text) => {
    expect(understood(text).skill).toBeNull()
  })
})

test.each([
  ['10 Minuten', 10 * MINUTE],
  ['einer halben Stunde', 30 * MINUTE],
  ['dreiviertelstunde', 45 * MINUTE],
  ['1 Stunde und 30 Minuten', 90 * MINUTE],
  ['anderthalb Stunden', 90 * MINUTE],
  ['2,5 min', 150 * SECOND],
  ['fünfundvierzig Sekunden', 45 * SECOND],
  ['zwei Tagen', 48 * HOUR],
])('%s is a duration', (text, ms) => {
  expect(germanSpan(text)).toBe(ms)
})

test.each([
  ['um 16 Uhr', HOUR],
  ['um 15:30', 30 * MINUTE],
  ['um halb vier', 30 * MINUTE],
  ['um viertel nach drei', 15 * MINUTE],
  ['um viertel vor vier', 45 * MINUTE],
  ['um zehn nach drei', 10 * MINUTE],
  ['um 3', 12 * HOUR],
  ['um 4', HOUR],
  ['morgen um 9', 18 * HOUR],
  ['heute abend um 8', 5 * HOUR],
  ['am donnerstag um 10 uhr', 43 * HOUR],
  ['mitternacht', 9 * HOUR],
])('%s is a time', (text, after) => {
  expect((germanClock(text, CONTEXT) ?? 0) - NOW).toBe(after)
})
