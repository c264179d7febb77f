import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { PlayedLoop } from '../turn/played-loop.ts'
import { expect, test } from './aside-test.ts'

const MINUTE_MS = 60_000
const MINUTES = 1000
/** By then everything that is bounded is full: the agenda, the lines, the utterances remembered. */
const WARM_MINUTES = 200

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** Bytes that the loop's memory takes: as the row it is written as, and on the heap. */
function measure(loop: PlayedLoop): { row: number; heap: number } {
  // What a browser keeps on disk is not the loop's memory.
  loop.entries.clear()
  loop.remarks.clear()
  loop.trace.length = 0
  loop.acts.length = 0
  collect()
  return { row: JSON.stringify(loop.state).length, heap: process.memoryUsage().heapUsed }
}

/** One minute at a desk: a slip and its correction, a question, now and then a reload, a reminder, a dismissal. */
async function playMinute(loop: PlayedLoop, minute: number): Promise<void> {
  const number = (minute % 7) + 2
  const lines = [`${number}(x+3)=60`, `${number}x+3=60`]
  loop.write(`${lines.join('\n')}\n`)
  await loop.pass(12_000)
  const remark = [...loop.remarks.values()].at(-1)
  if (remark !== undefined && minute % 5 === 0)
    loop.panel({ kind: 'remark', remark: remark.id, what: minute % 10 === 0 ? 'dismiss' : 'wrong' })
  loop.write(`${lines[0]}\n${number}x+${3 * number}=60\n`)
  await loop.pass(5000)
  loop.draft('how long')
  await loop.turn()
  loop.send('how long did that take me?')
  if (minute % 3 === 0) loop.send('remind me in 2 minutes to look up')
  if (minute % 11 === 0) loop.send('find "x" on this page')
  if (minute % 13 === 0) {
    loop.door({ kind: 'page-left', tutoring: PlayedLoop.tutoring })
    const page = { tab: 1, origin: 'http://page', address: 'http://page/', title: `Page ${minute}` }
    loop.door({ kind: 'page-joined', tutoring: PlayedLoop.tutoring, ...page, fresh: true })
    loop.page({ kind: 'shown', visible: true, focused: true })
  }
  if (minute % 17 === 0) {
    const other = { tab: minute, origin: 'http://other', address: 'http://other/', title: 'Other' }
    loop.door({ kind: 'page-joined', tutoring: `other-${minute}`, ...other, fresh: true })
    await loop.turn()
    loop.door({ kind: 'tutoring-ended', tutoring: `other-${minute}`, why: 'closed' })
  }
  await loop.pass((minute + 1) * MINUTE_MS - loop.t)
}

test('the loop’s memory is flat over 1,000 minutes of work', async () => {
  const loop = new PlayedLoop()
  const samples: { row: number; heap: number }[] = []
  for (let minute = 0; minute < MINUTES; minute += 1) {
    await playMinute(loop, minute)
    if (minute % 100 === 99) {
      const sample = measure(loop)
      samples.push(sample)
      console.log(
        `${minute + 1} minutes: row ${(sample.row / 1000).toFixed(0)} kB, heap ${(sample.heap / 1e6).toFixed(2)} MB`,
      )
    }
  }
  const warm = samples[WARM_MINUTES / 100 - 1]
  const last = samples.at(-1)
  expect(last?.heap).toBeLessThan((warm?.heap ?? 0) * 1.05)
  expect(last?.row).toBeLessThan((warm?.row ?? 0) * 1.05)
})
