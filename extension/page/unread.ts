import { isControl } from './field.ts'
import { isMasked } from './may-be-read.ts'
import { isSecretAutocomplete, isSecretName } from './secret-name.ts'
import { parentOf, shadowOf, targetOf } from './shadow.ts'

/** Tells which elements are never read: `isUnread(element)` holds for a secret and for all that lies inside one. */
export type Unread = (element: Element) => boolean

/** How far around a press shadow trees are looked for: a "show password" button stands beside its field. */
const NEAR_LEVELS = 4
const NEAR_ELEMENTS = 100

/**
 * Remembers what ever was a password field in this document. The `type` attribute is observed, so a "show
 * password" button cannot outrun us; and since such a button needs the person's hand, all password fields
 * there are get noted at every pointer or focus event before the page hears of it. A field that takes over a
 * password's id or name (frameworks swap the element) is one too.
 */
export function watchUnread(
  document: Document,
  signal: AbortSignal,
  onSecret: (element: Element) => void,
): Unread {
  const secrets = new WeakSet<Element>()
  const names = new Set<string>()
  const inputs = document.getElementsByTagName('input')

  const keep = (element: Element) => {
    secrets.add(element)
    for (const key of keysOf(element)) names.add(key)
    onSecret(element)
  }
  const sweep = (focused: EventTarget | null) => {
    if (focused instanceof Element) for (const tree of treesNear(focused)) enter(tree)
    for (const list of [inputs, ...[...trees].map((tree) => tree.querySelectorAll('input'))])
      for (const input of list) if (input.type === 'password' && !secrets.has(input)) keep(input)
    // Masked by style, which leaves no trace once it is "shown".
    if (focused instanceof Element && isControl(focused) && isMasked(focused)) keep(focused)
  }

  const observer = new MutationObserver((records) => {
    for (const { target, oldValue } of records) {
      if (!(target instanceof HTMLInputElement)) continue
      if (oldValue?.trim().toLowerCase() === 'password' || target.type === 'password') keep(target)
    }
  })
  const observed = { subtree: true, attributeFilter: ['type'], attributeOldValue: true }
  observer.observe(document, observed)
  /** The shadow trees that the person has come near: no rule of the document reaches into them. */
  const trees = new Set<ShadowRoot>()
  const enter = (tree: ShadowRoot) => {
    for (const each of trees) if (!each.isConnected) trees.delete(each)
    if (trees.has(tree)) return
    trees.add(tree)
    observer.observe(tree, observed)
  }
  for (const type of ['pointerdown', 'focusin'])
    document.addEventListener(type, (event) => sweep(targetOf(event)), {
      capture: true,
      passive: true,
      signal,
    })
  signal.addEventListener('abort', () => observer.disconnect(), { once: true })
  sweep(document.activeElement)

  const isSecret = (element: Element): boolean => {
    if (secrets.has(element)) return true
    if (element instanceof HTMLInputElement && element.type === 'password') {
      keep(element)
      return true
    }
    if (isSecretAutocomplete(element.getAttribute('autocomplete') ?? '')) return true
    if (!isControl(element)) return false
    if (isSecretName(element.id) || isSecretName(element.name)) return true
    if (element instanceof HTMLTextAreaElement) return false
    if (keysOf(element).some((key) => names.has(key))) return true
    return isSecretName(element.getAttribute('aria-label') ?? '') || isSecretName(element.placeholder)
  }

  return (element) => {
    for (let at: Element | null = element; at; at = parentOf(at)) if (isSecret(at)) return true
    return false
  }
}

/** The shadow trees that an element lies in or that stand near it. */
function treesNear(element: Element): ShadowRoot[] {
  const found = new Set<ShadowRoot>()
  const take = (tree: ShadowRoot | null) => tree && found.add(tree)
  for (let at: Element | null = element, level = 0; at; at = parentOf(at), level += 1) {
    take(shadowOf(at))
    if (level > NEAR_LEVELS) continue
    let left = NEAR_ELEMENTS
    for (const each of at.getElementsByTagName('*')) {
      if (left-- === 0) break
      // To ask for a closed tree costs 2 µs (measured): only where one is likely.
      take(each.localName.includes('-') ? shadowOf(each) : each.shadowRoot)
    }
  }
  return [...found]
}

function keysOf(element: Element): string[] {
  const name = element instanceof HTMLInputElement ? element.name : ''
  return [element.id && `#${element.id}`, name && `name=${name}`].filter((key) => key !== '')
}
