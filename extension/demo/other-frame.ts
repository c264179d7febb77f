/** The same demo under another name is another site. */
const frame = document.querySelector<HTMLIFrameElement>('#other')
const other = new URL('algebra.html', location.href)
other.hostname = other.hostname.replace(/^[^.]+/, 'other')
if (frame) frame.src = other.href
