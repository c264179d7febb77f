/** Around an answer of the reasoner, in the panel and in the history. */
export const answers = {
  more: 'More',
  less: 'Less',
  /** To a screen reader, after the short form. */
  goesOn: 'It goes on in the panel.',
  coming: 'More is coming…',
  /** Ends a thought that has said nothing yet. */
  neverMind: 'Never mind',
  stop: 'Stop',
  doing: {
    thinking: 'Thinking…',
    searching: 'Searching…',
    reading: 'Reading…',
    'loading-model': 'Loading the model…',
    checking: 'Checking…',
  },
  source: (n: number, title: string, host: string) => `Source ${n}: ${title}, ${host}`,
  sourceNumber: 'Source',
  sources: 'Sources',
  showOnPage: 'Show it on the page',
  openThere: 'Open it there',
  notRight: 'Not right:',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'It could not be copied.',
  code: 'Code',
  table: 'Table',
  /** Said once, below an answer. `model`: null where its name is not known. */
  from: (model: string | null) =>
    `From ${model ?? 'a language model'}. What carries no number is the model’s own.`,
  noSource: (model: string | null) => `From ${model ?? 'a language model'}, no source given.`,
  extracts: 'Extracts: passages as they stand in the sources. No language model has thought about them.',
}
