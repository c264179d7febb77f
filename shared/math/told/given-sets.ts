import { setOf } from '../answer-set.ts'
import { evaluate } from '../evaluate.ts'
import { type Expression, variablesOf } from '../expression.ts'
import { parseExpression } from '../parse-expression.ts'
import { PLAIN_READING } from '../parse-line.ts'
import { contains, differingPoint, type RealSet } from '../real-set.ts'
import { tokenize } from '../tokenize.ts'
import type { Found, ToldLine } from './given-line.ts'

const SET = String.raw`\{[^{}]*\}|[[\](][^()[\]{}]*[)\][]`
const DEFINED = new RegExp(`(?<![A-Za-z∪∩∖]\\s?)([A-KM-Z]|Ω)\\s*=\\s*(${SET})(?!\\s*[∪∩∖])`, 'gu')
const ALGEBRA = /[∪∩∖]|^[A-Z](?:'|\^\{?[cC]\}?)$/

/** A ∪ B, A ∩ B, A ∖ B and complements of sets that were listed; domains that hold a point without a value. */
export function falseSet(here: ToldLine, above: readonly ToldLine[]): Found | null {
  const text = plainSets(here.plain)
  const equals = text.lastIndexOf('=')
  const written = equals < 0 ? null : setFrom(text.slice(equals + 1))
  if (!written) return null
  const left = text.slice(0, equals).split('=').at(-1)?.trim() ?? ''
  if (/^(?:D|𝔻|D_?\{?[fgh]\}?)$/u.test(left)) return falseDomain(here, above, written)
  const term =
    left === ''
      ? previousTerm(above)
      : { text: left.replace(/^.*[:,]\s+(?=[A-ZΩ{[\]])/u, ''), line: here.line }
  const named = [...above, here].flatMap(({ plain }) => [...plainSets(plain).matchAll(DEFINED)])
  const sets = new Map(named.map(([, name = '', set = '']) => [name, set]))
  const expected = term && ALGEBRA.test(term.text) ? worked(term.text, sets) : null
  const point = expected && differingPoint(expected, written)
  if (!term || !expected || point === null) return null
  const source = above.findLast(
    ({ plain }) => DEFINED.test(plainSets(plain)) || plainSets(plain) === term.text,
  )
  DEFINED.lastIndex = 0
  return foundAt(
    here,
    source?.line ?? here.line,
    term.text,
    text.slice(equals + 1).trim(),
    point,
    expected,
    written,
  )
}

const plainSets = (plain: string): string =>
  plain
    .replace(/\\(?:overline|bar)\s*\{?([A-Z])\}?/g, "$1'")
    .replace(/[’′]/g, "'")
    .replace(/\\/g, '∖')
    .replace(/\s+(?:without|ohne)\s+/g, ' ∖ ')

function setFrom(text: string): RealSet | null {
  const comma = text.includes(';') && /\d,\d/.test(text)
  return setOf(text.trim().replace(/[.✓]$/u, ''), { ...PLAIN_READING, decimalComma: comma && 'always' }, true)
}

/** "[0, 6] ∩ [4, 9]" alone on the line before. */
function previousTerm(above: readonly ToldLine[]): { text: string; line: number } | null {
  const last = above.at(-1)
  const text = last ? plainSets(last.plain).split('=').at(-1)?.trim() : undefined
  return last && text ? { text, line: last.line } : null
}

/** Every name replaced by its set; null where one is not known. */
function worked(term: string, sets: ReadonlyMap<string, string>): RealSet | null {
  const complement = /^([A-Z])(?:'|\^\{?[cC]\}?)$/.exec(term)?.[1]
  if (complement !== undefined) {
    const [set, whole] = [sets.get(complement), sets.get('Ω') ?? sets.get('U') ?? sets.get('G')]
    // Of listed numbers a complement is only known where it is told in what.
    const universe = whole ?? (set?.startsWith('{') ? undefined : 'ℝ')
    return set === undefined || universe === undefined ? null : setFrom(`${universe} ∖ ${set}`)
  }
  // Worked out from the left, as it is without brackets.
  if (/[()]\s*[A-Z]|[A-Z]\s*\)|'/.test(term) || (term.match(/[∪∩∖]/g)?.length ?? 0) !== 1) return null
  const known = term.replace(/[A-KM-Z]/g, (name) => sets.get(name) ?? '?')
  return known.includes('?') ? null : setFrom(known)
}

function foundAt(
  here: ToldLine,
  from: number,
  name: string,
  text: string,
  at: number,
  expected: RealSet,
  written: RealSet,
): Found {
  const value = (set: RealSet): number => (contains(set, at) ? 1 : 0)
  const side = 'whole' as const
  const values = [
    { line: from, side, text: name, value: value(expected) },
    { line: here.line, side, text, value: value(written) },
  ]
  if (from !== here.line)
    return {
      from,
      proof: { kind: value(written) ? 'solution-gained' : 'solution-lost', at: { x: at }, values },
    }
  const [one, other] = values.map((each) => ({ ...each, text: `${at} ∈ ${each.text}` }))
  return one && other
    ? { from, proof: { kind: 'false-equality', at: {}, values: [one, other] } }
    : { from, proof: { kind: 'solution-gained', at: { x: at }, values } }
}

/** Whole numbers at which a function of school is tried. */
const TRIED = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, 8, 9, 10]

/** D = ℝ ∖ {3} of 1/(x² − 3x): 0 is in it, and has no value. */
function falseDomain(here: ToldLine, above: readonly ToldLine[], domain: RealSet): Found | null {
  const source = above.findLast(({ plain }) => /^[fgh]\s*\(\s*x\s*\)\s*=/.test(plain))
  const body = source && termIn(source.text.slice(source.text.indexOf('=') + 1))
  const at = body && TRIED.find((x) => contains(domain, x) && Number.isNaN(evaluate(body, { x })))
  if (!source || !body || at === undefined || at === null) return null
  const { line } = here
  return {
    from: source.line,
    proof: {
      kind: 'sides-differ',
      at: { x: at },
      values: [
        { line: source.line, side: 'right', text: source.plain, value: Number.NaN },
        { line, side: 'right', text: here.plain, value: 1 },
      ],
    },
  }
}

function termIn(text: string): Expression | null {
  const parsed = parseExpression(tokenize(text, PLAIN_READING), PLAIN_READING)
  return 'failure' in parsed || variablesOf(parsed.expression).join() !== 'x' ? null : parsed.expression
}
