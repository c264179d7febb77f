import type { Catalogue } from '../en.ts'

export const computing: Catalogue['computing'] = {
  or: 'oder',
  and: 'und',
  exam: 'Im Prüfungsmodus löse ich nichts.',
  failed: 'Das konnte ich nicht ausrechnen: Der Löser hat nicht geantwortet. Frag bitte noch einmal.',

  stillAtIt: 'Ich rechne noch daran. Sag „abbrechen“, wenn du es nicht mehr brauchst.',
  cancelled: 'Abgebrochen: Daran rechne ich nicht mehr.',
  answer: (formula) => `Lösung: ${formula}.`,
  stepByStep: 'Schritt für Schritt, jeder Schritt geprüft:',
  step: (formula, done) => `${formula}   (${done})`,
  noSteps: 'Ich habe es geprüft, kann für diese Art aber keine Schritte zeigen.',
  noSolution: 'Lösung: Keine reelle Zahl löst das.',
  everyNumber: 'Lösung: Jede Zahl, für die beide Seiten einen Wert haben, löst das.',
  noneFound: 'Ich habe es eingesetzt, und es stimmt; andere habe ich gesucht und keine gefunden.',
  noSolutionFound: 'Ich habe nach einer reellen Lösung gesucht und keine gefunden.',
  whereDefined: 'Das gilt überall, wo beide einen Wert haben.',
  unchanged: (formula) => `Lösung: ${formula}. Einfacher kann ich es nicht schreiben.`,
  forEachWhole: 'für jede ganze Zahl k',
  rounded: 'Gerundet.',
  noValue: 'Lösung: Dort hat es keinen Wert.',
  none: 'keiner',
  table: (letter, of) => `Lösung: Werte von ${of} nach ${letter}.`,
  row: (letter, x, y) => `${letter} = ${x}: ${y}`,

  namedStep: {
    rule: (line, from, rule) =>
      from === null
        ? `Zeile ${line}: ${rule}.`
        : `Von Zeile ${from} zu Zeile ${line}: ${rule}. Ich habe es geprüft.`,
    sameSolutions: (line, from) =>
      `Zeile ${line} folgt: Sie hat dieselben Lösungen wie Zeile ${from ?? line - 1}. Die Regel kann ich aber nicht nennen.`,
    equal: (line, from) =>
      `Zeile ${line} folgt: Sie ist gleich Zeile ${from ?? line - 1}. Die Regel kann ich aber nicht nennen.`,
    doesNotFollow: (line) =>
      `Zeile ${line} folgt nicht, also führt keine Regel zu ihr. Sag „prüf das“, und ich zeige, worin sie abweicht.`,
    cannotTell: (line) => `Ich kann nicht sagen, wie Zeile ${line} folgt.`,
    first: (line) => `Mit Zeile ${line} beginnt die Rechnung: Nichts führt zu ihr.`,
  },

  derivation: {
    none: 'Ich finde hier keine Rechnung. Markiere ihre Zeilen auf der Seite und frag noch einmal.',
    right: (steps) =>
      steps === 1
        ? 'Ich habe einen Schritt geprüft: Er folgt.'
        : `Ich habe ${steps} Schritte geprüft: Alle folgen.`,
    wrong: (steps, lines) => `Ich habe ${steps} Schritte geprüft. Falsch: ${lines}.`,
    wrongStep: (line) => `Zeile ${line} folgt nicht.`,
  },

  cannot: {
    'not-read': 'Das kann ich nicht als Mathematik lesen. Schreib es so: „löse 2x+3 = 7“.',
    'which-unknown': 'Nach welchem Buchstaben? Sag zum Beispiel „löse A = a*b nach b auf“.',
    'no-unknown': 'Dieser Buchstabe kommt darin nicht vor.',
    unsure: 'Ich bin mir der Lösung nicht sicher, deshalb nenne ich keine.',
    'too-hard': 'Das kann ich nicht so ausrechnen, dass ich es prüfen kann.',
    'no-like':
      'Ähnliche Aufgaben kann ich zu linearen und quadratischen Gleichungen, Brüchen, Klammern und Ableitungen von Polynomen stellen. Sag zum Beispiel „gib mir eine quadratische Gleichung“.',
    'no-factors': 'Ich finde keine Faktoren.',
    'other-kind':
      'Das eine kann ich nicht in das andere umrechnen: Ich kenne sie nicht als Einheiten derselben Art.',
  },

  operations: {
    add: (it) => `auf beiden Seiten ${it} addieren`,
    subtract: (it) => `auf beiden Seiten ${it} subtrahieren`,
    multiply: (it) => `beide Seiten mit ${it} multiplizieren`,
    divide: (it) => `beide Seiten durch ${it} dividieren`,
    'divide-and-flip': (it) =>
      `beide Seiten durch ${it} dividieren; das ist negativ, also dreht sich das Zeichen um`,
    swap: () => 'die Seiten tauschen',
    expand: () => 'ausmultiplizieren und zusammenfassen',
    factor: () => 'faktorisieren',
    collect: () => 'die Quadrate auf eine Seite bringen, die Zahlen auf die andere',
    rearrange: () => 'die Glieder umstellen',
    simplify: () => 'vereinfachen',
    root: () => 'auf beiden Seiten die Wurzel ziehen: zwei Vorzeichen',
    square: () => 'beide Seiten quadrieren',
    'zero-product': () => 'ein Produkt ist null, wenn ein Faktor null ist',
    'quadratic-formula': () => 'Lösungsformel',
    'negative-discriminant': (it) => `die Diskriminante ${it} ist negativ`,
    substitute: (it) => `einsetzen, was ${it} ist`,
    isolate: (it) => `nach ${it} auflösen`,
    cancel: () => 'einen gemeinsamen Faktor kürzen',
    'common-denominator': () => 'auf einen Nenner bringen',
    differentiate: () => 'ableiten',
    logarithm: () => 'auf beiden Seiten logarithmieren',
    exponential: (it) => `${it} mit beiden Seiten potenzieren`,
    raise: (it) => `beide Seiten mit ${it} potenzieren`,
    'odd-root': (it) => `auf beiden Seiten die ${it}. Wurzel ziehen`,
    absolute: () => 'im Betrag steht eines von beiden',
  },
}
