import type { HistoryItem } from '../store/read-history.ts'
import type { SearchHit } from '../store/search-entries.ts'
import { clockTime, fullTime, timeSpan } from './clock-time.ts'
import { excerptOf } from './excerpt.ts'
import { addressOf, type Found, type HistoryState } from './history-state.ts'
import { language, historyMessages as texts } from './messages.ts'

/** Tutorings by day, the newest first; of a search only those in which it was found. */
export function HistoryList({ state, items }: { state: HistoryState; items: readonly HistoryItem[] }) {
  const found = state.found.value
  const shown = found === null ? items : items.filter(({ tutoring }) => found.hits.has(tutoring.id))
  return (
    <>
      {byDay(shown).map(({ day, items }) => (
        <section class="day" key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>{dayName(day, state.doors.now())}</h2>
          <ul>
            {items.map((item) => (
              <Item key={item.tutoring.id} state={state} item={item} found={found} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

interface ItemProps {
  state: HistoryState
  item: HistoryItem
  found: Found | null
}

function Item({ state, item, found }: ItemProps) {
  const { tutoring, remarks } = item
  const { id, title, origin, startedAt, endedAt } = tutoring
  const host = URL.canParse(origin) ? new URL(origin).host : origin
  const hit = found?.hits.get(id)
  return (
    <li data-tutoring={id}>
      <a
        class="tutoring"
        href={`#${addressOf(id, hit?.entry)}`}
        aria-current={state.opened.value === id ? 'true' : undefined}
      >
        <time dateTime={new Date(startedAt).toISOString()} title={fullTime(startedAt)}>
          {clockTime(startedAt)}
        </time>
        <span class="tutoring-title" dir="auto">
          {title || texts.untitled}
        </span>
        <span class="tutoring-facts">
          <span>{host}</span>
          <span>{endedAt === null ? texts.running : timeSpan(minutes(endedAt - startedAt))}</span>
          {remarks > 0 && <span>{texts.remarks(remarks)}</span>}
        </span>
        {hit !== undefined && found !== null && <Excerpt hit={hit} query={found.query} />}
      </a>
    </li>
  )
}

function Excerpt({ hit, query }: { hit: SearchHit; query: string }) {
  if (hit.text === null) return null
  return (
    <span class="excerpt" dir="auto">
      {excerptOf(hit.text, query).map(({ text, found }, index) =>
        found ? <mark key={index}>{text}</mark> : text,
      )}{' '}
      <span class="excerpt-count">{texts.entriesFound(hit.entries)}</span>
    </span>
  )
}

/** A span in whole minutes from one minute on. */
const minutes = (span: number) => (span < 60_000 ? Math.max(0, span) : Math.floor(span / 60_000) * 60_000)

interface Day {
  /** Midnight at which it begins, ms since the epoch. */
  day: number
  items: HistoryItem[]
}

function byDay(items: readonly HistoryItem[]): Day[] {
  const days: Day[] = []
  for (const item of items) {
    const day = new Date(item.tutoring.startedAt).setHours(0, 0, 0, 0)
    const last = days.at(-1)
    if (last?.day === day) last.items.push(item)
    else days.push({ day, items: [item] })
  }
  return days
}

function dayName(day: number, now: number): string {
  const today = new Date(now)
  if (day === today.setHours(0, 0, 0, 0)) return texts.today
  if (day === today.setDate(today.getDate() - 1)) return texts.yesterday
  return new Intl.DateTimeFormat(language.value, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(day)
}
