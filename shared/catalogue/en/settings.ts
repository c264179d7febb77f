import { counting } from '../counting.ts'

const count = counting('en')

/** The settings page. */
export const settings = {
  title: 'Aside settings',
  language: 'Language',
  languageHow: 'For all that Aside says.',
  languageOfBrowser: 'As the browser',
  sites: 'Sites where Aside is always on',
  sitesNone: 'None. On other sites it starts when you press its toolbar button, for that tab only.',
  sitesHow: 'Add a site from the panel, while you are on it.',
  revoke: 'Remove',
  revokeOf: (site: string) => `Remove ${site}`,
  reminders: 'Reminders',
  notifications: 'Notify me when I am in another tab',
  notificationsHow: 'A reminder then also shows as a notification of your computer.',
  refused: 'The browser did not give the permission.',
  stored: 'What is stored',
  storedRows: (tutorings: number, entries: number) =>
    `${count(tutorings, { one: 'conversation', other: 'conversations' })} with ${count(entries, { one: 'entry', other: 'entries' })}`,
  storedSize: (size: string) => `${size} on this disk`,
  storedUnknown: 'What is stored could not be counted. Close this page and open it again.',
  storedHow: 'Everything lies in this browser, on this computer.',
  kept: (days: number, megabytes: number) => `Traces are kept for ${days} days or up to ${megabytes} MB.`,
  erase: 'Erase everything…',
  eraseSure: 'Erase all conversations, reminders and drafts? This cannot be undone.',
  eraseYes: 'Erase everything',
  eraseNo: 'Keep',
  erased: 'Everything is erased.',
  eraseFailed: 'It could not be erased. Close Aside’s panels and try again.',
  manner: 'How Aside speaks',
  exam: 'Exam mode: watch only, say nothing until I ask',
  examHow:
    'No remark, no mark on the page, no notification but for reminders. “Check this” is still answered.',
  early: 'How early it speaks',
  earlyChoices: {
    'at-once': 'As soon as a step is wrong and I am not typing',
    pause: 'After a pause of mine',
    long: 'Only when I have stopped for ten seconds',
  },
  silent: 'Aside does not answer right now; what you chose takes effect when it is back.',
  keys: 'Keyboard',
  keysHow: 'starts Aside on the tab in front. Change it at',
  keysWhere: 'chrome://extensions/shortcuts',
  privacy: 'What is read, and when',
  privacyHow: [
    'Only the tab in which you started Aside, or a site listed below, and only while the eye is open.',
    'It reads the text of the page, what you write in its fields, what you select, and that you scroll. Of your keys only the times are kept. Password and payment fields are never read.',
    'Nothing leaves this computer.',
  ],
}
