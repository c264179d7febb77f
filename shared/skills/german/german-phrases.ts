import type { OpenPromise, SkillContext } from '../skill.ts'
import { unquote } from '../unquote.ts'
import { CLOCK, germanClock, germanNumber, germanSpan, SPAN } from './german-time.ts'
import { germanPhrase, plainGerman } from './plain-german.ts'

const THINGS = '(?:erinnerung(?:en)?|timer|wecker|versprechen|beobachtung(?:en)?)'
const END = '(?:beende|lösche?|stoppe?|streiche?|vergiss|entferne?|brich|stelle?|schalte?|mach)'

const SPEAKING =
  /^(?:hör (?:bitte )?auf zu (?:reden|sprechen)|(?:jetzt )?nicht weiter(?:reden|sprechen)|red(?:e)? nicht weiter)$/
const BARE =
  /^(?:sto+p+|stopp?e?(?: jetzt| damit| das)?|halt|aufhören|hör(?:e)? (?:(?:jetzt|bitte|damit|sofort) )*auf(?: damit)?|(?:es|das) reicht(?: jetzt)?|genug(?: jetzt| davon)?|schluss(?: jetzt| damit)?|lass (?:es|das)(?: (?:jetzt )?(?:sein|gut sein))?|ich sag(?:e|te)? stopp?|nicht mehr|beende (?:es|das)|brich (?:es |das )?ab|abbrechen|beenden)$/
const REPEATING =
  /^(?:hör auf,? (?:mich )?(?:daran )?zu erinnern|erinner(?:e)? mich nicht mehr(?: daran)?|(?:bitte )?keine erinnerung(?:en)? mehr)$/
const ALL = new RegExp(
  `^(?:${END} (?:bitte )?(?:alles|(?:alle|sämtliche)(?: (?:meine|offenen))*(?: ${THINGS})?)(?: (?:ab|aus))?|(?:alles|alle(?: (?:meine|offenen))*(?: ${THINGS})?) (?:beenden|löschen|stoppen|abbrechen|abstellen|ausschalten|streichen))$`,
)
const NAMED = [
  /^hör (?:bitte )?auf,? mich (?:ans?|am|an das|an die|an den|daran,?) (.+?)(?: zu erinnern)?(?: zu erinnern)?$/,
  /^erinner(?:e)? mich nicht mehr (?:ans?|am|daran,?)(?: das| die| den)? ?(.+)$/,
  new RegExp(
    `^${END} (?:die |den |das |meine?n? )?${THINGS} (?:ans?|am|für|zum|zur|von|mit)(?: das| die| den)? (.+?)(?: (?:ab|aus))?$`,
  ),
  new RegExp(`^${END} (?:die |den |das |meine?n? )?(${THINGS})(?: (?:ab|aus))?$`),
  new RegExp(
    `^(?:die |den |das |meine?n? )?(${THINGS}) (?:beenden|löschen|stoppen|abbrechen|abstellen|ausschalten)$`,
  ),
]
const DONE = /^(?:(?:ich bin |wir sind )?(?:jetzt )?fertig|geschafft)$/

/** What to end; `about` names it. Null when nothing is to be ended. */
export function germanStop(
  text: string,
  promises: readonly OpenPromise[],
): { what: 'speaking' | 'repeating' | 'all' | 'matching'; about: string } | null {
  const phrase = germanPhrase(text)
  if (phrase === '') return null
  if (SPEAKING.test(phrase)) return { what: 'speaking', about: '' }
  if (BARE.test(phrase) || REPEATING.test(phrase)) return { what: 'repeating', about: '' }
  if (ALL.test(phrase)) return { what: 'all', about: '' }
  for (const pattern of NAMED) {
    const about = pattern.exec(phrase)?.[1]
    if (about !== undefined) return { what: 'matching', about: about.replace(/ zu erinnern$/, '') }
  }
  const drill = promises.some(({ every, until }) => every !== null && every <= 60_000 && until === null)
  return drill && DONE.test(phrase) ? { what: 'repeating', about: '' } : null
}

