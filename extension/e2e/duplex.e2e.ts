import { TURN_MS } from '../turn/loop-state.ts'
import { replay } from '../turn/replay.ts'
import { expect, test } from './aside-test.ts'
import { DrivenClock } from './driven-clock.ts'
import { readTrace } from './read-trace.ts'

test.use({ drivenClock: true })

/** A sentence of two seconds is one of eight, so that keys fall into it however busy the machine is. */
const SLOWLY = 0.25
/** Between two keys (ms of the real clock): 75 ms of the slow one, which a quick hand takes. */
const KEY = { delay: 75 / SLOWLY }

test('nobody is cut in on in a pause of a sentence; “ok” changes nothing, “wait, stop” holds the next word and ends it', async ({
  aside,
}, info) => {
  const page = await aside.openDemo('algebra.html')
  await aside.pressButton(page)
  const panel = await aside.panel()
  await expect(panel.locator('[data-eye=open]')).toBeVisible()
  const clock = new DrivenClock(await aside.offscreen(), page)
  const composer = panel.locator('textarea[name=draft]')
  const remark = panel.locator('[data-entry][data-kind=remark]')

  await clock.run(SLOWLY)
  await page.locator('textarea').click()
  await page.keyboard.type('2(x+3)=10\n2x+3=10\n')
  await composer.click()
  await composer.pressSequentially('why is the ', KEY)
  await clock.run(1)
  await clock.until(clock.now + 3000)
  await expect(remark).toHaveCount(0)

  await clock.run(SLOWLY)
  await composer.fill('')
  await expect(remark.locator('.caret')).toBeVisible()
  await composer.pressSequentially('ok', KEY)
  await expect(remark.locator('.held')).toBeVisible()
  await composer.press('Enter')
  await expect(remark.locator('.caret')).toBeVisible()
  await composer.pressSequentially('wait, stop', KEY)
  await expect(remark.locator('.took-over')).toBeVisible()
  await clock.run(1)

  const turns: { key: string | null; heardMs: number; words: number; goesOn: boolean; state: string }[] = []
  let spoken = 0
  const rows = await readTrace(panel)
  const replayed = await replay(rows, { mode: 'recorded' }, ({ speech, cut, now }, percepts) => {
    const entry = (speech ?? cut)?.entry
    if (entry === undefined) return
    const [draft] = percepts.flatMap((each) =>
      each.from === 'panel' && each.it.kind === 'draft' ? [each.it] : [],
    )
    turns.push({
      key: draft?.text ?? null,
      heardMs: draft === undefined ? 0 : now - draft.at,
      words: entry.spoken - spoken,
      goesOn: speech !== null && speech.held === null,
      state: entry.state,
    })
    spoken = entry.spoken
  })
  expect(replayed.parting).toBeNull()
  const [ok, wait] = ['o', 'w'].map((first) => turns.findIndex(({ key }) => key?.startsWith(first) === true))
  for (const [first, turn] of [
    ['o', turns[ok ?? -1]],
    ['w', turns[wait ?? -1]],
  ] as const) {
    expect(turn).toMatchObject({ goesOn: false, words: 0 })
    info.annotations.push({
      type: `from “${first}” to the held word`,
      description: `${turn?.heardMs} ms, micro-turns of ${TURN_MS}`,
    })
  }
  expect(turns.slice(ok, wait).some(({ goesOn, words }) => goesOn && words > 0)).toBe(true)
  expect(turns.at(-1)).toMatchObject({ state: 'cut' })
})
