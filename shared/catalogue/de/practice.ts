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

  offer: 'Ein früherer Fehler von dir ist reif für zwei Minuten Übung. Soll ich dir eine Aufgabe geben?',
  offerBecause: (times) =>
    `Bei seiner Regel ist er dir ${count(times, { one: 'Mal', other: 'Mal' })} passiert. Was Aside aufgefallen ist, steht in den Einstellungen.`,
  stuck: 'Soll ich dir einen Tipp geben?',
  stuckBecause: (waited, line) =>
    `Seit ${waited} hast du nichts geschrieben, das ist lang für dich, und Zeile ${line} ist noch nicht das Ende.`,
  praise: (line, what) => `Zeile ${line} stimmt genau: ${what}.`,
  praiseBecause: 'Das war dir schon einmal nicht gelungen; hier ist die Regel eingehalten.',
  praiseSolved: (line) => `Zeile ${line} ist die Lösung: in die erste Zeile eingesetzt, passt sie.`,
  praiseSolvedBecause: 'Eine Zeile davor stimmte nicht, und du hast sie selbst verbessert.',
  praiseKind: 'Sagen, was in einer Zeile genau stimmt',
  yes: 'Ja',
  no: 'Nein',
  moves: {
    'zero-product': 'Ein Produkt ist 0. Was sagt das über seine Faktoren?',
    'clear-fraction': 'Da ist ein Bruch mit der Unbekannten. Womit könntest du beide Seiten multiplizieren?',
    'open-bracket': 'Die Unbekannte steht in einer Klammer. Wie geht die auf?',
    'take-root':
      'Die Unbekannte steht in einer Potenz. Was macht die rückgängig, und wie viele Lösungen gibt es?',
    'to-zero':
      'Neben einer Potenz der Unbekannten steht noch anderes. Und wenn alles auf einer Seite stünde?',
    collect: 'Die Unbekannte steht auf beiden Seiten. Wie kommt sie auf eine einzige?',
    'undo-sum': 'Zum Glied mit der Unbekannten kommt etwas dazu. Was macht das auf beiden Seiten rückgängig?',
    'undo-factor': 'Die Unbekannte ist mit etwas multipliziert. Was macht das auf beiden Seiten rückgängig?',
    'combine-equations':
      'Zwei Gleichungen gelten für beide Unbekannten. Wie könnte eine der beiden verschwinden?',
    'put-in': 'Eine der Unbekannten kennst du. Wo kannst du sie einsetzen, um die andere zu finden?',
    'inner-first':
      'Da ist eine Klammer oder eine Summe über oder unter einem Bruchstrich. Was kommt darin heraus?',
    'powers-next': 'Da ist eine Potenz oder eine Wurzel. Was kommt dabei heraus?',
    'products-next': 'Da steht ein Produkt neben plus oder minus. Was wird zuerst gerechnet?',
    'common-denominator': 'Da werden Brüche addiert. Was wäre ein Nenner für alle?',
    'fraction-by-fraction': 'Hier wird ein Bruch multipliziert oder geteilt. Welche Regel ist das?',
    reduce: 'Gibt es eine Zahl, die Zähler und Nenner teilt?',
    'from-the-left': 'Was ergeben die ersten beiden Zahlen?',
    'open-each': 'Da ist eine Klammer. Was macht der Faktor oder das Zeichen davor mit jedem Glied darin?',
    'open-square': 'Eine Summe steht im Quadrat. Was ist sie mal sich selbst, Glied für Glied?',
    'collect-terms': 'Welche Glieder haben dieselben Buchstaben und lassen sich zusammenfassen?',
    'same-bases': 'Derselbe Buchstabe steht mehrmals im Produkt. Wie viele Faktoren davon sind es insgesamt?',
    'common-factor': 'Was ist ein Faktor von jedem Glied?',
    'two-numbers': 'Welche zwei Zahlen haben die letzte Zahl als Produkt und die mittlere als Summe?',
    'difference-of-squares':
      'Aus einer Differenz soll ein Produkt werden. Sind beide Glieder Quadrate von etwas?',
    'product-rule': 'Hier ändern sich zwei Faktoren. Mit welcher Regel leitet man ein Produkt ab?',
    'quotient-rule': 'Auch der Nenner ändert sich. Mit welcher Regel leitet man einen Quotienten ab?',
    'chain-rule': 'Etwas steht in etwas anderem. Was ist seine Ableitung, und wohin kommt sie?',
    'each-term': 'Nimm Glied für Glied. Welche Regel gilt für jedes davon?',
    antiderivative: 'Nimm Glied für Glied. Wovon ist es die Ableitung?',
  },

  tasks: {
    calculate: (given) => `Berechne ${given}.`,
    simplify: (given) => `Vereinfache ${given}.`,
    expand: (given) => `Multipliziere aus: ${given}.`,
    solve: (given) => `Löse ${given}.`,
    differentiate: (given) => `Leite ab: ${given}.`,
    integrate: (given) => `Integriere ${given}.`,
  },
  how: 'Schreib deine Antwort unten hin, in eine Zeile oder mehrere. Du kannst auch „Tipp“, „weiter“ oder „später“ sagen.',
  nothingNoticed:
    'Mir ist noch kein Fehler von dir aufgefallen, den wir üben könnten. Hier irren sich viele:',
  later: 'Dann später.',
  right: 'Richtig.',
  rightNow: 'Diesmal richtig.',
  soFar: 'Bis hierher richtig. Wie geht es weiter?',
  notIt: 'Das ist es noch nicht. Geh es noch einmal Schritt für Schritt durch.',
  cannotTell: 'Ich weiß nicht, ob das folgt. Schreib es anders oder in kleineren Schritten.',
  solution: (answer) => `Die Lösung, nach der du gefragt hast: ${answer}.`,
  comesBack: (days, span) =>
    days === 1 ? 'Morgen komme ich auf diese Regel zurück.' : `In ${span} komme ich auf diese Regel zurück.`,
}
