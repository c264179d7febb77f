import fc from 'fast-check'
import { expect, test } from 'vitest'
import { en } from '../../shared/catalogue/en.ts'
import { askedTabs } from './asked-tabs.ts'
import { PlayedLoop } from './played-loop.ts'
import { thoughtsOf } from './thoughts.ts'

const says = en.thoughts

/** Two more tabs: an article that was in front before, and a shop that never was since it was opened. */
async function threeTabs(): Promise<PlayedLoop> {
  const loop = new PlayedLoop()
  loop.door({ kind: 'paired', paired: true })
  const joins = (tutoring: string, tab: number, title: string, origin: string) =>
    loop.door({
      kind: 'page-joined',
      tutoring,
      tab,
      title,
      origin,
      address: `${origin}/wiki`,
      fresh: true,
    })
  joins('noether', 2, 'Noether’s theorem - Wikipedia', 'https://en.wikipedia.org')
  await loop.pass(200)
  joins('shop', 3, 'Cart', 'https://shop.example')
  await loop.pass(200)
  return loop
}

test.each([
  ['Compare this with my other tab', ['shop']],
  ['What does the other page say about that?', ['shop']],
  ['Do both pages agree?', ['shop', 'noether']],
  ['Summarise all my open tabs', ['shop', 'noether']],
  ['What do my other tabs say?', ['shop', 'noether']],
  ['Compare it with the Wikipedia tab', ['noether']],
  ['what does the tab about “Noether’s theorem” say?', ['noether']],
  ['Is that in the cart tab?', ['shop']],
  ['Vergleiche das mit dem anderen Tab', ['shop']],
  ['Was steht in meinen anderen Tabs?', ['shop', 'noether']],
  ['Was sagt der Artikel über Noethers theorem dazu?', ['noether']],
  ['What is Noether’s theorem?', []],
  ['Who edits Wikipedia?', []],
  ['Why is this page about Noether’s theorem?', []],
  ['On the other hand, why?', []],
  ['How do I open a new tab?', []],
  ['Put it in the cart', []],
  ['explain the tabs of a spreadsheet', []],
])('%s', async (question, tabs) => {
  const { state } = await threeTabs()
  expect(askedTabs(state, PlayedLoop.tutoring, question).tutorings).toEqual(tabs)
})

test('another tab goes along with what was noticed there, and is named at once', async () => {
  const loop = await threeTabs()
  loop.send('Compare this with the Wikipedia tab')
  await loop.pass(200)
  expect(thoughtsOf(loop.state)[0]).toMatchObject({ task: 'compare', tabs: ['noether'], web: false })
  expect(loop.said.at(-1)).toBe(`${says.thinking} ${says.tabsToo(['Noether’s theorem - Wikipedia'])}`)
})

test('what was written in another tab goes along only with a question about it', async () => {
  const loop = await threeTabs()
  loop.write('2(x+3)=10\n2x+3=10\n')
  await loop.pass(3_000)
  const ask = async (question: string) => {
    loop.panel({ kind: 'send', tutoring: 'noether', id: question, text: question })
    await loop.pass(200)
    return thoughtsOf(loop.state).at(-1)
  }
  expect(await ask('Who was that, in short?')).toMatchObject({ facts: [], noticed: [], tabs: [] })
  const both = await ask('Who was that, for both pages?')
  expect(both?.facts[0]).toMatch(/^In the tab “Page”, line 2 \(“2x\+3=10”\)/u)
  expect(both?.noticed[0]).toMatch(/^In the tab “Page” the person has written: 2\(x\+3\)=10/u)
})

test('of a site that is never sent nothing goes along, and in a pause of none', async () => {
  const loop = await threeTabs()
  loop.panel({ kind: 'send-site', pattern: 'https://shop.example/*', sent: false })
  await loop.pass(200)
  loop.send('What do my other tabs say about cats?')
  await loop.pass(200)
  expect(thoughtsOf(loop.state).at(-1)?.tabs).toEqual(['noether'])
  expect(loop.said.at(-1)).toContain(says.tabNever('Cart'))
  loop.panel({ kind: 'pause', until: loop.state.now + 60_000 })
  await loop.pass(200)
  loop.send('What do my other tabs say about dogs?')
  await loop.pass(200)
  expect(thoughtsOf(loop.state).at(-1)?.tabs).toEqual([])
})

test('where there is no other tab, or it could not be read, that is said', async () => {
  const loop = new PlayedLoop()
  loop.door({ kind: 'paired', paired: true })
  await loop.pass(200)
  loop.send('What does my other tab say about cats?')
  await loop.pass(200)
  expect(loop.said.at(-1)).toBe(`${says.thinking} ${says.noOtherTab}`)
  const [thought] = thoughtsOf(loop.state)
  loop.reasoner({ kind: 'sent', thought: thought?.id ?? '', places: [], unread: ['Cart'] })
  await loop.pass(200)
  expect([...loop.entries.values()].at(-1)).toMatchObject({ who: 'notice', text: says.tabUnread('Cart') })
})

test('no question takes long, whatever the titles are', async () => {
  const { state } = await threeTabs()
  const other = state.tutorings.shop
  if (other === undefined) throw new Error('no tab')
  fc.assert(
    fc.property(fc.string(), fc.string(), (title, question) => {
      other.row.title = title
      expect(askedTabs(state, PlayedLoop.tutoring, question).tutorings.length).toBeLessThanOrEqual(3)
    }),
  )
  for (const letter of ['my ', 'tab ', 'the ', 'die ', 'alle ', ' ', '-', 'a', '“']) {
    other.row.title = letter.repeat(300)
    askedTabs(state, PlayedLoop.tutoring, letter.repeat(60_000))
  }
})
