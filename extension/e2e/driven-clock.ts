import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { DevtoolsTarget } from '../../tools/devtools-target.ts'

/** From `real` on (ms since the epoch) the clock stands at `virtual` and runs so many times as fast. */
interface Pace {
  real: number
  virtual: number
  rate: number
}

const KEY = 'driven-clock'
/** A slower pace begins so much later (ms): by then everybody knows it, and nobody's clock has run ahead. */
const NOTICE_MS = 400

/**
 * Puts a driven clock before all scripts of a copy of the extension but the background's, which has no clock of its
 * own. The built extension has no such door; a page could drive that of the copy.
 */
export function driveClockOf(extensionDir: string): void {
  const script = `(${driven.toString()})(${JSON.stringify(KEY)});\n`
  writeFileSync(join(extensionDir, 'driven-clock.js'), script)
  for (const name of readdirSync(extensionDir).filter((name) => name.endsWith('.html'))) {
    const file = join(extensionDir, name)
    const html = readFileSync(file, 'utf8')
    writeFileSync(file, html.replace('<head>', '<head><script src="/driven-clock.js"></script>'))
  }
  const content = join(extensionDir, 'content-script.js')
  writeFileSync(content, script + readFileSync(content, 'utf8'))
}

/** Drives the clock of the loop, of its panels, and of the content script in one page. */
export class DrivenClock {
  readonly #paces: Pace[] = [{ real: 0, virtual: 0, rate: 1 }]
  readonly #loop: DevtoolsTarget
  readonly #page: Page

  constructor(loop: DevtoolsTarget, page: Page) {
    this.#loop = loop
    this.#page = page
  }

  /** ms since the epoch by the driven clock. */
  get now(): number {
    return this.#at(Date.now())
  }

  /** From now on the clock runs so many times as fast. */
  async run(rate: number): Promise<void> {
    const slower = rate < (this.#paces.at(-1)?.rate ?? 1)
    const real = Date.now() + (slower ? NOTICE_MS : 0)
    this.#paces.push({ real, virtual: this.#at(real), rate })
    const told = { key: KEY, paces: JSON.stringify(this.#paces) }
    const tell = ({ key, paces }: typeof told) => {
      localStorage.setItem(key, paces)
      document.dispatchEvent(new Event(key))
    }
    await Promise.all([this.#loop.evaluate(tell, told), this.#page.evaluate(tell, told)])
    await this.until(this.#at(real))
  }

  /** Waits until the loop's clock stands there. */
  async until(virtual: number): Promise<void> {
    await this.#loop.evaluate(
      (virtual) => new Promise<void>((resolve) => setTimeout(resolve, virtual - Date.now())),
      virtual,
    )
  }

  #at(real: number): number {
    const pace = this.#paces.findLast((each) => each.real <= real)
    return pace === undefined ? real : pace.virtual + (real - pace.real) * pace.rate
  }
}

/** Runs in the browser, and sees nothing of this file: clocks and timers, by the paces that the storage names. */
function driven(key: string): void {
  // A content script can be put into its page more than once.
  if (key in globalThis) return
  const RealDate = Date
  const { setTimeout: set, clearTimeout: clear } = globalThis
  const realNow = Date.now
  const realPerformance = performance.now.bind(performance)
  const realStamp = Object.getOwnPropertyDescriptor(Event.prototype, 'timeStamp')?.get
  const origin = performance.timeOrigin
  const usual: Pace = { real: 0, virtual: 0, rate: 1 }
  let paces: Pace[] = [usual]

  const virtualOf = (real: number) => {
    const pace = paces.findLast((each) => each.real <= real) ?? usual
    return pace.virtual + (real - pace.real) * pace.rate
  }
  const realOf = (virtual: number) => {
    const pace = paces.findLast((each) => each.virtual <= virtual) ?? usual
    return pace.real + (virtual - pace.virtual) / pace.rate
  }
  const now = () => Math.floor(virtualOf(realNow()))

  interface Timer {
    due: number
    every: number | null
    call: () => void
    handle: ReturnType<typeof set>
  }
  const timers = new Map<number, Timer>()
  let ids = 0
  const arm = (id: number, timer: Timer) => {
    timer.handle = set(
      () => {
        if (timer.every === null) timers.delete(id)
        else {
          timer.due += timer.every
          arm(id, timer)
        }
        timer.call()
      },
      Math.max(0, Math.ceil(realOf(timer.due) - realNow())),
    )
  }
  const start = (call: (...args: unknown[]) => void, ms = 0, args: unknown[], every: number | null) => {
    ids += 1
    const timer: Timer = {
      due: virtualOf(realNow()) + ms,
      every,
      call: () => call(...args),
      handle: 0 as never,
    }
    timers.set(ids, timer)
    arm(ids, timer)
    return ids
  }
  const stop = (id: number) => {
    const timer = timers.get(id)
    if (timer !== undefined) clear(timer.handle)
    timers.delete(id)
  }
  const read = () => {
    paces = JSON.parse(localStorage.getItem(key) ?? 'null') ?? paces
    for (const [id, timer] of timers) {
      clear(timer.handle)
      arm(id, timer)
    }
  }
  read()
  addEventListener('storage', read)
  document.addEventListener(key, read)

  class DrivenDate extends RealDate {
    constructor(...args: []) {
      if (args.length === 0) super(now())
      else super(...args)
    }
    static override now() {
      return now()
    }
  }
  Object.assign(globalThis, {
    [key]: true,
    Date: DrivenDate,
    setTimeout: (call: () => void, ms?: number, ...args: unknown[]) => start(call, ms, args, null),
    setInterval: (call: () => void, ms?: number, ...args: unknown[]) => start(call, ms, args, ms ?? 0),
    clearTimeout: stop,
    clearInterval: stop,
  })
  performance.now = () => virtualOf(origin + realPerformance()) - virtualOf(origin)
  Object.defineProperty(Event.prototype, 'timeStamp', {
    get() {
      return virtualOf(origin + realStamp?.call(this)) - virtualOf(origin)
    },
  })
}
