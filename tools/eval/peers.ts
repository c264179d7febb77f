import { ComputeEngine } from '@cortex-js/compute-engine'
import * as kas from '@khanacademy/kas'
import nerdamer from 'nerdamer-prime/all'
import type { EqualCase } from './equal.ts'
import { percentile, rate } from './evaluation.ts'
import type { StepsCase } from './steps.ts'

/** A library alone: whether two expressions or two equations are the same; null when it cannot say or read one. */
type Peer = { name: string; same: (a: string, b: string) => boolean | null }

const engine = new ComputeEngine()

const PEERS: readonly Peer[] = [
  {
    name: '@khanacademy/kas',
    same(a, b) {
      const [left, right] = [kas.parse(a, {}), kas.parse(b, {})]
      return left.parsed && right.parsed ? kas.compare(left.expr, right.expr).equal : null
    },
  },
  {
    name: 'nerdamer-prime',
    same(a, b) {
      const [left, right] = [a, b].map((text) => difference(plainText(text)))
      if (left === undefined || right === undefined) return null
      const equation = a.includes('=')
      const rest = nerdamer(equation ? `(${left})/(${right})` : `(${left})-(${right})`)
      const simple = String(nerdamer(`simplify(${rest.toString()})`))
      if (equation) return /^-?[\d./()]+$/.test(simple)
      return simple === '0'
    },
  },
  {
    name: '@cortex-js/compute-engine',
    same(a, b) {
      const [left, right] = [engine.parse(a), engine.parse(b)]
      if (!left.isValid || !right.isValid) return null
      return left.isEqual(right) ?? null
    },
  },
]

/** "2x + 3 = 7" as (2x + 3) − (7). */
function difference(text: string): string {
  const sides = text.split('=')
  if (sides.length > 2) throw new Error('more than two sides')
  return sides.length === 2 ? `(${sides[0]})-(${sides[1]})` : text
}

/** What a program that reads no LaTeX is given instead. */
function plainText(text: string): string {
  const plain = text
    .replace(/\\left|\\right|\\,/g, '')
    .replace(/\\cdot|\\times|[·×⋅]/g, '*')
    .replace(/−/g, '-')
    .replace(/²/g, '^2')
    .replace(/³/g, '^3')
    .replace(/\\frac\{([^{}]*)\}\{([^{}]*)\}/g, '(($1)/($2))')
    .replace(/\\sqrt\{([^{}]*)\}|√\(([^()]*)\)|√(\w+)/g, 'sqrt($1$2$3)')
    .replace(/\\ln|\bln\b/g, 'log')
    .replace(/\\(sin|cos|tan)/g, '$1')
    .replace(/\^\{([^{}]*)\}/g, '^($1)')
    .replace(/(\d)([a-zA-Z(])/g, '$1*$2')
  if (/[\\{}≤≥<>≈]/.test(plain)) throw new Error('not readable')
  return plain
}

function judge(peer: Peer, a: string, b: string): boolean | null {
  try {
    return peer.same(a, b)
  } catch {
    return null
  }
}

/** The first line that is not the same as the line before it, by one library alone. */
function firstFlag(peer: Peer, lines: readonly string[]): number | null {
  let before = lines[0] ?? ''
  for (const [i, line] of lines.entries()) {
    if (i === 0) continue
    const goesOn = line.startsWith('=')
    const now = goesOn ? line.slice(1) : line
    const comparable = goesOn ? !before.includes('=') : before.includes('=') === now.includes('=')
    if (comparable && judge(peer, before, now) === false) return i
    before = now
  }
  return null
}

/** A row for each library alone, in the figures of the evaluation. */
export function peersOnSteps(cases: readonly StepsCase[]): string[] {
  return PEERS.map((peer) => {
    const scored = cases.map((one) => {
      const start = performance.now()
      const flagged = firstFlag(peer, one.lines)
      return { ...one, flagged, ms: (performance.now() - start) / Math.max(1, one.lines.length) }
    })
    const right = scored.filter(({ wrong }) => wrong === null)
    const wrong = scored.filter((one) => one.wrong !== null)
    const found = wrong.filter((one) => one.flagged === one.wrong).length
    const flagged = scored.filter((one) => one.flagged !== null).length
    const alarms = right.filter((one) => one.flagged !== null).length
    return `steps peer=${peer.name} precision=${rate(found, flagged)} recall=${rate(found, wrong.length)} false_alarms=${alarms}/${right.length} ms_p99=${p99(scored)} n=${cases.length}`
  })
}

/** The same for pairs of answers. */
export function peersOnEqual(cases: readonly EqualCase[]): string[] {
  return PEERS.map((peer) => {
    const scored = cases.map((one) => {
      const start = performance.now()
      const verdict = judge(peer, one.a, one.b)
      return { ...one, verdict, ms: performance.now() - start }
    })
    const count = (test: (one: (typeof scored)[number]) => boolean) => scored.filter(test).length
    const silent = count((one) => one.verdict === null && one.equal !== null)
    const wrong = count((one) => one.verdict !== null && one.verdict !== one.equal)
    const right = count((one) => one.verdict === one.equal)
    return `equal peer=${peer.name} right=${rate(right, cases.length)} wrong=${wrong}/${cases.length} cannot_tell=${silent}/${cases.length} ms_p99=${p99(scored)} n=${cases.length}`
  })
}

const p99 = (scored: readonly { ms: number }[]): string =>
  percentile(
    scored.map(({ ms }) => ms),
    0.99,
  ).toFixed(2)
