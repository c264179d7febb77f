import { AboutPage } from './about-page.tsx'
import { EyeIcon, Icon } from './icons.tsx'
import { useKeptFocus } from './kept-focus.ts'
import { messages } from './messages.ts'
import type { PanelState } from './panel-state.ts'

/** Name, eye, and what acts on the whole tutoring. */
export function Header({ state }: { state: PanelState }) {
  const { doors, conversation, reading } = state
  const container = useKeptFocus<HTMLElement>()
  const tutoring = conversation.value?.tutoring
  const live = tutoring !== undefined && tutoring.endedAt === null
  const stop = () => {
    if (tutoring) doors.loop.post({ kind: 'stop-tutoring', at: doors.now(), tutoring: tutoring.id })
  }
  return (
    <header ref={container}>
      <div class="title-row">
        <h1>{messages.name}</h1>
        <p class="eye" data-eye={reading.value ? 'open' : 'closed'}>
          <EyeIcon open={reading.value} />
          <span>{reading.value ? messages.eyeOpen : messages.eyeClosed}</span>
        </p>
        <div class="tools">
          {live && (
            <button
              type="button"
              class="tool"
              aria-label={messages.stopTutoring}
              title={messages.stopTutoring}
              onClick={stop}
            >
              <Icon name="stop" />
            </button>
          )}
          <button
            type="button"
            class="tool"
            aria-label={messages.openSettings}
            title={messages.openSettings}
            onClick={() => doors.openSettings()}
          >
            <Icon name="settings" />
          </button>
        </div>
      </div>
      {state.manner.value.exam && <ExamLine state={state} />}
      {tutoring && <AboutPage key={tutoring.id} tutoring={tutoring} sites={doors.sites} />}
    </header>
  )
}

/** Exam mode can be seen at all times, and ended here. */
function ExamLine({ state }: { state: PanelState }) {
  const { doors } = state
  return (
    <div class="manner-line" data-exam>
      <p>{messages.examOn}</p>
      <button
        type="button"
        class="quiet-button"
        onClick={() => doors.loop.post({ kind: 'manner', at: doors.now(), change: { exam: false } })}
      >
        {messages.examEnd}
      </button>
    </div>
  )
}
