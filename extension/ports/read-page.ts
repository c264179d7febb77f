import * as v from 'valibot'
import { LoopToPageSchema, type PageToLoop } from '../../shared/messages/page-message.ts'
import { startPage } from '../page/start-page.ts'
import { keepLink } from './keep-link.ts'

interface Reading {
  /** Port name: which frame of the tab this is. */
  name: Parameters<typeof keepLink>[0]['name']
  painter: Parameters<typeof startPage>[0]['painter']
  /** What this document needs others for. */
  doors?: Pick<Parameters<typeof startPage>[0], 'enterFrame' | 'enterFrames' | 'injectReader'> & {
    /** This document came back from the back/forward cache, and its tutoring had ended. */
    cameBack(): void
  }
  /** Whether the loop answers now. */
  live?: (live: boolean) => void
  /** Aborted here when the tutoring is over. */
  ended: AbortController
}

/** Reads this document for the loop until it ends. */
export function readPage({ name, painter, doors, live, ended }: Reading): void {
  const { cameBack, ...pageDoors } = doors ?? {}
  let joined = false
  /** From the back/forward cache, and not yet told what is wanted here. */
  let returned = false
  addEventListener('pageshow', ({ persisted }) => (returned ||= persisted), { signal: ended.signal })
  const link = keepLink<PageToLoop>({
    name,
    signal: ended.signal,
    live: (answers) => {
      if (answers && joined) page.resync()
      joined ||= answers
      live?.(answers)
    },
    orphaned: () => ended.abort(),
    state: (body) => {
      const parsed = v.safeParse(LoopToPageSchema, body)
      if (!parsed.success) return
      if (parsed.output.kind === 'orders') page.carryOut(parsed.output.orders)
      else {
        ended.abort()
        if (returned) cameBack?.()
      }
      returned = false
    },
  })
  const page = startPage({
    document,
    send: (percepts) => link.post({ kind: 'percepts', percepts: [...percepts] }),
    ...pageDoors,
    painter,
    signal: ended.signal,
  })
}
