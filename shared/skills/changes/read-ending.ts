import type { OpenPromise } from '../skill.ts'
import { COMMON, mostAlike, namesWord, THINGS } from './name-promise.ts'

/** What says that something is to end, in whatever order the rest comes. */
const ENDING =
  /\b(?:stop(?:ped|ping)?|cancel(?:led)?|cease|desist|halt|scrap|drop|forget(?: about)?|ditch|bin|kill|lose|delete|remove|clear|quit|end|never ?mind|no more|(?:don't|do not|no longer|needn't|won't) (?:want|need|have to|bother|require|be needing)|(?:don't|do not|needn't)(?= (?:remind|tell|nudge|ping|say|poke|nag|warn|ask))|no need (?:for|to|of)|enough|(?:that'?s?|that|this|it)(?:'?ll| will) do|lay off|knock (?:it |that )?off|cut (?:it |that )?out|call off|turn (?:it |that )?off|switch (?:it |that )?off|(?:i'm |i am |we're )?(?:all )?done with|undo|take back|get rid of|away with|shut (?:it )?(?:up|off|down)|give (?:it )?a rest|leave (?:it|off|out)|(?:all|both|everything|that|it|them) off|(?:i'm |i am )?(?:sick|tired|fed up) (?:of|with)|strike|off with|skip)\b/
const KEEPING =
  /\b(?:keep|leave on|hold on to|but not|except(?: for)?|all but|everything but|apart from|save for|bar)\b/
const ALL =
  /\b(?:all|everything|every (?:one|single one)|both|anything|the (?:lot|rest|others?)|whatever|any)\b/
/** Words that carry no meaning of their own beside an ending. */
const FILLERS = new Set(
  "kk k okey yep yup aight bye sick tired fed bored all everything both anything lot whatever any i've i'm we can may could would should had have got get getting enough already instead needed necessary longer up off out down hey hmm uh well yeah yes no nope nah cheers mate pls plz with there here really too them these those some sort kind for time being today further and but only just still let's let us that's it's we're is was will'll do does doing did 'll ll ’ll if as when make please mind you alright fine good great cool lovely perfect other others except save bar keep keeping leave way after this while moment sorry actually ever around also going go goes stopped after all thank".split(
    ' ',
  ),
)

/**
 * Which of the promises are to end, by their ids; null where nothing is, or where words are left that name none.
 * @param isOnly whether "only" or "just" was said: "just keep the cat" ends all others
 */
export function readEnding(
  phrase: string,
  promises: readonly OpenPromise[],
  isOnly = false,
): string[] | null {
  if (promises.length === 0 || phrase.split(' ').length > 16) return null
  const parts = phrase.split(/(?:[,;.!]|\bbut(?! not)\b)+ ?/).filter((part) => part.trim() !== '')
  const ends = new Set<string>()
  const keeps = new Set<string>()
  let isEnding = false
  let endsAll = false
  for (const part of parts) {
    const [head = '', ...kept] = part.split(KEEPING)
    const isOwn = ENDING.test(head)
    if (!isOwn && kept.length === 0) {
      if (contentOf(part).length > 0) return null
      continue
    }
    if (isOwn) {
      isEnding = true
      const rest = KEEPING.test(phrase) ? head.replace(/\b(?:rest|others?)\b/, ' ') : head
      const said = contentOf(rest.replace(ENDING, ' '))
      const found = mostAlike(said, promises)
      if (said.some((word) => !promises.some((promise) => namesWord(promise, word)))) return null
      if (said.length === 0 && (ALL.test(head) || kept.length > 0)) endsAll = true
      for (const { id } of found) ends.add(id)
    }
    for (const each of kept) {
      const found = mostAlike(contentOf(each), promises)
      if (found.length === 0) return null
      for (const { id } of found) keeps.add(id)
    }
  }
  // "just keep the cat"
  const only = !isEnding && keeps.size > 0 && isOnly
  if (endsAll || only) for (const { id } of promises) ends.add(id)
  const chosen = [...ends].filter((id) => !keeps.has(id))
  return chosen.length === 0 ? null : chosen
}

/** The words that must name something. */
function contentOf(part: string): string[] {
  return (part.match(/[\p{L}\d']+/gu) ?? []).filter(
    (word) => !COMMON.has(word) && !FILLERS.has(word) && !THINGS.has(word),
  )
}

/** Whether a phrase ends what it names no closer than "that" or "the reminders". */
export function isBareEnding(phrase: string): boolean {
  if (!ENDING.test(phrase) || phrase.split(' ').length > 10 || /[?:=]/.test(phrase)) return false
  const rest = phrase.replace(ENDING, ' ')
  return contentOf(rest.replace(ENDING, ' ')).length === 0 && !KEEPING.test(phrase)
}

export const isAllEnding = (phrase: string): boolean => ALL.test(phrase)
