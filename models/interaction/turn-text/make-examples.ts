import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import * as v from 'valibot'
import { ArrayWriter } from './array-writer.ts'
import { Endings } from './endings.ts'
import { brokenOff, type Example, endsWith, joined, phraseExample, wholeUtterance } from './example.ts'
import {
  asElsewhere,
  type DrawnPhrase,
  drawnExamples,
  heldOutPhrases,
  isHeldOutKey,
  type Labelled,
  phraseExamples,
} from './phrase-examples.ts'
import { oneOf, type Random, seededRandom } from './phrase-grammar.ts'
import { CUT, dressed, isNoun, isWord, type Parsed, type Word, wordsOf } from './utterance.ts'

/** Whole sources that are never trained on: tutoring chat, spoken commands, teaching prose. */
const UNSEEN = ['bridge', 'nlu_eval', 'scipy_lectures']
/** Small sources that are read twice, dressed in two ways. */
const TWICE = /^(?:rust_book|react_docs|swc_|instructor_training|taskmaster)/
const ELSEWHERE = /^taskmaster/
/** A number, in the parser's list of parts of speech. */
const NUMBER = 10
/** Commands to be quiet are among the spoken commands, and not told apart. */
const MAY_BE_WAIT =
  /\b(?:stop|shut|quiet|silence|silent|pause|mute|hush|wait|enough|cancel|talk|talking|hold|moment)\b/i
/** Answers of one word or two. */
const BARE = 12_000
/** Share that is kept for validation. */
const VALID = 0.02

const ParsedSchema = v.object({
  source: v.string(),
  text: v.string(),
  ends: v.array(v.number()),
  tags: v.array(v.number()),
  cuts: v.array(v.picklist([0, 1, 2, 3])),
})
const DrawnSchema = v.object({ label: v.picklist(['wait', 'finished']), key: v.string(), text: v.string() })

function linesOf<Schema extends v.GenericSchema>(path: string, schema: Schema): v.InferOutput<Schema>[] {
  if (!existsSync(path)) throw new Error(`There is no file ${path}; see models/interaction/README.md.`)
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => v.parse(schema, JSON.parse(line)))
}

type Utterance = Pick<Parsed, 'source' | 'text'> & { words: Word[] }

/**
 * Makes the labelled arrays on which the turn text network is trained, and the texts on which it is tried unseen.
 * @param parsed path of what `train/parse.py` wrote
 * @param waits path of what `train/draw_wait_phrases.py` wrote
 * @param out folder of the arrays and of `unseen.jsonl`, in the format of the evaluation `turns`
 */
export function makeExamples({ parsed, waits, out, seed }: MakeExamples): Record<string, object> {
  mkdirSync(out, { recursive: true })
  const random = seededRandom(seed)
  const utterances = linesOf(parsed, ParsedSchema)
    .map((line): Utterance => ({ source: line.source, text: line.text, words: wordsOf(line) }))
    .filter(({ words }) => words.length > 0)
  const seen = utterances.filter(({ source }) => !UNSEEN.includes(source))
  const endings = new Endings()
  for (const { words } of seen) endings.add(words)
  const drawn = linesOf(waits, DrawnSchema)

  const train = new ArrayWriter(out, 'train')
  const valid = new ArrayWriter(out, 'valid')
  for (const example of allExamples(seen, drawn, endings, random))
    (random() < VALID ? valid : train).write(example)

  const tests = [
    ...triedUnseen(
      utterances.filter(({ source }) => UNSEEN.includes(source)),
      endings,
      random,
    ),
    ...heldOutPhrases(random),
    ...drawn
      .filter(isHeldOutKey)
      .map(({ label, text }): Labelled => ({ source: 'drawn-wait', text, turn: label, overlap: null })),
  ]
  const test = new ArrayWriter(out, 'test')
  for (const { text, turn, overlap } of tests)
    test.write({
      ...phraseExample(text, turn ?? 'finished', turn === null ? 0 : 1),
      overlap,
      overlapWeight: 1,
    })
  writeFileSync(
    `${out}/unseen.jsonl`,
    tests.map((one, index) => `${JSON.stringify(caseOf(one, index))}\n`).join(''),
  )
  return { train: train.close(), valid: valid.close(), test: test.close() }
}

