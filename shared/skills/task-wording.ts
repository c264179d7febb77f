import { unitOf } from '../math/computing/convert.ts'
import { parseLine } from '../math/parse-line.ts'
import type { Task } from '../percepts/computation.ts'
import { REQUEST_LENGTH } from './plain-request.ts'
import { unquote } from './unquote.ts'

/** A wording of a task: where in it the mathematics stands, and the rest of the task. */
export interface Wording {
  pattern: RegExp
  task(given: Readonly<Record<string, string>>, text: string): Task | null
}

const number = (text: string | undefined): number => Number((text ?? '').replace('−', '-').replace(',', '.'))
export const table = (text: string, from?: string, to?: string, step?: string): Task | null => {
  const [first, last, by] = [number(from ?? '-3'), number(to ?? '3'), number(step ?? '1')]
  const whole = [first, last, by].every((each) => Number.isFinite(each) && Math.abs(each) < 1e9)
  return whole && by > 0 && last >= first ? { what: 'table', text, from: first, to: last, step: by } : null
}
export const conversion = (amount = '', from = '', to = ''): Task | null =>
  unitOf(from) !== null && unitOf(to) !== null
    ? {
        what: 'convert',
        amount: amount.replace(',', '.').replace('−', '-'),
        from: from.trim(),
        to: to.trim(),
      }
    : null
/** A bound of an integral, with no space in it. */
export const NUMBER = '[-−]?[\\d.,]*(?:[\\d.,]|π|pi|e|[√\\w]*\\([\\w./*^+−-]+\\))(?:[/^*][\\wπ.,]+)?'

export const solving = (text: string, unknown?: string, angles?: string): Task => ({
  what: 'solve',
  text,
  unknown: unknown ?? null,
  ...(angles !== undefined && { angles: /^(?:degrees|grad)$/i.test(angles) ? 'degrees' : 'radians' }),
})
/** The dx of an integral sign belongs to it. */
export const antiderivative = (text: string, by?: string, d?: string): Task => ({
  what: 'integrate',
  text: d !== undefined && /∫|\\int/.test(text) ? `${text} d${d}` : text,
  by: by ?? d ?? null,
})
export const integral = (text: string, by?: string, from = '', to = ''): Task => ({
  what: 'integral',
  text,
  by: by ?? null,
  from,
  to,
})
/** "x = 3 and y = -1" */
const assignments = (text = ''): { name: string; value: string }[] | null => {
  const parts = text.split(/\s*(?:,|;|\band\b|\bund\b)\s*/).filter((part) => part !== '')
  const found = parts.map((part) => /^([a-zA-Z]) ?(?:=|:=) ?(\S.{0,60})$/.exec(part.trim()))
  const values = found.flatMap((each) => (each?.[1] && each[2] ? [{ name: each[1], value: each[2] }] : []))
  return values.length > 0 && values.length === parts.length && values.length <= 6 ? values : null
}
export const substitution = (text: string, given?: string): Task | null => {
  const values = assignments(given)
  return values && { what: 'substitute', text, values }
}

/** Tries wordings in order; `it` is what a person says for what is selected, or was written last. */
export function taskIn(
  request: string,
  wordings: readonly Wording[],
  it: RegExp,
  selection: string,
): Task | null {
  for (const { pattern, task } of wordings) {
    const match = pattern.exec(request)
    if (!match) continue
    const given = match.groups ?? {}
    const named = unquote(given.text ?? '').replace(/^\$+|\$+$/g, '')
    const own = named === '' || it.test(named)
    const text = own && isMaths(selection.trim()) ? selection.trim() : own ? '' : named
    const found = task(given, text)
    // What holds or does not is checked, not worked out.
    if (!own && found?.what === 'simplify' && /[=<>≤≥≠]/.test(text)) continue
    if (found === null || ('text' in found && !(text === '' ? own : isMaths(found.text)))) continue
    // A bare "calculate" or "what is it" asks for nothing that can be worked out.
    if (
      'text' in found &&
      text === '' &&
      /^(?:calculate|compute|evaluate|what|how|berechne|rechne|was|wie)/i.test(request)
    )
      continue
    return found
  }
  return null
}

/** Mathematics alone, no words around it; a number or a letter alone asks for nothing. */
function isMaths(text: string): boolean {
  if (text.length > REQUEST_LENGTH || /^[\p{L}\d.,]*$/u.test(text)) return false
  const parsed = parseLine(text.replace(/(\d),(?=\d)/g, '$1.'))
  return (
    parsed.kind === 'statements' && parsed.words.every((word) => ['and', 'or', 'und', 'oder'].includes(word))
  )
}
