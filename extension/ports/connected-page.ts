import type { LoopToPage } from '../../shared/messages/page-message.ts'
import type { LoopToPanel } from '../../shared/messages/panel-message.ts'
import type { Problem } from '../../shared/percepts/page-percept.ts'
import type { Loop } from '../turn/loop.ts'
import type { ServedLink } from './serve-link.ts'

/** What a person uses and Aside cannot read, since when. */
export type Beyond = Omit<LoopToPanel['beyond'][number], 'tab'>

/** A document whose content script is connected. */
export interface ConnectedPage {
  served: ServedLink<LoopToPage>
  tab: number
  origin: string
  tutoring: string
  /** Chrome's number of its frame, 0 at the top; another one after a reload of the page around it. */
  frame: number
  /** The way to its frame: '' at the top. No two documents of a tab have the same. */
  way: string
  beyond: Beyond | null
  /** What it asks near its frames, by the step that leads into each. */
  around: Map<string, Problem>
  /** Of a frame: what it asks itself near its fields in use, by their paths. */
  fields: Map<string, Problem>
  /** The last orders sent, as JSON. */
  sent: string
}

/** The way to a frame, told apart from that of another frame that a changing page left with the same. */
export function distinctWay(
  pages: Iterable<ConnectedPage>,
  { tab, frame, way }: Pick<ConnectedPage, 'tab' | 'frame' | 'way'>,
): string {
  const taken = [...pages].some((other) => other.tab === tab && other.way === way && other.frame !== frame)
  return taken ? `${way}~${frame}` : way
}

export interface PageDoors {
  loop: Loop
  now: () => number
  written: (link: string) => Promise<number>
  /** Whether an open panel faces this tab. */
  faced: (tab: number) => boolean
  /** The tabs that can be read have changed. */
  changed: () => void
}
