import { CUE_WORDS, type Moment, type Sign } from '../../percepts/cue.ts'
import { unquote } from '../unquote.ts'

export type Signs = Extract<Moment, { when: 'written' }>['signs']

/** Names of a sign, and the longest first where one begins another. */
type Names = readonly (readonly [RegExp, Sign])[]

const ENGLISH: Names = [
  [/^(?:clos(?:ing|ed?)|right|end) (?:bracket|paren(?:thesis)?|parentheses|brace)s?$/, 'closing-bracket'],
  [
    /^(?:(?:open(?:ing)?|left|round|square|curly) )?(?:brackets?|paren(?:s|thesis|theses|thes[ei]s)?|braces?)$/,
    'bracket',
  ],
  [/^(?:minus(?:es)?|negative|subtraction|dash|hyphen)(?: signs?)?$|^-$|^−$/, 'minus'],
  [/^(?:plus(?:es)?|addition)(?: signs?)?$|^\+$/, 'plus'],
  [/^(?:times|multiplication|multiply|dot|product)(?: signs?)?$|^\*$|^·$|^×$/, 'times'],
  [/^(?:divid(?:e|ed by)|division|slash)(?: signs?)?$|^÷$|^\/$/, 'divided'],
  [/^(?:equals?|equality|equation)(?: signs?)?$|^=$/, 'equals'],
  [/^(?:fractions?|fraction bar)$/, 'fraction'],
  [/^(?:(?:square |cube )?roots?(?: signs?)?|radicals?|sqrt)$|^√$/, 'root'],
  [/^(?:powers?|exponents?|caret|superscript)$|^\^$/, 'power'],
  [/^(?:squares?|something squared|second power)$|^²$/, 'square'],
  [/^(?:less(?:[- ]than)?|smaller(?:[- ]than)?)(?: signs?)?$|^<$/, 'less'],
  [/^(?:greater(?:[- ]than)?|bigger(?:[- ]than)?|more[- ]than)(?: signs?)?$|^>$/, 'greater'],
  [/^(?:per ?cents?|percentages?)(?: signs?)?$|^%$/, 'percent'],
  [/^(?:pi|π)$/, 'pi'],
  [/^(?:decimals?|decimal (?:points?|numbers?)|comma numbers?)$/, 'decimal'],
  [/^(?:numbers?|digits?)$/, 'number'],
]

const GERMAN: Names = [
  [/^(?:schließende[nrs]? klammer|klammer zu)$/, 'closing-bracket'],
  [/^(?:(?:öffnende[nrs]? |runde[nrs]? |eckige[nrs]? )?klammern?(?: auf)?)$/, 'bracket'],
  [/^(?:minus(?:zeichen)?|minuszeichens?|negatives vorzeichen)$|^-$|^−$/, 'minus'],
  [/^(?:plus(?:zeichen)?)$|^\+$/, 'plus'],
  [/^(?:mal(?:zeichen|punkt)?|multiplikationszeichen)$|^\*$|^·$/, 'times'],
  [/^(?:geteilt(?:zeichen)?|divisionszeichen|doppelpunkt)$|^\/$|^:$/, 'divided'],
  [/^(?:gleich(?:heits)?zeichen|gleich|istgleich)$|^=$/, 'equals'],
  [/^(?:bruch|brüche|bruchstrich)$/, 'fraction'],
  [/^(?:(?:quadrat)?wurzel(?:n|zeichen)?)$|^√$/, 'root'],
  [/^(?:hochzahl|potenz(?:en)?|exponent(?:en)?|hoch)$|^\^$/, 'power'],
  [/^(?:quadrat|hoch zwei|hoch 2)$|^²$/, 'square'],
  [/^(?:kleiner(?:zeichen|[- ]als(?:[- ]zeichen)?)?)$|^<$/, 'less'],
  [/^(?:größer(?:zeichen|[- ]als(?:[- ]zeichen)?)?)$|^>$/, 'greater'],
  [/^(?:prozent(?:zeichen)?)$|^%$/, 'percent'],
  [/^(?:pi|π)$/, 'pi'],
  [/^(?:dezimalzahl|kommazahl|komma)$/, 'decimal'],
  [/^(?:zahl|ziffer)$/, 'number'],
]

const ARTICLE = /^(?:(?:the|a|an|another|any|some|ein(?:e[nrms]?)?|der|die|das|den|dem|noch) )+(?=\S)/
const SIGN_NAMED =
  /^(?:word|words|letter|letters|symbol|symbols|sign|character|text|phrase|expression|term|variable|number|wort|buchstaben?|zeichen|text|ausdruck|variable|zahl) (?=\S)/
/** "a minus before a bracket", "an x after an equals sign"; the second group is the one that comes first after "after". */
const BEFORE =
  /^(.+?) (?:right |directly |just |immediately |standing |that stands )?(?:before|in front of|followed by|and then|and|then|next to|vor|gefolgt von|und dann|und) (.+)$/
const AFTER = /^(.+?) (?:right |directly |just |immediately )?(?:after|behind|following|nach|hinter) (.+)$/
const TWICE =
  /^(?:two|double|zwei|doppelte?s?) (.+?)(?: (?:in a row|next to each other|after each other|one after the other|hintereinander|nacheinander|nebeneinander))?$/

/** The signs that a phrase names, in the order in which they are written; null where it names none. */
export function readSigns(phrase: string, depth = 0): Signs | null {
  const text = phrase.trim().replace(/[\s,.;:!?]+$/, '')
  if (text === '' || text.length > CUE_WORDS || depth > 3) return null
  if (/^["'“‘`].*["'”’`]$/.test(text)) return literal(unquote(text))
  const bare = text.replace(ARTICLE, '')
  const named = nameOf(bare)
  if (named !== null) return [named]
  const twice = TWICE.exec(bare)
  if (twice !== null) {
    const one =
      nameOf((twice[1] ?? '').replace(/ signs$/, ' sign')) ?? nameOf((twice[1] ?? '').replace(/s$/, ''))
    if (one !== null) return [one, one]
  }
  for (const [pattern, turned] of [
    [BEFORE, false],
    [AFTER, true],
  ] as const) {
    const match = pattern.exec(bare)
    if (match === null) continue
    const first = readSigns(match[1] ?? '', depth + 1)
    const second = readSigns(match[2] ?? '', depth + 1)
    if (first === null || second === null || first.length + second.length > 6) continue
    return turned ? [...second, ...first] : [...first, ...second]
  }
  const word = SIGN_NAMED.test(bare) ? bare.replace(SIGN_NAMED, '') : bare
  if (/^["'“‘`].*["'”’`]$/.test(word)) return literal(unquote(word))
  // One word, or signs with no words among them: "sin", "2x", "x^2", "+ C".
  const isSingle = /^\S+$/.test(word) && (word !== bare || !PRONOUN.test(word))
  return isSingle || /^[^\p{L}]*(?:\p{L}{1,2}[^\p{L}]+)*\p{L}?$/u.test(word) ? literal(word) : null
}

const PRONOUN =
  /^(?:it|that|this|something|anything|nothing|everything|more|again|down|on|off|up|out|lines?|steps?|here|there|there|es|das|etwas|was|nichts|mehr|weiter|wieder|hier)$/

function nameOf(text: string): Sign | null {
  const folded = text.toLowerCase()
  return [...ENGLISH, ...GERMAN].find(([pattern]) => pattern.test(folded))?.[1] ?? null
}

function literal(text: string): Signs | null {
  const trimmed = text.trim()
  return trimmed === '' ? null : [{ text: trimmed }]
}
