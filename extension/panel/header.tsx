import { neverPattern } from '../../shared/manner.ts'
import { AboutPage } from './about-page.tsx'
import { clockTime } from './clock-time.ts'
import { EyeIcon, Icon } from './icons.tsx'
import { useKeptFocus } from './kept-focus.ts'
import { messages } from './messages.ts'
import type { PanelState } from './panel-state.ts'
import { siteOf } from './site-pattern.ts'

const HOUR = 3_600_000

/** Name, eye, and what acts on the whole tutoring. */
export function Header({ state }: { state: PanelState }) {
  const { doors, conversation, manner } = state
  const container = useKeptFocus<HTMLElement>()
  const tutoring = conversation.value?.tutoring
  const live = tutoring !== undefined && tutoring.endedAt === null
  const stop = () => {
    if (tutoring) doors.loop.post({ kind: 'stop-tutoring', at: doors.now(), tutoring: tutoring.id })
  }
  const endExam = () => doors.loop.post({ kind: 'manner', at: doors.now(), change: { exam: false } })
  const paused = manner.value.pausedUntil !== null
  const pause = (until: number | null) => doors.loop.post({ kind: 'pause', at: doors.now(), until })
  return (
    <header ref={container}>
      <div class="title-row">
        <h1>{messages.name}</h1>
        <Eye state={state} />
        <div class="tools">
          {live && !paused && (
            <button
              type="button"
              class="tool"
              aria-label={messages.pause}
              title={messages.pause}
              onClick={() => pause(doors.now() + HOUR)}
            >
              <Icon name="pause" />
            </button>
          )}
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
            aria-label={messages.openHistory}
            title={messages.openHistory}
            onClick={() => doors.openPage('tutorings')}
          >
            <Icon name="history" />
          </button>
          <button
            type="button"
            class="tool"
            aria-label={messages.openSettings}
            title={messages.openSettings}
            onClick={() => doors.openPage('settings')}
          >
            <Icon name="settings" />
          </button>
        </div>
      </div>
      {paused && (
        <MannerLine
          kind="pause"
          says={messages.pausedHow}
          ends={messages.goOnReading}
          end={() => pause(null)}
        />
      )}
      <NeverLine state={state} />
      {manner.value.exam && (
        <MannerLine kind="exam" says={messages.examOn} ends={messages.examEnd} end={endExam} />
      )}
      {tutoring && <AboutPage key={tutoring.id} state={state} tutoring={tutoring} />}
    </header>
  )
}

/** Open: this tab is read now. In a pause nothing is. */
function Eye({ state }: { state: PanelState }) {
  const { pausedUntil } = state.manner.value
  const reading = state.reading.value && pausedUntil === null
  const says =
    pausedUntil !== null
      ? messages.paused(clockTime(pausedUntil))
      : reading
        ? messages.eyeOpen
        : messages.eyeClosed
  return (
    <p class="eye" data-eye={pausedUntil !== null ? 'paused' : reading ? 'open' : 'closed'}>
      <EyeIcon open={reading} />
      <span>{says}</span>
    </p>
  )
}

interface MannerLineProps {
  kind: 'exam' | 'never' | 'pause'
  says: string
  ends: string
  end(): void
}

/** The button explains itself on a site that is never read, and so does a conversation that was ended by it. */
function NeverLine({ state }: { state: PanelState }) {
  const { doors, conversation, manner } = state
  const tab = doors.tabs.facing.value
  const pressed = doors.loop.presence.value?.never?.find((each) => each.tab === tab)?.pattern ?? null
  const tutoring = conversation.value?.tutoring
  const pattern = pressed ?? (tutoring === undefined ? null : neverPattern(manner.value, tutoring.origin))
  if (pattern === null || !manner.value.never.includes(pattern)) return null
  const allow = () => doors.loop.post({ kind: 'site', at: doors.now(), pattern, read: 'ask' })
  return (
    <MannerLine
      kind="never"
      says={messages.neverHere(siteOf(pattern))}
      ends={messages.allowAgain}
      end={allow}
    />
  )
}

/** A manner that can be seen at all times, and ended here. */
function MannerLine({ kind, says, ends, end }: MannerLineProps) {
  return (
    <div class="manner-line" data-manner={kind}>
      <p>{says}</p>
      <button type="button" class="quiet-button" onClick={end}>
        {ends}
      </button>
    </div>
  )
}
