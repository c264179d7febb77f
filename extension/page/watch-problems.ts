import type { PagePercept } from '../../shared/percepts/page-percept.ts'
import type { PageClock } from './page-clock.ts'
import { problemNear } from './problem-text.ts'
import type { Unread } from './unread.ts'

/** Fields whose problems are followed, those used last; the loop remembers no more. */
const FIELDS = 4

type Options = {
  clock: PageClock
  isUnread: Unread
  fieldAt(path: string): HTMLElement | null
  send(percepts: PagePercept[]): void
  signal: AbortSignal
}

export type Problems = {
  /** The field at this path is in use. */
  follow(path: string): void
  forget(path: string): void
  /** Reads again where something has changed. Called about once a second. */
  check(): void
  report(): void
}

type Followed = { told: string; stale: boolean; observer: MutationObserver }

/**
 * Tells what the page asks near the fields in use. It is read in a task of its own; then the surroundings are
 * observed until the first change, which costs a busy page one record a second.
 */
export function watchProblems({ clock, isUnread, fieldAt, send, signal }: Options): Problems {
  const followed = new Map<string, Followed>()

  const read = (path: string, each: Followed, evenUnchanged: boolean) => {
    const field = fieldAt(path)
    if (field === null || isUnread(field) || signal.aborted) return
    const { problem, within } = problemNear(field, isUnread)
    each.stale = false
    each.observer.observe(within, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['class', 'style', 'hidden', 'open', 'aria-hidden'],
    })
    const told = JSON.stringify(problem)
    if (told === each.told && !(evenUnchanged && problem.text !== '')) return
    if (each.told === '' && problem.text === '') return
    each.told = told
    send([{ kind: 'problem', at: clock.now(), path, ...problem }])
  }

  const forget = (path: string) => {
    followed.get(path)?.observer.disconnect()
    followed.delete(path)
  }

  signal.addEventListener('abort', () => {
    for (const path of followed.keys()) forget(path)
  })

  return {
    follow(path) {
      const known = followed.get(path)
      if (known !== undefined) {
        followed.delete(path)
        followed.set(path, known)
        return
      }
      const observer = new MutationObserver(() => {
        observer.disconnect()
        each.stale = true
      })
      const each: Followed = { told: '', stale: true, observer }
      followed.set(path, each)
      const [oldest] = followed.keys()
      if (followed.size > FIELDS && oldest !== undefined) forget(oldest)
      setTimeout(() => followed.get(path) === each && read(path, each, false))
    },
    forget,
    check() {
      for (const [path, each] of followed) if (each.stale) read(path, each, false)
    },
    report() {
      for (const [path, each] of followed) read(path, each, true)
    },
  }
}
