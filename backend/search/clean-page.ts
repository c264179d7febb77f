import { Defuddle } from 'defuddle/node'
import { parseHTML } from 'linkedom'

/** The main text of an HTML page, its paragraphs apart by blank lines, and its title. */
export interface CleanPage {
  title: string
  text: string
}

/** Elements that begin a paragraph of their own. */
const BLOCKS =
  'p, li, h1, h2, h3, h4, h5, h6, blockquote, pre, td, th, dt, dd, figcaption, div, section, tr, table'

/** Drops menus, advertisements and scripts (defuddle). No address in it is followed. */
export async function cleanPage(html: string, address: string): Promise<CleanPage> {
  const { document } = parseHTML(html)
  const cleaned = await Defuddle(document, address, { useAsync: false, removeImages: true })
  const { document: main } = parseHTML(`<html><body>${cleaned.content}</body></html>`)
  for (const hidden of main.querySelectorAll('script, style, noscript, template, svg, math annotation'))
    hidden.remove()
  for (const block of main.querySelectorAll(BLOCKS)) block.append(main.createTextNode('\n\n'))
  for (const line of main.querySelectorAll('br')) line.replaceWith(main.createTextNode('\n'))
  return { title: cleaned.title.trim(), text: main.body.textContent ?? '' }
}
