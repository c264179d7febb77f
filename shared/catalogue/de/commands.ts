import type { Catalogue } from '../en.ts'

export const commands: Catalogue['commands'] = {
  label: 'Befehle',
  count: (commands) => `${commands} Befehle. Pfeiltasten wählen, Eingabe übernimmt, Escape schließt.`,
  all: {
    answer: { name: 'frag', what: 'Eine Frage beantworten, mit der Seite im Blick' },
    'look-up': { name: 'suche', what: 'Im Web suchen und Gefundenes belegen' },
    summarise: { name: 'zusammenfassen', what: 'Die Seite oder die Auswahl zusammenfassen' },
    explain: { name: 'erkläre', what: 'Es erklären, „… für Anfänger“' },
    quiz: { name: 'quiz', what: 'Mir Fragen dazu stellen' },
    translate: { name: 'übersetze', what: 'Es übersetzen, „… ins Englische“' },
    define: { name: 'definiere', what: 'Sagen, was ein Wort hier bedeutet' },
    compare: { name: 'vergleiche', what: 'Es mit einer anderen Quelle vergleichen' },
  },
  look: { name: 'einblick', what: 'Zeigen, was Aside in der letzten Minute entschieden hat' },
}
