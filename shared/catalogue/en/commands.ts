/** "/" in the composer: the name that is typed, and one line of what it does. By task. */
export const commands = {
  label: 'Commands',
  count: (commands: number) => `${commands} commands. Arrow keys choose, Enter takes, Escape closes.`,
  all: {
    answer: { name: 'ask', what: 'Answer a question, with the page in view' },
    'look-up': { name: 'look-up', what: 'Search the web and cite what is found' },
    summarise: { name: 'summarise', what: 'Sum up the page or the selection' },
    explain: { name: 'explain', what: 'Explain it, “… for a beginner”' },
    quiz: { name: 'quiz', what: 'Ask me questions about it' },
    translate: { name: 'translate', what: 'Translate it, “… into German”' },
    define: { name: 'define', what: 'Say what a word means here' },
    compare: { name: 'compare', what: 'Compare it with another source' },
  },
  /** Asks Aside nothing: shows the strip of its last minute. */
  look: { name: 'debug', what: 'Show what Aside decided in the last minute' },
}
