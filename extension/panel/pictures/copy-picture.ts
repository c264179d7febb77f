/** Of what is drawn, the properties that say how it looks once it stands alone. */
const LOOK = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
]
/** So that it is sharp on any screen and in any document. */
const SCALE = 3
const AROUND = 12

/** The drawing as a file of its own, in the colours in which it is seen now. */
export function standalone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const { width, height } = svg.viewBox.baseVal
  const theirs = copy.querySelectorAll('*')
  for (const [i, own] of svg.querySelectorAll('*').entries()) {
    const element = theirs[i]
    if (element === undefined) continue
    if (own instanceof SVGGraphicsElement) keepLook(own, element)
    for (const name of ['class', 'id', 'style', 'data-piece', 'data-closed']) element.removeAttribute(name)
  }
  keepLook(svg, copy, null)
  for (const name of ['class', 'id', 'tabindex', 'aria-labelledby', 'aria-describedby'])
    copy.removeAttribute(name)
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('viewBox', `${-AROUND} ${-AROUND} ${width + 2 * AROUND} ${height + 2 * AROUND}`)
  copy.setAttribute('width', String(width + 2 * AROUND))
  copy.setAttribute('height', String(height + 2 * AROUND))
  copy.setAttribute('style', `background:${getComputedStyle(document.body).backgroundColor}`)
  return new XMLSerializer().serializeToString(copy)
}

/** All of these are inherited: only what differs from what is around it need be said. */
function keepLook(own: Element, copy: Element, around: Element | null = own.parentElement): void {
  const style = getComputedStyle(own)
  const outer = around === null ? null : getComputedStyle(around)
  for (const name of LOOK) {
    const value = style.getPropertyValue(name)
    if (value !== outer?.getPropertyValue(name)) copy.setAttribute(name, value)
  }
}

/** The same as PNG, which every program takes from the clipboard. */
async function png(svg: SVGSVGElement): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(standalone(svg))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.width * SCALE
  canvas.height = image.height * SCALE
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('No canvas to draw the picture on.')
  context.fillStyle = getComputedStyle(document.body).backgroundColor
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('No picture was made.')) : resolve(blob)))
  })
}

/**
 * Puts the drawing into the clipboard.
 * @returns false when the clipboard does not take it
 */
export async function copyPicture(svg: SVGSVGElement): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png(svg) })])
    return true
  } catch {
    return false
  }
}
