import type { Done } from './draw-minute.ts'

/** Told apart by their outlines, not by colour; about the origin, 9 units wide. */
const SHAPES: Record<Done, string> = {
  backchannel: 'M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0',
  remark: 'M0-5 5 0 0 5-5 0Z',
  reply: 'M-4-4H4V4H-4Z',
  'go on': 'M-3.5-4.5 4.5 0-3.5 4.5Z',
  yield: 'M-4-4 4 4M4-4-4 4',
}

export const DONE = Object.keys(SHAPES) as Done[]

export function ActShape({ act }: { act: Done }) {
  return (
    <path class={act === 'backchannel' || act === 'yield' ? 'minute-open' : 'minute-full'} d={SHAPES[act]} />
  )
}
