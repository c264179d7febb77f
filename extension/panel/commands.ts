import { catalogueOf } from '../../shared/catalogue/catalogue.ts'
import { LANGUAGES } from '../../shared/catalogue/languages.ts'

/** What can be typed after "/", and what it does. */
export interface Command {
  name: string
  what: string
}

/** The commands that a draft may become; none once a name is followed by a blank. */
export function commandsFor(draft: string, all: readonly Command[]): readonly Command[] {
  const typed = /^\/([\p{L}-]{0,30})$/u.exec(draft)?.[1]?.toLowerCase()
  return typed === undefined ? [] : all.filter(({ name }) => name.startsWith(typed))
}

/** Whether this asks for the strip of the last minute, which the panel shows by itself; in any language. */
export function asksToLook(draft: string): boolean {
  const typed = draft.trim().toLowerCase()
  return LANGUAGES.some((language) => typed === `/${catalogueOf(language).commands.look.name}`)
}
