type ExtensionDom = {
  runtime?: { id?: string }
  dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null }
}

/** What can have a shadow tree beside elements that a page defines. To ask the browser costs 2 µs for each (measured). */
const HOSTS = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
)

/** The shadow root of an element: also a closed one, where the browser shows those to content scripts. */
export function shadowOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot || !(element instanceof HTMLElement)) return element.shadowRoot
  const { localName } = element
  if (!HOSTS.has(localName) && !localName.includes('-')) return null
  const { chrome } = globalThis as { chrome?: ExtensionDom }
  // Between the end of its extension and the end of this script the browser throws.
  if (chrome?.runtime?.id === undefined) return null
  return chrome.dom?.openOrClosedShadowRoot(element) ?? null
}

/** What an event really happened on: outside a shadow tree it seems to come from the tree's host. */
export function targetOf(event: Event): EventTarget | null {
  const [first = event.target] = event.composedPath()
  return first instanceof Element ? innermost(first) : first
}

/** The element that has the focus, also inside shadow trees. */
export function activeElement(document: Document): Element | null {
  return document.activeElement && innermost(document.activeElement)
}

/** Also in a document that is another one than this script's: each has classes of its own. */
export function isShadowTree(node: Node | null): node is ShadowRoot {
  return node?.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in node
}

/** The element around this one as the person sees it: out of a shadow tree it goes to the host. */
export function parentOf(element: Element): Element | null {
  const above = element.assignedSlot ?? element.parentElement
  if (above) return above
  const root = element.getRootNode()
  return isShadowTree(root) ? root.host : null
}

/** Whether `inner` is `outer` or lies in it, shadow trees included. */
export function holds(outer: Element, inner: Element): boolean {
  for (let at: Element | null = inner; at; at = parentOf(at)) if (at === outer) return true
  return false
}

/** `Element.closest`, through the shadow trees around the element. */
export function closestOf(element: Element, selector: string): Element | null {
  for (let at: Element | null = element; at; at = parentOf(at)) if (at.matches(selector)) return at
  return null
}

/** The topmost element at a point of the window, also inside shadow trees. */
export function elementAtPoint(document: Document, x: number, y: number): Element | null {
  let at = document.elementFromPoint(x, y)
  for (let root = at && shadowOf(at); root; root = at && shadowOf(at)) {
    const inner = root.elementFromPoint(x, y)
    if (!inner || inner === at) break
    at = inner
  }
  return at
}

/** An element without a shadow tree is asked again after this long (ms): every key is an event in it, many times over. */
const TREELESS_MS = 1000
const treeless = new WeakMap<Element, number>()

function innermost(element: Element): Element {
  const now = performance.now()
  if (now - (treeless.get(element) ?? -TREELESS_MS) < TREELESS_MS) return element
  const tree = shadowOf(element)
  if (!tree) treeless.set(element, now)
  return tree?.activeElement ? innermost(tree.activeElement) : element
}
