import { type ReadonlySignal, useSignal } from '@preact/signals'
import * as v from 'valibot'
import { type Sent, SentSchema } from '../../store/rows.ts'
import { fullTime } from '../clock-time.ts'
import { useKeptFocus } from '../kept-focus.ts'
import { backendMessages as texts } from '../messages.ts'
import { parseRows } from '../read-conversation.ts'
import type { SettingsDoors } from '../settings-page.tsx'
import { sizeOf } from '../size-of.ts'
import { type Deed, UndoBar } from '../undo-bar.tsx'

/** The newest are listed. */
const LISTED = 200

export async function readSent({ sent }: SettingsDoors['database']): Promise<readonly Sent[]> {
  return parseRows(SentSchema, await sent.orderBy('at').reverse().limit(LISTED).toArray()).good
}

interface Props {
  doors: Pick<SettingsDoors, 'database'>
  sent: ReadonlySignal<readonly Sent[] | undefined>
}

/** What left the browser: when, to whom, how much, what was taken out, and the text itself. */
export function SentList({ doors: { database }, sent }: Props) {
  const container = useKeptFocus<HTMLElement>()
  const deed = useSignal<Deed | null>(null)
  const rows = sent.value
  const remove = (gone: readonly Sent[]) => {
    void database.sent.bulkDelete(gone.map(({ id }) => id))
    deed.value = {
      says: texts.removed(gone.length),
      undo: () => void database.sent.bulkPut([...gone]),
    }
  }
  const removeAll = async () => remove(parseRows(SentSchema, await database.sent.toArray()).good)
  return (
    <section aria-labelledby="sent" ref={container}>
      <h2 id="sent">{texts.sent}</h2>
      {rows?.length === 0 && <p data-sent-none>{texts.sentNone}</p>}
      <ol class="sent">
        {rows?.map((row) => (
          <li key={row.id} data-sent={row.id}>
            <SentItem row={row} remove={() => remove([row])} />
          </li>
        ))}
      </ol>
      {rows !== undefined && rows.length > 1 && (
        <button type="button" class="button final" onClick={() => void removeAll()}>
          {texts.removeAll}
        </button>
      )}
      <UndoBar deed={deed} />
    </section>
  )
}

function SentItem({ row, remove }: { row: Sent; remove(): void }) {
  const { at, question, ahead, model, search, bytes, redacted, body } = row
  const kinds: Readonly<Record<string, string>> = texts.redactedKinds
  const taken = Object.entries(redacted)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${Object.hasOwn(kinds, kind) ? kinds[kind] : kind} (${count})`)
  const short = question.slice(0, 80)
  const pages = pagesIn(body)
  const unfolded = useSignal(false)
  return (
    <>
      <p dir="auto">{question}</p>
      <p class="quietly">
        <time dateTime={new Date(at).toISOString()}>{fullTime(at).slice(0, 16)}</time> · {sizeOf(bytes)} ·{' '}
        {texts.sentTo(model?.name ?? null, model?.local ?? true)}
        {search !== null && ` · ${texts.sentSearch(search)}`}
        {ahead && ` · ${texts.sentAhead}`}
      </p>
      {pages.length > 0 && (
        <p class="quietly" data-sent-pages dir="auto">
          {texts.sentPages} {pages.join(' · ')}
        </p>
      )}
      {taken.length > 0 && (
        <p class="quietly" data-redacted>
          {texts.redacted} {taken.join(', ')}
        </p>
      )}
      <div class="sent-tools">
        <button
          type="button"
          class="quiet-button unfolds"
          aria-expanded={unfolded.value}
          aria-label={texts.wholeOf(short)}
          onClick={() => {
            unfolded.value = !unfolded.value
          }}
        >
          {texts.whole}
        </button>
        <button type="button" class="quiet-button" aria-label={texts.removeOf(short)} onClick={remove}>
          {texts.remove}
        </button>
      </div>
      {unfolded.value && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
        <section class="sent-body" tabIndex={0} aria-label={texts.wholeOf(short)}>
          <pre>{readable(body)}</pre>
        </section>
      )}
    </>
  )
}

const PagesSchema = v.object({ pages: v.array(v.object({ title: v.string(), address: v.string() })) })

/** The pages of which something went along, by their titles. */
function pagesIn(body: string): string[] {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), PagesSchema), body)
  return parsed.success
    ? parsed.output.pages.map(({ title, address }) => (title === '' ? address : title).slice(0, 100))
    : []
}

/** The body as it was sent, laid out in lines. */
function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
