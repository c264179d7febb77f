import { counting } from '../counting.ts'

const count = counting('en')

/** The history of tutorings. */
export const history = {
  title: 'Aside history',
  search: 'Search all conversations',
  found: (tutorings: number) =>
    `Found in ${count(tutorings, { one: 'conversation', other: 'conversations' })}.`,
  foundNone: (query: string) => `No conversation holds “${query}”.`,
  searching: 'Searching…',
  entriesFound: (entries: number) => count(entries, { one: 'place', other: 'places' }),
  none: 'Nothing yet. Each time Aside reads along, its conversation will stand here.',
  today: 'Today',
  yesterday: 'Yesterday',
  untitled: 'Untitled page',
  running: 'still going on',
  remarks: (remarks: number) => count(remarks, { one: 'remark', other: 'remarks' }),
  back: 'All conversations',
  choose: 'Choose a conversation to read it here.',
  gone: 'This conversation is not here any more.',
  who: { person: 'You', tutor: 'Aside', notice: 'Notice' },
  stopped: (time: string) => `Aside stopped here at ${time}.`,
  exportAll: 'Save all',
  exportFound: 'Save these',
  exportThis: 'Save this conversation',
  asMarkdown: 'Markdown',
  asJson: 'JSON',
  exportFailed: 'It could not be read from this disk. Close this page and open it again.',
  remove: 'Delete',
  stopAndRemove: 'Stop and delete',
  removeAll: (tutorings: number) =>
    `Delete ${count(tutorings, { one: 'ended conversation', other: 'ended conversations' })}`,
  removed: (tutorings: number) =>
    `${count(tutorings, { one: 'conversation', other: 'conversations' })} deleted.`,
  removedStopped: 'What was still going on was stopped for it; “Undo” does not start it again.',
  undo: 'Undo',
  failed: 'The history could not be read from this disk. Close this page and open it again.',
}
