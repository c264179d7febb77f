import { catalogueOf } from '../catalogue/catalogue.ts'
import type { Language } from '../catalogue/languages.ts'
import { USUAL_NOTATION } from '../notation.ts'
import { pointText } from './evidence-text.ts'
import type { Proof } from './verdict.ts'

/**
 * A question about a wrong line for which no slip is known: points at the place and the check, never at the
 * answer. `lines` are the lines as the learner wrote them.
 */
export function genericQuestion(
  proof: Proof,
  lines: readonly string[],
  language: Language,
  notation = USUAL_NOTATION,
): string {
  const says = catalogueOf(language).evidence
  const at = pointText(proof.at, language, notation)
  const quoted = (line = 0): string => {
    const text = lines[line]?.trim()
    return text !== undefined && text.length <= 40 ? text : says.whole(line + 1)
  }
  switch (proof.kind) {
    case 'sides-differ': {
      const [before, after] = proof.values
      const question = says.howBecame(before.text, after.text)
      return at ? `${question} ${says.tryInBoth(at)}` : question
    }
    case 'false-equality': {
      const [left, right] = proof.values
      return at ? says.sameAt(left.text, right.text, at) : says.same(left.text, right.text)
    }
    case 'solution-lost':
      return says.keepsAll(quoted(proof.values.at(-1)?.line), at)
    case 'solution-gained':
      return says.doesSolve(at, quoted(proof.values[0]?.line))
  }
}
