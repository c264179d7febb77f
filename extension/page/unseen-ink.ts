import { parentOf } from './shadow.ts'

/** Colours that differ by no more than this in any channel of 255 are one to the eye. */
const SAME = 12
/** Neighbours of an element, and pictures in them, that are looked at. */
const NEIGHBOURS = 40

/** A colour as the browser computes it; `rgb` is null in notations other than rgb(). */
interface Colour {
  css: string
  rgb: [number, number, number] | null
  alpha: number
}

/** Paints something by itself. */
const PICTURE = 'img, picture, video, canvas, svg, iframe'
const WHITE: Colour = { css: 'rgb(255, 255, 255)', rgb: [255, 255, 255], alpha: 1 }

/**
 * Tells whether words that stand in an element itself have the colour of what is behind them, so that nobody sees
 * them. Where it is not sure what is behind (a picture, a gradient, a neighbour that lies there) they count as seen.
 * For one reading: what it has found of backgrounds it keeps.
 */
export function unseenInk(): (element: Element) => boolean {
  const grounds = new Map<Element, Colour | null>()
  const groundOf = (element: Element): Colour | null => {
    const passed: Element[] = []
    let ground: Colour | null | undefined
    for (let at: Element | null = element; at && ground === undefined; at = parentOf(at)) {
      ground = grounds.get(at)
      if (ground !== undefined) break
      passed.push(at)
      ground = ownGround(at)
    }
    const found = ground === undefined ? canvasOf(element) : ground
    for (const each of passed) grounds.set(each, found)
    return found
  }
  return (element) => {
    const { webkitTextFillColor, textShadow, webkitTextStrokeWidth } = getComputedStyle(element)
    if (textShadow !== 'none' || Number.parseFloat(webkitTextStrokeWidth) > 0) return false
    const ink = colourOf(webkitTextFillColor)
    const ground = groundOf(element)
    if (ground === null) return false
    return ink.alpha === 0 || (isSame(ink, ground) && !isBeforeNeighbour(element))
  }
}

/** Undefined where one sees through it, null where its colour cannot be told. */
function ownGround(element: Element): Colour | null | undefined {
  const { backgroundColor, backgroundImage, backgroundClip } = getComputedStyle(element)
  if (backgroundImage !== 'none' || backgroundClip.includes('text')) return null
  const colour = colourOf(backgroundColor)
  if (colour.alpha === 0) return undefined
  return colour.alpha === 1 ? colour : null
}

/** What a browser paints behind a page that has no background. */
function canvasOf({ ownerDocument }: Element): Colour | null {
  const { colorScheme } = getComputedStyle(ownerDocument.documentElement)
  return colorScheme.includes('dark') ? null : WHITE
}

function colourOf(css: string): Colour {
  const [, red, green, blue, alpha = '1'] = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(css) ?? []
  if (red === undefined) return { css, rgb: null, alpha: css.includes('/') ? 0.5 : 1 }
  return { css, rgb: [Number(red), Number(green), Number(blue)], alpha: Number(alpha) }
}

function isSame(a: Colour, b: Colour): boolean {
  const { rgb } = b
  if (a.rgb === null || rgb === null) return a.css === b.css && a.alpha === 1
  return a.rgb.every((channel, at) => Math.abs(channel - (rgb[at] ?? 0)) <= SAME)
}

/** Whether a neighbour of the element, or of one around it, lies where it stands and paints something. */
function isBeforeNeighbour(element: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  const covers = (other: Element) => {
    const box = other.getBoundingClientRect()
    const x = (left + right) / 2
    const y = (top + bottom) / 2
    return box.left <= x && x <= box.right && box.top <= y && y <= box.bottom
  }
  const paints = (other: Element) => other.matches(PICTURE) || ownGround(other) !== undefined
  for (let at: Element | null = element; at; at = parentOf(at)) {
    if (ownGround(at) !== undefined) return false
    for (const other of [...(at.parentElement?.children ?? [])].slice(0, NEIGHBOURS)) {
      if (other === at) continue
      const painted = [other, ...[...other.querySelectorAll(PICTURE)].slice(0, NEIGHBOURS)]
      if (painted.some((each) => covers(each) && paints(each))) return true
    }
  }
  return false
}
