import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Computed, ComputeRequest } from '../../shared/percepts/computation.ts'
import type { CheckRequest } from '../../shared/percepts/percept.ts'
import type { WorkerLike } from './asked-worker.ts'
import { Checker, type CheckWorker } from './checker.ts'
import { Solver } from './solver.ts'

const requestOf = (id: string): ComputeRequest => ({
  id,
  tutoring: 't',
  task: { what: 'simplify', text: 'x + x' },
  seed: 1,
})

/** Workers that answer everything but what is said to hang. */
class Workers {
  started = 0
  ended = 0
  readonly asked: string[] = []

  start = (): WorkerLike<ComputeRequest> => {
    this.started += 1
    const worker: WorkerLike<ComputeRequest> = {
      onmessage: null,
      onerror: null,
      terminate: () => {
        this.ended += 1
      },
      postMessage: (request) => {
        this.asked.push(request.id)
        if (request.id.startsWith('hangs')) return
        const answer: Computed = { request, answer: { kind: 'cannot', why: 'too-hard' }, failed: false }
        queueMicrotask(() => worker.onmessage?.(new MessageEvent('message', { data: answer })))
      },
    }
    return worker
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('who waits is told after a second; what hangs is ended after three, and the next question is answered', async () => {
  const workers = new Workers()
  const solver = new Solver(workers.start)
  const still = vi.fn()
  const [hung, next] = [solver.compute(requestOf('hangs'), still), solver.compute(requestOf('next'), still)]
  await vi.advanceTimersByTimeAsync(999)
  expect(still).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(2)
  expect(still).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(2000)
  expect(await hung).toMatchObject({ failed: true, answer: null })
  expect(await next).toMatchObject({ failed: false, request: { id: 'next' } })
  expect(await solver.compute(requestOf('later'))).toMatchObject({ failed: false })
  // A hang is not asked twice, and one fresh worker answered the rest.
  expect(workers).toMatchObject({ started: 2, ended: 1, asked: ['hangs', 'next', 'later'] })
  await vi.advanceTimersByTimeAsync(5000)
  expect(still).toHaveBeenCalledTimes(1)
})

test('what is cancelled is ended at once, also while it waits, and the next question is answered', async () => {
  const workers = new Workers()
  const solver = new Solver(workers.start)
  const still = vi.fn()
  const answers = ['hangs', 'hangs-too', 'next'].map((id) => solver.compute(requestOf(id), still))
  solver.cancel('hangs-too')
  solver.cancel('hangs')
  solver.cancel('unknown')
  const [first, second, third] = await Promise.all(answers)
  expect([first, second, third]).toMatchObject([{ failed: true }, { failed: true }, { failed: false }])
  expect(workers).toMatchObject({ started: 2, ended: 1, asked: ['hangs', 'next'] })
  await vi.advanceTimersByTimeAsync(5000)
  expect(still).not.toHaveBeenCalled()
})

/** A worker that answers each check. */
const answering = (): CheckWorker => ({
  onmessage: null,
  onerror: null,
  postMessage(request) {
    const finding = { request, verdicts: [], copy: null, failed: false }
    queueMicrotask(() => this.onmessage?.(new MessageEvent('message', { data: finding })))
  },
  terminate() {},
})

const checkOf = (id: string, change: Partial<CheckRequest> = {}): CheckRequest => ({
  id,
  tutoring: 't',
  path: null,
  text: '',
  lines: [],
  lastUnfinished: false,
  paused: true,
  seed: 1,
  problem: null,
  asked: false,
  ...change,
})

test('the check worker is started once while somebody writes, and the first check finds it there', async () => {
  const start = vi.fn(answering)
  const checker = new Checker(start)
  checker.warm()
  checker.warm()
  expect(start).toHaveBeenCalledTimes(1)
  expect(await checker.check(checkOf('c', { asked: true }))).toMatchObject({ failed: false })
  expect(start).toHaveBeenCalledTimes(1)
})

test('of a field only the newest working is checked; claims that stand in no field are all checked', async () => {
  const checker = new Checker(answering)
  const told: string[] = []
  const check = (id: string, path: string | null) =>
    checker.check(checkOf(id, { path })).then(({ request }) => told.push(request.id))
  void check('running', '#field')
  void check('older', '#field')
  void check('newer', '#field')
  for (const id of ['claim-1', 'claim-2', 'claim-3']) void check(id, null)
  await vi.advanceTimersByTimeAsync(10)
  expect(told).toEqual(['running', 'newer', 'claim-1', 'claim-2', 'claim-3'])
})
