import { closestOf } from './shadow.ts'

/**
 * Whether a field shows the person what is in it. Not what nobody sees (the inputs that code editors and
 * terminals hide to catch keys, honeypots), and nothing that shows dots instead of letters.
 */
export function mayBeRead(field: Element): boolean {
  if (!field.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false
  if (closestOf(field, '[aria-hidden="true"]')) return false
  const { width, height } = field.getBoundingClientRect()
  return width >= 8 && height >= 8 && !isMasked(field)
}

export function isMasked(field: Element): boolean {
  const masked = getComputedStyle(field).getPropertyValue('-webkit-text-security')
  return masked !== '' && masked !== 'none'
}
