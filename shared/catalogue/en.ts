import { panel } from './en/panel.ts'
import { settings } from './en/settings.ts'

/** All that Aside says, in English. Its shape is that of every other language. */
export const en = { panel, settings }

export type Catalogue = typeof en
