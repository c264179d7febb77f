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

function stepTo(window: Window): string {
  try {
    const path = window.frameElement && pathOf(window.frameElement)
    if (path) return path
  } catch {
    // Another origin's: it says nothing of itself.
  }
  let number = 0
  while (number < window.parent.length && window.parent[number] !== window) number += 1
  return `frame(${number} ${addressOf(window)})`
}

function addressOf(window: Window): string {
  try {
    const { origin, pathname } = window.location
    return (origin + pathname).slice(0, 100)
  } catch {
    return ''
  }
}
