import type { Catalogue } from '../en.ts'

export const beyond: Catalogue['beyond'] = {
  title: 'Hier kann Aside nicht lesen',
  closed:
    'Diese Seite gehört dem Browser oder seinem Shop, und keine Erweiterung darf sie lesen. Geh auf die Seite, auf der du arbeitest, und drück dort Asides Knopf in der Symbolleiste.',
  file: 'Diese Seite darf keine Erweiterung lesen. Wenn sie eine Datei auf diesem Computer ist, öffne chrome://extensions, dort die Details von Aside, und schalte „Zugriff auf Datei-URLs zulassen“ ein.',
  error:
    'Diese Seite wurde nicht geladen, deshalb gibt es nichts zu lesen. Lade sie neu und drück dann Asides Knopf in der Symbolleiste.',
  pdf: 'Das ist ein PDF, und in den Betrachter des Browsers darf keine Erweiterung hineinsehen. Schreib deine Rechnung in ein Textfeld einer Webseite, dort liest Aside sie.',
  canvas:
    'Dieser Editor zeichnet seine Buchstaben als Bild, deshalb kann Aside nicht lesen, was du darin schreibst. Schreib deine Rechnung in ein Textfeld, dort liest Aside sie.',
  frame: (site) => `Dieser Teil der Seite gehört zu ${site}, und dort darf Aside noch nicht lesen.`,
  unknownFrame:
    'Dieser Teil der Seite gehört zu einer anderen Website, und dort darf Aside nicht lesen. Öffne ihn in einem eigenen Tab und drück dort Asides Knopf in der Symbolleiste.',
  allow: 'Diese Website erlauben',
  allowed: (site) => `${site} ist erlaubt. Klick hinein, um weiterzumachen.`,
}
