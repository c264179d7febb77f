import { isShadowTree, shadowOf } from './shadow.ts'

/** Longest path, leaving room for the way to a frame in what percepts accept. */
const PATH_LENGTH = 700
/** Leads from an element into its shadow tree. */
const INTO_SHADOW = ' >>> '

/** Ids that frameworks number anew on every load; a path through them would not survive a reload. */
const MADE_UP = /^(?:radix|headlessui|react|mui|ember|downshift|floating|ext-gen|yui)|\d{4}|^[a-z]{0,2}\d+$/i
const PLAIN = /^[a-z][\w-]{1,80}$/i

/**
 * A CSS path that leads to this element alone: from the nearest lasting id down; null when it has none.
 * Inside shadow trees it begins with the path of the host: `#host >>> div>textarea`.
 */
export function pathOf(element: Element): string | null {
  const root = element.getRootNode()
  if (!isShadowTree(root)) return pathIn(element, PATH_LENGTH)
  const host = pathOf(root.host)
  const inner = pathIn(element, PATH_LENGTH - (host ?? '').length - INTO_SHADOW.length)
  return host === null || inner === null ? null : host + INTO_SHADOW + inner
}

/** The path within the element's own tree. */
function pathIn(element: Element, most: number): string | null {
  const steps: string[] = []
  for (let at: Element | null = element; at; at = at.parentElement) {
    const id = lastingId(at)
    steps.unshift(id ?? step(at))
    if (id !== null || at === at.ownerDocument.documentElement) break
  }
  const whole = steps.join('>')
  if (whole.length <= most) return whole
  while (steps.length > 1 && steps.join('>').length > most) steps.shift()
  const path = steps.join('>')
  return path.length <= most && onlyOne(path, treeOf(element)) === element ? path : null
}

/** The one element at this path. A path that leads to several leads nowhere. */
export function elementAt(path: string, document: Document): Element | null {
  const tree = treeAt(path, document)
  return tree && onlyOne(path.split(INTO_SHADOW).at(-1) ?? '', tree)
}

/** The document, or the shadow tree into which this path leads; null when that is not there. */
export function treeAt(path: string, document: Document): ParentNode | null {
  const hosts = path.split(INTO_SHADOW).slice(0, -1)
  return hosts.reduce<ParentNode | null>((tree, step) => {
    const host = tree && onlyOne(step, tree)
    return host && shadowOf(host)
  }, document)
}

function onlyOne(path: string, tree: ParentNode): Element | null {
  try {
    const all = [...tree.querySelectorAll(path)]
    // From a shadow tree's own children down: what reads so further in is another element.
    const whole = isShadowTree(tree) ? all.filter((each) => depthOf(each) === path.split('>').length) : []
    const [element = null, ...others] = whole.length > 0 ? whole : all
    return others.length === 0 ? element : null
  } catch {
    return null // not a selector: an order from an older version of the page sense
  }
}

function depthOf(element: Element): number {
  let depth = 0
  for (let at: Element | null = element; at; at = at.parentElement) depth += 1
  return depth
}

function lastingId(element: Element): string | null {
  const { id } = element
  if (!PLAIN.test(id) || MADE_UP.test(id)) return null
  return treeOf(element).querySelectorAll(`#${id}`).length === 1 ? `#${id}` : null
}

function step(element: Element): string {
  const name = CSS.escape(element.localName)
  const parent = element.parentNode
  if (!parent || !(parent.nodeType === Node.ELEMENT_NODE || isShadowTree(parent))) return name
  // From sibling to sibling: among 16,000 of them this takes a tenth of the time of a look at the parent's children.
  const isLike = (other: Element) => other.localName === element.localName
  let nth = 1
  for (let at = element.previousElementSibling; at; at = at.previousElementSibling) if (isLike(at)) nth += 1
  let isOnly = nth === 1
  for (let at = element.nextElementSibling; at && isOnly; at = at.nextElementSibling) isOnly = !isLike(at)
  return isOnly ? name : `${name}:nth-of-type(${nth})`
}

function treeOf(element: Element): Document | ShadowRoot {
  const root = element.getRootNode()
  return isShadowTree(root) ? root : element.ownerDocument
}
