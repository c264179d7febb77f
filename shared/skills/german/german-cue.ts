import type { Deed, Moment } from '../../percepts/cue.ts'
import { A_PAUSE_MS, A_WHILE_MS } from '../cues/read-moment.ts'
import { readOrdinal, readPlace } from '../cues/read-place.ts'
import { readSigns } from '../cues/read-signs.ts'
import type { SkillContext } from '../skill.ts'
import { CLOCK, germanClock, germanNumber, germanSpan, SPAN } from './german-time.ts'
import { plainGerman } from './plain-german.ts'

/** A moment in a request, and the words that say it. */
export interface GermanCue {
  moment: Moment
  again: boolean
  /** Where it stands, UTF-16 units. */
  start: number
  end: number
}

const LEAD =
  /(?<![\p{L}\d])(?:(?<again>(?:jedes|jedem|immer|jedesmal)(?: mal)?,? ?(?:wenn|sobald|dass)|bei jede[mr]|nach jede[mr]|jedes mal bei|immer (?:bei|nach)|stets wenn)|(?:wenn|sobald|falls|sowie)|(?:erst )?nach(?= (?:de[mr]|eine[mr]|zwei|drei|vier|fünf|\d|meine[mr]))|bei (?:de[mr]|meine[mr])(?= nächsten))(?![\p{L}])/giu
const TELL =
  '(?:,|;|:| (?:bitte )?(?:dann )?(?:(?:sag|erinner|frag|gib|meld|warn|ruf|benachrichtig|stups|ping)(?:e|st|t)? (?:du )?(?:mir|mich|uns|dich|bescheid)(?![\\p{L}]))|(?: -| –)|$)'

const LONG = `(?:(?:für |seit |schon |länger als |mehr als |mindestens |die letzten )*(?<span>${SPAN})(?: lang)?|(?:eine |ne )?(?:ganze |kleine )?(?<vague>weile|zeit ?lang)|lange|länger|zu lange)`
const SILENT = new RegExp(
  `^(?:ich )?(?:${LONG} )?(?:(?:gar )?nichts (?:mehr )?(?:(?:auf)?schreibe|(?:ge|auf)schrieben (?:habe|hab)|geschrieben (?:habe|hab)|tippe|getippt (?:habe|hab)|mache|gemacht (?:habe|hab)|tue|getan (?:habe|hab)|sage|gesagt (?:habe|hab)|eingebe|passiert(?: ist)?)|(?:nicht (?:mehr )?(?:schreibe|tippe|arbeite|geschrieben (?:habe|hab)|getippt (?:habe|hab)|reagiere))|(?:ganz )?(?:still|ruhig|stumm|untätig|inaktiv) (?:war|bin|gewesen bin|geblieben bin|bleibe)|geschwiegen (?:habe|hab)|schweige|feststecke|nicht weiterkomme|hänge|stecken bleibe|(?:kein|keine) (?:taste|zeichen|wort) (?:gedrückt|geschrieben|gesagt|von mir)? ?(?:habe|hab|kommt)?)(?![\\p{L}])`,
  'iu',
)
const PAUSED = /^(?:ich )?(?:aufhöre zu (?:schreiben|tippen)|pausiere|eine pause mache)(?![\p{L}])/iu
const OF_SILENCE = new RegExp(
  `^(?<span>${SPAN}|(?:einer|ner) (?<vague>weile)) (?:stille|ruhe|schweigen|pause|untätigkeit|ohne (?:eine )?(?:eingabe|tippen|zu schreiben|zu tippen|wort|ein wort|tastendruck))(?![\\p{L}])`,
  'iu',
)

const COUNT = '(?<count>\\d{1,3}|eine?[nrm]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|zwanzig)'
const LINE_NAME = '(?:zeilen?|schritte?n?|gleichung(?:en)?|umformung(?:en)?)'
const ANY =
  '(?:(?:die|der|den|dem|das|meine[nrm]?|mein|eine?[nrm]?|noch|jede[nrm]?|wieder|weitere[nrm]?|nächste[nrm]?|folgende[nrm]?|erste[nrm]?) )*'
const HOW =
  '(?:(?<right>(?:richtig|korrekt|gut|stimmend)(?:e[nrms]?)?)|(?<wrong>(?:falsch|fehlerhaft|verkehrt)(?:e[nrms]?)?))'
