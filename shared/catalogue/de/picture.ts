import type { Catalogue } from '../en.ts'

export const picture: Catalogue['picture'] = {
  or: ' oder ',
  and: ' und ',
  copy: 'Bild kopieren',
  save: 'Bild sichern',
  copied: 'Kopiert',
  saved: 'Die Zwischenablage nahm es nicht an, darum wurde es als Datei gesichert.',
  failed: 'Das Bild ließ sich nicht erzeugen. Versuch es noch einmal.',
  zoomIn: 'Näher heran',
  zoomOut: 'Weiter weg',
  zoomBack: 'Wie zu Anfang',
  keys: 'Plus und Minus ändern den Ausschnitt, die Pfeiltasten verschieben ihn, 0 führt zurück.',

  graphOf: (functions) => `Graph von ${functions}`,
  over: (name, from, to) => `${name} von ${from} bis ${to}.`,
  differ: (at, one, other) =>
    `Für ${at} ist die erste ${one} und die zweite ${other}: Die Lücke ist markiert.`,
  lost: (at) =>
    `Sie treffen sich bei ${at}. Diese Lösung hat die nächste Zeile verloren; um den Punkt ist ein Ring.`,
  gained: (at, one, other) =>
    `Bei ${at} treffen sie sich nicht, es ist also keine Lösung: Die eine ist ${one}, die andere ${other}. Die Lücke ist markiert.`,
  apart: (at, one, other) =>
    `${at} löste die Zeile davor. Hier ist die eine ${one}, die andere ${other}. Die Lücke ist markiert.`,
  lostAt: (at) => `${at} fehlt`,
  gainedAt: (at) => `${at} ist keine Lösung`,
  broken: 'Wo eine Kurve unterbrochen ist, hat sie keinen Wert oder springt.',

  lineFor: (name) => `Zahlengerade für ${name}`,
  holdsFor: (line, set) => `${line}: ${set}.`,
  every: (name) => `jedes ${name}`,
  none: (name) => `kein ${name}`,
  ends: 'Ein voller Punkt gehört zur Menge, ein offener nicht.',

  areaOf: (whole) => `${whole} als Rechteck`,
  areaSides: (rows, columns) => `Seine Seiten sind ${rows} und ${columns}.`,
  areaMissing: (written, parts) => `In ${written} fehlen diese Teile: ${parts}.`,
  times: (row, column) => `${row} mal ${column}`,
  missing: (written) => `? fehlt in ${written}`,

  circleFor: (value) => `${value} am Einheitskreis`,
  circleSays: (value, is, claimed) =>
    `Der Winkel ist von rechts aus gegen den Uhrzeigersinn gezeichnet. ${value} ${is}; die gestrichelte Linie steht dort, wo die Zeile der Rechnung sagt: ${claimed}.`,
  yours: (claimed) => `deine Zeile: ${claimed}`,
}
