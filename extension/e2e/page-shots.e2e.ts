import { quote, test } from './page-lab.ts'
const WORK = 'Solve for x:\n2x + 3 = 11\n2x = 9\nx = 4.5 (gypq)'
for (const scheme of ['light','dark','forced'] as const) test(`shots ${scheme}`, async ({ lab }) => {
  await lab.page.setViewportSize({ width: 760, height: 470 })
  if (scheme === 'forced') await lab.page.emulateMedia({ forcedColors: 'active' })
  const bg = scheme === 'dark' ? 'background:#15171c;color:#dde' : ''
  const field = scheme === 'dark' ? 'background:#1e2128;color:#eef;border:1px solid #444' : 'border:1px solid #bbb'
  await lab.open(`<style>body{font:16px/1.5 system-ui;margin:24px;${bg}}textarea,input,[contenteditable]{font:17px/26px Georgia;padding:10px 14px;${field};border-radius:8px;box-sizing:border-box;width:340px}textarea{height:150px}[contenteditable]{font:18px/30px 'DejaVu Sans'}main{display:grid;grid-template-columns:1fr 1fr;gap:20px}</style><main><textarea id=a spellcheck=false>${WORK}</textarea><div id=b contenteditable=true spellcheck=false><p style="margin:0">2x + 3 = 11</p><p style="margin:0">2x = <b>9</b></p><p style="margin:0">x<sup>2</sup> = 9</p></div><input id=c value="3(x + 2) = 3x + 2"><textarea id=d spellcheck=false style="font:15px/1.3 monospace;height:90px">const average = sum / items.length - 1 and a soft wrapped line that goes on\nreturn average</textarea></main><p id=p>A paragraph with a quadratic formula that was found for the person, and some more text around it to see how it sits.</p>`)
  const marks = [
    { id: '1', anchor: quote('#a', WORK, '2x = 9'), tone: 'slip' as const, label: 'Slip' },
    { id: '2', anchor: quote('#b', '2x + 3 = 11\n2x = 9\nx^{2} = 9', 'x^{2} = 9'), tone: 'slip' as const, label: 'Slip' },
    { id: '3', anchor: quote('#c', '3(x + 2) = 3x + 2', '3(x + 2) = 3x + 2'), tone: 'slip' as const, label: 'Slip' },
    { id: '4', anchor: quote('#d', 'const average = sum / items.length - 1 and a soft wrapped line that goes on\nreturn average', 'const average = sum / items.length - 1 and a soft wrapped line that goes on'), tone: 'slip' as const, label: 'Slip' },
    { id: '5', anchor: quote('#p', 'A paragraph with a quadratic formula that was found for the person, and some more text around it to see how it sits.', 'quadratic formula'), tone: 'found' as const, label: 'Slip' },
  ]
  await lab.order({ marks })
  await lab.wait('mark-painted', 5)
  await lab.page.screenshot({ path: `/tmp/shot-${scheme}.png` })
  if (scheme !== 'light') return
  const [line] = (await lab.drawn()).lines
  await lab.page.mouse.move((line?.left ?? 0) + 10, (line?.bottom ?? 0) + 1)
  await lab.page.evaluate(() => new Promise(r => setTimeout(r, 300)))
  await lab.page.locator('#d').focus()
  await lab.page.keyboard.press('Tab'); await lab.page.keyboard.press('Tab'); await lab.page.keyboard.press('Tab')
  await lab.frames()
  await lab.page.screenshot({ path: `/tmp/shot-hover.png` })
  await lab.order({ marks, show: { id: '4', nonce: 3 } })
  await lab.page.evaluate(() => new Promise(r => setTimeout(r, 420)))
  await lab.page.screenshot({ path: `/tmp/shot-flash.png` })
})
