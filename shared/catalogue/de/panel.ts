import { counting } from '../counting.ts'
import type { Catalogue } from '../en.ts'

const count = counting('de')

export const panel: Catalogue['panel'] = {
  name: 'Aside',
  eyeOpen: 'Liest diesen Tab',
  eyeClosed: 'Liest nicht',
  conversation: 'Gespräch',
  stopTutoring: 'Aside auf diesem Tab beenden',
  openSettings: 'Einstellungen',
  pause: 'Eine Stunde Pause',
  paused: (time) => `Pause bis ${time}`,
  pausedHow: 'Nichts wird gelesen. Erinnerungen kommen weiter.',
  goOnReading: 'Weiter',
  examOn: 'Prüfungsmodus: Aside schaut zu und sagt nichts, bis du fragst.',
  examEnd: 'Prüfungsmodus beenden',
  about: 'Über diese Seite',
  readsWhat:
    'Solange das Auge offen ist, liest Aside den Text dieser Seite und was du darauf schreibst. Passwort- und Zahlungsfelder werden nie gelesen. Nichts verlässt diesen Computer.',
  allowSite: (host) => `Immer auf ${host}`,
  allowedSite: (host) => `Immer auf ${host}. Das kannst du in den Einstellungen ändern.`,
  refusedSite: 'Der Browser hat das nicht erlaubt. Aside startet weiter nur mit seinem Knopf.',
  unreadable:
    'Aside kann diese Seite gerade nicht lesen. Drück seinen Knopf in der Symbolleiste oder Alt+Umschalt+A, damit es hier lesen darf.',
  reconnecting: 'Verbindet wieder …',
  ended: (time) => `Aside hat hier um ${time} aufgehört. Zum Weitermachen drück seinen Knopf.`,
  notSent: 'Nicht gesendet',
  earlier: 'Früheres zeigen',
  newBelow: 'Neues unten',
  unreadRows: 'Ein Teil dieses Gesprächs war nicht lesbar und fehlt hier.',

  emptyTitle: 'Hilfe am Rand',
  emptyStart: 'Um auf dieser Seite anzufangen, drück Asides Knopf in der Symbolleiste oder',
  emptyKeys: ['Alt', 'Umschalt', 'A'],
  emptyThings: 'Dann kannst du',
  emptyLimits: 'Seiten des Browsers, der Erweiterungs-Shop und PDFs lassen sich nicht lesen.',
  things: [
    {
      what: 'In jedem Textfeld Algebra rechnen.',
      how: 'Beim ersten falschen Schritt steht hier eine Notiz.',
    },
    { what: 'Dich erinnern lassen.', how: '„Erinnere mich alle 20 Minuten ans Strecken.“' },
    { what: 'Etwas suchen oder beobachten lassen.', how: '„Finde Fotosynthese auf dieser Seite.“' },
  ],
  quietTitle: 'Aside liest mit',
  quiet: 'Es bleibt still, bis etwas deine Aufmerksamkeit wert ist. Schreib unten, wann immer du magst.',

  who: { person: 'Du', tutor: 'Aside', notice: 'Hinweis' },
  reminder: 'Erinnerung',
  goOn: 'Weiter',
  held: 'Aside wartet auf dich',
  tookOver: '(du hast übernommen)',
  speaking: 'Aside spricht',

  remarkActions: 'Zu dieser Bemerkung',
  evidence: 'Beleg',
  show: 'Zeig es mir',
  hint: 'Tipp',
  dismiss: 'Weg damit',
  wrong: 'Das stimmt nicht',
  undo: 'Rückgängig',
  resolved: 'Berichtigt',
  dismissed: 'Weggelegt',
  takenBack: 'Zurückgenommen. Dazu sage ich nichts mehr.',
  outdated: 'Der Text hat sich seitdem geändert.',
  places: (places) => `${count(places, { one: 'Stelle', other: 'Stellen' })} auf dieser Seite`,
  showPlace: (quote) => `„${quote}“ auf der Seite zeigen`,

  promises: (promises) => count(promises, { one: 'Versprechen', other: 'Versprechen' }),
  promiseNext: (time) => `nächstes um ${time}`,
  promiseNow: 'jetzt',
  promiseIn: (left) => `in ${left}`,
  promiseEvery: (span) => `alle ${span}`,
  watching: 'bis es auftaucht',
  otherTab: 'für einen anderen Tab',
  endPromise: 'Beenden',
  endPromiseOf: (text) => `„${text}“ beenden`,

  draft: 'An Aside schreiben',
  draftHint: 'Denk laut. Aside liest mit, während du schreibst.',
  keysHint: 'Enter sendet · Umschalt+Enter: neue Zeile',
  send: 'Senden',
  sending: 'Sendet …',
  stopVoice: 'Nicht weitersprechen',
  stopVoiceKey: 'Esc',

  trouble: {
    full: 'Auf dieser Festplatte ist kein Platz mehr, darum wird nichts Neues behalten. Schaff Platz, oder lösch alte Gespräche in den Einstellungen.',
    newer:
      'Dieses Gespräch hat eine neuere Version von Aside geschrieben. Starte den Browser neu, um die Aktualisierung abzuschließen.',
    blocked: 'Aside wurde aktualisiert. Schließ diese Seitenleiste und öffne es wieder.',
    unreadable:
      'Das Gespräch ließ sich nicht von der Festplatte lesen. Schließ diese Seitenleiste und öffne es wieder.',
    draft:
      'Dein Entwurf ließ sich nicht auf der Festplatte sichern. Kopier ihn, bevor du diese Seitenleiste schließt.',
  },
}
