import type { AnswerSource } from '../../store/rows.ts'
import { answerMessages as texts } from '../messages.ts'
import { withTextFragment } from './text-fragment.ts'

/** Where answers have their sources, and how the place of one is shown on the page. */
export interface Sources {
  all: readonly AnswerSource[]
  /** Brings its mark into view; null: nothing can be shown here any more. */
  show: ((mark: string) => void) | null
}

export const sourceOf = ({ all }: Sources, n: number) => all.find(({ source }) => source.n === n)

const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).host : address)

interface ChipProps {
  it: AnswerSource
  show: Sources['show']
  open: boolean
  /** Id of its card. */
  controls: string
  /** Unfolds its card, or folds it away. */
  press(it: AnswerSource): void
  /** Whether it stands below the answer, with its host. */
  listed?: boolean
}

/** "[n]": shows the quote on the page where it is marked there, else opens it where it stands; unfolds what is quoted. */
export function SourceChip({ it, show, open, controls, press, listed = false }: ChipProps) {
  const { source, mark } = it
  const { n, title, address, quote } = source
  const chip = {
    class: 'cite',
    'data-source': n,
    ...(listed ? {} : { 'aria-label': texts.source(n, title, hostOf(address)) }),
    'aria-expanded': open,
    ...(open ? { 'aria-controls': controls } : {}),
  }
  const says = (
    <>
      {listed && <span class="visually-hidden">{texts.sourceNumber} </span>}
      {n}
      {listed && <span class="cite-host"> {hostOf(address)}</span>}
    </>
  )
  if (mark === null || show === null)
    return (
      <a
        {...chip}
        href={withTextFragment(address, quote)}
        target="_blank"
        rel="noopener noreferrer"
        onClick={() => {
          // Whoever comes back from there finds what was quoted; it is opened each time.
          if (!open) press(it)
        }}
      >
        {says}
      </a>
    )
  return (
    <button
      {...chip}
      type="button"
      onClick={() => {
        press(it)
        if (!open) show(mark)
      }}
    >
      {says}
    </button>
  )
}

/** The sentence that says it, and the way to where it stands. */
export function SourceCard({ id, it, show }: { id: string; it: AnswerSource; show: Sources['show'] }) {
  const { n, title, address, quote } = it.source
  const { mark } = it
  const host = hostOf(address)
  return (
    <section class="source-card" id={id} aria-label={texts.source(n, title, host)} data-source-card={n}>
      {quote !== '' && (
        <blockquote dir="auto">
          <q>{quote}</q>
        </blockquote>
      )}
      <p class="source-where">
        <bdi>{title}</bdi> <span class="source-host">{host}</span>
      </p>
      {mark !== null && show !== null ? (
        <button type="button" class="quiet-button" onClick={() => show(mark)}>
          {texts.showOnPage}
        </button>
      ) : (
        <a
          class="quiet-button"
          href={withTextFragment(address, quote)}
          target="_blank"
          rel="noopener noreferrer"
        >
          {texts.openThere}
        </a>
      )}
    </section>
  )
}
