import { type ReadonlySignal, useSignal } from '@preact/signals'
import { render } from 'preact'
import type { Language } from '../../shared/catalogue/languages.ts'
import { type Manner, NEW_MANNER } from '../../shared/manner.ts'
import type { NotedSlip } from '../../shared/practice/noted-slip.ts'
import type { Backend } from '../reasoner/backend-door.ts'
import type { Pairing } from '../reasoner/backend-session.ts'
import { readPairing } from '../store/backend-pairing.ts'
import type { Database } from '../store/database.ts'
import { readErasure } from '../store/erasure.ts'
import { readChoice, writeChoice } from '../store/language-choice.ts'
import { readSlips } from '../store/read-slips.ts'
import { readRetention, writeRetention } from '../store/retention.ts'
import type { Sent } from '../store/rows.ts'
import { storageByKind } from '../store/storage-by-kind.ts'
import { AlwaysOn } from './always-on.tsx'
import { BackendSection } from './backend/backend-section.tsx'
import { NeverSent } from './backend/never-sent.tsx'
import { readSent, SentList } from './backend/sent-list.tsx'
import { EraseEverything } from './erase-everything.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { liveSignal } from './live-signal.ts'
import type { Loop } from './loop-door.ts'
import { MannerSettings } from './manner-settings.tsx'
import { settingsMessages as texts } from './messages.ts'
import { MutedKinds } from './muted-kinds.tsx'
import { NeverRead } from './never-read.tsx'
import { liveManner } from './notation.ts'
import { NoticedSlips } from './noticed-slips.tsx'
import type { Sites, Switch } from './sites.ts'
import { type Stored, StoredThings } from './stored-things.tsx'

export interface SettingsDoors {
  database: Database
  loop: Loop
  sites: Sites
  notifications: Switch
  backend: Backend
  /** Bytes used by everything that is kept; null when the browser does not say. */
  storageUsed(): Promise<number | null>
  /** Deletes everything, soon or at once; rejects when it could not. */
  erase(): Promise<'soon' | 'gone'>
  /** Undo of `erase`, as long as it is time: false when it was too late. */
  keepEverything(): Promise<boolean>
  /** The keys that start Aside, as the browser writes them; null when none are set. */
  keys: string | null
  /** ms since the epoch. */
  now(): number
}

/** Shows the settings in `root` until the returned function is called. */
export function mountSettings(root: HTMLElement, doors: SettingsDoors): () => void {
  const life = new AbortController()
  const { database } = doors
  const stored = liveSignal<Stored | 'unknown'>(
    () => async () => {
      try {
        const [tutorings, entries, bytes, byKind, retention] = await Promise.all([
          database.tutorings.count(),
          database.entries.count(),
          doors.storageUsed(),
          storageByKind(database),
          readRetention(database),
        ])
        return { tutorings, entries, bytes, byKind, retention }
      } catch {
        // Said where the figures would stand.
        return 'unknown'
      }
    },
    { ended: life.signal, failed: () => undefined },
  )
  const manner = liveManner(database, {
    ended: life.signal,
    failed: () => undefined,
  })
  const noticed = liveSignal(() => () => readSlips(database), {
    ended: life.signal,
    failed: () => undefined,
  })
  const choice = liveSignal(() => () => readChoice(database), { ended: life.signal, failed: () => undefined })
  const erasure = liveSignal(() => () => readErasure(database), {
    ended: life.signal,
    failed: () => undefined,
  })
  const ends = { ended: life.signal, failed: () => undefined }
  const pairing = liveSignal(() => () => readPairing(database), ends)
  const sent = liveSignal(() => () => readSent(database), ends)
  render(<SettingsPage {...{ doors, stored, manner, noticed, choice, erasure, pairing, sent }} />, root)
  return () => {
    render(null, root)
    life.abort()
  }
}

interface Props {
  doors: SettingsDoors
  stored: ReadonlySignal<Stored | 'unknown' | undefined>
  manner: ReadonlySignal<Manner | undefined>
  noticed: ReadonlySignal<NotedSlip[] | undefined>
  choice: ReadonlySignal<Language | null | undefined>
  /** When everything is erased, ms since the epoch. */
  erasure: ReadonlySignal<number | null | undefined>
  pairing: ReadonlySignal<Pairing | null | undefined>
  sent: ReadonlySignal<readonly Sent[] | undefined>
}

function SettingsPage({ doors, stored, manner, noticed, choice, erasure, pairing, sent }: Props) {
  return (
    <main class="settings">
      <h1>{texts.title}</h1>
      <section aria-labelledby="privacy">
        <h2 id="privacy">{texts.privacy}</h2>
        {texts.privacyHow.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
      <MannerSettings doors={doors} manner={manner.value ?? NEW_MANNER} />
      <LanguageChoice
        choice={choice.value ?? null}
        choose={(chosen) => writeChoice(doors.database, chosen)}
      />
      <MutedKinds doors={doors} manner={manner.value ?? NEW_MANNER} />
      <NoticedSlips doors={doors} manner={manner.value ?? NEW_MANNER} noticed={noticed.value ?? []} />
      <AlwaysOn sites={doors.sites} />
      <NeverRead doors={doors} manner={manner.value ?? NEW_MANNER} />
      <BackendSection doors={doors} pairing={pairing} />
      <NeverSent doors={doors} manner={manner.value ?? NEW_MANNER} />
      <SentList doors={doors} sent={sent} />
      <section aria-labelledby="reminders">
        <h2 id="reminders">{texts.reminders}</h2>
        <NotificationSwitch notifications={doors.notifications} />
      </section>
      <section aria-labelledby="stored">
        <h2 id="stored">{texts.stored}</h2>
        <StoredThings
          stored={stored}
          keep={(chosen) => void writeRetention(doors.database, chosen)}
          now={doors.now}
        />
        <EraseEverything doors={doors} erasure={erasure} />
      </section>
      <section aria-labelledby="keys">
        <h2 id="keys">{texts.keys}</h2>
        <p>
          {doors.keys === null ? (
            texts.keysNone
          ) : (
            <>
              <kbd>{doors.keys}</kbd> {texts.keysHow}
            </>
          )}{' '}
          <code>{texts.keysWhere}</code>
        </p>
      </section>
    </main>
  )
}

function NotificationSwitch({ notifications }: { notifications: Switch }) {
  const refused = useSignal(false)
  return (
    <>
      <label class="switch">
        <input
          type="checkbox"
          name="notifications"
          checked={notifications.on.value}
          onChange={({ currentTarget: box }) => {
            notifications.set(box.checked).then((done) => {
              refused.value = !done
              // The box shows what the browser says, not what was wished.
              if (!done) box.checked = notifications.on.peek()
            })
          }}
        />
        {texts.notifications}
      </label>
      <p class="quietly">{texts.notificationsHow}</p>
      <p role="status">{refused.value && texts.refused}</p>
    </>
  )
}
