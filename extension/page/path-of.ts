/** Longest path the percepts accept. */
const PATH_LENGTH = 1000

/** Ids that frameworks number anew on every load; a path through them would not survive a reload. */
const MADE_UP = /^(?:radix|headlessui|react|mui|ember|downshift|floating|ext-gen|yui)|\d{4}|^[a-z]{0,2}\d+$/i
const PLAIN = /^[a-z][\w-]{1,80}$/i

/** A CSS path that leads to this element alone: from the nearest lasting id down; null when it has none. */
export function pathOf(element: Element): string | null {
  const steps: string[] = []
  for (let at: Element | null = element; at; at = at.parentElement) {
    const id = lastingId(at)
    steps.unshift(id ?? step(at))
    if (id !== null || at === at.ownerDocument.documentElement) break
  }
  const whole = steps.join('>')
  if (whole.length <= PATH_LENGTH) return whole
  while (steps.length > 1 && steps.join('>').length > PATH_LENGTH) steps.shift()
  const path = steps.join('>')
  return path.length <= PATH_LENGTH && elementAt(path, element.ownerDocument) === element ? path : null
}

/** The one element at this path. A path that leads to several leads nowhere. */
export function elementAt(path: string, document: Document): Element | null {
  try {
    const all = document.querySelectorAll(path)
    return all.length === 1 ? (all[0] ?? null) : null
  } catch {
    return null // not a selector: an order from an older version of the page sense
  }
}

function lastingId(element: Element): string | null {
  const { id } = element
  if (!PLAIN.test(id) || MADE_UP.test(id)) return null
  return element.ownerDocument.querySelectorAll(`#${id}`).length === 1 ? `#${id}` : null
}

function step(element: Element): string {
  const name = CSS.escape(element.localName)
  const parent = element.parentElement
  if (!parent) return name
  let nth = 0
  let count = 0
  for (const sibling of parent.children) {
    if (sibling.localName !== element.localName) continue
    count += 1
    if (sibling === element) nth = count
  }
  return count === 1 ? name : `${name}:nth-of-type(${nth})`
}
