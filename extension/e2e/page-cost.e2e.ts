import { test, quote } from './page-lab.ts'
const line = 'Some line of ordinary work with 2x + 3 = 11 in it\n'
for (const [name, html, text] of [
  ['textarea 1k', (t: string) => `<textarea id=work style="width:500px;height:300px">${t}</textarea>`, line.repeat(20)],
  ['textarea 19k', (t: string) => `<textarea id=work style="width:500px;height:300px">${t}</textarea>`, line.repeat(380)],
  ['editor 1k', (t: string) => `<div contenteditable=true id=work>${t.split('\n').map(l => `<p>${l || '<br>'}</p>`).join('')}</div>`, line.repeat(20)],
  ['editor 19k', (t: string) => `<div contenteditable=true id=work>${t.split('\n').map(l => `<p>${l || '<br>'}</p>`).join('')}</div>`, line.repeat(380)],
] as const) test(`cost ${name}`, async ({ lab }) => {
  const cdp = await lab.page.context().newCDPSession(lab.page)
  await cdp.send('Performance.enable')
  const metric = async () => Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map(m => [m.name, m.value]))
  const out: string[] = []
  for (const mode of ['none', 'aside', 'marks', 'none', 'aside', 'marks'] as const) {
    const full = `${text}UNIQUE = 5\n`
    await lab.open(html(full), { start: mode !== 'none' })
    await lab.page.locator('#work').click()
    await lab.page.keyboard.press('Control+End')
    if (mode === 'marks') await lab.mark(quote('#work', full, 'UNIQUE = 5'))
    const a = await metric()
    await lab.page.keyboard.type('the quick brown fox jumps over the lazy dog '.repeat(3), { delay: 25 })
    const b = await metric()
    out.push(`${mode}: task ${((b.TaskDuration! - a.TaskDuration!) * 1000).toFixed(0)} script ${((b.ScriptDuration! - a.ScriptDuration!) * 1000).toFixed(0)} layout ${((b.LayoutDuration! - a.LayoutDuration!) * 1000).toFixed(0)} style ${((b.RecalcStyleDuration! - a.RecalcStyleDuration!) * 1000).toFixed(0)}`)
  }
  console.log(name + '\n  ' + out.join('\n  '))
})