const DONE =
  '(?: (?:richtig|korrekt) )?(?:habe|hab|schreibe|geschrieben habe|fertig (?:habe|ist|sind|schreibe)|mache|gemacht habe|schaffe|geschafft habe|beende|beendet habe|löse|abschließe|stimm(?:t|en)|richtig (?:ist|sind|habe)|falsch (?:ist|sind|habe)|korrekt ist|nicht stimmt|folgt)'
const LINES = new RegExp(
  `^(?:ich )?${ANY}(?:${COUNT} )?(?:weitere[nrm]? )?(?:${HOW} )?${LINE_NAME}(?<done> ${DONE})?(?![\\p{L}])`,
  'iu',
)
const MISTAKE = new RegExp(
  `^(?:ich )?(?:mich (?:verrechne|irre|vertue|verrechnet habe|vertan habe)|(?:${ANY}(?:${COUNT} )?(?:weitere[nrm]? )?(?:rechen|vorzeichen|denk)?fehlern?|(?:et)?was falsch(?:es)?|einen? falsche[nr]? (?:zeile|schritt))(?: (?:mache|gemacht habe|schreibe|geschrieben habe|ist|habe|drin ist|passiert|auftaucht|begehe))?)(?![\\p{L}])`,
  'iu',
)
const NUMBER =
  '(?:(?:zeile|schritt) (?:nummer )?(?<number>\\d{1,3}|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)|(?:die|den|der) (?<ordinal>erste|zweite|dritte|vierte|fünfte|sechste|siebte|achte|neunte|zehnte)n? (?:zeile|schritt))'
const BEGUN = new RegExp(
  `^(?:ich )?(?:bei |mit |zu |in |an )?${NUMBER} (?:bin|anfange|beginne|erreiche|erreicht habe|komme|schreibe|ankomme|angekommen bin)(?![\\p{L}])`,
  'iu',
)
const FINISHED = new RegExp(
  `^(?:ich )?(?:mit )?${NUMBER}(?: (?:fertig (?:bin|ist|habe|geschrieben habe)|geschrieben habe|beende|beendet habe|abgeschlossen habe|steht|habe))?(?![\\p{L}])`,
  'iu',
)

const DEEDS: readonly (readonly [RegExp, Deed])[] = [
  [
    /^(?:ich )?(?:(?:wieder )?(?:zurück|da|hier) (?:bin|komme)|(?:wieder ?komme|zurückkomme|zurückkehre|zurück bin|wieder da bin))(?![\p{L}])/iu,
    'returned',
  ],
  [
    /^(?:ich )?(?:(?:den tab|die seite|das fenster) (?:wechs(?:le|el)|verlasse|schließe)|weggehe|wegschaue|verschwinde)(?![\p{L}])/iu,
    'left',
  ],
  [/^(?:ich )?(?:weiter)?(?:runter ?|hoch ?|nach unten )?scroll(?:e)?(?![\p{L}])/iu, 'scrolled'],
  [/^(?:ich )?(?:etwas|text|ein wort|was|einen text) (?:markiere|auswähle)(?![\p{L}])/iu, 'selected'],
  [
    /^(?:ich )?(?:(?:wieder )?(?:anfange|beginne|loslege)(?: zu (?:schreiben|tippen|arbeiten))?|(?:zu (?:schreiben|tippen) (?:anfange|beginne))|weiter(?:schreibe|mache)|(?:wieder )?(?:etwas )?(?:schreibe|tippe))(?![\p{L}])/iu,
    'began-writing',
  ],
  [
    /^(?:ich )?(?:mir )?(?:(?:einen|den|die|noch einen) )?(?:tipp|hinweis|hilfe)s? (?:anschaue|ansehe|angesehen habe|brauche|hole|öffne|will|verlange|aufmache|lese|nehme)(?![\p{L}])/iu,
    'hinted',
  ],
  [
    /^(?:ich )?(?:(?:einen|den|meinen) fehler|(?:eine|die|meine) zeile|etwas) (?:verbessere|korrigiere|berichtige|verbessert habe|korrigiert habe)(?![\p{L}])/iu,
    'corrected',
  ],
]

const WRITTEN =
  /^(?:ich )?(.{1,80}?) (?:(?:hin|auf|ein)?schreibe|(?:hin|auf)?geschrieben habe|tippe|getippt habe|benutze|verwende|setze|eingebe|mache|gesetzt habe)(?![\p{L}])/iu
