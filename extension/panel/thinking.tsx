import { useLate } from './late.ts'
import { answerMessages as texts } from './messages.ts'
import type { PanelState } from './panel-state.ts'

/** What takes no longer is not worth a word (ms). */
const PATIENCE = 1000

interface Props {
  state: PanelState
  tutoring: string
  /** Said while nothing is thought about. */
  otherwise: string
}

/** What the reasoner does while it has said nothing yet; not read out, for it changes often. */
export function Thinking({ state, tutoring, otherwise }: Props) {
  const thought = state.doors.loop.presence.value?.thinking?.findLast((each) => each.tutoring === tutoring)
  const late = useLate(thought !== undefined, PATIENCE)
  if (thought === undefined || !late) return <p>{otherwise}</p>
  const { doing, about = '', progress } = thought
  const { loop, now } = state.doors
  return (
    <p data-thinking={doing}>
      {texts.doing[doing]} <bdi>{about.slice(0, 120)}</bdi>
      {progress !== undefined && (
        <progress class="thinking-progress" aria-label={texts.doing[doing]} max={1} value={progress} />
      )}{' '}
      <button
        type="button"
        class="quiet-button"
        data-drop-thoughts
        onClick={({ currentTarget }) => {
          // The button goes with what it ends; who pressed it goes on where they write.
          currentTarget.form?.querySelector('textarea')?.focus()
          loop.post({ kind: 'drop-thoughts', at: now(), tutoring })
        }}
      >
        {texts.neverMind}
      </button>
    </p>
  )
}
