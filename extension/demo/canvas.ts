/** As drawn editors do: keys go to a field outside the window, and its text is painted. */
const sheet = document.querySelector<HTMLCanvasElement>('#sheet')
const keys = document.createElement('div')
keys.contentEditable = 'true'
keys.setAttribute('aria-label', 'Document')
keys.style.cssText = 'position: fixed; left: -2000px; top: 0; width: 100px; height: 20px'
document.body.append(keys)

const paint = sheet?.getContext('2d')
if (paint) paint.font = '20px serif'
sheet?.addEventListener('pointerdown', (event) => {
  event.preventDefault()
  keys.focus()
})
keys.addEventListener('input', () => {
  if (!sheet || !paint) return
  paint.clearRect(0, 0, sheet.width, sheet.height)
  paint.fillText(keys.textContent ?? '', 10, 40)
})
