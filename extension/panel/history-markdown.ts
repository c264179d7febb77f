import type { WholeTutoring } from '../store/history-file.ts'
import type { Entry, Remark } from '../store/rows.ts'
import { clockTime, fullTime, timeSpan } from './clock-time.ts'
import { answerMessages as answers, historyMessages as texts } from './messages.ts'

/** Tutorings as a text that reads well as it is and as Markdown, in the language of the page. */
export function historyMarkdown(tutorings: readonly WholeTutoring[]): string {
  return `${tutorings.map(tutoringMarkdown).join('\n\n---\n\n')}\n`
}

function tutoringMarkdown({ tutoring, entries, remarks }: WholeTutoring): string {
  const { title, address, startedAt, endedAt } = tutoring
  const length = endedAt === null ? '' : ` (${timeSpan(endedAt - startedAt)})`
  const byId = new Map(remarks.map((remark) => [remark.id, remark]))
  return [
    `# ${inLine(title || texts.untitled)}`,
    `${fullTime(startedAt).slice(0, 16)}${length} · <${encodeURI(decoded(address))}>`,
    ...entries.map((entry) =>
      entryMarkdown(entry, entry.remark === null ? undefined : byId.get(entry.remark)),
    ),
  ].join('\n\n')
}

function entryMarkdown(entry: Entry, remark: Remark | undefined): string {
  const { at, who, text, spoken, plot, proof, answer } = entry
  const said = who === 'person' ? text : text.slice(0, spoken)
  const cut = said.length < text.length ? ' …' : ''
  const head = `**${clockTime(at)} ${texts.who[who]}:** ${inBlock(said)}${cut}`
  if (answer !== undefined) return [head, ...answerNotes(answer)].join('\n\n')
  const drawn = plot?.of ?? proof?.lines
  if (drawn !== undefined) return [head, drawn.map((text) => `> - ${code(text)}`).join('\n')].join('\n\n')
  if (remark === undefined) return head
  const lines = remark.evidence.lines.map(({ label, text }) => `> - ${inLine(label)}: ${code(text)}`)
  return [head, [`> ${inLine(remark.evidence.text)}`, ...lines].join('\n')].join('\n\n')
}

/** Whose words an answer is, where each statement stands, and what was found false in it. */
function answerNotes({ by, model, sources, struck }: NonNullable<Entry['answer']>): string[] {
  const listed = sources.map(
    ({ source: { n, title, address, quote } }) =>
      `> - \\[${n}\\] ${inLine(title)}, <${encodeURI(decoded(address))}>${quote === '' ? '' : `: “${inLine(quote)}”`}`,
  )
  const wrong = struck.map(({ text, why }) => `> - ${answers.notRight} ${code(text)} ${inLine(why)}`)
  const from =
    by === null
      ? []
      : [
          `> ${inLine(by === 'extracts' ? answers.extracts : sources.length > 0 ? answers.from(model) : answers.noSource(model))}`,
        ]
  const notes = [...from, ...listed, ...wrong]
  return notes.length === 0 ? [] : [notes.join('\n')]
}

/** What a person or a page wrote may not become a heading, a link or HTML; formulas in `$` stay as they are. */
function escaped(text: string): string {
  return text
    .split(/(\$[^$\n]+\$)/)
    .map((part, index) =>
      index % 2 === 1 ? part.replace(/</g, '\\lt ') : part.replace(/[\\`*_[\]<>#|~]/g, '\\$&'),
    )
    .join('')
}

const inLine = (text: string) => escaped(text.replace(/\s+/g, ' ').trim())

/** Lines stay lines. A line that would begin a list, a quotation or a rule is told not to. */
function inBlock(text: string): string {
  return text
    .split('\n')
    .map((line) => escaped(line.trim()).replace(/^([-+=]|\d+(?=[.)]))/, '\\$1'))
    .join('\\\n')
}

/** As written, whatever back quotes it holds. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  const pad = longest > 0 ? ' ' : ''
  return `${fence}${pad}${text.replace(/\s+/g, ' ')}${pad}${fence}`
}

function decoded(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
