import { shortNumber } from './evidence-text.ts'
import type { Proof } from './verdict.ts'

/**
 * A question about a wrong line for which no slip is known: points at the place and the check, never at the
 * answer. `lines` are the lines as the learner wrote them.
 */
export function genericQuestion(proof: Proof, lines: readonly string[]): string {
  const at = Object.entries(proof.at)
    .map(([name, value]) => `${name} = ${shortNumber(value).replace('about ', '')}`)
    .join(', ')
  switch (proof.kind) {
    case 'sides-differ': {
      const [before, after] = proof.values
      const how = at ? ` Try ${at} in both.` : ''
      return `How did ${before.text} become ${after.text}?${how}`
    }
    case 'false-equality': {
      const [left, right] = proof.values
      return at
        ? `Is ${left.text} the same as ${right.text} at ${at}?`
        : `Is ${left.text} the same as ${right.text}?`
    }
    case 'solution-lost':
      return `Does ${quoted(proof.values.at(-1)?.line, lines)} keep every solution? Try ${at}.`
    case 'solution-gained':
      return `Does ${at} solve ${quoted(proof.values[0]?.line, lines)}?`
  }
}

function quoted(line: number | undefined, lines: readonly string[]): string {
  const text = line === undefined ? undefined : lines[line]?.trim()
  return text !== undefined && text.length <= 40 ? text : `line ${(line ?? 0) + 1}`
}
