import type { Deed, PlaceKind, Sign } from '../../percepts/cue.ts'
import type { Catalogue } from '../en.ts'

const ORDINALS = 'erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft'.split(' ')
const GENDERS: Record<PlaceKind, { article: string; name: string; ending: string }> = {
  paragraph: { article: 'den', name: 'Absatz', ending: 'en' },
  heading: { article: 'die', name: 'Überschrift', ending: 'e' },
  picture: { article: 'das', name: 'Bild', ending: 'e' },
  formula: { article: 'die', name: 'Formel', ending: 'e' },
  table: { article: 'die', name: 'Tabelle', ending: 'e' },
  list: { article: 'die', name: 'Liste', ending: 'e' },
}
const signs: Record<Sign, string> = {
  minus: 'ein Minus',
  plus: 'ein Plus',
  times: 'ein Malzeichen',
  divided: 'ein Geteiltzeichen',
  equals: 'ein Gleichheitszeichen',
  bracket: 'eine Klammer',
  'closing-bracket': 'eine schließende Klammer',
  fraction: 'einen Bruch',
  root: 'eine Wurzel',
  power: 'eine Potenz',
  square: 'ein Quadrat',
  less: 'ein Kleinerzeichen',
  greater: 'ein Größerzeichen',
  percent: 'ein Prozentzeichen',
  pi: 'Pi',
  decimal: 'eine Kommazahl',
  number: 'eine Zahl',
}
const deeds: Record<Deed, { said: string; after: string }> = {
  returned: { said: 'du bist zurück', after: 'du zurück bist' },
  left: { said: 'du verlässt diese Seite', after: 'du diese Seite verlässt' },
  scrolled: { said: 'du scrollst', after: 'du scrollst' },
  selected: { said: 'du markierst etwas', after: 'du etwas markierst' },
  'began-writing': { said: 'du fängst an zu schreiben', after: 'du anfängst zu schreiben' },
  hinted: { said: 'du siehst dir einen Tipp an', after: 'du dir einen Tipp ansiehst' },
  corrected: { said: 'du verbesserst eine Zeile', after: 'du eine Zeile verbesserst' },
  cleared: { said: 'du hast alles gelöscht', after: 'du alles gelöscht hast' },
}

