import type { PractiseArgs } from '../practise.ts'
import { germanPhrase } from './plain-german.ts'

const PHRASES: Readonly<Record<Exclude<PractiseArgs['what'], 'answer'>, RegExp>> = {
  begin:
    /^(?:(?:(?:ich (?:will|möchte|würde gern(?:e)?)|lass uns|lass mich|komm,? wir) )?(?:etwas |was |jetzt |ein bisschen |noch mal |nochmal |mehr |weiter )*üben|übe mit mir|(?:gib mir |ich (?:will|möchte|brauche) )?(?:noch )?(?:eine |ne |mehr )?(?:weitere )?(?:übung(?:saufgabe)?|übungen|aufgabe zum üben)|was (?:soll|kann|sollte) ich üben)$/,
  skip: /^(?:überspring(?:e|en)?(?: (?:das|die|sie|es))?|(?:die )?nächste|(?:eine )?andere|weiter)$/,
  later: /^(?:später|genug(?: (?:geübt|für heute))?|schluss|aufhören|ende|stopp?|das reicht|fertig)$/,
  hint: /^(?:(?:gib mir )?(?:einen |nen )?(?:tipp|hinweis)|hilfe|hilf mir|(?:was ist|wie (?:heißt|lautet|geht)) die regel|ich (?:komme|komm) nicht weiter|(?:ich )?weiß (?:ich )?(?:es )?nicht)$/,
  solution:
    /^(?:ich gebe? auf|(?:was|wie) (?:ist|lautet) die (?:lösung|antwort)|(?:sag|zeig|gib|verrat)(?:e)? mir die (?:lösung|antwort)|lösung|antwort)$/,
}

/** What is asked about practice; null when something else is. */
export function germanPractise(text: string): Exclude<PractiseArgs['what'], 'answer'> | null {
  const phrase = germanPhrase(text)
  if (phrase === '' || phrase.length > 120) return null
  for (const what of ['begin', 'skip', 'later', 'hint', 'solution'] as const)
    if (PHRASES[what].test(phrase)) return what
  return null
}
