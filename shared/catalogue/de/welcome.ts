import type { Catalogue } from '../en.ts'

export const welcome: Catalogue['welcome'] = {
  title: 'Willkommen bei Aside',
  heading: 'Hilfe am Rand',
  lead: 'Aside liest mit, während du rechnest. Es bleibt still, solange deine Schritte stimmen, und fragt beim ersten nach, der nicht stimmt. Einzurichten gibt es nichts.',
  tryTitle: 'Probier es hier aus',
  task: 'Löse 2(x + 3) = 10',
  start: 'Aside auf dieser Seite starten',
  started: 'Aside liest diese Seite jetzt. Das Auge ist offen.',
  notStarted: 'Noch wird nichts gelesen. Das Auge ist zu.',
  panelAgain: 'Seitenleiste öffnen',
  noPanel: 'Der Browser hat die Seitenleiste nicht geöffnet. Drück Asides Knopf in der Symbolleiste.',
  working: 'Deine Rechnung',
  workingHow: 'Ein Schritt je Zeile. Mach mit Absicht einen Fehler:',
  example: ['2(x+3) = 10', '2x+3 = 10'],
  steps: [
    'Die zweite Zeile wird unterstrichen, und die Seitenleiste fragt danach.',
    'Verbessere die Zeile, und die Markierung verschwindet.',
    'Frag etwas in der Seitenleiste: „prüf das“, oder „erinnere mich in 20 Minuten ans Strecken“.',
  ],
  seesTitle: 'Was es wann sieht',
  sees: [
    'Nur einen Tab, auf dem du es startest, und nur solange das Auge offen ist. Dasselbe Auge ist auf dem Knopf in der Symbolleiste.',
    'Dort liest es den Text der Seite, was du in ihre Felder schreibst, was du markierst, und dass du scrollst. Passwort- und Zahlungsfelder werden nie gelesen.',
    'Nichts verlässt diesen Computer, außer du fragst etwas, über das man nachdenken muss. Was dann an wen geht, steht in den Einstellungen.',
  ],
  elsewhereTitle: 'Auf jeder anderen Seite',
  elsewhere: 'Drück Asides Knopf in der Symbolleiste, und zum Aufhören noch einmal.',
  keys: 'Mit der Tastatur:',
  noKeys: 'Tasten sind dafür nicht eingestellt; wählen kannst du sie unter',
  pin: 'Damit der Knopf sichtbar bleibt: Drück auf das Puzzleteil in der Symbolleiste, dann auf die Nadel neben Aside.',
}
