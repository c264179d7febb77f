import * as v from 'valibot'
import { TASKS, type ThoughtTask } from '../thoughts/thought-request.ts'
import { plainGerman } from './german/plain-german.ts'
import { plainRequest } from './plain-request.ts'
import type { Skill } from './skill.ts'

const ThinkSchema = v.object({
  task: v.pipe(
    v.picklist(TASKS),
    v.description('What is to be done with the question, the selection or the page'),
  ),
  question: v.pipe(v.string(), v.minLength(1), v.maxLength(8_000)),
  /** For whom to explain, or the language to translate into. */
  level: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
})
type ThinkArgs = v.InferOutput<typeof ThinkSchema>

/** "/look-up Noether": the same skills by name. */
const COMMANDS: Readonly<Record<string, ThoughtTask>> = {
  ask: 'answer',
  frag: 'answer',
  'look-up': 'look-up',
  lookup: 'look-up',
  search: 'look-up',
  suche: 'look-up',
  summarise: 'summarise',
  summarize: 'summarise',
  zusammenfassen: 'summarise',
  explain: 'explain',
  erkläre: 'explain',
  quiz: 'quiz',
  translate: 'translate',
  übersetze: 'translate',
  define: 'define',
  definiere: 'define',
  compare: 'compare',
  vergleiche: 'compare',
}
const COMMAND = /^\/([\p{L}-]+)(?:\s+([\s\S]*))?$/u

const THIS =
  '(?:this|that|it|the (?:page|text|article|selection|tab)|this (?:page|text|article|selection|tab))'
const DIES = '(?:das|dies|es|diese seite|die seite|den text|diesen text|den artikel|die auswahl)'
const LEVEL =
  /[, ]+(?:(?:like|as if|as though) (?:i(?:'m| am|was| were)|to) |(?:to|for) (?:me as )?(?=an? |someone|somebody|beginners|children|kids))(?<level>[^.?!]{2,80})$/i
const STUFE =
  /[, ]+(?:für|wie für|als wäre ich) (?<level>(?:einen? |ein kind|anfänger|kinder|laien)[^.?!]{0,80})$/i

interface Wording {
  task: ThoughtTask
  pattern: RegExp
}

/** Whole phrases: a longer sentence in which one of these words stands may ask for anything. */
const ENGLISH: readonly Wording[] = [
  {
    task: 'look-up',
    pattern:
      /^(?:look (?:this|that|it) up|look up .+|look .{1,200} up|(?:search|look)(?: on)? (?:the (?:web|internet|net)|online|wikipedia) for .+|search for .+ (?:on the (?:web|internet)|online)|google .+|find out .+)$/i,
  },
  {
    task: 'summarise',
    pattern: new RegExp(
      `^(?:summari[sz]e|sum up|tl;?dr|(?:give me )?(?:a|the) (?:short )?(?:summary|gist)(?: of)?)(?: ${THIS})?(?: .{1,100})?$`,
      'i',
    ),
  },
  {
    task: 'quiz',
    pattern: /^(?:quiz me|test me|ask me (?:some|a few|\w+) questions)(?: (?:on|about) .{1,200})?$/i,
  },
  { task: 'translate', pattern: /^translate .{1,4000}? (?:in)?to (?<level>[a-z -]{3,30})$/i },
  {
    task: 'define',
    pattern:
      /^(?:define .{1,200}|what does .{1,200} mean|what(?:'s| is) the (?:meaning|definition) of .{1,200})$/i,
  },
  { task: 'compare', pattern: /^compare .{1,400} (?:with|to|against) .{1,400}$/i },
  { task: 'explain', pattern: /^explain .{1,400}$/i },
]
const GERMAN: readonly Wording[] = [
  {
    task: 'look-up',
    pattern:
      /^(?:schlag(?:e)? (?:das|es|.{1,200}) nach|such(?:e)? (?:im (?:netz|web|internet)|online|auf wikipedia) nach .+|google .+|finde heraus.+)$/i,
  },
  {
    task: 'summarise',
    pattern: new RegExp(
      `^(?:fass(?:e)? ${DIES}(?: .{1,60})? zusammen|zusammenfassung(?: von .{1,100})?)$`,
      'i',
    ),
  },
  {
    task: 'quiz',
    pattern:
      /^(?:frag(?:e)? mich (?:ab|aus)|quiz(?:ze)? mich|stell(?:e)? mir (?:ein paar |einige )?fragen)(?: (?:zu|über) .{1,200})?$/i,
  },
  { task: 'translate', pattern: /^übersetz(?:e)? .{1,4000}? (?:ins|in|auf) (?<level>[a-zäöü -]{3,30})$/i },
  { task: 'define', pattern: /^(?:definier(?:e)? .{1,200}|was (?:bedeutet|heißt|meint) .{1,200})$/i },
  { task: 'compare', pattern: /^vergleich(?:e)? .{1,400} mit .{1,400}$/i },
  { task: 'explain', pattern: /^erklär(?:e)? .{1,400}$/i },
]

/** Hands a question to the reasoner in the backend: "look up Noether's theorem", "summarise this page", "/quiz". */
export const think: Skill<ThinkArgs> = {
  name: 'think',
  description:
    'Has the reasoner think about a question, the page or the selection: answers, looks up on the web, summarises, explains at a level, asks questions, translates, defines, compares with other sources.',
  schema: ThinkSchema,
  examples: ['look up who Emmy Noether was', 'summarise this page', '/quiz'],
  understand(text) {
    const command = COMMAND.exec(text.trim())
    const named = command?.[1]?.toLowerCase() ?? ''
    const task = Object.hasOwn(COMMANDS, named) ? COMMANDS[named] : undefined
    if (task !== undefined) return withLevel(task, command?.[2]?.trim() || text.trim(), command?.[2] ?? '')
    return worded(text, plainRequest(text), ENGLISH) ?? worded(text, plainGerman(text), GERMAN)
  },
  run: (args) => ({ say: '', think: args }),
}

function worded(text: string, plain: string, wordings: readonly Wording[]): ThinkArgs | null {
  for (const { task, pattern } of wordings) {
    const match = pattern.exec(plain)
    if (match === null) continue
    const level = match.groups?.level
    return level === undefined ? withLevel(task, text.trim(), plain) : { task, question: text.trim(), level }
  }
  return null
}

function withLevel(task: ThoughtTask, question: string, plain: string): ThinkArgs {
  const level = (LEVEL.exec(plain) ?? STUFE.exec(plain))?.groups?.level
  return { task, question: question.slice(0, 8_000), ...(level === undefined ? {} : { level: level.trim() }) }
}