const SAID = /^(?:ich )?(?:das wort )?["„“]?(.{1,60}?)["“”]? (?:sage|schreie|rufe|gesagt habe)(?![\p{L}])/iu
const REACHED =
  /^(?:ich )?(?:bis )?(?:mit )?(?:(?:beim|zum|zur|am|ans|an|bei|in) )?(.{2,80}?) (?:erreich(?:e|t habe)|(?:an)?gelang(?:e|t bin)|ankomme|angekommen bin|bin|lese|komme|sehe|scrolle|gescrollt bin|anfange|beginne|(?<done>fertig (?:bin|gelesen habe)|gelesen habe|durch habe))(?![\p{L}])/iu

function momentAt(said: string): { moment: Moment; length: number } | null {
  const found = (moment: Moment, match: RegExpExecArray) => ({ moment, length: match[0].length })
  const silent = OF_SILENCE.exec(said) ?? SILENT.exec(said)
  if (silent !== null) {
    const { span } = silent.groups ?? {}
    const ms = span === undefined ? 0 : germanSpan(span)
    return found({ when: 'silent', ms: ms >= 1000 ? Math.min(ms, 366 * 86_400_000) : A_WHILE_MS }, silent)
  }
  const paused = PAUSED.exec(said)
  if (paused !== null) return found({ when: 'silent', ms: A_PAUSE_MS }, paused)
  for (const [pattern, state] of [
    [BEGUN, 'begun'],
    [FINISHED, 'finished'],
  ] as const) {
    const match = pattern.exec(said)
    const number = readOrdinal(match?.groups?.number ?? match?.groups?.ordinal ?? '')
    if (match !== null && number !== null && number > 0)
      return found({ when: 'line-number', number, state }, match)
  }
  const line = MISTAKE.exec(said) ?? LINES.exec(said)
  if (line !== null) {
    const { right, wrong, count, done = '' } = line.groups ?? {}
    const isWrong =
      !/zeile|schritt|gleichung|umformung/i.test(line[0]) ||
      wrong !== undefined ||
      /falsch|nicht stimmt/.test(done)
    const verdict = isWrong
      ? 'wrong'
      : right !== undefined || /stimm|richtig|korrekt|folgt/.test(done)
        ? 'right'
        : null
    return found(
      { when: 'line', verdict, count: Math.max(1, Math.round(germanNumber(count ?? '1') ?? 1)) },
      line,
    )
  }
  for (const [pattern, deed] of DEEDS) {
    const match = pattern.exec(said)
    if (match !== null) return found({ when: 'did', deed }, match)
  }
  const written = WRITTEN.exec(said)
  const signs = written === null ? null : readSigns(written[1] ?? '')
  if (written !== null && signs !== null) return found({ when: 'written', signs }, written)
  const reached = REACHED.exec(said)
  const place = reached === null ? null : readPlace(reached[1] ?? '')
  if (reached !== null && place !== null) {
    const isDone = reached.groups?.done !== undefined && 'number' in place && place.number > 0
    return found({ when: 'reached', place: isDone ? { ...place, number: place.number + 1 } : place }, reached)
  }
  const spoken = SAID.exec(said)
  const text = spoken?.[1]?.trim() ?? ''
  return spoken !== null && text !== '' && !/^(?:etwas|nichts|stopp?|halt|es|das|ich)\b/i.test(text)
    ? found({ when: 'said', text }, spoken)
    : null
}

/** "wenn ich den zweiten Absatz erreiche", "nach der nächsten richtigen Zeile"; null when no moment is named. */
export function germanCue(request: string): GermanCue | null {
  for (const lead of request.matchAll(LEAD)) {
    const from = lead.index + lead[0].length
    const space = /^,? */.exec(request.slice(from))?.[0].length ?? 0
    const rest = request.slice(from + space, from + space + 200)
    const end = new RegExp(TELL, 'iu').exec(rest.slice(1))
    const said = rest.slice(0, (end?.index ?? rest.length) + 1)
    const isNach = /^(?:erst )?(?:immer )?(?:nach|bei)/i.test(lead[0])
    const moment = momentAt(
      isNach
        ? said
            .replace(/^(?:de[mr]|eine[mr]|meine[mr]) (?=nächsten|ersten|\p{L}+en )/iu, '')
            .padStart(said.length)
        : said,
    )
    const trimmed = moment ?? momentAt(said.replace(/^ich (?:schon |gerade |jetzt |mal )+/i, 'ich '))
    if (trimmed === null) continue
    if (isNach && trimmed.moment.when === 'silent' && !OF_SILENCE.test(said)) continue
    const again = lead.groups?.again !== undefined || /\b(?:jedes ?mal|immer wenn)\b/i.test(request)
    return { moment: trimmed.moment, again, start: lead.index, end: from + space + trimmed.length }
  }
  return null
}

