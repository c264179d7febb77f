import { problemFormulas } from '../../shared/math/problem-formulas.ts'
import type { PagePercept, Problem } from '../../shared/percepts/page-percept.ts'
import type { ConnectedPage } from './connected-page.ts'
import { fromFrame, isStep, stepTowards, wayInto } from './frame-way.ts'

type Document = Pick<ConnectedPage, 'tutoring' | 'way' | 'around' | 'fields'>

const NOTHING: Problem = { text: '', formulas: [] }

/**
 * What the loop is to take in for a percept of one document. An exercise often asks on the page and has its field in a
 * frame: where a frame asks nothing itself, what the page asks around it is the problem of its fields.
 */
export function withProblemsAround(
  page: Document,
  pages: readonly Document[],
  percept: PagePercept,
): PagePercept[] {
  if (percept.kind === 'frame-problem') {
    const { at, step, text, formulas } = percept
    page.around.set(step, { text, formulas })
    const below = pages.filter(
      (other) =>
        other.tutoring === page.tutoring && isStep(step, stepTowards(wayInto(other.way), page.way) ?? ''),
    )
    return below.flatMap((frame) => [...frame.fields.keys()].map((path) => problemAt(frame, pages, path, at)))
  }
  const it = fromFrame(page.way, percept)
  if (it === null) return []
  if (page.way === '') return [it]
  switch (it.kind) {
    case 'problem':
      page.fields.set(it.path, { text: it.text, formulas: it.formulas })
      return [problemAt(page, pages, it.path, it.at)]
    case 'text-changed': {
      const { path } = it.field
      if (page.fields.has(path)) return [it]
      page.fields.set(path, NOTHING)
      const problem = problemAt(page, pages, path, it.at)
      return problem.text === '' ? [it] : [it, problem]
    }
    case 'field-gone':
      page.fields.delete(it.path)
      return [it]
    default:
      return [it]
  }
}

function problemAt(
  frame: Document,
  pages: readonly Document[],
  path: string,
  at: number,
): Extract<PagePercept, { kind: 'problem' }> {
  const own = frame.fields.get(path) ?? NOTHING
  const problem = asks(own) ? own : (problemAround(frame, pages) ?? own)
  return { kind: 'problem', at, path, ...problem }
}

/** From the nearest document around the frame that asks something there. */
function problemAround(frame: Document, pages: readonly Document[]): Problem | null {
  const around = pages
    .filter(({ tutoring }) => tutoring === frame.tutoring)
    .toSorted((a, b) => b.way.length - a.way.length)
  for (const { way, around: asked } of around) {
    const step = stepTowards(wayInto(frame.way), way)
    const [, problem] = [...asked].find(([told]) => step !== null && isStep(told, step)) ?? []
    if (problem && asks(problem)) return problem
  }
  return null
}

const asks = (problem: Problem) => problemFormulas(problem).length > 0
