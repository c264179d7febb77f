import type { BackgroundToLoop } from '../../shared/messages/background-message.ts'

export type Refusal = Extract<BackgroundToLoop, { kind: 'tab-unreadable' }>['why']

/** Chrome's words when it refuses a script, and what the tab shows then. */
const WORDS: [RegExp, Refusal][] = [
  [/showing error page/i, 'error'],
  [/url "file:/i, 'file'],
  [/(?:chrome|chrome-extension|about):|gallery|cannot be scripted/i, 'closed'],
  [/cannot access|missing host permission/i, 'site'],
]

/** Why the grant does not reach a tab; null where something else failed: a frame that was replaced while we asked. */
export function refusalOf(error: unknown): Refusal | null {
  return WORDS.find(([words]) => words.test(String(error)))?.[1] ?? null
}

/**
 * The same right after the button was pressed, which grants every site: what is refused then is no site. Of
 * some pages Chrome does not say what they are; where Aside has no access to files, they may be one.
 */
export function refusalAfterButton(error: unknown, readsFiles: boolean): Refusal {
  const why = refusalOf(error) ?? 'error'
  return why !== 'site' ? why : readsFiles ? 'closed' : 'file'
}