const GO_ON =
  /^(?:weiter(?: gehts| geht's| so)?|mach(?:e)? (?:bitte |ruhig )?weiter|(?:red|sprich|erzähl)(?:e)? (?:bitte |ruhig )?weiter|fahr(?:e)? (?:bitte )?fort|fortfahren|weiter(?:reden|sprechen|machen)|du (?:darfst|kannst) (?:jetzt |ruhig )?(?:wieder )?(?:etwas )?(?:weiter)?(?:reden|sprechen|machen|helfen|sagen)|(?:red|sprich|hilf mir)(?:e)? wieder|wo waren wir|was wolltest du sagen|ich höre(?: zu)?)$/

export const isGermanGoOn = (text: string): boolean => GO_ON.test(germanPhrase(text))

const LIST = new RegExp(
  `^(?:(?:welche|was für|wie ?viele) (?:offenen? )?${THINGS}(?: (?:habe ich|hab ich|gibt es|sind|laufen|stehen|hast du))?(?: (?:noch|gerade|jetzt|offen|an|gestellt|gesetzt))*|(?:zeig|nenn|sag|list|lies)(?:e)?(?: mir)? (?:alle |meine |die |offenen )*${THINGS}(?: (?:auf|an|vor))?|(?:habe ich|hab ich|gibt es|hast du|läuft) (?:noch |gerade )?(?:offene |eine?n? |irgendwelche )?${THINGS}(?: (?:offen|gestellt|noch))?|(?:meine |alle |offene )*${THINGS}|woran (?:erinnerst du mich|wirst du mich erinnern)(?: noch)?|worauf (?:achtest|wartest) du(?: gerade)?|was hast du (?:mir )?versprochen)$`,
)

export const isGermanList = (text: string): boolean => LIST.test(germanPhrase(text))

const QUIET =
  /^(?:(?:sei|bleib)(?:e)?(?: (?:bitte|mal|jetzt|ganz))* (?:still|ruhig|leise|stumm)|ruhe(?: bitte| jetzt)?|stille|p+s+t+|still|schweig(?:e)?|stumm(?:schalten)?|nicht stören|stör(?:e)? (?:mich )?(?:bitte )?(?:jetzt )?nicht(?: mehr)?|lass mich (?:(?:bitte|mal|jetzt|kurz) )*(?:in ruhe|arbeiten|nachdenken|allein|in ruhe arbeiten|selbst probieren)|sag(?:e)? (?:bitte |jetzt )*nichts(?: mehr)?|(?:bitte )?keine (?:kommentare|bemerkungen|hinweise|tipps)(?: mehr)?|halt(?:e)? (?:den mund|die klappe)|ich (?:brauche|will|möchte) (?:meine )?ruhe|red(?:e)? nicht|nicht reden)$/
const FOR_A_WHILE =
  /(?: ?(?:bis (?:ich|du|wir) .*|bis auf weiteres|erst ?mal|für (?:eine weile|den moment|jetzt)|ab jetzt|von jetzt an|eine weile))$/

const SPAN_OF_QUIET = new RegExp(
  `(?: (?:für|die|in den|während der))*(?: nächsten?)? (${SPAN})(?: lang)?(?= |$)`,
  'iu',
)
const END_OF_QUIET = new RegExp(` bis (${CLOCK}|\\d{1,2}(?:[:.]\\d\\d)?)`, 'iu')

/** For how long to be quiet, in seconds; null: until told otherwise; undefined: something else is asked. */
export function germanQuiet(
  text: string,
  context: Pick<SkillContext, 'now' | 'timeZone'>,
): number | null | undefined {
  const phrase = germanPhrase(text)
  if (phrase === '' || phrase.length > 80) return undefined
  if (QUIET.test(phrase.replace(FOR_A_WHILE, ''))) return null
  const span = SPAN_OF_QUIET.exec(` ${phrase}`)
  if (span !== null && QUIET.test(` ${phrase}`.replace(span[0], '').trim()))
    return germanSpan(span[1] ?? '') / 1000
  const until = END_OF_QUIET.exec(` ${phrase}`)
  if (until === null || !QUIET.test(` ${phrase}`.replace(until[0], '').trim())) return undefined
  const named = until[1] ?? ''
  const at = germanClock(/^\d/.test(named) ? `um ${named}` : named, context)
  return at === null ? null : (at - context.now) / 1000
}

type HowLong = {
  of: 'work' | 'so-far' | 'since-start' | 'since-edit' | 'line' | 'since-line' | 'reminder' | 'clock'
  line: number | null
}

const LINE =
  /(?:zeile|schritt|gleichung) (\d+|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)|(?:die|den|der) (erste|zweite|dritte|vierte|fünfte|letzte)[nr]? (?:zeile|schritt|gleichung)/
const ORDINALS: Record<string, number | null> = {
  erste: 1,
  zweite: 2,
  dritte: 3,
  vierte: 4,
  fünfte: 5,
  letzte: null,
}
const LONG = '(?:wie (?:lange|viel zeit)|wieviel zeit)'
const CLOCK_ASKED =
  /^(?:wie spät (?:ist es|haben wir es)(?: (?:jetzt|gerade))?|(?:wie ?viel|welche) uhr(?:zeit)? (?:ist|haben wir)(?: es)?(?: (?:jetzt|gerade))?|(?:die )?uhrzeit|sag mir die uhrzeit)$/
const REMINDER_ASKED =
  /^(?:wann (?:ist|kommt) (?:die|meine) nächste erinnerung|wann erinnerst du mich(?: (?:das nächste mal|wieder))?|wie lange (?:noch|dauert es noch|läuft der (?:timer|wecker) noch|geht es noch)|(?:wie ?viel zeit|wie lange) (?:habe ich|hab ich|bleibt(?: mir)?|ist) noch(?: (?:übrig|zeit))?)$/

/** Which elapsed time is asked for; null when none is. */
export function germanHowLong(text: string): HowLong | null {
  const phrase = germanPhrase(text).replaceAll(',', '')
  if (phrase === '' || phrase.length > 120) return null
  if (CLOCK_ASKED.test(phrase)) return { of: 'clock', line: null }
  if (REMINDER_ASKED.test(phrase)) return { of: 'reminder', line: null }
  const asks = new RegExp(`^(?:${LONG}|wann|seit wann)\\b`).test(phrase)
  if (!asks) return null
  const named = LINE.exec(phrase)
  if (named !== null) {
    const line = named[1] === undefined ? (ORDINALS[named[2] ?? ''] ?? null) : germanNumber(named[1])
    return { of: /\bher\b|^seit|seit/.test(phrase) ? 'since-line' : 'line', line }
  }
  if (/(?:letzte[nr]? (?:änderung|eingabe|taste)|zuletzt (?:getippt|geschrieben))/.test(phrase))
    return { of: 'since-edit', line: null }
  if (
    /(?:läuft aside|bist du (?:schon )?(?:hier|da|an)|liest du (?:hier )?(?:schon )?mit|seit (?:dem )?start)/.test(
      phrase,
    )
  )
    return { of: 'since-start', line: null }
  if (
    new RegExp(
      `^${LONG} (?:(?:arbeite|sitze|rechne|schreibe|bin|mache|überlege|lerne) ich|(?:habe|hab) ich (?:schon|bisher|bis jetzt))\\b`,
    ).test(phrase)
  )
    return { of: 'so-far', line: null }
  if (
    new RegExp(
      `^${LONG} (?:(?:habe|hab) ich .*?(?:gebraucht|benötigt|gerechnet|geschrieben)|(?:habe|hab) ich gebraucht|hat (?:das|es|die (?:aufgabe|rechnung)|alles)(?: \\p{L}+)* gedauert|(?:brauchte|dauerte) (?:ich|das|es))`,
      'u',
    ).test(phrase)
  )
    return { of: 'work', line: null }
  return null
}

const PAGE =
  '(?:(?:auf|in) (?:der|dieser|diesem|dem) (?:seite|website|webseite|text|tab|artikel|dokument)|hier|da|dort)'
const SHOWN =
  '(?:steht|erscheint|auftaucht|dasteht|kommt|vorkommt|(?:zu )?sehen (?:ist|kannst)|angezeigt wird|zu lesen ist|da ist|siehst|findest)'
const SUBJECT = '(?:das wort |der text |die meldung |der satz |den text |irgendwo |etwas wie )?'
const WATCH = [
  new RegExp(
    `(?:wenn|sobald|falls) ${PAGE} (?:jetzt |irgendwann |irgendwo |endlich )*${SUBJECT}(.+?) ${SHOWN}$`,
    'iu',
  ),
  new RegExp(`(?:wenn|sobald|falls) (?:du )?${SUBJECT}(.+?) ${PAGE} (?:jetzt |irgendwo )*${SHOWN}$`, 'iu'),
  new RegExp(`(?:wenn|sobald|falls) (?:du )?${SUBJECT}(.+?) ${SHOWN}(?: ${PAGE})?$`, 'iu'),
  new RegExp(
    `(?:wenn|sobald|falls) die seite (?:jetzt )?${SUBJECT}(.+?) (?:sagt|zeigt|anzeigt|enthält)$`,
    'iu',
  ),
]
const TELL_WHEN =
  /^(?:sag(?:e|st)?(?: du)?|gib|meld(?:e)? dich|benachrichtige|ruf(?:e)?|warn(?:e)?|informier(?:e)?|schreib)(?: (?:mir|mich|bescheid|bitte|es))*,? /i
const WATCH_FOR = new RegExp(
  `^(?:achte|acht|warte|pass)(?: (?:bitte|mal))* auf ${SUBJECT}(.+?)(?: auf)?(?: ${PAGE})?$`,
  'iu',
)

/** The text to wait for on the page; null when none is meant. */
export function germanWatch(text: string): string | null {
  const request = plainGerman(text)
  const words = WATCH_FOR.exec(request)?.[1] ?? (TELL_WHEN.test(request) ? firstOf(WATCH, request) : null)
  return words === null || /^(?:mich|es|das|etwas|dich)$/i.test(words) ? null : unquote(words)
}

const FIND = [
  new RegExp(
    `^(?:finde?|suche?|zeige? mir|markiere?|wo ist|spring(?:e)? zu|scroll(?:e)? zu) (?:nach )?(?:(?:das wort|die wörter|den text|den begriff|die stelle mit|alle stellen mit) )?(.+?) ${PAGE}$`,
    'iu',
  ),
  new RegExp(`^(?:finde?|suche?) ${PAGE} (?:nach )?(?:(?:das wort|den text|den begriff) )?(.+)$`, 'iu'),
  new RegExp(`^(?:such(?:e)? )?${PAGE} (?:finden|suchen): ?(.+)$`, 'iu'),
  new RegExp(
    `^wo (?:steht|kommt|ist)(?: ${PAGE})? (?:etwas (?:über|von|zu) )?(.+?)(?: vor)?(?: ${PAGE})?$`,
    'iu',
  ),
  new RegExp(`^(?:steht|kommt|gibt es) ${PAGE} (?:etwas (?:über|von|zu) )?(.+?)(?: vor)?$`, 'iu'),
  /^(?:finde?|suche?) (?:nach )?(?:das wort |den text )?(["'].+["'])$/i,
  /^suche? nach (.+)$/i,
  /^(?:finde?|suche?) (?:das wort|die wörter|den text|den begriff) (.+)$/i,
]
const ELSEWHERE =
  /\b(?:im (?:internet|netz|web)|online|google)\b|^(?:mein(?:en|e)? |den |der |die )?fehler$|^(?:es|das|mich|heraus)$/i

/** The text to find on the page; null when none is meant. */
export function germanFind(text: string): string | null {
  const words = firstOf(FIND, plainGerman(text))
  return words === null || ELSEWHERE.test(words) ? null : unquote(words)
}

function firstOf(patterns: readonly RegExp[], request: string): string | null {
  for (const pattern of patterns) {
    const words = pattern.exec(request)?.[1]
    if (words !== undefined && words.length > 1 && words.length <= 200) return words
  }
  return null
}

const CHECK =
  '(?:(?:über)?prüfe?|kontrolliere?|check(?:e)?|schau(?:e)?(?: dir)?|sieh(?: dir)?|korrigiere?|rechne)'
/** "check" alone is English as well. */
const GIVEN_CHECK = '(?:(?:über)?prüfe?|kontrolliere?|korrigiere?|rechne)'
const WORK =
  '(?:das|dies|es|alles|hier|meine (?:rechnung|lösung|schritte|zeilen|arbeit|antwort|umformung)|mein ergebnis|die (?:rechnung|lösung|zeile|letzte zeile|aufgabe)|diese (?:zeile|rechnung|lösung)|den letzten schritt|diesen schritt|was ich (?:habe|geschrieben habe|gerechnet habe))'
const SO_FAR =
  '(?: (?:so|bisher|hier|bis hierhin|bis jetzt|jetzt|noch|soweit|alles|nochmal|noch einmal|noch mal|mal|bitte|an|nach|drüber|über|durch))*'
const OWN = new RegExp(
  `^(?:${[
    `${CHECK}${SO_FAR}(?: ${WORK})?${SO_FAR}`,
    `${WORK}${SO_FAR} (?:(?:über)?prüfen|kontrollieren|checken|korrigieren|ansehen|anschauen|durchsehen)`,
    `(?:ist|war|sind) ${WORK}${SO_FAR} (?:richtig|korrekt|falsch|ok(?:ay)?|in ordnung|gut)(?: (?:so|bisher|oder (?:nicht|falsch)))*`,
    `stimmt ${WORK}${SO_FAR}(?: oder nicht)?`,
    `(?:habe|hab) ich (?:(?:da|hier|irgendwo|das|es|alles|bisher|mich) )*(?:(?:einen )?fehler(?: drin)?|was falsch|richtig|falsch|etwas falsch|verrechnet)(?: (?:gemacht|gerechnet|gelöst))?`,
    'wo (?:ist|liegt|steckt) (?:mein|der) fehler',
    '(?:ist|gibt es|siehst du)(?: da| hier)? (?:ein(?:en)? )?fehler(?: (?:drin|darin|hier))?',
    '(?:finde?|zeige? mir|such(?:e)?) (?:meinen|den|die|meine|einen) fehler',
    'was ist (?:hier |daran |da |dran )?falsch',
    'bin ich auf dem richtigen weg',
  ].join('|')})$`,
)
const GIVEN = [
  new RegExp(
    `^${GIVEN_CHECK}(?: (?:mal|bitte|ob|das|folgendes|diese zeile|die gleichung|meine rechnung))*[:,]?\\s+([\\s\\S]+?)(?: (?:stimmt|richtig ist))?$`,
    'iu',
  ),
  /^(?:stimmt|ist) (?:es,? dass |folgendes:? )?([^\n]*[=<>≤≥≠][^\n]*?)(?: (?:richtig|korrekt|so))?$/iu,
  /^([^\n]*[=<>≤≥≠][^\n]*?)[,;:.–-]*\s+(?:stimmt das|ist das (?:richtig|korrekt)|richtig)$/iu,
]

/** Working to check: given in the request, or null for one's own; undefined when something else is asked. */
export function germanCheck(text: string, isMaths: (given: string) => boolean): string | null | undefined {
  const phrase = germanPhrase(text)
  if (phrase !== '' && phrase.length <= 120 && OWN.test(phrase.replaceAll(/[,.:]/g, ''))) return null
  // As it was written: working may have many lines.
  const request = text
    .trim()
    .replace(/^(?:bitte|kannst du(?: bitte)?) /i, '')
    .replace(/[?!.\s]+$/, '')
  for (const pattern of GIVEN) {
    const given = pattern.exec(request)?.[1]
    if (given !== undefined && isMaths(given)) return given.trim()
  }
  return undefined
}
