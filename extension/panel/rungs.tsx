import type { Rung } from '../store/rows.ts'
import { Line } from './evidence.tsx'
import { messages } from './messages.ts'
import { RichText } from './rich-text.tsx'

/** The help climbed to so far, the lowest rung first. */
export function Rungs({ rungs }: { rungs: readonly Rung[] }) {
  return (
    <ol class="rungs" aria-label={messages.rungs}>
      {rungs.map(({ kind, parts }) => (
        <li key={kind} class="rung" data-rung={kind}>
          <p class="label">
            {messages.rung[kind]}
            <span class="visually-hidden">: </span>
          </p>
          {parts.map(({ text, lines }, index) => (
            <div key={`${index} ${text}`} class="rung-part">
              <p dir="auto">
                <RichText text={text} />
              </p>
              {lines.map((line) => (
                <Line key={line} text={line} label={text} />
              ))}
            </div>
          ))}
        </li>
      ))}
    </ol>
  )
}
