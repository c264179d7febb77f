import type { Catalogue } from '../en.ts'

export const loop: Catalogue['loop'] = {
  welcome:
    'Ich lese mit. Ich bleibe still, solange deine Schritte stimmen. Frag mich unten, wann immer du willst.',
  tooLong: 'Dieser Text ist länger, als ich lese: Ich sehe die ersten 20.000 Zeichen und prüfe nichts davon.',
  emptied:
    'Was Aside behalten hatte, wurde von dieser Festplatte gelöscht. Dieses Gespräch geht von hier aus weiter, offene Erinnerungen bleiben.',
  farewell: {
    moved: 'Dieser Tab ist zu einer anderen Website gegangen. Dort hat ein neues Gespräch begonnen.',
    stopped: 'Beendet. Auf diesem Tab wird nichts mehr gelesen.',
    unreadable:
      'Dieser Tab ist zu einer Seite gegangen, die ich nicht lesen darf, darum habe ich aufgehört. Drück dort den Knopf in der Symbolleiste, damit ich sie lesen darf.',
  },

  line: (number) => `Zeile ${number}`,
  lineWithin: (number) => `Zeile ${number}`,
  generalRule: 'Jede Zeile muss dasselbe sagen wie die davor: Tu auf beiden Seiten das Gleiche.',
  follows: (number) => `Zeile ${number} stimmt jetzt.`,
  takenBack: (text) => `Das nehme ich zurück. ${text}`,
  followsBecause: (number, what) => `Zeile ${number} stimmt jetzt: ${what}.`,
  recall: (number, quoted) => `Wie vorhin in Zeile ${number}${quoted && `: ${quoted}`}.`,

  ladder: {
    right: (number) => `Zeile ${number} ist richtig:`,
    start: (number) => `Du beginnst mit Zeile ${number}:`,
    example: 'Mit anderen Zahlen:',
    step: (number) => `Das ist der Schritt selbst. Aus Zeile ${number} wird:`,
    top: 'Mehr Hilfe habe ich hier nicht. Versuch die Zeile noch einmal, und ich sehe sie mir wieder an.',
    topButStep:
      'Das war mein letzter Tipp. Versuch die Zeile noch einmal, oder sag „zeig mir den Schritt“, dann zeige ich dir diesen einen Schritt.',
    noStep:
      'Diesen Schritt kann ich dir nicht sagen: Ich kenne hier keine Regel, die ich prüfen kann. Sag „Tipp“ oder „warum?“.',
  },

  copy: {
    question: (formula) => `Auf der Seite steht ${formula}. Wolltest du das abschreiben?`,
    onThePage: 'Auf der Seite',
    hint: (line) => `Vergleiche Zeile ${line} mit der Seite, Zahl für Zahl und Zeichen für Zeichen.`,
    added: {
      number: (it) => `Auf der Seite steht dort keine Zahl ${it}.`,
      sign: (it) => `Auf der Seite steht dort kein Vorzeichen ${it}.`,
      letter: (it) => `Auf der Seite steht dort kein Buchstabe ${it}.`,
      exponent: (it) => `Auf der Seite steht dort kein Exponent ${it}.`,
      operator: (it) => `Auf der Seite steht dort kein Zeichen ${it}.`,
    },
    leftOut: {
      number: (it, line) => `Auf der Seite steht die Zahl ${it}, in Zeile ${line} nicht.`,
      sign: (it, line) => `Auf der Seite steht das Vorzeichen ${it}, in Zeile ${line} nicht.`,
      letter: (it, line) => `Auf der Seite steht der Buchstabe ${it}, in Zeile ${line} nicht.`,
      exponent: (it, line) => `Auf der Seite steht der Exponent ${it}, in Zeile ${line} nicht.`,
      operator: (it, line) => `Auf der Seite steht das Zeichen ${it}, in Zeile ${line} nicht.`,
    },
    changed: (from, to, line) => `Wo in Zeile ${line} ${to} steht, steht auf der Seite ${from}.`,
    settled: (line) => `Zeile ${line} ist jetzt wie auf der Seite.`,
    pageChanged: 'Die Seite fragt jetzt etwas anderes.',
  },

  takeUp: {
    line: (number) => `Soll ich bei Zeile ${number} weitermachen?`,
    about: (what) => `Soll ich bei ${what} weitermachen?`,
    because: 'Du hattest etwas zu sagen, darum habe ich mittendrin aufgehört.',
    over: 'Das steht so nicht mehr da, darum gibt es nichts mehr dazu zu sagen.',
    kind: 'Angebote, nach einer Unterbrechung weiterzumachen',
  },

  cutIn: {
    claim: (equation) => `Stimmt ${equation}?`,
    inYourWords: 'In deinen Worten',
    hint: 'Rechne beide Seiten für sich aus.',
    copyHint: 'Vergleiche es mit der Seite, Zahl für Zahl und Zeichen für Zeichen.',
    changed: {
      number: (from, to) => `Auf der Seite steht ${from}, nicht ${to}?`,
      sign: (from, to) => `Das Vorzeichen auf der Seite ist ${from}, nicht ${to}?`,
      letter: (from, to) => `Der Buchstabe auf der Seite ist ${from}, nicht ${to}?`,
      exponent: (from, to) => `Der Exponent auf der Seite ist ${from}, nicht ${to}?`,
      operator: (from, to) => `Das Zeichen auf der Seite ist ${from}, nicht ${to}?`,
    },
    leftOut: (it) => `Auf der Seite steht auch noch ${it}?`,
    added: (it) => `Auf der Seite steht dort kein ${it}?`,
  },

  noPage: 'Ich kann hier gerade keine Seite lesen. Drück zuerst auf der Seite den Knopf in der Symbolleiste.',
  paused: 'Ich mache Pause und lese jetzt nichts. Drück oben auf „Weiter“, dann frag mich noch einmal.',
  nothingToCheck:
    'Es gibt noch keine Rechnung zu prüfen. Schreib sie in ein Feld auf der Seite, oder gib sie mir: „prüf 2(x+3) = 2x+6“.',
  checkFailed: 'Das konnte ich nicht prüfen: Die Prüfung hat nicht geantwortet. Bitte frag noch einmal.',
  holds: 'Das stimmt.',
  doesNotHold: (evidence) => `Das stimmt nicht. ${evidence}`,
  noStep: 'Das kann ich nicht sagen: Hier ist kein Schritt, den ich prüfen kann.',
  right: (steps) =>
    steps === 1
      ? 'Der Schritt, den ich prüfen kann, ist richtig.'
      : 'Die Schritte, die ich prüfen kann, sind richtig.',
  cannotTell: (lines) => `Zu ${lines} kann ich nichts sagen.`,

  seen: (quote) => `Auf der Seite steht jetzt „${quote}“.`,
  found: (text, count, shown) => {
    if (count === 0) return `„${text}“ finde ich auf dieser Seite nicht.`
    if (count === 1) return `„${text}“ steht einmal auf dieser Seite.`
    return `„${text}“ steht ${count}-mal auf dieser Seite.${shown < count ? ` Die ersten ${shown}:` : ''}`
  },

  findMissed: (site) =>
    site === null
      ? 'In den Teil dieser Seite, der von einer anderen Website kommt, kann ich nicht sehen.'
      : `In den Teil dieser Seite, der von ${site} kommt, darf ich nicht sehen: Drück „Diese Website erlauben“ und frag mich noch einmal.`,
  watchMissed: (site) =>
    site === null
      ? 'Den Teil dieser Seite, der von einer anderen Website kommt, kann ich nicht beobachten.'
      : `Den Teil dieser Seite, der von ${site} kommt, darf ich nicht beobachten: Drück „Diese Website erlauben“, dann beobachte ich ihn auch.`,
  findUnanswered: 'Ein Teil dieser Seite hat nicht geantwortet, dort habe ich also nicht gesucht.',

  fault: {
    full: 'Der Platz für Aside auf dieser Festplatte ist voll, darum kann nichts Neues behalten werden. Lösch alte Gespräche im Verlauf, oder schaff Platz auf der Festplatte.',
    newer:
      'Was Aside behält, hat ein neueres Aside geschrieben, darum kann nichts Neues behalten werden. Starte den Browser neu, um das Update abzuschließen.',
    write:
      'Aside kann gerade nicht aufschreiben, was es bemerkt. Es versucht es weiter; wenn das so bleibt, starte den Browser neu.',
  },

  eyeOpen: 'Aside liest diesen Tab',
  eyeClosed: 'Aside: diesen Tab lesen',
}
