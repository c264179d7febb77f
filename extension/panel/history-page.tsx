import { render } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { ConversationView } from './conversation-view.tsx'
import { HistoryList } from './history-list.tsx'
import { type HistoryState, historyState } from './history-state.ts'
import { language, historyMessages as texts } from './messages.ts'
import type { ConversationDoors } from './mount-panel.tsx'

/** Shows the history in `root` until the returned function is called. */
export function mountHistory(root: HTMLElement, doors: ConversationDoors): () => void {
  const life = new AbortController()
  render(<SpeakingHistory state={historyState(doors, life.signal)} />, root)
  return () => {
    render(null, root)
    life.abort()
  }
}

/** In another language it is drawn anew: entries that have not changed would stay as they are. */
function SpeakingHistory({ state }: { state: HistoryState }) {
  return <HistoryPage key={language.value} state={state} />
}

/** On a wide page the list beside the open conversation, on a narrow one either of them. */
function HistoryPage({ state }: { state: HistoryState }) {
  const trouble = state.trouble.value
  return (
    <main class="history" data-open={state.opened.value !== null}>
      <div class="history-index">
        <header>
          <h1>{texts.title}</h1>
          <Search state={state} />
          {(state.items.value?.length ?? 0) > 0 && <AllTools state={state} />}
        </header>
        <Removed state={state} />
        {trouble !== null && (
          <p role="alert" class="trouble">
            {trouble}
          </p>
        )}
        <nav aria-label={texts.title}>
          {state.items.value?.length === 0 && <p data-none>{texts.none}</p>}
          {state.items.value !== undefined && <HistoryList state={state} items={state.items.value} />}
        </nav>
      </div>
      <div class="history-opened">
        <Opened key={state.opened.value} state={state} />
      </div>
    </main>
  )
}

function Search({ state }: { state: HistoryState }) {
  const { query, found } = state
  const asked = query.value.trim()
  const answer = found.value
  const searched = answer?.query === asked ? answer : null
  const status =
    asked === ''
      ? ''
      : searched === null || searched.share < 1
        ? texts.searching
        : searched.hits.size === 0
          ? texts.foundNone(asked)
          : texts.found(searched.hits.size)
  return (
    <search>
      <input
        type="search"
        name="query"
        aria-label={texts.search}
        placeholder={texts.search}
        dir="auto"
        value={query.value}
        onInput={({ currentTarget }) => {
          query.value = currentTarget.value
        }}
      />
      <p role="status">{status}</p>
      {searched !== null && searched.share < 1 && (
        <progress aria-label={texts.searching} max={1} value={searched.share} />
      )}
    </search>
  )
}

function Opened({ state }: { state: HistoryState }) {
  const { doors, conversation, opened } = state
  const title = useRef<HTMLHeadingElement>(null)
  const seen = conversation.value
  const read = seen !== undefined
  // Whoever opened it, with whatever, goes on reading here.
  useLayoutEffect(() => {
    if (read) title.current?.focus({ preventScroll: true })
  }, [read])
  if (opened.value === null) return <p class="choose">{texts.choose}</p>
  if (seen === undefined) return null
  return (
    <article class="opened" data-opened={seen?.tutoring.id}>
      <header>
        <button type="button" class="quiet-button back" onClick={() => state.open(null)}>
          {texts.back}
        </button>
        <h1 ref={title} tabIndex={-1} dir="auto">
          {seen === null ? texts.gone : seen.tutoring.title || texts.untitled}
        </h1>
        {seen !== null && <p class="about-address">{seen.tutoring.address}</p>}
        {seen !== null && (
          <div class="history-tools">
            <SaveButtons state={state} ids={[seen.tutoring.id]} label={texts.exportThis} />
            <button type="button" class="quiet-button" onClick={() => state.remove([seen.tutoring.id])}>
              {seen.tutoring.endedAt === null ? texts.stopAndRemove : texts.remove}
            </button>
          </div>
        )}
      </header>
      {seen !== null && <ConversationView doors={doors} seen={seen} sought={state.sought.value} readOnly />}
    </article>
  )
}

/** What acts on all tutorings, or on those that were found. */
function AllTools({ state }: { state: HistoryState }) {
  const found = state.found.value
  const shown = (state.items.value ?? [])
    .map(({ tutoring }) => tutoring)
    .filter(({ id }) => found === null || found.hits.has(id))
  const ids = shown.map(({ id }) => id)
  const ended = shown.flatMap(({ id, endedAt }) => (endedAt === null ? [] : [id]))
  // Until all is looked through it is not yet all that is meant.
  return (
    <div class="history-tools" inert={found !== null && found.share < 1}>
      <SaveButtons
        state={state}
        ids={ids}
        label={found === null ? texts.exportAll : texts.exportFound}
        all={found === null}
      />
      {ended.length > 0 && (
        <button type="button" class="quiet-button" onClick={() => state.remove(ended)}>
          {texts.removeAll(ended.length)}
        </button>
      )}
    </div>
  )
}

interface SaveProps {
  state: HistoryState
  ids: readonly string[]
  label: string
  /** Whether nothing is left out. */
  all?: boolean
}

function SaveButtons({ state, ids, label, all = false }: SaveProps) {
  return (
    <>
      <span>{label}:</span>
      {(['markdown', 'json'] as const).map((as) => {
        const name = as === 'markdown' ? texts.asMarkdown : texts.asJson
        return (
          <button
            key={as}
            type="button"
            class="quiet-button"
            aria-label={`${label}: ${name}`}
            onClick={() => void state.save(ids, as, all)}
          >
            {name}
          </button>
        )
      })}
    </>
  )
}

/** What is being deleted: it can be kept as long as this stands here, also on a page that was opened since. */
function Removed({ state }: { state: HistoryState }) {
  const removals = state.removals.value
  const ids = removals.flatMap(({ tutorings }) => tutorings)
  const stopped = removals.some((removal) => removal.stopped?.some((id) => ids.includes(id)))
  return (
    <div role="status" class="undo">
      {ids.length > 0 && (
        <p data-undo>
          {texts.removed(ids.length)} {stopped && `${texts.removedStopped} `}
          <button type="button" class="quiet-button" onClick={() => state.keep(ids)}>
            {texts.undo}
          </button>
        </p>
      )}
    </div>
  )
}
