import { counting } from '../counting.ts'
import type { Catalogue } from '../en.ts'

const count = counting('de')

export const settings: Catalogue['settings'] = {
  title: 'Einstellungen von Aside',
  language: 'Sprache',
  languageHow: 'Gilt für alles, was Aside sagt.',
  languageOfBrowser: 'Wie der Browser',
  sites: 'Seiten, auf denen Aside immer an ist',
  sitesNone: 'Keine. Auf anderen Seiten startet es, wenn du seinen Knopf drückst, nur für diesen Tab.',
  sitesHow: 'In der Seitenleiste kannst du die Seite hinzufügen, auf der du gerade bist.',
  revoke: 'Entfernen',
  revokeOf: (site) => `${site} entfernen`,
  reminders: 'Erinnerungen',
  notifications: 'Mich benachrichtigen, wenn ich in einem anderen Tab bin',
  notificationsHow: 'Eine Erinnerung erscheint dann auch als Benachrichtigung deines Computers.',
  refused: 'Der Browser hat das nicht erlaubt.',
  stored: 'Was gespeichert ist',
  storedRows: (tutorings, entries) =>
    `${count(tutorings, { one: 'Gespräch', other: 'Gespräche' })} mit ${count(entries, { one: 'Eintrag', other: 'Einträgen' })}`,
  storedSize: (size) => `${size} auf dieser Festplatte`,
  storedUnknown: 'Was gespeichert ist, ließ sich nicht zählen. Schließ diese Seite und öffne sie wieder.',
  storedHow: 'Alles liegt in diesem Browser, auf diesem Computer.',
  kept: (days, megabytes) => `Aufzeichnungen bleiben ${days} Tage lang oder bis zu ${megabytes} MB erhalten.`,
  erase: 'Alles löschen …',
  eraseSure: 'Alle Gespräche, Erinnerungen und Entwürfe löschen? Das lässt sich nicht rückgängig machen.',
  eraseYes: 'Alles löschen',
  eraseNo: 'Behalten',
  erased: 'Alles ist gelöscht.',
  eraseFailed: 'Es ließ sich nicht löschen. Schließ alle Seitenleisten von Aside und versuch es noch einmal.',
  manner: 'Wie Aside spricht',
  exam: 'Prüfungsmodus: nur zuschauen, nichts sagen, bis ich frage',
  examHow:
    'Keine Bemerkung, keine Markierung auf der Seite, keine Benachrichtigung außer für Erinnerungen. „Prüf das“ wird weiter beantwortet.',
  early: 'Wie früh es spricht',
  earlyChoices: {
    'at-once': 'Sobald ein Schritt falsch ist und ich nicht tippe',
    pause: 'Nach einer Pause von mir',
    long: 'Erst wenn ich zehn Sekunden aufgehört habe',
  },
  silent: 'Aside antwortet gerade nicht; was du gewählt hast, gilt, sobald es wieder da ist.',
  keys: 'Tastatur',
  keysHow: 'startet Aside auf dem vorderen Tab. Ändern kannst du das unter',
  keysWhere: 'chrome://extensions/shortcuts',
  privacy: 'Was wann gelesen wird',
  privacyHow: [
    'Nur der Tab, in dem du Aside gestartet hast, oder eine unten genannte Seite, und nur solange das Auge offen ist.',
    'Es liest den Text der Seite, was du in ihre Felder schreibst, was du markierst, und dass du scrollst. Von deinen Tasten werden nur die Zeiten behalten. Passwort- und Zahlungsfelder werden nie gelesen.',
    'Nichts verlässt diesen Computer.',
  ],
}
