import { variablesIn } from './compare-statements.ts'
import { onlyChain, type ParsedLine } from './statement.ts'

/** "(1) x + y = 5" and "(2) x − y = 1" are numbered as the equations of one system, not as two exercises. */
export function isFurtherEquation(before: ParsedLine | undefined, parsed: ParsedLine): boolean {
  if (before?.kind !== 'statements' || parsed.kind !== 'statements' || !before.labelled) return false
  const [names, others] = [before, parsed].map(({ statements }) => {
    const [only, more] = statements
    return only && !more && onlyChain(only)?.relations.join() === '=' ? variablesIn(only).join() : ''
  })
  return names?.includes(',') === true && names === others
}