interface MakeExamples {
  parsed: string
  waits: string
  out: string
  seed: number
}

const caseOf = ({ source, text, turn, overlap }: Labelled, index: number) => ({
  id: `${source}-${index}`,
  text,
  label: turn ?? undefined,
  overlap: overlap ?? undefined,
  kind: source,
})

function* allExamples(
  seen: readonly Utterance[],
  drawn: readonly DrawnPhrase[],
  endings: Endings,
  random: Random,
): Generator<Example> {
  const bySource = Map.groupBy(seen, ({ source }) => source)
  for (const [source, list] of bySource)
    yield* utteranceExamples(
      source,
      list.map(({ words }) => words),
      endings,
      random,
    )
  const texts = seen.map(({ words }) => words)
  yield* bareAnswers(texts, BARE, random)
  yield* phraseExamples(texts, random)
  for (const phrase of drawn) if (!isHeldOutKey(phrase)) yield* drawnExamples(phrase, random)
}

function* utteranceExamples(
  source: string,
  list: readonly Word[][],
  endings: Endings,
  random: Random,
): Generator<Example> {
  for (const words of list) {
    for (let times = TWICE.test(source) ? 2 : 1; times > 0; times--) {
      const worn = dressed(words, random)
      const example = ELSEWHERE.test(source) ? asElsewhere(worn, endings) : wholeUtterance(worn, endings)
      yield random() < 0.2
        ? joined(wholeUtterance(dressed(oneOf(list, random), random), endings), example)
        : example
      const broken = random() < 0.3 ? brokenOff(worn, endings, random) : null
      if (broken !== null) yield broken
    }
  }
}

/** Nouns and numbers alone, as answers to a question: "seven", "the radius". */
function* bareAnswers(utterances: readonly Word[][], count: number, random: Random): Generator<Example> {
  for (let left = count; left > 0; left--) {
    const words = oneOf(utterances, random)
    const at = Math.floor(random() * words.length)
    const word = words[at]
    if (
      word === undefined ||
      !(isNoun(word) || word.tag === NUMBER) ||
      !/^[\p{L}\p{N}]{2,}$/u.test(word.text)
    )
      continue
    const before = words[at - 1]
    const withArticle = before !== undefined && /^(?:the|a|an|my|two|three)$/i.test(before.text)
    yield endsWith(
      dressed(withArticle ? [before, word] : [word], random),
      'finished',
      withArticle ? 0.3 : 0.6,
    )
  }
}

/** Of each unseen utterance all of it, and one beginning that cannot be all. */
function triedUnseen(unseen: readonly Utterance[], endings: Endings, random: Random): Labelled[] {
  return unseen.flatMap(({ source, text, words }) => {
    const tried: Labelled[] = []
    const whole = dressed(words, random)
    if (!/(?:\.\.|…|[,:;-])$/.test(text.trim()) && !MAY_BE_WAIT.test(text))
      tried.push({ source, text: spelled(text, whole, words), turn: 'finished', overlap: null })
    const places = words.flatMap((word, index) => {
      const start = words.slice(0, index + 1)
      const open = word.cut === CUT.must && isWord(word.text) && !(isNoun(word) && isNoun(words[index + 1]))
      return open && endings.share(start) < 0.1 ? [start] : []
    })
    if (places.length > 0) {
      const start = oneOf(places, random)
      tried.push({
        source,
        text: spelled(text, dressed(start, random), start),
        turn: 'unfinished',
        overlap: null,
      })
    }
    return tried
  })
}

/** The changed words with the spaces they had in the text, as far as they can be found again. */
function spelled(text: string, changed: readonly Word[], original: readonly Word[]): string {
  const same =
    changed.length === original.length && changed.every(({ text: a }, index) => a === original[index]?.text)
  if (!same)
    return changed
      .map(({ text: a }) => a)
      .join(' ')
      .replace(/ ([.,!?;:…)]|\.{2,})/g, '$1')
  let end = 0
  for (const { text: word } of original) end = text.indexOf(word, end) + word.length
  return text.slice(0, end)
}
