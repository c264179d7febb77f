import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from './page-lab.ts'

declare global {
  interface Window {
    finding: Pick<typeof import('../page/anchor.ts'), 'locate'> &
      Pick<typeof import('../page/find-on-page.ts'), 'findOnPage'>
  }
}

async function findingScript(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { locate } from './anchor.ts'; export { findOnPage } from './find-on-page.ts'`,
      resolveDir: fileURLToPath(new URL('../page', import.meta.url)),
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'finding',
  })
  return outputFiles[0]?.text ?? ''
}

const RUNS = 150

/**
 * Makes pages of nested blocks, words in bold and shadow trees, finds a word in each, changes the page and looks the
 * places up again. Runs in the page. `wrong`: a place that is missing, or at which another word stands.
 */
async function play(runs: number) {
  const { findOnPage, locate } = window.finding
  let state = 20_27
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return Math.floor((state / 0x7fffffff) * below) % below
  }
  let made = 0
  /** The word's nodes, in the order of the page. No two lines are the same. */
  let words: Text[] = []
  const line = (into: Element) => {
    made += 1
    into.append(`${made} `)
    for (let count = random(3); count > 0; count -= 1) {
      const holder = random(2) === 0 ? into : into.appendChild(document.createElement('b'))
      const word = document.createTextNode('Slope')
      holder.append(word)
      words.push(word)
      into.append(` ${random(10)} `)
    }
  }
  const grow = (into: ParentNode, depth: number) => {
    for (let count = 1 + random(3); count > 0; count -= 1) {
      const kind = depth === 0 ? 0 : random(3)
      const element = document.createElement(['p', 'div', 'x-card'][kind] ?? 'p')
      into.append(element)
      if (kind === 0) line(element)
      else if (kind === 1) grow(element, depth - 1)
      else {
        grow(element.attachShadow({ mode: 'open' }), depth - 1)
        const slot = element.shadowRoot?.appendChild(document.createElement('slot'))
        if (slot && random(2) === 0) line(element)
      }
    }
  }
  const allowed = { document, isSkipped: () => false, signal: new AbortController().signal }
  const lookup = { document, isUnread: () => false }
  const wrong: string[] = []
  let found = 0
  let stood = 0
  for (let run = 0; run < runs; run += 1) {
    words = []
    document.body.replaceChildren()
    grow(document.body, 3)
    const { count, places } = await findOnPage('slope', allowed)
    if (count !== words.length) wrong.push(`run ${run}: ${count} of ${words.length} counted`)
    if (places.length !== Math.min(20, words.length)) wrong.push(`run ${run}: ${places.length} places`)
    for (const changed of [false, true]) {
      if (changed) {
        const blocks = [...document.body.querySelectorAll('p, div, x-card')]
        const [block, other] = [blocks[random(blocks.length)], blocks[random(blocks.length)]]
        if (random(2) === 0) block?.remove()
        else block?.prepend(document.createElement('p'), 'More ')
        if (block && other && block.isConnected && !other.contains(block)) block.before(other)
      }
      for (const [index, anchor] of places.entries()) {
        const word = words[index]
        const range = locate(anchor, lookup)?.range
        if (word?.isConnected) stood += 1
        const told = `run ${run}, ${changed ? 'changed' : 'as found'}: word ${index} at ${anchor.path}`
        if (!range) {
          if (!changed) wrong.push(`${told} is not looked up`)
          continue
        }
        if (range.toString() !== 'Slope' || range.startContainer !== word) wrong.push(`${told} is elsewhere`)
        else found += 1
      }
    }
  }
  return { wrong: wrong.slice(0, 5), found, stood }
}

test(`on ${RUNS} pages of blocks and shadow trees a word is found where it stands, also later, or said to be gone`, async ({
  lab,
}) => {
  await lab.open('', { start: false })
  await lab.page.addScriptTag({ content: await findingScript() })
  const { wrong, found, stood } = await lab.page.evaluate(play, RUNS)
  expect(wrong).toEqual([])
  expect(found / stood).toBeGreaterThan(0.7)
  expect(found).toBeGreaterThan(RUNS)
})
