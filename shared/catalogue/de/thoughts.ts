import type { Catalogue } from '../en.ts'

export const thoughts: Catalogue['thoughts'] = {
  thinking: 'Ich denke darüber nach.',
  lookingUp: 'Ich sehe nach.',
  alone: 'Von dieser Seite schicke ich nichts mit, nur deine Frage.',
  tabsToo: (titles) =>
    `${titles.map((title) => `„${title}“`).join(' und ')} ${titles.length === 1 ? 'geht' : 'gehen'} auch mit.`,
  tabNever: (title) => `Von „${title}“ schicke ich nichts, wie du es wolltest.`,
  tabUnread: (title) =>
    `„${title}“ konnte ich nicht lesen; nur Titel und Adresse gingen mit. Drück dort auf den Knopf von Aside, dann kann ich es.`,
  noOtherTab: 'Ich bin in keinem anderen Tab; drück dort auf meinen Knopf, dann lese ich ihn auch.',
  noBackend:
    'Dafür braucht es den Teil von Aside, der neben dem Browser läuft. Starte ihn („npm run backend“) und koppele ihn in den Einstellungen; dann kann ich über Fragen nachdenken und Dinge nachschlagen.',
  aboutRemark: (asked, remark, line) =>
    `${asked} (Es geht um diese Bemerkung: „${remark}“, und um diesen Schritt: ${line})`,
  dropped: 'Ich lasse es.',
  nothingToDrop: 'Ich denke gerade über nichts nach.',
  late: (question) => `Auf „${question}“ habe ich jetzt eine Antwort. Willst du sie hören?`,
  declined: 'Gut, dann lasse ich es.',
  correction: (text, why) => `Ich muss mich berichtigen: ${text} stimmt nicht. ${why}`,
  restOnRequest: 'Darum habe ich dort aufgehört. Sag „weiter“, dann kommt der Rest.',
  sourceMark: (n) => `Quelle ${n} der Antwort`,
  blocked: {
    tool: 'Das Modell wollte, von sich aus oder weil es so in einem Text steht, ein Werkzeug so benutzen, wie ich es nicht zulasse. Das ist nicht geschehen.',
    address:
      'Das Modell wollte, von sich aus oder weil es so in einem Text steht, eine Adresse öffnen oder verlinken, die weder du noch eine Suche genannt hat. Ich habe sie weggelassen.',
    image:
      'Das Modell wollte, von sich aus oder weil es so in einem Text steht, ein Bild von anderswo zeigen. Ich habe es weggelassen.',
    limit:
      'Das Modell wollte mehr suchen, lesen oder schreiben, als ich für einen Gedanken zulasse. Den Rest habe ich weggelassen.',
  },
  errors: {
    'no-model':
      'Es ist kein Sprachmodell da, das denken könnte. In den Einstellungen steht, wie du eines bekommst.',
    'model-unreachable':
      'Das Sprachmodell antwortet nicht. Sieh nach, ob es läuft, und frag dann noch einmal.',
    'model-refused':
      'Das Sprachmodell hat den Schlüssel oder die Anfrage abgelehnt. Sieh in die Einstellungen und frag dann noch einmal.',
    'model-busy': 'Das Sprachmodell hat gerade zu viel zu tun. Frag in einer Minute noch einmal.',
    'model-garbled':
      'Das Sprachmodell hat etwas geantwortet, was ich nicht lesen kann. Frag noch einmal, vielleicht mit anderen Worten.',
    'model-stopped': 'Das Sprachmodell hat mittendrin aufgehört. Frag noch einmal nach dem Rest.',
    'no-network': 'Ich konnte das Netz nicht erreichen. Sieh nach der Verbindung und frag dann noch einmal.',
    'timed-out':
      'Das hat zu lange gedauert, darum habe ich aufgehört. Frag noch einmal, vielleicht nach weniger auf einmal.',
    'too-long': 'Das ist mehr Text, als das Sprachmodell aufnimmt. Frag nach einem Teil davon.',
    'too-dear': 'Das hätte mehr gekostet, als die Einstellungen für eine Antwort erlauben.',
    lost: 'Dieser Gedanke ging verloren, als das Backend neu gestartet ist. Noch einmal fragen?',
    cancelled: 'Ich denke nicht weiter darüber nach.',
    internal: 'Im Backend ging etwas schief. Frag noch einmal; bleibt es so, starte es neu.',
    absent: 'Das Backend antwortet nicht. Starte es („npm run backend“) und frag dann noch einmal.',
    stranger:
      'Wo das Backend sein sollte, antwortet etwas anderes; ich habe ihm nichts geschickt. Starte das Backend und frag dann noch einmal.',
    'not-paired':
      'Das Backend kennt diesen Browser nicht mehr. Gib im Terminal „npm run backend -- pair“ ein und den Code, den es zeigt, in den Einstellungen.',
    'no-code':
      'Das Backend kennt diesen Browser nicht mehr. Gib im Terminal „npm run backend -- pair“ ein und den Code, den es zeigt, in den Einstellungen.',
    'wrong-code':
      'Das Backend kennt diesen Browser nicht mehr. Gib im Terminal „npm run backend -- pair“ ein und den Code, den es zeigt, in den Einstellungen.',
    'wrong-proof':
      'Das Backend kennt diesen Browser nicht mehr. Gib im Terminal „npm run backend -- pair“ ein und den Code, den es zeigt, in den Einstellungen.',
    'too-many': 'Das Backend hat gerade zu viel zu tun. Frag gleich noch einmal.',
    'too-large': 'Das ist mehr, als das Backend auf einmal nimmt. Frag nach einem Teil davon.',
    malformed: 'Das Backend hat mich nicht verstanden: Vielleicht hat es eine andere Version. Starte es neu.',
  },
}
