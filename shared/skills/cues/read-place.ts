import { CUE_WORDS, type Place, type PlaceKind } from '../../percepts/cue.ts'
import { unquote } from '../unquote.ts'

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(
  ' ',
)
const COUNTS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const GERMAN_ORDINALS = 'erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft'.split(' ')
const GERMAN_COUNTS = 'eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ')

/** A number of one place, "2", "2nd", "second", "two", "zweiten", "2."; "last" is -1. Null for anything else. */
export function readOrdinal(text: string): number | null {
  const word = text.toLowerCase()
  const figures = /^#?(\d{1,3})(?:st|nd|rd|th|\.)?$/.exec(word)
  if (figures !== null) return Number(figures[1])
  if (/^(?:last|final|letzte[nrsm]?)$/.test(word)) return -1
  const index = [
    ORDINALS.indexOf(word),
    COUNTS.indexOf(word),
    GERMAN_ORDINALS.indexOf(word.replace(/e[nrsm]?$/, '')),
    GERMAN_COUNTS.indexOf(word),
  ].find((each) => each >= 0)
  return index === undefined ? null : index + 1
}

const KINDS: readonly (readonly [RegExp, PlaceKind])[] = [
  [/^(?:paragraphs?|para|absatz|absatzes|abschnitt|textabsatz)$/, 'paragraph'],
  [
    /^(?:sections?|headings?|headlines?|headers?|chapters?|subheadings?|titles?|überschrift|kapitel|zwischenüberschrift)$/,
    'heading',
  ],
  [/^(?:pictures?|images?|figures?|photos?|diagrams?|graphs?|bild|bildes|abbildung|foto|grafik)$/, 'picture'],
  [/^(?:formulas?|formulae|equations?|formel|gleichung)$/, 'formula'],
  [/^(?:tables?|tabelle)$/, 'table'],
  [/^(?:lists?|liste)$/, 'list'],
]
const kindOf = (word: string): PlaceKind | null =>
  KINDS.find(([pattern]) => pattern.test(word.toLowerCase()))?.[1] ?? null

const OF_PAGE =
  '(?: (?:of|on|in) (?:(?:the|this|that|my) )?(?:page|text|article|document|site|post|website|worksheet|chapter)| (?:der|dieser) seite| (?:des|dieses) (?:textes|artikels|dokuments)| (?:auf|in) (?:der|dieser|diesem) (?:seite|text|artikel))?'
const END = new RegExp(`^(?:very )?(?:end|bottom|foot|finish|ende|schluss|unten|seitenende)${OF_PAGE}$`, 'i')
const TOP = new RegExp(`^(?:very )?(?:top|beginning|start|anfang|seitenanfang|oben)${OF_PAGE}$`, 'i')
const MIDDLE = new RegExp(`^(?:middle|half ?way(?: point| mark)?|mitte|hälfte)${OF_PAGE}$`, 'i')
const ARTICLE = /^(?:(?:the|a|an|my|to|at|der|die|das|den|dem|zum|zur|beim|am|ans|auf|bei) )+/i
/** "the paragraph about slopes", "the heading 'Results'" */
const ABOUT =
  /^(?:(?:part|bit|place|point|line|spot|stelle|teil) |(?:\p{L}+ ))(?:(?:about|on|with|where it says|that says|saying|called|titled|named|headed|labelled|marked|entitled|which says|over|über|mit|zu|namens|wo) )?(?:the (?:word|words|heading|title|text) |de[mn] (?:wort|titel) )?(.+)$/iu

/** A place of the page in words: "second paragraph", "paragraph 2", "the end of the page", "the part about slopes". */
export function readPlace(phrase: string): Place | null {
  // "the last paragraph, i.e. the fourth"
  const named = /^(.+?),? (?:i\.? ?e\.?|that is|meaning|namely),? (?:the )?(\S+)$/i.exec(phrase.trim())
  const text = (
    named !== null && readOrdinal(named[2] ?? '') !== null
      ? (named[1] ?? '').replace(/\b(?:last|final)\b/i, named[2] ?? '')
      : phrase
  )
    .trim()
    .replace(/[\s,.;:!?]+$/, '')
    .replace(ARTICLE, '')
  if (text === '' || text.length > CUE_WORDS) return null
  if (END.test(text)) return { at: 'end' }
  if (TOP.test(text)) return { at: 'top' }
  if (MIDDLE.test(text)) return { at: 'middle' }
  const words = text.replace(new RegExp(`${OF_PAGE}$`, 'i'), '').split(/\s+/)
  const [first = '', second = '', third = ''] = words
  if (words.length === 1 && /^(?:picture|image|table|list|diagram|graph|figure|photo|chart)$/i.test(first)) {
    const only = kindOf(first === 'chart' ? 'graph' : first)
    if (only !== null) return { at: only, number: 1 }
  }
  if (words.length <= 3) {
    const named = kindOf(second)
    const ordinal = first === 'next' || first === 'nächsten' ? 1 : readOrdinal(first)
    if (words.length === 2 && named !== null && ordinal !== null) return { at: named, number: ordinal }
    const leading = kindOf(first)
    const number = readOrdinal(/^(?:number|no\.?|nummer|nr\.?)$/i.test(second) ? third : second)
    if (leading !== null && number !== null && (words.length === 2 || third !== ''))
      return { at: leading, number }
  }
  const about = /^["'“‘`].*["'”’`]$/.test(text)
    ? text
    : ABOUT_KIND.test(first)
      ? ABOUT.exec(text)?.[1]
      : undefined
  const said = about === undefined ? '' : unquote(about).trim()
  return said.length < 2 ? null : { at: 'words', text: said }
}

const ABOUT_KIND =
  /^(?:part|bit|place|point|spot|passage|word|words|paragraph|section|heading|headline|chapter|title|figure|table|text|example|exercise|question|problem|abschnitt|absatz|überschrift|kapitel|stelle|teil|wort|text|beispiel|aufgabe)$/i
