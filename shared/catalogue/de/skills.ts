import type { Catalogue } from '../en.ts'

export const skills: Catalogue['skills'] = {
  unknown:
    'Das habe ich nicht verstanden. Ich kann dich erinnern („erinnere mich in 10 Minuten ans Strecken“), deine Rechnung prüfen („prüf 2(x+3) = 2x+6“), Wörter auf dieser Seite finden („finde Steigung auf dieser Seite“), lösen und rechnen, wenn du es verlangst („löse 2x+3 = 7“), und Graphen zeichnen („zeichne x^2 - 3“).',

  hello:
    'Hallo. Schreib deine Rechnung in ein Feld der Seite, einen Schritt je Zeile. Ich melde mich, wenn ein Schritt nicht stimmt.',
  abilities:
    'Ich prüfe deine Rechnung, während du schreibst, und wenn du „prüf das“ sagst. Ist etwas markiert, frag „warum?“ oder nach einem Tipp. Ich kann dich auch erinnern („erinnere mich in 10 Minuten ans Strecken“), Wörter auf dieser Seite finden („finde Steigung auf dieser Seite“), lösen und rechnen, wenn du es verlangst („löse 2x+3 = 7“), und Graphen zeichnen („zeichne x^2 - 3“).',
  noSolution: 'Ich rechne es dir nicht vor. Schreib deinen nächsten Schritt, und ich prüfe ihn.',
  cannotPlot:
    'Ich kann Funktionen einer Variablen zeichnen, bis zu drei auf einmal („zeichne x^2 - 3 und 2x“), und Ungleichungen („zeichne x > 3“). Das konnte ich nicht so lesen.',
  nothingToPlot: 'Markiere eine Funktion auf der Seite, oder nenn mir eine: „zeichne y = x^2 - 3“.',
  noProblem:
    'Ich bin nicht sicher, welche Aufgabe du meinst. Markiere sie, oder gib sie mir: „löse 2x + 3 = 7“. Dann rechne ich sie.',
  nothingPointedAt: 'Gerade ist nichts markiert. Sag „prüf das“, und ich gehe deine Rechnung durch.',
  takenBack: 'Das nehme ich zurück, und dazu sage ich hier nichts mehr.',

  units: {
    day: { one: 'Tag', other: 'Tage', othersIn: 'Tagen' },
    hour: { one: 'Stunde', other: 'Stunden', othersIn: 'Stunden' },
    minute: { one: 'Minute', other: 'Minuten', othersIn: 'Minuten' },
    second: { one: 'Sekunde', other: 'Sekunden', othersIn: 'Sekunden' },
  },
  decimal: ',',
  dates: 'de-DE',
  tomorrow: (time) => `morgen ${time}`,
  onDay: (time, day) => `${day}, ${time}`,
  at: (time) => `um ${time}`.replace(/^um (?!\d)/, ''),
  in: (span) => `in ${span}`,
  inAt: (span, time) => `in ${span} (${time})`,
  every: (span) => {
    const unit = /^1 (\p{L}+)$/u.exec(span)?.[1]
    if (unit === undefined) return `alle ${span}`
    return unit === 'Tag' ? 'jeden Tag' : `jede ${unit}`
  },
  fromNow: (span) => `in ${span}`,

  quoted: (text) => `„${text}“`,
  watchingFor: (text) => `achte auf „${text}“`,
  until: (text, end) => `${text}, bis ${end}`,
  next: (text, due) => `${text}, das nächste Mal ${due}`,
  open: (promises) => `Offen: ${promises}.`,
  nothingOpen: 'Nichts ist offen: keine Erinnerung, und ich achte auf nichts.',
  noReminder: 'Keine Erinnerung ist offen.',
  ended: (promises) => `Beendet: ${promises}.`,
  stillOpen: (promises) => `Noch offen: ${promises}. Sag „alles beenden“, wenn du das nicht mehr willst.`,
  whichOne: (promises) => `Was meinst du? Offen: ${promises}.`,

  reminder: (text) => `Erinnerung: ${text}`,
  late: (text, span) => `${text} (${span} zu spät)`,
  timeIsUp: 'Die Zeit ist um',
  willRemind: (promises) => `Ich erinnere dich: ${promises}.`,
  sayStop: 'Sag „stopp“, wenn es aufhören soll.',
  unknownTime: (time) => `Ich weiß nicht, wann „${time}“ ist.`,
  passed: 'Diese Zeit ist schon vorbei. Nenn mir eine, die noch kommt, zum Beispiel „in 10 Minuten“.',
  tooOften: 'Ich kann etwas höchstens einmal in der Sekunde wiederholen.',
  howOften: 'Wie oft? Zum Beispiel „alle 20 Sekunden“.',
  whenToRemind: (text) =>
    `Wann soll ich dich erinnern${text && `: „${text}“`}? Zum Beispiel „erinnere mich in 10 Minuten: ${text || 'strecken'}“.`,
  tooFar: 'Das ist mehr als ein Jahr hin; das kann ich nicht versprechen.',
  overBefore: 'Es wäre vorbei, bevor es zum ersten Mal so weit ist.',
  timePassed: 'Diese Zeit ist schon vorbei.',
  endPassed: 'Dieses Ende ist schon vorbei. Nenn mir eines, das noch kommt.',

  changed: (promises) => `Geändert: ${promises}.`,
  skipped: (promise) => `Das nächste Mal fällt aus: ${promise}.`,
  whichToChange: (promises) => `Welche soll ich ändern? Offen: ${promises}.`,
  whenAgain:
    'Es gibt nichts, was ich noch einmal sagen könnte. Sag mir, woran ich dich erinnern soll und wann.',

  watchedAlready: (text) => `Auf „${text}“ achte ich schon.`,
  willWatch: (text) => `Ich sage dir, wenn „${text}“ auf dieser Seite auftaucht.`,
  willWatchFor: (text, span) =>
    `Ich sage dir, wenn „${text}“ in den nächsten ${span} auf dieser Seite auftaucht.`,

  quietFor: (span) => `Ich bin ${span} still. Worum du gebeten hast, kommt trotzdem.`,
  quietUntil: (time) => `Ich bin bis ${time} still. Worum du gebeten hast, kommt trotzdem.`,
  quietUntilTold:
    'Ich bin still, bis du „du darfst wieder reden“ sagst. Worum du gebeten hast, kommt trotzdem.',

  quietOver: 'Ich bin wieder da.',

  itIs: (time) => `Es ist ${time}.`,
  noPage: 'Ich lese hier keine Seite, also habe ich nichts gemessen.',
  sinceStart: (span) => `${span}, seit ich hier gestartet wurde.`,
  nothingWritten: (span) =>
    `Ich habe dich auf dieser Seite noch nichts schreiben sehen. Gestartet wurde ich hier vor ${span}.`,
  sinceEdit: (span) => `${span} seit deiner letzten Änderung.`,
  soFar: (span, field) => `Du hast vor ${span}${field && ` in „${field}“`} angefangen zu schreiben.`,
  took: (span, field) => `${span} von deiner ersten Änderung bis zur letzten${field && ` in „${field}“`}.`,
  ofThat: (span) => `Davon hast du ${span} geschrieben.`,
  noLine: (lines, asked) =>
    `Ich habe ${lines} fertige ${lines === 1 ? 'Zeile' : 'Zeilen'} gesehen, keine Zeile ${asked}.`,
  sinceLine: (span, line) => `${span}, seit du mit Zeile ${line} fertig bist.`,
  lineTook: (line, span) => `Für Zeile ${line} hast du ${span} gebraucht.`,
}
