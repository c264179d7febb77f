import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { minuteMessages as texts } from '../messages.ts'
import type { PanelState } from '../panel-state.ts'
import { ActShape, DONE } from './act-shape.tsx'
import { drawMinute, type Summary, sumUpMinute } from './draw-minute.ts'
import { followGlimpses, type Seen } from './follow-glimpses.ts'
import { MinuteStrip, plotOf } from './minute-strip.tsx'

/** ms between two pictures; fewer for whom things that move are a trouble. */
const EVERY = { moving: 500, still: 2000 }

/** How Aside came to do what it did: its last minute as a strip, while it is open. */
export function MinuteView({ state }: { state: PanelState }) {
  const { looking } = state
  const told = useRef(false)
  if (looking.value) told.current = true
  return (
    <>
      <p class="visually-hidden" role="status">
        {looking.value ? texts.opened : told.current && texts.closed}
      </p>
      {looking.value && <Minute state={state} />}
    </>
  )
}

function Minute({ state }: { state: PanelState }) {
  const { doors, looking } = state
  const seen = useSignal<Seen | null>(null)
  useEffect(() => {
    const life = new AbortController()
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    const show = (next: Seen) => {
      seen.value = next
    }
    followGlimpses(show, { ended: life.signal, now: doors.now, every: still ? EVERY.still : EVERY.moving })
    return () => life.abort()
  }, [doors, seen])

  const section = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const { current } = section
    return () => {
      // The button goes with what it closes; who pressed it goes on where they write.
      if (current?.contains(document.activeElement))
        document.querySelector<HTMLElement>('textarea[name=draft]')?.focus()
    }
  }, [])
  return (
    <section class="minute" aria-labelledby="minute" ref={section} data-minute>
      <div class="minute-head">
        <h2 id="minute">{texts.title}</h2>
        <button
          type="button"
          class="quiet-button"
          aria-keyshortcuts="Escape"
          onClick={() => {
            looking.value = false
          }}
        >
          {texts.close} <kbd>{texts.closeKey}</kbd>
        </button>
      </div>
      {seen.value !== null && <Shown seen={seen.value} />}
    </section>
  )
}

function Shown({ seen: { glimpses, now, answering } }: { seen: Seen }) {
  const figure = useRef<HTMLDivElement>(null)
  const width = useWidth(figure)
  const summary = sumUpMinute(glimpses, now)
  const drawing = drawMinute(glimpses, { now, width: plotOf(width).width })
  const empty = summary === null
  const says = empty ? texts.empty : texts.decides[summary.decider]
  return (
    <div ref={figure}>
      <p class="minute-says" data-says>
        {answering ? says : empty ? texts.goneEmpty : texts.gone}
      </p>
      {drawing !== null && width > 0 && <MinuteStrip drawing={drawing} width={width} />}
      {!empty && (
        <>
          <ul class="minute-legend" aria-label={texts.legend}>
            {DONE.map((act) => (
              <li key={act}>
                <svg viewBox="-6 -6 12 12" width="12" height="12" aria-hidden="true" focusable="false">
                  <ActShape act={act} />
                </svg>
                {texts.done[act]}
              </li>
            ))}
            <li>{texts.rest}</li>
          </ul>
          <InWords summary={summary} />
        </>
      )}
    </div>
  )
}

/** What the strip shows, for whom it shows nothing. */
function InWords({ summary: { floor, act, believed } }: { summary: Summary }) {
  const said = act && `${texts.done[act.act]}, ${texts.secondsAgo(Math.round(act.agoMs / 1000))}`
  return (
    <div class="visually-hidden" data-in-words>
      <table>
        <caption>{texts.inWords}</caption>
        <tbody>
          <Row name={texts.talking} value={texts.floor[floor]} />
          <Row name={texts.lastAct} value={said ?? texts.noAct} />
          {believed.length === 0 && <Row name={texts.believes} value={texts.believesNone} />}
          {believed.map(({ name, share }) => (
            <Row key={name} name={texts.beliefs[name]} value={texts.share(share)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ name, value }: { name: string; value: string }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{value}</td>
    </tr>
  )
}

/** CSS pixels; 0 until it has been measured. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const { current } = element
    if (current === null) return
    const observer = new ResizeObserver(() => setWidth(Math.floor(current.clientWidth)))
    observer.observe(current)
    return () => observer.disconnect()
  }, [element])
  return width
}
