import { catalogueOf } from '../../catalogue/catalogue.ts'
import type { Language } from '../../catalogue/languages.ts'
import type { Cue, Moment, Place } from '../../percepts/cue.ts'
import { sayDuration } from '../say-time.ts'

/** A moment in words: on its own ("you reach line 3"), and as it stands after "when". */
export function sayMoment(moment: Moment, language: Language): { said: string; after: string } {
  const { cues, skills } = catalogueOf(language)
  switch (moment.when) {
    case 'silent':
      return cues.silent(sayDuration(moment.ms, language, true))
    case 'away':
      return cues.away(sayDuration(moment.ms, language, true))
    case 'no-line':
      return cues.noLine(sayDuration(moment.ms, language, true))
    case 'line':
      return cues.line(moment.verdict, moment.count)
    case 'line-number':
      return cues.lineNumber(moment.number, moment.state)
    case 'written':
      return cues.written(
        moment.signs
          .map((sign) => (typeof sign === 'string' ? cues.signs[sign] : skills.quoted(sign.text)))
          .reduce(cues.before),
      )
    case 'said':
      return cues.saying(moment.text)
    case 'reached':
      return cues.reached(sayPlace(moment.place, language))
    case 'did':
      return cues.did(moment.deed)
  }
}

function sayPlace(place: Place, language: Language): string {
  const { cues } = catalogueOf(language)
  if ('text' in place) return cues.passage(place.text)
  return 'number' in place ? cues.place(place.at, place.number) : cues.ends[place.at]
}

/** All that a cue waits for, as it stands after "when". */
export function sayWaited(cue: Pick<Cue, 'moment' | 'nth' | 'inRow' | 'delay'>, language: Language): string {
  const { cues } = catalogueOf(language)
  let said = sayMoment(cue.moment, language).after
  if (cue.nth !== undefined && cue.nth > 1) said = cues.nth(said, cue.nth)
  if (cue.inRow) said = cues.inRow(said)
  return cue.delay === undefined ? said : cues.delayed(said, sayDuration(cue.delay, language, true))
}

/** What a cue counts, by its name. */
export function sayCounted({ moment }: Pick<Cue, 'moment'>, language: Language): string {
  const { counted } = catalogueOf(language).cues
  if (moment.when === 'line') return counted[moment.verdict ?? 'any']
  return sayMoment(moment, language).said
}

/** What is said when nothing else was asked for: the moment itself, as a sentence. */
export function ownWords(moment: Moment, language: Language): string {
  const { said } = sayMoment(moment, language)
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
}
