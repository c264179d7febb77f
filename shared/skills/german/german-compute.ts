import type { Task } from '../../percepts/computation.ts'
import {
  antiderivative,
  conversion,
  integral,
  NUMBER,
  solving,
  substitution,
  table,
  taskIn,
  type Wording,
} from '../task-wording.ts'
import { plainGerman } from './plain-german.ts'

const IT =
  /^(?:(?:mir )?(?:bitte )?(?:das|es|dies|diese|die (?:gleichung|zeile|aufgabe|auswahl)|den (?:term|ausdruck)))?(?: bitte)?$/i
const OF =
  '(?:mir )?(?:bitte )?(?:die |den |das |der )?(?:gleichung|ungleichung|gleichungssystem|term|ausdruck|funktion)?:? ?'
const AMOUNT = '(?<amount>[-−]?\\d+(?:[.,]\\d+)?)'
const UNIT = '[\\p{L}°²³/*^ ·0-9]{1,30}?'

const WORDINGS: readonly Wording[] = [
  {
    pattern: new RegExp(
      `^löse? ${OF}(?<text>.*?)(?:,? nach (?<unknown>[a-z]))?(?: auf)?(?:,? \\(?(?:in|im) (?<angles>grad|bogenmaß|radiant)\\)?)?$`,
      'i',
    ),
    task: ({ unknown, angles }, text) => solving(text, unknown, angles),
  },
  {
    pattern: new RegExp(
      `^(?:integrier(?:e)?|(?:was ist |bestimme |berechne )?(?:das |die )?(?:bestimmte )?(?:integral|fläche unter)(?: von)?) ${OF}(?<text>.*?)(?: d(?<d>[a-z]))?,? (?:von|zwischen) (?:(?<by>[a-z]) ?= ?)?(?<from>${NUMBER}) (?:bis|und) (?:[a-z] ?= ?)?(?<to>${NUMBER})(?: d(?<last>[a-z]))?$`,
      'i',
    ),
    task: ({ by, d, last, from, to }, text) => integral(text, by ?? d ?? last, from, to),
  },
  {
    pattern:
      /^(?:(?:was|wie) (?:ist|sind|lauten)|finde?|bestimme?|nenne?)(?: mir)?(?: alle)? (?:die )?(?<kind>lösung(?:en)?|nullstellen?)(?: von| für| der gleichung| zu)+ (?<text>.+)$/i,
    task: ({ kind }, text) => ({
      what: 'solve',
      text: /^l/i.test(kind ?? '') || /[=<>≤≥]/.test(text) ? text : `${text} = 0`,
      unknown: null,
    }),
  },
  {
    pattern: new RegExp(`^vereinfache? ${OF}(?<text>.*)$`, 'i'),
    task: (_, text) => ({ what: 'simplify', text }),
  },
  {
    pattern: new RegExp(
      `^(?:multiplizier(?:e)?|löse? die klammern? (?:in|von)|expandier(?:e)?) ${OF}(?<text>.*?)(?: aus| auf)?$`,
      'i',
    ),
    task: (_, text) => ({ what: 'expand', text }),
  },
  {
    pattern: new RegExp(`^(?:faktorisier(?:e)?|zerlege?) ${OF}(?<text>.*?)(?: in faktoren)?$`, 'i'),
    task: (_, text) => ({ what: 'factor', text }),
  },
  {
    pattern: new RegExp(
      `^(?:leite?|differenzier(?:e)?|(?:was ist |bilde |bestimme )?(?:die )?(?:erste )?ableitung von) ${OF}(?<text>.*?)(?: nach (?<by>[a-z]))?(?: ab)?$`,
      'i',
    ),
    task: ({ by }, text) => ({ what: 'differentiate', text, by: by ?? null }),
  },
  {
    pattern: new RegExp(
      `^(?:integrier(?:e)?|(?:was ist |bilde |bestimme )?(?:das |die |eine )?(?:(?:unbestimmte )?integral|stammfunktion) (?:von|zu)) ${OF}(?<text>.*?)(?: d(?<d>[a-z]))?(?: nach (?<by>[a-z]))?$`,
      'i',
    ),
    task: ({ d, by }, text) => antiderivative(text, by, d),
  },
  {
    pattern: /^setze? (?<values>[a-z] ?=.+?) in (?<text>.*?)(?: ein)?$/i,
    task: ({ values }, text) => substitution(text, values),
  },
  {
    pattern:
      /^(?:berechne?|was ist|wie viel ist) (?<text>.+?),? (?:für|an der stelle|bei|wenn|mit) (?<values>[a-z] ?=.+)$/i,
    task: ({ values }, text) => substitution(text, values),
  },
  {
    pattern:
      /^(?:(?:mach|erstelle?|zeig|gib)(?: mir)? )?(?:eine |die )?wertetabelle (?:von|für|zu) (?<text>.+?)(?:,? von (?:x ?= ?)?(?<from>[-−]?[\d.,]+) bis (?<to>[-−]?[\d.,]+))?(?:,? (?:in schritten von|mit schrittweite|schrittweite) (?<step>[\d.,]+))?$/i,
    task: ({ from, to, step }, text) => table(text, from, to, step),
  },
  {
    pattern: new RegExp(
      `^(?:rechne?|wandle?|wandele|konvertier(?:e)?|was sind|was ist|wie viel sind|wie viel ist) ${AMOUNT} ?(?<from>${UNIT}) (?:in|nach|zu) (?<to>${UNIT})(?: um)?$`,
      'iu',
    ),
    task: ({ amount, from, to }) => conversion(amount, from, to),
  },
  {
    pattern: new RegExp(
      `^wie ?viele? (?<to>${UNIT}) (?:sind|ist|hat|haben) ${AMOUNT} ?(?<from>${UNIT})$`,
      'iu',
    ),
    task: ({ amount, from, to }) => conversion(amount, from, to),
  },
  {
    pattern: /^(?:berechne?|rechne?|was ist|wie ?viel ist|was ergibt) (?<text>.+?)(?: aus)?$/i,
    task: (_, text) => ({ what: 'simplify', text }),
  },
]

/** What is to be worked out; null when something else is asked. */
export function germanCompute(text: string, selection: string): Task | null {
  return taskIn(plainGerman(text), WORDINGS, IT, selection)
}
