import { signal } from '@preact/signals'
import { type Catalogue, catalogueOf } from '../../shared/catalogue/catalogue.ts'
import type { Language } from '../../shared/catalogue/languages.ts'

/** The language of all that the panel and the extension's other pages say. */
export const language = signal<Language>('en')

export const messages = spoken('panel')
export const answerMessages = spoken('answers')
export const backendMessages = spoken('backend')
export const commandMessages = spoken('commands')
export const minuteMessages = spoken('minute')
export const pictureMessages = spoken('picture')
export const beyondMessages = spoken('beyond')
export const practiceMessages = spoken('practice')
export const settingsMessages = spoken('settings')
export const historyMessages = spoken('history')
export const welcomeMessages = spoken('welcome')

/** A part of the catalogue in the language of the moment: what reads it is drawn again when that changes. */
function spoken<Part extends keyof Catalogue>(part: Part): Catalogue[Part] {
  return new Proxy(catalogueOf('en')[part], {
    get: (_, key) => Reflect.get(catalogueOf(language.value)[part], key),
  })
}
