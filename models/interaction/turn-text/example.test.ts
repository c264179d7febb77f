import { expect, test } from 'vitest'
import { Endings } from './endings.ts'
import { brokenOff, type Example, joined, wholeUtterance } from './example.ts'
import { seededRandom } from './phrase-grammar.ts'
import { CUT, type Cut, dressed, mistyped, NO_TAG, type Parsed, wordsOf } from './utterance.ts'

/** A text as if parsed at its spaces, with what a cut behind each of its words leaves. */
function parsed(text: string, cuts: readonly Cut[]): Parsed {
  const ends = [...text.matchAll(/\S+/g)].map((word) => word.index + word[0].length)
  return { source: 'chat', text, ends, tags: ends.map(() => NO_TAG), cuts: [...cuts] }
}

const { free, must, sentence } = CUT
const goHome = wordsOf(parsed('I go to the park every day', [must, free, must, must, free, must, sentence]))
const endings = new Endings()
for (let times = 20; times > 0; times--) endings.add(goHome)
for (let times = 5; times > 0; times--)
  endings.add(wordsOf(parsed('I go to the park', [must, free, must, must, sentence])))

const said = ({ words, marks }: Example) =>
  marks.flatMap(({ turn, weight }, index) => (weight > 0 ? [`${words[index]?.text}: ${turn}`] : []))

test('an utterance is finished at its end, unfinished where something must follow', () => {
  const example = wholeUtterance(goHome, endings)
  expect(said(example)).toEqual([
    ...['I: unfinished', 'to: unfinished', 'the: unfinished'],
    ...['park: finished', 'every: unfinished', 'day: finished'],
  ])
  const weight = (word: string) => example.marks[example.words.findIndex(({ text }) => text === word)]?.weight
  expect(weight('day')).toBe(1)
  expect(weight('park')).toBeLessThan(0.5)
})

test('of two utterances in one text the first weighs less, and all its places are kept', () => {
  const both = joined(wholeUtterance(goHome, endings), wholeUtterance(goHome, endings))
  expect(both.words.length).toBe(2 * goHome.length)
  expect(both.marks[goHome.length - 1]).toEqual({ turn: 'finished', weight: 0.4 })
  expect(both.marks.at(-1)).toEqual({ turn: 'finished', weight: 1 })
})

test('what breaks off is marked at its end alone, and never ends with a word that is known', () => {
  const random = seededRandom(5)
  const broken = Array.from({ length: 200 }, () => brokenOff(goHome, endings, random)).filter(
    (one) => one !== null,
  )
  expect(broken.length).toBeGreaterThan(20)
  for (const example of broken) {
    expect(said(example)).toEqual([`${example.words.at(-1)?.text}: unfinished`])
    expect(goHome.map(({ text }) => text)).not.toContain(example.words.at(-1)?.text)
  }
})

test('a sentence is finished before its full stop too', () => {
  const text = 'I see .'
  expect(wordsOf(parsed(text, [must, free, sentence])).map(({ cut }) => cut)).toEqual([
    must,
    sentence,
    sentence,
  ])
})

test('about half of all texts lose capitals or marks, and keep their words', () => {
  const words = wordsOf(parsed('Yes , I do .', [free, free, must, free, sentence]))
  const random = seededRandom(2)
  const worn = Array.from({ length: 1000 }, () =>
    dressed(words, random)
      .map(({ text }) => text)
      .join(' '),
  )
  const asWritten = worn.filter((text) => text === 'Yes , I do .').length
  expect(asWritten).toBeGreaterThan(350)
  expect(asWritten).toBeLessThan(550)
  expect(worn.every((text) => /yes.*i do/i.test(text))).toBe(true)
})

test('a slip of the finger changes a long word by one letter or two, a short one not at all', () => {
  const random = seededRandom(1)
  expect(mistyped('the', random)).toBe('the')
  for (let left = 50; left > 0; left--) {
    const typed = mistyped('fraction', random)
    expect(Math.abs(typed.length - 8)).toBeLessThanOrEqual(1)
    expect(typed.startsWith('f')).toBe(true)
  }
})
