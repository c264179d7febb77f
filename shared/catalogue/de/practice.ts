import { counting } from '../counting.ts'
import type { Catalogue } from '../en.ts'

const count = counting('de')

export const practice: Catalogue['practice'] = {
  noticed: 'Was Aside aufgefallen ist',
  keep: 'Merken, welche Fehler ich mache',
  keepHow:
    'Von jeder Art Fehler: wie oft, wann, und wann du seine Regel üben kannst. Nichts von dem, was du geschrieben hast. Es bleibt in diesem Browser.',
  none: 'Noch nichts. Hat ein Fehler von dir eine bekannte Regel, steht die Regel hier.',
  seen: (times) => `${count(times, { one: 'Mal', other: 'Mal' })} gesehen`,
  corrected: (times) => `${count(times, { one: 'Mal', other: 'Mal' })} verbessert`,
  last: (day) => `zuletzt am ${day}`,
  due: (day) => `üben ab ${day}`,
  forget: 'Vergessen',
  forgetOf: (rule) => `„${rule}“ vergessen`,
  forgotten: (rule) => `Vergessen: „${rule}“`,
  forgetAll: 'Alles davon vergessen',
  allForgotten: 'Nichts ist mehr gemerkt.',
  saveFile: 'Als Datei speichern',
}
