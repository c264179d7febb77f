import type { PagePercept } from '../../shared/percepts/page-percept.ts'
import type { Find, TutoringState } from './loop-state.ts'
import { putEntry, texts, type Work } from './work.ts'

/** How long a frame may keep the answer waiting once the top document has given its own, ms. */
const FRAMES_MS = 3000
/** Documents of one tab that are listened to, and places that are marked. */
const DOCUMENTS = 50
const PLACES = 20

type Told<Kind> = Extract<PagePercept, { kind: Kind }>

/** What one document of a tab answers to a find. */
export function takeFound({ state }: Work, tutoring: TutoringState, percept: Told<'found'>): void {
  const find = tutoring.finds.find((each) => each.id === percept.id)
  if (find === undefined) return
  const { frame = '', count, places } = percept
  const others = (find.heard ?? []).filter((each) => each.frame !== frame)
  find.heard = [...others.slice(-DOCUMENTS + 1), { frame, count, places }]
  if (percept.missed) find.missed ??= percept.missed
  if (frame !== '') return
  find.frames = percept.frames ?? 0
  find.until = state.now + FRAMES_MS
}

/** Writes the answers of finds to which all documents have answered, or have had their time to. */
export function answerFinds(work: Work): void {
  for (const tutoring of Object.values(work.state.tutorings)) {
    for (const find of tutoring.finds) {
      const { heard = [], frames = Infinity, until = Infinity } = find
      const waits = heard.length - 1 < frames
      if (!waits || until <= work.state.now) answer(work, tutoring, find, waits)
    }
  }
}

/** The places of the top document come first, then those of its frames by the ways to them. */
function answer(work: Work, tutoring: TutoringState, find: Find, silent: boolean): void {
  const says = texts(work).loop
  const heard = (find.heard ?? []).toSorted((a, b) => collator.compare(a.frame, b.frame))
  const count = heard.reduce((sum, each) => sum + each.count, 0)
  const places = heard.flatMap((each) => each.places).slice(0, PLACES)
  tutoring.finds = tutoring.finds.filter((each) => each !== find)
  tutoring.places = places.map((anchor, index) => ({ id: `${find.id}.${index}`, anchor }))
  const first = tutoring.places[0]
  if (first !== undefined) tutoring.show = { id: first.id, nonce: work.state.now }
  const beyond = find.missed ? [says.findMissed(hostOf(find.missed.site))] : []
  const late = silent ? [says.findUnanswered] : []
  putEntry(work, {
    id: find.entry,
    tutoring: tutoring.row.id,
    who: 'tutor',
    kind: 'said',
    text: [says.found(find.text, count, places.length), ...beyond, ...late].join(' '),
    places: tutoring.places.map(({ id, anchor }) => ({ mark: id, quote: around(anchor) })),
  })
}

/** Said once for each watch. */
export function takeWatchMissed(work: Work, tutoring: TutoringState, percept: Told<'watch-missed'>): void {
  const { id, site } = percept
  const { missed = [] } = tutoring
  const isOpen = work.state.promises.some((each) => each.id === id && each.tutoring === tutoring.row.id)
  if (!isOpen || missed.includes(id)) return
  tutoring.missed = [...missed.slice(-DOCUMENTS + 1), id]
  const text = texts(work).loop.watchMissed(hostOf(site))
  putEntry(work, { tutoring: tutoring.row.id, who: 'tutor', kind: 'said', text })
}

const collator = new Intl.Collator('en', { numeric: true })

const hostOf = (site: string | null) => (site !== null && URL.canParse(site) ? new URL(site).host : null)

const around = (anchor: { before: string; quote: string; after: string }) =>
  `…${anchor.before.slice(-30)}${anchor.quote}${anchor.after.slice(0, 30)}…`.replace(/\s+/g, ' ')
