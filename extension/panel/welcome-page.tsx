import { type ReadonlySignal, useSignal } from '@preact/signals'
import { render } from 'preact'
import { EyeIcon } from './icons.tsx'
import { settingsMessages, welcomeMessages as texts } from './messages.ts'

export interface WelcomeDoors {
  /** Whether Aside reads this page now. */
  reading: ReadonlySignal<boolean>
  /** Begins to read this page. */
  read(): void
  /** Must be called in the handler of a click. Whether the panel is open now. */
  openPanel(): Promise<boolean>
  /** The keys that start Aside, as the browser writes them; null when none are set. */
  keys: string | null
}

/** Shows the first run in `root`. */
export function mountWelcome(root: HTMLElement, doors: WelcomeDoors): void {
  render(<WelcomePage doors={doors} />, root)
}

function WelcomePage({ doors }: { doors: WelcomeDoors }) {
  return (
    <main class="settings welcome">
      <h1>{texts.heading}</h1>
      <p class="lead">{texts.lead}</p>
      <TryHere doors={doors} />
      <section aria-labelledby="sees">
        <h2 id="sees">{texts.seesTitle}</h2>
        {texts.sees.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
      <section aria-labelledby="elsewhere">
        <h2 id="elsewhere">{texts.elsewhereTitle}</h2>
        <p>
          {texts.elsewhere} <Keys keys={doors.keys} />
        </p>
        <p>{texts.pin}</p>
      </section>
    </main>
  )
}

/** A worksheet of our own: what is done here is what will be done everywhere. */
function TryHere({ doors }: { doors: WelcomeDoors }) {
  const refused = useSignal(false)
  const reading = doors.reading.value
  const start = async () => {
    // Before anything else: the click is spent by it.
    const opened = doors.openPanel()
    doors.read()
    document.querySelector<HTMLElement>('#working')?.focus()
    refused.value = !(await opened)
  }
  return (
    <section aria-labelledby="try">
      <h2 id="try">{texts.tryTitle}</h2>
      <p class="eye" data-eye={reading ? 'open' : 'closed'} role="status">
        <EyeIcon open={reading} />
        <span>{reading ? texts.started : texts.notStarted}</span>
      </p>
      <button type="button" class={reading ? 'button' : 'button first'} onClick={start}>
        {reading ? texts.panelAgain : texts.start}
      </button>
      {refused.value && <p role="status">{texts.noPanel}</p>}
      <p class="task">{texts.task}</p>
      <label class="label" for="working">
        {texts.working}
      </label>
      <p id="working-how">{texts.workingHow}</p>
      <p class="example" aria-describedby="working-how">
        {texts.example.map((line) => (
          <code key={line}>{line}</code>
        ))}
      </p>
      <textarea
        id="working"
        name="working"
        class="working"
        aria-describedby="working-how"
        rows={5}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
      />
      <ol class="steps">
        {texts.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  )
}

function Keys({ keys }: { keys: string | null }) {
  if (keys !== null)
    return (
      <>
        {texts.keys} <kbd data-keys>{keys}</kbd>
      </>
    )
  return (
    <>
      {texts.noKeys} <code>{settingsMessages.keysWhere}</code>.
    </>
  )
}
