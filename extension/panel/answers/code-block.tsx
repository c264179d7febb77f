import { useState } from 'preact/hooks'
import { answerMessages as texts } from '../messages.ts'
import { Scrolling } from './scrolling.tsx'

/** Code as it was written, to be copied whole. */
export function CodeBlock({ text, language }: { text: string; language: string }) {
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed' | null>(null)
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome('copied'),
      () => setOutcome('copyFailed'),
    )
  return (
    <figure class="answer-code">
      <figcaption>
        <span>{language}</span>
        <span role="status">{outcome !== null && texts[outcome]}</span>
        <button type="button" class="quiet-button" onClick={() => void copy()}>
          {texts.copy}
        </button>
      </figcaption>
      <Scrolling class="answer-lines" label={texts.code}>
        <pre dir="ltr">
          <code>{text}</code>
        </pre>
      </Scrolling>
    </figure>
  )
}
