import type { ExplainArgs } from '../explain.ts'
import { germanPhrase } from './plain-german.ts'

const IT =
  '(?:das|es|dies|diese (?:zeile|bemerkung)|zeile \\d+|meine (?:zeile|rechnung)|mein schritt|die (?:zeile|bemerkung))'
const PHRASES: Readonly<Record<ExplainArgs['what'], RegExp>> = {
  why: new RegExp(
    `^(?:(?:warum|wieso|weshalb)(?: (?:nicht|denn|das|(?:ist|war) ${IT}(?: denn)?(?: (?:falsch|markiert|unterstrichen|nicht (?:richtig|ok)))?|stimmt ${IT} nicht|hast du ${IT} (?:markiert|unterstrichen)|sagst du das))?|woher weißt du das|was (?:ist|war) (?:daran |hier |da |denn )?(?:falsch|das problem|der fehler|mein fehler)(?: (?:daran|dabei))?|was habe? ich (?:denn )?falsch gemacht|erklär(?:e|s)?(?: mir)?(?: bitte)?(?: ${IT})?|beweis(?:e)?(?: ${IT})?|was meinst du(?: damit)?|(?:das )?versteh(?:e)? ich nicht|ich versteh(?:e)? (?:das|es|dich|die frage) nicht|beleg)$`,
  ),
  hint: /^(?:(?:(?:gib mir|ich (?:brauche|will|möchte)) )?(?:bitte )?(?:noch )?(?:ein |einen |nen |den |mehr )?(?:weiteren |anderen |nächsten )?(?:tipp|hinweis)s?|hilfe|hilf mir(?: (?:bitte|mal|weiter|hier|dabei))*|ich (?:brauche|bräuchte) hilfe|ich (?:komme|komm) nicht weiter|ich (?:hänge|stecke) fest|(?:was ist|wie (?:heißt|lautet|geht)) die regel|welche regel(?: ist das)?|(?:und )?was (?:jetzt|nun|dann)|was (?:soll|muss|kann) ich (?:jetzt |nun |hier )*(?:tun|machen)|wie (?:verbessere|mache|löse) ich das|(?:ich )?weiß (?:ich )?(?:es )?nicht)$/,
  step: /^(?:mach(?:e)? (?:das|es) für mich|(?:(?:zeig|sag|gib|verrat)(?:e)?(?: mir)?(?: bitte| mal)*|was (?:ist|wäre)|wie (?:ist|wäre|lautet|geht)|ich (?:will|möchte)) (?:den|der) (?:richtigen? |nächsten? )?schritt(?: sehen)?(?: bitte)?|(?:zeig|sag)(?:e)? mir,? wie (?:es|das) (?:richtig )?(?:geht|gemacht wird)|wie (?:muss|müsste|soll|sollte) (?:es|das|die zeile|zeile \d+) (?:richtig )?(?:heißen|lauten|aussehen|sein))$/,
  wrong: new RegExp(
    `^(?:nein[, ]+|doch[, ]+|aber )*(?:du (?:liegst|lagst) (?:da |hier )?falsch|du (?:hast|hattest) (?:da |hier )?unrecht|du irrst dich(?: (?:da|hier))?|du hast dich geirrt|ich (?:habe|hab|hatte) recht|das stimmt nicht|${IT} (?:ist|war) (?:doch |aber )*(?:richtig|nicht falsch|kein fehler)|${IT} stimmt (?:doch|aber)|(?:zeile \\d+|meine (?:zeile|rechnung)) stimmt)$`,
  ),
  solution:
    /^(?:(?:was|wie) (?:ist|lautet|wäre) (?:die (?:richtige )?(?:lösung|antwort)|das (?:richtige )?ergebnis|x|y)|(?:sag|gib|zeig|verrat)(?:e)?(?: mir)? (?:bitte )?(?:die (?:richtige )?(?:lösung|antwort)|das ergebnis)|(?:lös|löse|rechne) .{1,80})$/,
}

/** What is asked about the remark that stands; null when something else is. */
export function germanExplain(text: string): ExplainArgs['what'] | null {
  const phrase = germanPhrase(text)
  if (phrase === '' || phrase.length > 120) return null
  for (const what of ['why', 'hint', 'step', 'wrong', 'solution'] as const)
    if (PHRASES[what].test(phrase)) return what
  return null
}
