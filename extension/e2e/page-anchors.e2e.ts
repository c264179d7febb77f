import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from './page-lab.ts'

declare global {
  interface Window {
    places: Pick<typeof import('../page/anchor.ts'), 'locate'> &
      Pick<typeof import('../../shared/percepts/anchor.ts'), 'anchorOf'>
  }
}

async function placesScript(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { locate } from './anchor.ts'; export { anchorOf } from '../../shared/percepts/anchor.ts'`,
      resolveDir: fileURLToPath(new URL('../page', import.meta.url)),
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'places',
  })
  return outputFiles[0]?.text ?? ''
}

const RUNS = 300
const EDITS = 8

/**
 * Plays edits on a field of the page and on a list of lines beside it, which knows where each line really is.
 * Runs in the page. `wrong`: what was found that is another line, or is not what stands there.
 */
function play({ runs, edits, kind }: { runs: number; edits: number; kind: 'textarea' | 'contenteditable' }) {
  const { locate, anchorOf } = window.places
  let state = 20_26
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return Math.floor((state / 0x7fffffff) * below) % below
  }
  const field = document.querySelector<HTMLElement>('#work')
  if (!field) throw new Error('There is no field.')
  let made = 0
  /** No two lines are ever the same, but many look alike. */
  const newText = () => {
    made += 1
    return ['2x+', 'x=', '(x+1)=', '= '][random(4)] + String(made)
  }
  type Line = { text: string; at: HTMLElement | null }
  let lines: Line[] = []
  const show = (whole: boolean) => {
    if (field instanceof HTMLTextAreaElement) {
      field.value = textOf(lines)
      return
    }
    if (whole) field.replaceChildren()
    const divs = lines.map((line) => {
      if (line.at === null || whole) line.at = document.createElement('div')
      if (line.at.textContent !== line.text) {
        const cut = random(line.text.length + 1)
        const bold = document.createElement('b')
        bold.append(line.text.slice(cut))
        line.at.replaceChildren(line.text.slice(0, cut), ...(cut < line.text.length ? [bold] : []))
      }
      return line.at
    })
    field.replaceChildren(...divs)
  }
  const textOf = (some: Line[]) => some.map(({ text }) => text).join('\n')
  const offsetOf = (line: Line) =>
    textOf([...lines.slice(0, lines.indexOf(line)), { text: '', at: null }]).length
  const anchorOn = (line: Line) =>
    anchorOf('#work', textOf(lines), offsetOf(line), offsetOf(line) + line.text.length)
  /** One edit, of which the followed line may be a part. */
  const edit = () => {
    const at = random(lines.length)
    const line = lines[at]
    switch (random(7)) {
      case 0:
        lines.splice(at, 0, { text: newText(), at: null })
        break
      case 1:
        if (lines.length < 2) break
        lines.splice(at, 1)
        break
      case 2:
        if (line) line.text += String(random(10))
        break
      case 3:
        if (line) line.text = `${random(10)}${line.text}`
        break
      case 4: {
        const below = lines[at + 1]
        if (!below || !line) break
        lines.splice(at, 2, { text: line.text + below.text, at: null })
        break
      }
      case 5: {
        const cut = random((line?.text.length ?? 1) - 1) + 1
        if (!line || line.text.length < 2) break
        lines.splice(
          at,
          1,
          { text: line.text.slice(0, cut), at: null },
          { text: line.text.slice(cut), at: null },
        )
        break
      }
      case 6:
        lines.push(...lines.splice(at, 1))
        break
    }
  }
  const wrong: string[] = []
  let found = 0
  let stood = 0
  for (let run = 0; run < runs; run += 1) {
    lines = Array.from({ length: 2 + random(5) }, () => ({ text: newText(), at: null }))
    const followed = lines[random(lines.length)]
    if (!followed) continue
    show(true)
    let kept = anchorOn(followed)
    const quote = kept.quote
    const renews = run % 2 === 0
    for (let step = 0; step < edits; step += 1) {
      edit()
      show(random(4) === 0)
      const place = locate(kept, { document, isUnread: () => false })
      // Split and joined again it is the same line: what reads the same in its place is it.
      const it = lines.find(({ text }) => text === quote)
      if (it) stood += 1
      if (!place) {
        if (renews) break
        continue
      }
      const told = `${kind} run ${run}, step ${step}: ${JSON.stringify(quote)} in ${JSON.stringify(lines.map(({ text }) => text))}`
      const text = textOf(lines)
      if (!it) wrong.push(`${told} is gone`)
      else if (place.start !== offsetOf(it) || text.slice(place.start, place.end) !== quote)
        wrong.push(`${told} is elsewhere`)
      else if (
        place.range &&
        (place.range.toString() !== quote || !it.at?.contains(place.range.startContainer))
      )
        wrong.push(`${told} has another range`)
      else found += 1
      if (it && renews) kept = anchorOn(it)
    }
  }
  return { wrong, found, stood }
}

for (const kind of ['textarea', 'contenteditable'] as const) {
  test(`through ${RUNS} runs of edits a line of a ${kind} is found where it went, or said to be gone`, async ({
    lab,
  }) => {
    const html = {
      textarea: '<textarea id=work rows=9></textarea>',
      contenteditable: '<div id=work contenteditable style="white-space:pre-wrap"></div>',
    }
    await lab.open(html[kind], { start: false })
    await lab.page.addScriptTag({ content: await placesScript() })
    const { wrong, found, stood } = await lab.page.evaluate(play, { runs: RUNS, edits: EDITS, kind })
    expect(wrong).toEqual([])
    // Most lines that still stand are found: saying of all that they are gone would be easy.
    expect(found / stood).toBeGreaterThan(0.5)
    expect(found).toBeGreaterThan(300)
  })
}
