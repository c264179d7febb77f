import type { PagePercept, Problem } from '../../shared/percepts/page-percept.ts'
import type { PageClock } from './page-clock.ts'
import { problemNear } from './problem-text.ts'
import type { Unread } from './unread.ts'
import { frameStep } from './way-here.ts'

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
  /** The person has gone into this frame, in which there may be fields. */
  followFrame(frame: HTMLIFrameElement | HTMLFrameElement): void
  forget(path: string): void
  /** Reads again where something has changed. Called about once a second. */
  check(): void
  report(): void
}

type Followed = {
  /** The field or the frame, while it is there and may be read. */
  element(): HTMLElement | null
  percept(problem: Problem, at: number): PagePercept
  told: string
  stale: boolean
  observer: MutationObserver
}

/**
 * Tells what the page asks near the fields in use. It is read in a task of its own; then the surroundings are
 * observed until the first change, which costs a busy page one record a second.
 */
export function watchProblems({ clock, isUnread, fieldAt, send, signal }: Options): Problems {
  const followed = new Map<string, Followed>()

  const read = (each: Followed, evenUnchanged: boolean) => {
    const element = each.element()
    if (element === null || isUnread(element) || signal.aborted) return
    const { problem, within } = problemNear(element, isUnread)
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
    send([each.percept(problem, clock.now())])
  }

  const forget = (key: string) => {
    followed.get(key)?.observer.disconnect()
    followed.delete(key)
  }

  const follow = (key: string, what: Pick<Followed, 'element' | 'percept'>) => {
    const known = followed.get(key)
    if (known !== undefined) {
      followed.delete(key)
      followed.set(key, known)
      return
    }
    const observer = new MutationObserver(() => {
      observer.disconnect()
      each.stale = true
    })
    const each: Followed = { ...what, told: '', stale: true, observer }
    followed.set(key, each)
    const [oldest] = followed.keys()
    if (followed.size > FIELDS && oldest !== undefined) forget(oldest)
    setTimeout(() => followed.get(key) === each && read(each, false))
  }

  signal.addEventListener('abort', () => {
    for (const key of followed.keys()) forget(key)
  })

  return {
    follow: (path) =>
      follow(path, {
        element: () => fieldAt(path),
        percept: (problem, at) => ({ kind: 'problem', at, path, ...problem }),
      }),
    followFrame(frame) {
      const step = frameStep(frame)
      if (step === null) return
      follow(`frame ${step}`, {
        element: () => (frame.isConnected ? frame : null),
        percept: (problem, at) => ({ kind: 'frame-problem', at, step, ...problem }),
      })
    },
    forget,
    check() {
      for (const each of followed.values()) if (each.stale) read(each, false)
    },
    report() {
      for (const each of followed.values()) read(each, true)
    },
  }
}
