import { problemFormulas } from '../../shared/math/problem-formulas.ts'

/** A claim that a finished clause of a draft makes: as it can be checked. */
interface Claim {
  text: string
  /** numbers: an equation of numbers, said to be so; formula: one with variables, which may be the page's. */
  kind: 'numbers' | 'formula'
}

/** What ends a clause: a mark that no number goes on after, or a word that only begins another one. */
const CLAUSE_END =
  /[,;:.]\s+|[?!\n]|\s(?=(?:why|how|what|where|when|does|do|but|then|because|since|warum|wieso|weshalb|wie|was|aber|dann|weil)\s)/iu

/** Claims of one draft that are looked at, the last ones, and the longest clause read (UTF-16 units). */
const CLAIMS = 4
const CLAUSE = 300

/**
 * Who writes this asks, supposes, denies, or speaks of something of their own: nothing in it is said to be so. It is
 * looked for in the whole draft, for "is that right?" comes after.
 */
const IN_DOUBT =
  /(?<!\p{L})(?:if|suppose\p{L}*|assum\p{L}*|imagine|let|say|would|could|might|maybe|perhaps|were|not|(?:is|are|was|were|do|does|did|have|has|would|could|should|ca|wo)n['’]?t|never|wrong|false|mistakes?|errors?|true|right|correct\p{L}*|check|verify|whether|instead|other|another|different|similar|like|examples?|e\.g|change\p{L}*|replace\p{L}*|plot|graph|draw|sketch|mod|modulo|base|binary|clock|rounded|roughly|approximately|about|or|wenn|falls|angenommen|sei|wäre|würde|könnte|vielleicht|nicht|kein\p{L}*|nie|falsch\p{L}*|richtig\p{L}*|stimmt|fehler\p{L}*|prüf\p{L}*|ob|statt|anstatt|ander\p{L}*|ähnlich\p{L}*|beispiel\p{L}*|änder\p{L}*|zeichne|ungefähr|etwa|gerundet|oder)(?!\p{L})/iu

/** Words after which an equation of numbers is said to be so, where it does not begin its clause. */
const SAID_TO_BE_SO =
  /(?:^|(?<!\p{L})(?:since|because|as|so|that|with|have|has|got|get|know|that's|why is|why does|weil|da|dass|denn|also|mit|habe|hat|gilt|warum ist|wieso ist))\s*$/iu

/** Times of day, and digits in groups of three, which are no decimals. */
const NOT_ARITHMETIC = /\d:\d\d(?!\d)|\d[.,]\d{3}(?!\d)/u

/** What the finished clauses of a draft claim in formulas; nothing, where it is not said to be so. */
export function draftClaims(draft: string): Claim[] {
  if (!/\d/.test(draft) || IN_DOUBT.test(draft)) return []
  // The last one is still being written.
  const clauses = draft.split(CLAUSE_END).slice(0, -1)
  return clauses
    .filter((clause) => /\d/.test(clause) && clause.length <= CLAUSE)
    .flatMap(claimsIn)
    .slice(-CLAIMS)
}

function claimsIn(clause: string): Claim[] {
  return problemFormulas({ text: clause, formulas: [] }).flatMap(({ text }): Claim[] => {
    if (/\p{L}/u.test(text)) return [{ text, kind: 'formula' }]
    return isSaid(clause, text) ? [{ text, kind: 'numbers' }] : []
  })
}

/** "since 7 · 8 = 54", but not "7 times 8 = 54", of which only the end could be read. */
function isSaid(clause: string, equation: string): boolean {
  const [left = '', right] = equation.split(/[=≈]/u)
  if (right === undefined || !/[^\d\s.,]/u.test(equation.replaceAll('=', ''))) return false
  if (NOT_ARITHMETIC.test(clause)) return false
  const start = clause.replaceAll(/(\d),(?=\d)/g, '$1.').indexOf(left.trim())
  return start !== -1 && SAID_TO_BE_SO.test(clause.slice(0, start).trimStart())
}
