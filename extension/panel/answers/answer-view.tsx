import type { Signal } from '@preact/signals'
import { useMemo, useState } from 'preact/hooks'
import type { Entry } from '../../store/rows.ts'
import { useLate } from '../late.ts'
import { messages, answerMessages as texts } from '../messages.ts'
import type { ConversationDoors } from '../mount-panel.tsx'
import { AnswerBlock } from './answer-block.tsx'
import { GrowingAnswer } from './growing-answer.ts'
import { shortForm } from './short-form.ts'
import { SourceCard, SourceChip, type Sources } from './source-card.tsx'
import { struckIn } from './strike.ts'
import { useStable } from './use-stable.ts'

/** A pause of the reasoner that is worth a word. */
const PAUSE_MS = 1000

interface Props {
  doors: ConversationDoors
  entry: Entry
  answer: NonNullable<Entry['answer']>
  /** Whether all of it is in view. */
  unfolded: Signal<boolean>
  /** Called before more of it comes into view. */
  unfolds(): void
  ended: boolean
}

/** What the reasoner says, as it comes: its first lines, the rest on request, and where it has it from. */
export function AnswerView({ doors, entry, answer, unfolded, unfolds, ended }: Props) {
  const { id, text, spoken, state } = entry
  const coming = state === 'speaking' && !ended
  const [growing] = useState(() => new GrowingAnswer())
  const blocks = useMemo(
    () => growing.blocks(text.slice(0, spoken), state !== 'done'),
    [growing, text, spoken, state],
  )
  const all = useStable(answer.sources)
  const struck = useStable(answer.struck)
  const sources = useMemo<Sources>(
    () => ({
      all,
      show: ended ? null : (mark) => doors.loop.post({ kind: 'show-mark', at: doors.now(), mark }),
    }),
    [all, ended, doors],
  )
  const { first, more } = useMemo(() => shortForm(blocks, answer.by), [blocks, answer.by])
  const whole = unfolded.value || !more
  const shown = whole ? blocks : first
  const body = `answer-${id}`
  const unplaced = whole && state === 'done' ? unplacedOf(blocks, struck) : []
  return (
    <div class="answer" data-answer={answer.by ?? 'coming'}>
      <div class="answer-body" id={body} data-said>
        <span class="visually-hidden">{messages.who.tutor}: </span>
        {shown.map((block, index) => (
          <AnswerBlock key={index} id={`${body}-${index}`} block={block} sources={sources} struck={struck} />
        ))}
        {coming && <i class="caret" title={messages.speaking} />}
        {state === 'held' && (
          <span class="held" title={messages.held}>
            …
          </span>
        )}
        {state === 'cut' && <span class="took-over">{messages.tookOver}</span>}
      </div>
      {more && (
        <button
          type="button"
          class="quiet-button unfolds"
          aria-expanded={unfolded.value}
          aria-controls={body}
          onClick={() => {
            unfolds()
            unfolded.value = !unfolded.value
          }}
        >
          {unfolded.value ? texts.less : texts.more}
        </button>
      )}
      {unplaced.map(({ text, why }) => (
        <p key={text} class="struck-why" dir="auto">
          <strong>{texts.notRight}</strong> <del class="struck">{text}</del> {why}
        </p>
      ))}
      {coming && <Coming key={spoken} doors={doors} />}
      <Foot id={body} answer={answer} sources={sources} />
    </div>
  )
}

/** False equations that stand in no block as they were read. */
function unplacedOf(blocks: Parameters<typeof shortForm>[0], struck: NonNullable<Entry['answer']>['struck']) {
  const placed = new Set(blocks.flatMap((block) => struckIn(block, struck)))
  return struck.filter((each) => !placed.has(each))
}

/** Words have stopped for a moment, and it is not over. */
function Coming({ doors }: { doors: ConversationDoors }) {
  const late = useLate(true, PAUSE_MS)
  if (!late) return null
  return (
    <p class="answer-coming" data-coming>
      {texts.coming}{' '}
      <button
        type="button"
        class="quiet-button"
        onClick={() => doors.loop.post({ kind: 'voice', at: doors.now(), what: 'stop' })}
      >
        {texts.stop}
      </button>
    </p>
  )
}

interface FootProps {
  id: string
  answer: NonNullable<Entry['answer']>
  sources: Sources
}

/** Said once: whose words these are, and all sources. */
function Foot({ id, answer, sources }: FootProps) {
  const [open, setOpen] = useState<number | null>(null)
  const { by, model } = answer
  if (by === null) return null
  const card = `${id}-listed`
  const shown = sources.all.find(({ source }) => source.n === open)
  const says =
    by === 'extracts' ? texts.extracts : sources.all.length > 0 ? texts.from(model) : texts.noSource(model)
  return (
    <footer class="answer-foot">
      {sources.all.length > 0 && (
        <ul class="answer-sources" aria-label={texts.sources}>
          {sources.all.map((it) => (
            <li key={it.source.n}>
              <SourceChip
                it={it}
                show={sources.show}
                open={open === it.source.n}
                controls={card}
                listed
                press={({ source: { n } }) => setOpen(open === n ? null : n)}
              />
            </li>
          ))}
        </ul>
      )}
      {shown !== undefined && <SourceCard id={card} it={shown} show={sources.show} />}
      <p data-answer-from dir="auto">
        {says}
      </p>
    </footer>
  )
}
