import type { Signal } from '@preact/signals'
import { Component } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Plot } from '../../shared/math/pictures/plot.ts'
import { type Entry, findsFault } from '../store/rows.ts'
import { AnswerView } from './answers/answer-view.tsx'
import { clockTime, fullTime } from './clock-time.ts'
import { EvidencePicture } from './evidence.tsx'
import { Icon } from './icons.tsx'
import { useKeptFocus } from './kept-focus.ts'
import { messages } from './messages.ts'
import type { ConversationDoors } from './mount-panel.tsx'
import { OfferCard } from './offer-card.tsx'
import { figures, loadPictures } from './pictures/load-pictures.ts'
import type { Row } from './read-conversation.ts'
import { RemarkCard } from './remark-card.tsx'
import { RichText } from './rich-text.tsx'

interface Props {
  doors: ConversationDoors
  row: Row
  /** Whether its card's evidence, or all of a long answer, is in view. */
  unfolded: Signal<boolean>
  /** Called before that comes into view. */
  unfolds(): void
  /** Aside has said nothing since. */
  newest: boolean
  ended: boolean
}

/** What is in the row of one entry; drawn again only when it, or its remark, has changed. */
export class EntryItem extends Component<Props> {
  override shouldComponentUpdate(next: Props) {
    const { row, newest, ended } = this.props
    return next.row !== row || next.newest !== newest || next.ended !== ended
  }

  override render({ doors, row, unfolded, unfolds, newest, ended }: Props) {
    const { entry, remark } = row
    const { at, who, kind, state } = entry
    return (
      <>
        <time dateTime={new Date(at).toISOString()} title={fullTime(at)}>
          {clockTime(at)}
        </time>
        <div class="note" data-remark-state={remark?.state}>
          {kind === 'reminder' && (
            <p class="note-kind">
              <Icon name="bell" />
              {messages.reminder}
            </p>
          )}
          {entry.answer === undefined ? (
            <Said entry={entry} />
          ) : (
            <AnswerView
              doors={doors}
              entry={entry}
              answer={entry.answer}
              unfolded={unfolded}
              unfolds={unfolds}
              ended={ended}
            />
          )}
          <GoOn
            doors={doors}
            offered={!ended && newest && who === 'tutor' && (state === 'held' || state === 'cut')}
          />
          {remark !== undefined && !findsFault(remark.kind) && (
            <OfferCard doors={doors} remark={remark} ended={ended} />
          )}
          {remark !== undefined && findsFault(remark.kind) && (
            <RemarkCard doors={doors} remark={remark} unfolded={unfolded} unfolds={unfolds} ended={ended} />
          )}
          {entry.proof !== undefined && <EvidencePicture {...entry.proof} now={doors.now} />}
          {entry.plot !== undefined && <EntryPlot plot={entry.plot} now={doors.now} />}
          {entry.places.length > 0 && <Places doors={doors} places={entry.places} ended={ended} />}
        </div>
      </>
    )
  }
}

function Said({ entry: { who, state, text, spoken } }: { entry: Entry }) {
  const partly = who === 'tutor' && state !== 'done'
  return (
    <p class="said" dir="auto" data-said>
      <span class="visually-hidden">{messages.who[who]}: </span>
      <RichText
        text={text}
        spoken={who === 'person' ? text.length : spoken}
        more={partly && state !== 'cut'}
      />
      {who === 'tutor' && state === 'speaking' && <i class="caret" title={messages.speaking} />}
      {who === 'tutor' && state === 'held' && (
        <span class="held" title={messages.held}>
          …
        </span>
      )}
      {who === 'tutor' && state === 'cut' && <span class="took-over"> {messages.tookOver}</span>}
    </p>
  )
}

function EntryPlot({ plot, now }: { plot: Plot; now(): number }) {
  useEffect(loadPictures, [])
  const drawn = figures.value
  return drawn && <drawn.PlotFigure plot={plot} now={now} />
}

/** Only what was said last can be gone on with. */
function GoOn({ doors, offered }: { doors: ConversationDoors; offered: boolean }) {
  const container = useKeptFocus<HTMLDivElement>()
  return (
    <div ref={container}>
      {offered && (
        <button
          type="button"
          class="quiet-button"
          onClick={() => doors.loop.post({ kind: 'voice', at: doors.now(), what: 'go-on' })}
        >
          {messages.goOn}
        </button>
      )}
    </div>
  )
}

function Places({
  doors,
  places,
  ended,
}: {
  doors: ConversationDoors
  places: Entry['places']
  ended: boolean
}) {
  return (
    <ul class="places" aria-label={messages.places(places.length)}>
      {places.map(({ mark, quote }) => (
        <li key={mark}>
          <button
            type="button"
            class="place"
            dir="auto"
            disabled={ended}
            aria-label={messages.showPlace(quote)}
            onClick={() => doors.loop.post({ kind: 'show-mark', at: doors.now(), mark })}
          >
            <q>{quote}</q>
          </button>
        </li>
      ))}
    </ul>
  )
}
