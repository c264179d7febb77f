import { isPaused } from '../../shared/manner.ts'
import { evidenceText } from '../../shared/math/evidence-text.ts'
import type { Task } from '../../shared/percepts/computation.ts'
import type { PagePercept } from '../../shared/percepts/page-percept.ts'
import type { Finding } from '../../shared/percepts/percept.ts'
import type { TutoringState } from './loop-state.ts'
import { askAboutPage } from './take-computed.ts'
import { ask, newId, putEntry, texts, type Work } from './work.ts'

/** Worked solutions being read on one page, the last ones. */
const READS = 4

/** "Check this derivation", "explain this line": the page is asked what it says. */
export function askForDerivation(
  work: Work,
  id: string,
  tutoring: TutoringState | undefined,
  task?: Task,
): void {
  const { state } = work
  const say = (text: string) => void putEntry(work, { tutoring: id, who: 'tutor', kind: 'said', text })
  if (isPaused(state.manner, state.now)) return say(texts(work).loop.paused)
  if (tutoring === undefined || !tutoring.connected) return say(texts(work).loop.noPage)
  tutoring.derivations = [
    ...(tutoring.derivations ?? []).slice(-READS + 1),
    { id: newId(work, 'd'), anchors: null, ...(task && { task }) },
  ]
}

/** The page has said what stands there: the checker is asked about it. */
export function takeDerivation(
  work: Work,
  tutoring: TutoringState,
  { id, lines, line, lang }: Extract<PagePercept, { kind: 'derivation' }>,
): void {
  const derivation = tutoring.derivations?.find((each) => each.id === id && each.anchors === null)
  if (derivation === undefined) return
  const texted = lines.map(({ text }) => text)
  const forget = () => {
    tutoring.derivations = tutoring.derivations?.filter((each) => each !== derivation) ?? []
  }
  if (derivation.task) {
    forget()
    return askAboutPage(work, tutoring.row.id, derivation.task, texted, line)
  }
  if (lines.length < 2) {
    forget()
    const text = texts(work).computing.derivation.none
    return void putEntry(work, { tutoring: tutoring.row.id, who: 'tutor', kind: 'said', text })
  }
  derivation.anchors = lines.map(({ anchor }) => anchor)
  ask(work, {
    id,
    tutoring: tutoring.row.id,
    path: null,
    text: texted.join('\n'),
    lines: texted,
    lastUnfinished: false,
    paused: true,
    seed: work.state.run % 2 ** 31,
    problem: null,
    ...(lang === undefined ? {} : { lang }),
    asked: true,
  })
}

/**
 * Sums up what the checker found in one line, with the proof of the first wrong step; marks steps that are wrong and
 * those of which it cannot tell.
 * @returns whether the finding is about a derivation
 */
export function answerDerivation(work: Work, tutoring: TutoringState, finding: Finding): boolean {
  const { request, verdicts } = finding
  const derivation = tutoring.derivations?.find(({ id }) => id === request.id)
  if (derivation === undefined) return false
  tutoring.derivations = tutoring.derivations?.filter((each) => each !== derivation) ?? []
  const { computing, loop } = texts(work)
  const says = computing.derivation
  const { language, manner } = work.state
  const put = (text: string, places: TutoringState['places'] = []) => {
    const listed = places.map(({ id, anchor }) => ({ mark: id, quote: anchor.quote }))
    putEntry(work, { tutoring: tutoring.row.id, who: 'tutor', kind: 'said', text, places: listed })
    return true
  }
  if (finding.failed) return put(loop.checkFailed)
  const judged = verdicts.filter((each) => each.verdict !== 'cannot-tell' || each.why === 'undecided')
  if (judged.length === 0) return put(loop.noStep)
  const wrong = judged.filter((each) => each.verdict === 'does-not-follow')
  const unsure = judged.filter((each) => each.verdict === 'cannot-tell')
  tutoring.places = [...wrong, ...unsure].flatMap(({ line, verdict }) => {
    const anchor = derivation.anchors?.[line]
    if (!anchor) return []
    const isWrong = verdict === 'does-not-follow'
    const label = isWrong ? says.wrongStep(line + 1) : loop.cannotTell(loop.lineWithin(line + 1))
    return [
      { id: `${request.id}.${line}`, anchor, tone: isWrong ? ('slip' as const) : ('found' as const), label },
    ]
  })
  const [first] = tutoring.places
  if (first !== undefined) tutoring.show = { id: first.id, nonce: work.state.now }
  const names = (all: typeof judged) => all.map(({ line }) => loop.lineWithin(line + 1)).join(', ')
  const summary =
    wrong.length === 0 ? says.right(judged.length - unsure.length) : says.wrong(judged.length, names(wrong))
  const proof = wrong[0] ? [evidenceText(wrong[0].proof, language, manner)] : []
  const rest = unsure.length === 0 ? [] : [loop.cannotTell(names(unsure))]
  return put([summary, ...proof, ...rest].join(' '), tutoring.places)
}
