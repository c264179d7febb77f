import * as v from 'valibot'
import type { Anchor } from '../../shared/percepts/anchor.ts'
import type { Orders } from '../../shared/percepts/orders.ts'
import type { PagePercept } from '../../shared/percepts/page-percept.ts'

/** Leads from the element of a frame into its document: `#sheet |> textarea`. No CSS selector holds it. */
const INTO = ' |> '
/** Longest way to a frame: with the longest path in it a percept still takes it. */
const WAY_LENGTH = 280

/** What a content script says of where it stands: '' in the top document, else the way to its frame. */
const WaySchema = v.pipe(v.string(), v.maxLength(WAY_LENGTH))

/**
 * The name of a page's port says where it stands, so that it is known before anything is sent. Null where the
 * way is too long: such a frame is not read.
 */
export function portName(way: string): 'page' | `page ${string}` | null {
  if (way === '') return 'page'
  return v.is(WaySchema, way) ? `page ${way}` : null
}

/** The way that a port's name gives, or null where it is no page's. */
export function wayOf(portName: string): string | null {
  if (portName === 'page') return ''
  if (!portName.startsWith('page ')) return null
  const way = v.safeParse(WaySchema, portName.slice('page '.length))
  return way.success && way.output !== '' ? way.output : null
}

/** Of the address, of what is seen, of scrolling and of places only the top document speaks. */
const OF_THE_TOP: ReadonlySet<PagePercept['kind']> = new Set(['opened', 'shown', 'scrolled', 'reached'])

/** A percept of a document as the loop takes it: in a frame, its paths begin with the way to the frame. */
export function fromFrame(way: string, percept: PagePercept): PagePercept | null {
  if (percept.kind === 'found') return { ...percept, frame: way, places: percept.places.map(within(way)) }
  if (way === '') return percept
  if (percept.kind === 'derivation') {
    const { lines } = percept
    // What a frame does not have, the page around it may.
    if (lines.length === 0) return null
    return {
      ...percept,
      lines: lines.map((line) => ({ ...line, anchor: line.anchor && within(way)(line.anchor) })),
    }
  }
  if (OF_THE_TOP.has(percept.kind)) return null
  if (percept.kind === 'text-changed')
    return { ...percept, field: { ...percept.field, path: way + INTO + percept.field.path } }
  return 'path' in percept ? { ...percept, path: way + INTO + percept.path } : percept
}

const within = (way: string) => (anchor: Anchor) =>
  way === '' ? anchor : { ...anchor, path: way + INTO + anchor.path }

/**
 * The orders of a tab, for one of its documents: a mark is ordered only where its text stands, and shown also by the
 * documents around it, each of which shows the frame. All search and watch.
 */
export function forFrame(way: string, orders: Orders): Orders {
  const marks = orders.marks.flatMap((mark) => {
    const at = mark.anchor.path.lastIndexOf(INTO)
    if ((at < 0 ? '' : mark.anchor.path.slice(0, at)) !== way) return []
    const path = at < 0 ? mark.anchor.path : mark.anchor.path.slice(at + INTO.length)
    return [{ ...mark, anchor: { ...mark.anchor, path } }]
  })
  const show = marks.some(({ id }) => id === orders.show?.id) ? orders.show : null
  const shown = orders.marks.find(({ id }) => id === orders.show?.id)?.anchor.path ?? ''
  const step = stepTowards(shown, way)
  const showFrame = orders.show && step !== null ? { showFrame: { step, nonce: orders.show.nonce } } : {}
  const { reaches, ...rest } = orders
  const top = way === '' && reaches !== undefined ? { reaches } : {}
  return { ...rest, ...top, marks, show, ...showFrame }
}

/** The step that leads from a document on towards a path or a way in one of its frames; null where it lies elsewhere. */
export function stepTowards(path: string, from: string): string | null {
  const prefix = from === '' ? '' : from + INTO
  if (!path.startsWith(prefix)) return null
  const [step, ...further] = path.slice(prefix.length).split(INTO)
  return step !== undefined && further.length > 0 ? step : null
}

/** Whether the document around a frame means this step: the address in it only a frame of another site knows. */
export function isStep(told: string, step: string): boolean {
  return told === step || (/^frame\(\d+\)$/.test(told) && step.startsWith(`${told.slice(0, -1)} `))
}

/** The way to a document as the beginning of the paths in it. */
export const wayInto = (way: string) => way + INTO
