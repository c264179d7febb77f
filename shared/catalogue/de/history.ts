import { counting } from '../counting.ts'
import type { Catalogue } from '../en.ts'

const count = counting('de')

export const history: Catalogue['history'] = {
  title: 'Verlauf von Aside',
  search: 'In allen Gesprächen suchen',
  found: (tutorings) => `Gefunden in ${count(tutorings, { one: 'Gespräch', other: 'Gesprächen' })}.`,
  foundNone: (query) => `In keinem Gespräch steht „${query}“.`,
  searching: 'Sucht …',
  entriesFound: (entries) => count(entries, { one: 'Stelle', other: 'Stellen' }),
  none: 'Noch nichts. Wann immer Aside mitliest, steht das Gespräch danach hier.',
  today: 'Heute',
  yesterday: 'Gestern',
  untitled: 'Seite ohne Titel',
  running: 'läuft noch',
  remarks: (remarks) => count(remarks, { one: 'Bemerkung', other: 'Bemerkungen' }),
  back: 'Alle Gespräche',
  choose: 'Wähl ein Gespräch, um es hier zu lesen.',
  gone: 'Dieses Gespräch gibt es nicht mehr.',
  who: { person: 'Du', tutor: 'Aside', notice: 'Hinweis' },
  stopped: (time) => `Aside hat hier um ${time} aufgehört.`,
  exportAll: 'Alle sichern',
  exportFound: 'Diese sichern',
  exportThis: 'Dieses Gespräch sichern',
  asMarkdown: 'Als Markdown',
  asJson: 'Als JSON',
  exportFailed: 'Das ließ sich nicht von der Festplatte lesen. Schließ diese Seite und öffne sie wieder.',
  remove: 'Löschen',
  stopAndRemove: 'Beenden und löschen',
  removeAll: (tutorings) =>
    `${count(tutorings, { one: 'beendetes Gespräch', other: 'beendete Gespräche' })} löschen`,
  removed: (tutorings) => `${count(tutorings, { one: 'Gespräch', other: 'Gespräche' })} gelöscht.`,
  removedStopped: 'Was noch lief, wurde dafür beendet; „Rückgängig“ startet es nicht wieder.',
  undo: 'Rückgängig',
  failed: 'Der Verlauf ließ sich nicht von der Festplatte lesen. Schließ diese Seite und öffne sie wieder.',
}
