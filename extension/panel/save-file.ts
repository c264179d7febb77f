/** ms after which the browser has long taken the file over. */
const TAKEN_MS = 60_000

/** Has the browser save a text as a file: by a link to a blob, which needs no permission. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), TAKEN_MS)
}

/** A file's name: words of the title, safe on every system, and the day. */
export function fileName(title: string, at: number, ending: string): string {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  const words = title
    // x² as x2: a system without Unicode names would drop the whole name.
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return `aside-${day}${words === '' ? '' : `-${words}`}.${ending}`
}
