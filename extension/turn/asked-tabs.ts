import { neverPattern } from '../../shared/manner.ts'
import { matchesPattern } from '../../shared/match-pattern.ts'
import { type LoopState, type TutoringState, tutoringOf } from './loop-state.ts'

/** Other tabs that go along with one question. */
const TABS = 3
/** The beginning of a question in which a tab is named, and of a title, in UTF-16 units. */
const QUESTION = 2_000
const TITLE = 300

const TAB = '(?:tab|reiter|window|fenster|page|seite|article|artikel)'
const TAB_AFTER = new RegExp(`^[ -]${TAB}(?![\\p{L}\\p{N}])`, 'u')
const TAB_BEFORE = new RegExp(
  `(?<![\\p{L}\\p{N}])${TAB}(?: (?:about|on|of|called|named|titled|with|from|at|über|zu|zum|zur|von|vom|namens|mit|bei|auf))?(?: (?:the|der|die|das|dem))? $`,
  'u',
)
const THIS_BEFORE = /(?:this|diese[rsmn]?) \p{L}+(?: \p{L}+){0,2} $/u
/** "My other tab", "the other page"; of several that are meant the last one that was in front. */
const OTHER =
  /\b(?:(?:my|the|that|an)(?: other| second| previous| last) (?:open )?(?:tab|page|window)|(?:meine[mnrs]?|de[mnrs]|die|das|eine[mn]) (?:ander|zweit|vorig|letzt)e[mnrs]? (?:offenen? )?(?:tabs?|reiters?|fensters?|seite))\b/iu
const ALL = new RegExp(
  `\\b(?:${[
    '(?:all|both|these|those|my)(?: of)?(?: my| the| these)?(?: two| three| other| open){0,3} (?:tabs|windows)',
    'the(?: two| three| other| open){1,3} (?:tabs|windows)|other tabs|both pages',
    '(?:alle[nr]?|beiden?|diese[nr]?|meine[nr]?)(?: meine[nr]?| diese[nr]?| den| die)?(?: zwei| drei| anderen| beiden| offenen){0,3} (?:tabs|reitern?|fenstern?)',
    '(?:die|den|der)(?: zwei| drei| anderen| beiden| offenen){1,3} (?:tabs|reitern?|fenstern?)|beiden? seiten',
  ].join('|')})(?![\\p{L}])`,
  'iu',
)

/** What of the tutored tabs a question asks for, beside the one in which it is asked. */
export interface AskedTabs {
  /** Tutorings, the one that was in front last first. */
  tutorings: string[]
  /** Titles of those of which nothing is ever sent. */
  never: string[]
  /** Whether others were asked for and there are none. */
  none: boolean
}

/**
 * Other tabs go along only where the person asks for them: by "my other tab", "both tabs", or by naming one ("the tab
 * about Noether"). A title alone names nothing: a question may have the same words.
 */
export function askedTabs(state: LoopState, id: string, question: string): AskedTabs {
  const asked = folded(question.slice(0, QUESTION))
  const others = Object.values(state.tutorings)
    .filter(({ row }) => row.id !== id && row.endedAt === null)
    .toSorted((a, b) => (b.frontAt ?? b.row.startedAt) - (a.frontAt ?? a.row.startedAt))
  const own = tutoringOf(state, id)
  const ownNames = new Set(own === undefined ? [] : namesOf(own.row))
  const named = others.filter(({ row }) =>
    namesOf(row).some((name) => !ownNames.has(name) && names(asked, name)),
  )
  const meant = meantOf(asked, named, others)
  const sent = meant.filter(({ row }) => !isNeverSent(state, row.origin))
  return {
    tutorings: sent.slice(0, TABS).map(({ row }) => row.id),
    never: meant.filter((each) => !sent.includes(each)).map(({ row }) => row.title.slice(0, TITLE)),
    none: meant.length === 0 && (ALL.test(asked) || OTHER.test(asked)),
  }
}

/** Whether nothing of an origin may go to the backend. */
export function isNeverSent({ manner }: LoopState, origin: string): boolean {
  return (
    neverPattern(manner, origin) !== null || manner.neverSent.some((each) => matchesPattern(origin, each))
  )
}

function meantOf(
  asked: string,
  named: readonly TutoringState[],
  others: readonly TutoringState[],
): readonly TutoringState[] {
  if (named.length > 0) return named
  if (ALL.test(asked)) return others
  return OTHER.test(asked) ? others.slice(0, 1) : []
}

/** How a person calls a tab: its title without the site's name, and the site by its domain. */
function namesOf({ title, origin }: TutoringState['row']): string[] {
  const whole = folded(title.slice(0, TITLE))
  const [head = ''] = whole.split(/ [-–—|·:] /u)
  const host = URL.canParse(origin) ? new URL(origin).hostname : ''
  const site = host.split('.').at(/\.(?:co|com|ac|org)\.\w\w$/u.test(host) ? -3 : -2) ?? ''
  return [whole, head, site].filter((name) => name.length >= 3)
}

/** Whether a tab is named: "the Noether tab", "the tab about “Noether”", "the page on Noether". */
function names(asked: string, name: string): boolean {
  for (let at = asked.indexOf(name); at >= 0; at = asked.indexOf(name, at + 1)) {
    const before = asked.slice(Math.max(0, at - 60), at)
    const after = asked.slice(at + name.length, at + name.length + 12)
    if (/[\p{L}\p{N}]$/u.test(before) || /^[\p{L}\p{N}]/u.test(after)) continue
    if (TAB_AFTER.test(after) || (TAB_BEFORE.test(before) && !THIS_BEFORE.test(before))) return true
  }
  return false
}

/** Lower case, one space, no quotation marks. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/["“”„«»‘’'`]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
}
