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
      {tutoring && <AboutPage key={tutoring.id} tutoring={tutoring} sites={doors.sites} />}
    </header>
  )
}