export const cues: Catalogue['cues'] = {
  silent: (span) => ({ said: `du bist seit ${span} still`, after: `du ${span} lang still bist` }),
  line: (verdict, count) => {
    if (verdict === null)
      return count === 1
        ? { said: 'du hast eine Zeile fertig', after: 'du eine Zeile fertig hast' }
        : { said: `du hast ${count} weitere Zeilen fertig`, after: `du ${count} weitere Zeilen fertig hast` }
    const right = verdict === 'right'
    const how = right ? 'richtig' : 'falsch'
    return count === 1
      ? right
        ? { said: 'eine Zeile ist richtig', after: 'eine Zeile richtig ist' }
        : { said: 'eine Zeile stimmt nicht: ein Fehler', after: 'eine Zeile nicht stimmt' }
      : { said: `${count} weitere Zeilen sind ${how}`, after: `${count} weitere Zeilen ${how} sind` }
  },
  lineNumber: (number, state) =>
    state === 'begun'
      ? { said: `du bist bei Zeile ${number}`, after: `du bei Zeile ${number} bist` }
      : state === 'finished'
        ? { said: `Zeile ${number} ist fertig`, after: `Zeile ${number} fertig ist` }
        : state === 'right'
          ? { said: `Zeile ${number} stimmt`, after: `Zeile ${number} stimmt` }
          : { said: `Zeile ${number} stimmt nicht`, after: `Zeile ${number} nicht stimmt` },
  away: (span) => ({ said: `du bist ${span} weg`, after: `du ${span} weg bist` }),
  noLine: (span) => ({
    said: `du hast ${span} lang keine Zeile fertig`,
    after: `du ${span} lang keine Zeile fertig hast`,
  }),
  written: (what) => ({ said: `du schreibst ${what}`, after: `du ${what} schreibst` }),
  before: (first, second) => `${first} vor ${second}`,
  signs,
  saying: (text) => ({ said: `du sagst „${text}“`, after: `du „${text}“ sagst` }),
  place: (kind, number) => {
    const { article, name, ending } = GENDERS[kind]
    const stem = number < 0 ? 'letzt' : ORDINALS[number - 1]
    return stem === undefined ? `${article} ${number}. ${name}` : `${article} ${stem}${ending} ${name}`
  },
  ends: { top: 'den Anfang der Seite', middle: 'die Mitte der Seite', end: 'das Ende der Seite' },
  passage: (text) => `die Stelle mit „${text}“`,
  reached: (place) => ({ said: `du erreichst ${place}`, after: `du ${place} erreichst` }),
  did: (deed) => deeds[deed],

  when: (text, moment) => `${text}, sobald ${moment}`,
  eachTime: (text, moment) => `${text}, jedes Mal, wenn ${moment}`,
  nth: (moment, nth) => `${moment} (zum ${nth}. Mal)`,
  inRow: (moment) => `${moment}, hintereinander`,
  delayed: (moment, span) => `${moment}, ${span} danach`,
  atMost: (text, times) => `${text}, höchstens ${times}`,
  counting: (what) => `zähle: ${what}`,
  counted: { right: 'richtige Zeilen', wrong: 'Fehler', any: 'fertige Zeilen' },
  countIs: (what, count) => `${what}: ${count}`,
  willCount: (what) => `Ich zähle ab jetzt: ${what}. Sag „stopp“, wenn es aufhören soll.`,
  noSuchPage: 'Ich lese hier keine Seite, also weiß ich nicht, wo du in ihr bist.',

  times: (count) => `${count === 1 ? 'ein' : count}mal`,
  never: (what) => `Das habe ich noch nicht bemerkt: ${what}.`,
  howOften: (what, times, last) => `${times}: ${what}. Das letzte Mal vor ${last}.`,
  judged: (right, wrong) =>
    `${right} deiner Zeilen ${right === 1 ? 'stimmte' : 'stimmten'}, ${wrong} ${wrong === 1 ? 'stimmte' : 'stimmten'} nicht.`,
  linesFinished: (lines) => `Du hast ${lines} ${lines === 1 ? 'Zeile' : 'Zeilen'} fertig.`,
  keptSoFar: (times) => `Ich habe dich bisher ${times} erinnert.`,
  notKept: 'Ich habe dich noch nicht erinnert.',
  notCounted: (what) =>
    `Das habe ich nicht gezählt. Sag „zähl, wie oft ich …“, und ich tue es ab jetzt (${what}).`,

  wasAway: (span) => `Du warst ${span} lang weg.`,
  neverAway: 'Dass du weg warst, habe ich nicht bemerkt.',
  longestLine: (number, span) => `Am längsten hast du für Zeile ${number} gebraucht: ${span}.`,
  perLine: (span) => `Im Schnitt ${span} für eine Zeile.`,
  doing: (time, done) => `Um ${time}: ${done}.`.replace(/^Um (?!\d)/, ''),
  doingNothing: (time) => `Ich habe um ${time} nichts von dir bemerkt.`.replace(/um (?!\d)/, ''),
  earlier: (time, deed) => `Davor, um ${time}: ${deed}.`.replace(/um (?!\d)/, ''),
  later: 'Diese Zeit kommt erst noch.',
  tooOld: 'Was ich bemerkt habe, weiß ich höchstens einen Tag lang.',
  deeds: {
    wrote: (where) => `du hast${where && ` in „${where}“`} geschrieben`,
    line: (line) => `du hast die Zeile „${line}“ fertig geschrieben`,
    right: (line) => `„${line}“ war richtig`,
    wrong: (line) => `„${line}“ stimmte nicht`,
    hinted: 'du hast dir einen Tipp angesehen',
    corrected: 'du hast eine Zeile verbessert',
    left: 'du hast den Tab verlassen',
    returned: 'du bist zurückgekommen',
    selected: (text) => `du hast „${text}“ markiert`,
    scrolled: 'du hast gelesen und gescrollt',
    said: (text) => `du hast mich gefragt: „${text}“`,
  },
}
