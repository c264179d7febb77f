import { pathOf } from './path-of.ts'

/**
 * The way from the top document to this one: '' at the top, else the path of each frame's element, one in the
 * other. It is the same after a reload as far as those paths are. Out of a frame of another origin nobody sees
 * its element: there the number among its neighbours and its own address tell it apart.
 */
export function wayHere(window: Window): string {
  const steps: string[] = []
  for (let at = window; at !== at.parent; at = at.parent) steps.unshift(stepTo(at))
  return steps.join(' |> ')
}

/** The step into a frame as the document around it sees it: out of a frame of another origin comes no address. */
export function frameStep(frame: HTMLIFrameElement | HTMLFrameElement): string | null {
  if (frame.contentDocument) return pathOf(frame)
  const inner = frame.contentWindow
  return inner && `frame(${numberOf(inner)})`
}

function stepTo(window: Window): string {
  try {
    const path = window.frameElement && pathOf(window.frameElement)
    if (path) return path
  } catch {
    // Another origin's: it says nothing of itself.
  }
  return `frame(${numberOf(window)} ${addressOf(window)})`
}

function numberOf(window: Window): number {
  let number = 0
  while (number < window.parent.length && window.parent[number] !== window) number += 1
  return number
}

function addressOf(window: Window): string {
  try {
    const { origin, pathname } = window.location
    return (origin + pathname).slice(0, 100)
  } catch {
    return ''
  }
}
