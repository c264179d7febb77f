import { expect, type Lab, test } from './page-lab.ts'

/** Starts the page with a background that can read no frame until the document says `data-allowed`. */
async function startWithFrames(lab: Lab, body: string): Promise<void> {
  await lab.open(body, { start: false })
  await lab.page.evaluate(() => {
    const percepts: Window['lab']['percepts'] = []
    const stop = new AbortController()
    window.lab = { percepts, stop, root: null, aside: { carryOut() {}, resync() {} } }
    window.lab.aside = window.startPage({
      document,
      signal: stop.signal,
      send: (some) => void percepts.push(...some),
      enterFrame: async (site) => {
        const asked = Number(document.body.dataset.asked ?? 0) + 1
        document.body.dataset.asked = String(asked)
        document.body.dataset.site = String(site)
        const allowed = document.body.dataset.allowed !== undefined
        return { focused: allowed, site: allowed }
      },
      enterFrames: async () => {
        document.body.dataset.entered = String(Number(document.body.dataset.entered ?? 0) + 1)
        return {
          frames: 0,
          sites: document.body.dataset.allowed === undefined ? [] : ['http://other.invalid'],
        }
      },
    })
  })
}

const reached = (lab: Lab) => expect.poll(async () => (await lab.last('out-of-reach'))?.what ?? null)

test('a frame that is allowed while the person is in it is entered', async ({ lab }) => {
  await startWithFrames(lab, `<textarea></textarea><iframe srcdoc="<input>"></iframe>`)
  expect(await lab.percepts('out-of-reach')).toEqual([])
  await lab.page.frameLocator('iframe').locator('input').click()
  await reached(lab).toBe('frame')
  await lab.page.evaluate(() => document.body.setAttribute('data-allowed', ''))
  await reached(lab).toBeNull()
  await lab.page.locator('textarea').click()
  const asked = await lab.page.locator('body').getAttribute('data-asked')
  await lab.page.keyboard.type('x=3')
  await lab.wait('text-changed')
  expect(await lab.page.locator('body').getAttribute('data-asked')).toBe(asked)
})

test('what is out of reach is said again to a loop that has just begun', async ({ lab }) => {
  await startWithFrames(lab, `<iframe srcdoc="<input>"></iframe>`)
  await lab.page.frameLocator('iframe').locator('input').click()
  await reached(lab).toBe('frame')
  await lab.forget()
  await lab.page.evaluate(() => window.lab.aside.resync())
  expect(await lab.percepts('out-of-reach')).toMatchObject([{ what: 'frame', site: null }])
})

test('a frame outside the window that takes the keys of a drawing is no text', async ({ lab }) => {
  await startWithFrames(
    lab,
    `<canvas style="width: 90vw; height: 80vh"></canvas><textarea></textarea>
     <iframe srcdoc="<body contenteditable>" style="position: fixed; left: -9000px; top: 0"></iframe>
     <script>
       document.querySelector('canvas').addEventListener('pointerdown', (event) => {
         event.preventDefault()
         const keys = document.querySelector('iframe').contentDocument
         keys.defaultView.focus()
         keys.body.focus()
       })
     </script>`,
  )
  await lab.page.locator('canvas').click()
  await reached(lab).toBe('canvas')
  await lab.page.locator('textarea').click()
  await reached(lab).toBeNull()
})

test('a small drawing beside a field is not what the person writes in', async ({ lab }) => {
  await startWithFrames(lab, `<canvas width=100 height=50></canvas><textarea></textarea>`)
  await lab.page.locator('canvas').click()
  await lab.page.locator('textarea').click()
  await lab.page.keyboard.type('x=3')
  await lab.wait('text-changed')
  expect(await lab.percepts('out-of-reach')).toEqual([])
})

test('a watch that misses a frame reaches it once its site is allowed', async ({ lab }) => {
  await startWithFrames(lab, `<p>Wait</p><iframe src="http://other.invalid/sheet"></iframe>`)
  await expect
    .poll(() => lab.page.locator('iframe').evaluate((frame: HTMLIFrameElement) => !frame.contentDocument))
    .toBe(true)
  await lab.order({ watches: [{ id: 'w', text: 'all done' }] })
  const site = 'http://other.invalid'
  expect((await lab.wait('watch-missed'))[0]).toMatchObject({ id: 'w', site })
  expect(await lab.last('out-of-reach')).toMatchObject({ what: 'frame', site })
  const entered = () => lab.page.locator('body').getAttribute('data-entered').then(Number)
  const before = await entered()
  await lab.page.evaluate(() => document.body.setAttribute('data-allowed', ''))
  await reached(lab).toBeNull()
  await expect.poll(entered).toBe(before + 1)
})

test('a small or hidden frame of another site is not missed', async ({ lab }) => {
  await startWithFrames(
    lab,
    `<p>Slope</p><iframe src="http://other.invalid/" width=90 height=90></iframe><iframe src="http://other.invalid/" hidden></iframe>`,
  )
  await lab.order({ finds: [{ id: 'f', text: 'slope' }] })
  expect((await lab.wait('found'))[0]).toMatchObject({ count: 1, missed: null })
  expect(await lab.percepts('out-of-reach')).toEqual([])
})

test('what the page asks before a frame is told once the person has gone into it, and when it changes', async ({
  lab,
}) => {
  await startWithFrames(
    lab,
    `<p>Solve 2x = 8</p><iframe srcdoc="<input>"></iframe><p id=ask>Solve 3x = 9</p><iframe id=second srcdoc="<input>"></iframe>`,
  )
  await lab.page.evaluate(() => document.body.setAttribute('data-allowed', ''))
  await lab.page.frameLocator('#second').locator('input').click()
  expect(await lab.wait('frame-problem')).toMatchObject([{ step: '#second', text: 'Solve 3x = 9' }])
  await lab.page.locator('#ask').evaluate((ask) => ask.replaceChildren('Solve 4x = 8'))
  expect((await lab.wait('frame-problem', 2))[1]).toMatchObject({ step: '#second', text: 'Solve 4x = 8' })
})
