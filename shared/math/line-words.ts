import type { Stance } from './statement.ts'

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** Words after which a new claim follows from what stands before them. */
export const THEN = set(
  `so then thus hence therefore gives give giving get gets we have which means implies this is that it equals becomes
   now also finally answer solution ans result und also folgt dann donc alors`,
)
const GIVEN = set(
  `let if suppose assume assuming try guess when put sub substitute substituting where for given set define plug
   plugging check test testing case take using with at
   find solve simplify factorise factorize prove show
   sei seien angenommen wenn falls setze einsetzen eingesetzt probe gegeben löse vereinfache zeige bestimme berechne`,
)
/** Words of GIVEN that also make a false calculation of numbers a trial and no claim. */
export const TRIAL = set(
  `let if suppose assume assuming try guess when check test testing case plug plugging put versuch versuche fall
   sei seien angenommen wenn falls probe`,
)
/** Those of them that name something for good. */
export const LET = set('let put sei seien setze')
const DENIED = set(
  `no not false impossible contradiction never wrong doesn't isn't don't can't cannot reject rejected invalid extraneous
   discard undefined ignore why maybe wrote thought oops mistake mistaken incorrect typo
   rest remainder
   nicht kein keine falsch unmöglich widerspruch ungültig entfällt verworfen warum vielleicht schrieb dachte fehler verrechnet`,
)
/** Words that ask for something to be done with the number after them, which is no claim. */
export const DOING = set(
  `by add subtract minus plus divide multiply times to from of both the take move dividing multiplying adding
   subtracting taking need number with about exercise question problem step part page points`,
)
const IF = set('if when take wenn falls')
/** Words right after which something is claimed, whatever was supposed before. */
export const CONCLUDING = set(
  'so thus hence therefore consequently also daher folglich somit damit deshalb donc alors',
)
/** Words that say why one of several solutions is dropped. */
export const REASONS = set(
  `since because reject rejected discard extraneous positive negative only length distance time age must valid invalid
   candidate candidates kandidat kandidaten possible mögliche
  second other another zweite zweiter andere weitere
  ignore not cannot can't domain greater as impossible acute
   weil da denn positiv negativ nur länge abstand zeit alter muss nicht kein keine ungültig unmöglich`,
)

/** Words of a sentence that says no more than that a value is one. */
export const NO_REASON = set(
  `so thus hence then therefore also daher and und it that means the must muss be is sein as since because weil da
   denn x y we get`,
)

/** Words that leave out negative solutions. */
export const POSITIVE = set(
  `positive length lengths side sides width height radius distance time age area volume speed cm mm km metres meters
   triangle rectangle square circle natural people years perimeter hypotenuse diagonal
   positiv länge längen seite seiten breite höhe abstand strecke zeit alter fläche flächeninhalt volumen geschwindigkeit
   dreieck rechteck quadrat kreis umfang diagonale natürliche natürlichen jahre`,
)

export const plainWord = (word: string): string => word.toLowerCase().replace(/[^\p{L}']/gu, '')

/** What the words of a line, and its question marks and crosses, make of its claim. */
export function stanceOf(
  words: readonly string[],
  others: readonly string[],
  before: string | null = null,
): Stance {
  if (others.some((other) => /[?¿✗✘❌]/u.test(other))) return 'denied'
  if (words.some((word) => DENIED.has(word))) return 'denied'
  // "… is zero if one factor is zero, so x = 4": the reason is general, the conclusion is claimed.
  if (CONCLUDING.has(before ?? '') && !words.some((word) => TRIAL.has(word) && !IF.has(word))) return 'plain'
  return words.some((word) => GIVEN.has(word)) ? 'given' : 'plain'
}

/** Words that calculate: mathematics on both sides of one is not two claims. */
export const CALCULATING = set(
  'times plus minus over of mod multiplied divided by per squared cubed less choose',
)