const COUNTS = /^(?:zähle?|zähl mal|zähle mal|fang an,? zu zählen,?)(?: (?:bitte|mal|laut|mit|für mich))*,? /i

/** "zähl meine richtigen Zeilen", "zähle, wie oft ich einen Fehler mache"; null for anything else. */
export function germanCounted(request: string): Moment | null {
  const asked = COUNTS.exec(request)?.[0]
  if (asked === undefined) return null
  const what = request
    .slice(asked.length)
    .replace(/^(?:wie (?:oft|viele)|alle|jede[nrs]?|jedes ?mal,? wenn) /i, '')
    .replace(/ (?:mit|zusammen|ab jetzt)$/i, '')
  const moment = momentAt(what) ?? momentAt(`${what} schreibe`)
  if (moment === null || moment.moment.when === 'silent') return null
  return moment.moment.when === 'line' ? { ...moment.moment, count: 1 } : moment.moment
}

const HOW_OFTEN = /^(?:(?:sag mir|weißt du),? )?wie (?:oft|viele?) /i
const REMINDED = /^wie oft hast du mich (?:schon |bisher )*(?:erinnert|angestupst)/i

/** What "wie oft habe ich mir den Tipp angesehen?" asks about; null when something else is asked. */
export function germanHowOften(text: string): Moment | 'reminders' | null {
  const request = plainGerman(text)
  if (REMINDED.test(request)) return 'reminders'
  const asked = HOW_OFTEN.exec(request)?.[0]
  if (asked === undefined || request.length > 120) return null
  const what = request
    .slice(asked.length)
    .replace(
      /(?<![\p{L}])(?:schon|bisher|bis jetzt|insgesamt|heute|denn|eigentlich|hier)(?![\p{L}]) ?/giu,
      '',
    )
    .trim()
  const sorted = what
    .replace(/^(?:(.*?) ?)(?:habe|hab) ich(?: (?:mir )?(.*?))?$/i, 'ich $1 $2 habe')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const bare = sorted
    .replace(/ (?:gemacht|geschrieben|hingeschrieben|fertig|geschafft)? ?habe$/i, '')
    .replace(/^ich /i, '')
  for (const phrase of [sorted, sorted.replace(/ habe$/, ''), bare]) {
    const read = momentAt(phrase)
    if (read === null || read.length < phrase.length) continue
    const { moment } = read
    if (moment.when === 'silent' || moment.when === 'line-number' || moment.when === 'said') continue
    return moment.when === 'line' ? { ...moment, count: 1 } : moment
  }
  return null
}

const DOING =
  /^(?:(?:sag mir|weißt du(?: noch)?),? )?(?:was (?:habe|hab) ich|was war ich|woran (?:habe|hab) ich|was (?:machte|tat) ich|wo war ich)(?: (?:da|gerade|denn))?,? (.+?)(?: (?:gemacht|getan|geschrieben|gearbeitet|gerechnet|am machen))?$/i

/** The time that "was habe ich um zehn gemacht?" asks about, in ms since the epoch; null when something else is asked. */
export function germanDoing(
  text: string,
  clock: Pick<SkillContext, 'now' | 'timeZone'>,
): { at: number; to: number | null } | null {
  const said = DOING.exec(plainGerman(text))?.[1]?.trim()
  if (said === undefined) return null
  const ago = new RegExp(`^vor (${SPAN})$`, 'iu').exec(said)
  if (ago !== null) return { at: clock.now - germanSpan(ago[1] ?? ''), to: null }
  const last = new RegExp(`^(?:in )?(?:den|der|die) letzten? (${SPAN}|stunde|minute)$`, 'iu').exec(said)
  if (last !== null)
    return {
      at: clock.now - germanSpan((last[1] ?? '').replace(/^(?=[sm]\p{L}+e$)/iu, 'eine ')),
      to: clock.now,
    }
  const named = new RegExp(`^(?:${CLOCK})$`, 'iu').exec(said)
  const at = named === null ? null : germanClock(named[0], clock)
  if (at === null) return null
  let past = at
  while (past > clock.now) past -= 12 * 3_600_000
  return { at: past, to: null }
}
